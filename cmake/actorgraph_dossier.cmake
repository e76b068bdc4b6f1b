# The page of the HTML dossier: npm fetches what export/dossier/package-lock.json names, node bundles it into
# dossier_page.cpp. Gives ACTORGRAPH_DOSSIER_SOURCE, the file to compile: without npm, or without a network to fetch
# from, the one that says that there is no page.
option(ACTORGRAPH_DOSSIER "Build the HTML dossier, if npm can fetch its packages" ON)
set(folder ${PROJECT_SOURCE_DIR}/export/dossier)
set(ACTORGRAPH_DOSSIER_SOURCE ${folder}/absent.cpp)

find_program(ACTORGRAPH_NODE NAMES node nodejs)
find_program(ACTORGRAPH_NPM npm)
set(why "")
if(NOT ACTORGRAPH_DOSSIER)
    set(why "ACTORGRAPH_DOSSIER is off")
elseif(NOT ACTORGRAPH_NODE OR NOT ACTORGRAPH_NPM)
    set(why "node and npm are not installed (Debian: apt-get install npm)")
else()
    set(packages ${PROJECT_BINARY_DIR}/dossier_packages)
    file(SHA256 ${folder}/package-lock.json lock)
    set(stamp ${packages}/installed-${lock})
    if(NOT EXISTS ${stamp})
        message(STATUS "Fetching the packages of the HTML dossier")
        file(COPY ${folder}/package.json ${folder}/package-lock.json DESTINATION ${packages})
        execute_process(COMMAND ${ACTORGRAPH_NPM} ci --ignore-scripts --no-audit --no-fund --fetch-retries=1
                                --fetch-timeout=20000
                        WORKING_DIRECTORY ${packages} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said TIMEOUT 120)
        if(failed)
            string(REGEX REPLACE "[\r\n]+" " " said "${said}")
            string(SUBSTRING "${said}" 0 200 said)
            set(why "npm could not fetch its packages (${failed}) ${said}")
        else()
            file(TOUCH ${stamp})
        endif()
    endif()
endif()

if(why)
    message(STATUS "The HTML dossier (-f html) is left out: ${why}. Everything else is built.")
else()
    set(ACTORGRAPH_DOSSIER_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/dossier_page.cpp)
    file(GLOB parts CONFIGURE_DEPENDS ${folder}/*.js ${folder}/*.css ${folder}/*.html ${folder}/*.mjs)
    add_custom_command(OUTPUT ${ACTORGRAPH_DOSSIER_SOURCE}
        COMMAND ${ACTORGRAPH_NODE} ${folder}/bundle.mjs ${packages} ${ACTORGRAPH_DOSSIER_SOURCE}
        DEPENDS ${parts} ${folder}/package-lock.json
        COMMENT "Bundling the page of the HTML dossier" VERBATIM)
endif()

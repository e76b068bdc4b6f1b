# Every library outside the project, all from Debian packages.
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(CRYPTOPP REQUIRED IMPORTED_TARGET libcrypto++)
if(ACTORGRAPH_DEVELOPER_MODE)
    find_package(Catch2 2 REQUIRED)
endif()
find_package(Boost 1.74 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)

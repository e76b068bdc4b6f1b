# Program, man page, completions, rules, libraries with headers, and a package config: find_package(actorgraph) gives
# actorgraph::core, ::rules, ::extractor, ::graph, ::export, ::store.
include(CMakePackageConfigHelpers)

install(TARGETS actorgraph RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/actorgraph/rules
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.tsv")
install(FILES ${PROJECT_BINARY_DIR}/cli/actorgraph.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/cli/actorgraph.bash RENAME actorgraph
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PROJECT_BINARY_DIR}/cli/actorgraph.zsh RENAME _actorgraph
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${PROJECT_BINARY_DIR}/cli/actorgraph.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
foreach(room core rules extractor graph export store)
    install(TARGETS actorgraph_${room} EXPORT actorgraph_targets
            ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
    set_target_properties(actorgraph_${room} PROPERTIES EXPORT_NAME ${room})
    install(DIRECTORY ${room}/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/actorgraph/${room}
            FILES_MATCHING PATTERN "*.hpp")
endforeach()
install(EXPORT actorgraph_targets NAMESPACE actorgraph::
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actorgraph)
configure_package_config_file(cmake/actorgraphConfig.cmake.in
    ${PROJECT_BINARY_DIR}/actorgraphConfig.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actorgraph)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/actorgraphConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES cmake/actorgraph_dependencies.cmake ${PROJECT_BINARY_DIR}/actorgraphConfig.cmake
              ${PROJECT_BINARY_DIR}/actorgraphConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actorgraph)

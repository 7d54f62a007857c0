# Installs the library, its headers and the package that find_package(minefree) reads; and the programs
# with the scenarios that they come with.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/minefree)

install(TARGETS minefree_engine minefree_version
  EXPORT minefreeTargets
  ARCHIVE COMPONENT development
  FILE_SET HEADERS COMPONENT development)
install(EXPORT minefreeTargets
  NAMESPACE minefree::
  DESTINATION ${package_folder}
  COMPONENT development)

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/minefreeConfig.cmake.in
  ${PROJECT_BINARY_DIR}/minefreeConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/minefreeConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/minefreeConfig.cmake
  ${PROJECT_BINARY_DIR}/minefreeConfigVersion.cmake
  DESTINATION ${package_folder}
  COMPONENT development)

foreach(program minefree_cli minefree_mpi)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME COMPONENT program)
  endif()
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios
  DESTINATION ${CMAKE_INSTALL_DATADIR}/minefree
  COMPONENT program)

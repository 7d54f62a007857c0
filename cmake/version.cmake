# minefree::version says which version and git commit a program was built from:
#   #include <minefree/version.hpp>
#   minefree::version()   "0.1.0"
#   minefree::commit()    "1a2b3c4", "1a2b3c4-modified", or "unknown" outside git
# The commit is looked up at every build, and its file is written only when it changed: a new commit
# compiles one small file and links the programs that print it.

set(generated ${PROJECT_BINARY_DIR}/generated)
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.hpp.in ${generated}/minefree/version.hpp @ONLY)

add_custom_target(minefree_commit
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_CURRENT_LIST_DIR}/.. -DVERSION=${PROJECT_VERSION}
          -DOUTPUT=${generated}/version.cpp -P ${CMAKE_CURRENT_LIST_DIR}/write_version.cmake
  BYPRODUCTS ${generated}/version.cpp
  COMMENT "Looking up the git commit"
  VERBATIM)

add_library(minefree_version STATIC ${generated}/version.cpp)
add_library(minefree::version ALIAS minefree_version)
add_dependencies(minefree_version minefree_commit)
set_target_properties(minefree_version PROPERTIES
  EXPORT_NAME version
  POSITION_INDEPENDENT_CODE ON)
minefree_flags(minefree_version)
target_compile_features(minefree_version PUBLIC cxx_std_20)
target_sources(minefree_version
  PUBLIC FILE_SET HEADERS BASE_DIRS ${generated} FILES ${generated}/minefree/version.hpp)

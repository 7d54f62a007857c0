include(GoogleTest)

# Debian's own Python runs the tools: a python3 that stands first on PATH may lack its packages.
find_program(MINEFREE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)

# The kind of a test is its folder below tests/. Its label is the kind and what else is to be said, in one
# text such as "statistical slow": gtest_discover_tests loses the second element of a list.
# So ctest -L unit, -L slow and -LE slow choose as one would expect.
function(minefree_test_kind result)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests
    OUTPUT_VARIABLE folder)
  string(REGEX REPLACE "/.*" "" kind ${folder})
  set(${result} ${kind} PARENT_SCOPE)
endfunction()

# minefree_test(NAME test_unit_numeric SOURCES a_test.cpp ... [LIBRARIES ...] [LABELS slow ...] [TIMEOUT s])
#
# A GoogleTest program; each of its cases is a test of ctest. It is linked with the engine and gmock's
# main, runs in the root of the repository (so "scenarios/baseline.yaml" is found), and finds the path of
# the command line program in the environment variable MINEFREE_PROGRAM. Headers shared by tests are
# included as <support/...>, from tests/support.
function(minefree_test)
  cmake_parse_arguments(PARSE_ARGV 0 test "" "NAME;TIMEOUT" "SOURCES;LIBRARIES;LABELS")
  if(test_UNPARSED_ARGUMENTS OR NOT test_NAME OR NOT test_SOURCES)
    message(FATAL_ERROR "minefree_test needs NAME and SOURCES; not known: '${test_UNPARSED_ARGUMENTS}'")
  endif()
  minefree_test_kind(kind)
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 180)
    if("slow" IN_LIST test_LABELS)
      set(test_TIMEOUT 900)
    endif()
  endif()

  foreach(source IN LISTS test_SOURCES)
    cmake_path(ABSOLUTE_PATH source NORMALIZE)
    set_property(GLOBAL APPEND PROPERTY MINEFREE_TEST_SOURCES ${source})
  endforeach()
  add_executable(${test_NAME} ${test_SOURCES})
  target_link_libraries(${test_NAME} PRIVATE minefree::engine GTest::gmock_main ${test_LIBRARIES})
  target_include_directories(${test_NAME} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  minefree_flags(${test_NAME})

  string(REGEX REPLACE "^test_" "" prefix ${test_NAME})
  list(JOIN test_LABELS " " more_labels)
  string(STRIP "${kind} ${more_labels}" label)
  gtest_discover_tests(${test_NAME}
    TEST_PREFIX "${prefix}."
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 60
    PROPERTIES
      LABELS "${label}"
      TIMEOUT ${test_TIMEOUT}
      ENVIRONMENT "MINEFREE_PROGRAM=${PROJECT_BINARY_DIR}/minefree")
endfunction()

# A file of tests that no program is made of would never fail: called once, after all tests are added.
function(minefree_every_test_is_built)
  get_property(built GLOBAL PROPERTY MINEFREE_TEST_SOURCES)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*_test.cpp)
  list(REMOVE_ITEM files ${built})
  if(files)
    list(JOIN files "\n  " files)
    message(FATAL_ERROR "no test program is made of these; name them in the CMakeLists.txt beside them:\n  ${files}")
  endif()
endfunction()

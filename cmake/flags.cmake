# Compiler settings of our own targets; nothing here reaches a project that uses the engine.

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release (-O3) unless said otherwise" FORCE)
endif()

# ccache sees paths relative to the source tree, so that a second clone or a test project gets hits.
find_program(MINEFREE_CCACHE ccache DOC "Compiler cache; builds work without it")
if(MINEFREE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_CURRENT_LIST_DIR}/.. CCACHE_NOHASHDIR=1 ${MINEFREE_CCACHE})
endif()

if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  set(MINEFREE_X86_64 TRUE)
else()
  set(MINEFREE_X86_64 FALSE)
endif()

# -Werror only with the compilers that CI runs: another one's new warning must not stop a user.
set(MINEFREE_KNOWN_COMPILER FALSE)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^12\\.")
   OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^22\\."))
  set(MINEFREE_KNOWN_COMPILER TRUE)
endif()

# Gives a target of ours the project's language standard, warnings, instruction set and sanitizers.
function(minefree_flags target)
  set_target_properties(${target} PROPERTIES
    CXX_STANDARD 20
    CXX_STANDARD_REQUIRED ON
    CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE
    -ffp-contract=off   # the same bits on every machine: never a fused multiply-add
    -fno-math-errno     # a square root is one instruction
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
    -Wno-missing-field-initializers  # designated initialisers leave the rest at their defaults
    -Wno-psabi                       # vectors are passed inside our own code only
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 warns in std::string (its bug 105651)
  if(MINEFREE_X86_64)
    target_compile_options(${target} PRIVATE -march=x86-64-v2)  # SSE4.2: any PC since 2009
  endif()
  if(MINEFREE_WARNINGS_AS_ERRORS AND MINEFREE_KNOWN_COMPILER)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(MINEFREE_SANITIZE)
    target_compile_options(${target} PRIVATE
      -fsanitize=${MINEFREE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # false alarms of instrumented code
    target_link_options(${target} PRIVATE -fsanitize=${MINEFREE_SANITIZE})
  endif()
  if(MINEFREE_CONTRACTS)
    target_compile_definitions(${target} PRIVATE _GLIBCXX_ASSERTIONS)
  endif()
endfunction()

# Run at every build: cmake -DSOURCE=<folder> -DVERSION=<version> -DOUTPUT=<file> -P write_version.cmake
# Writes the file behind minefree/version.hpp, and leaves it alone when it would say the same.

# Reads only: without optional locks git does not refresh the index beside a commit in progress.
set(ENV{GIT_OPTIONAL_LOCKS} 0)
find_program(GIT git)

set(COMMIT unknown)
if(GIT AND EXISTS ${SOURCE}/.git)
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --short HEAD
    OUTPUT_VARIABLE hash OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(NOT failed)
    set(COMMIT ${hash})
    execute_process(COMMAND ${GIT} -C ${SOURCE} diff --quiet HEAD -- engine apps cmake CMakeLists.txt
      ERROR_QUIET RESULT_VARIABLE changed)
    if(changed)
      string(APPEND COMMIT -modified)
    endif()
  endif()
endif()

file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[
#include <minefree/version.hpp>

namespace minefree {

std::string_view version() { return "@VERSION@"; }

std::string_view commit() { return "@COMMIT@"; }

}  // namespace minefree
]])

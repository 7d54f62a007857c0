# Builds and runs tests/install/outside with minefree from an installation or as a subdirectory.

# Beside our own build folder, so that ccache sees the same relative paths.
set(work ${BUILD}-outside-${WAY})
file(REMOVE_RECURSE ${work})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nfailed with ${status}:\n${output}")
  endif()
  set(output ${output} PARENT_SCOPE)
endfunction()

if(WAY STREQUAL "installed")
  run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/prefix --component development)
  set(minefree -DCMAKE_PREFIX_PATH=${work}/prefix)
else()
  set(minefree -DMINEFREE_SOURCE=${SOURCE})
endif()

run(${CMAKE_COMMAND} -S ${SOURCE}/tests/install/outside -B ${work} -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release ${minefree})
run(${CMAKE_COMMAND} --build ${work})
run(${work}/outside)
if(NOT output STREQUAL "minefree ${VERSION}: the state is AGO, e is 2.71828\n")
  message(FATAL_ERROR "the outside program said: ${output}")
endif()
file(REMOVE_RECURSE ${work})

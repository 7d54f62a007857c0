# Everything comes from the system's packages; nothing is downloaded (docs/decisions/0009).

find_package(Threads REQUIRED)                            # parallel: std::jthread
find_package(yaml-cpp 0.7 REQUIRED)                       # config/yaml_tree.cpp: scenario and state files
find_package(fmt 9 REQUIRED)                              # text; g++ 12 has no std::format
find_package(nlohmann_json 3.11 REQUIRED)                 # config/json_tree and report/json
find_package(Eigen3 3.4 REQUIRED NO_MODULE)               # set-up: donor matrix, covariance factors; decision: regressions
find_package(Boost 1.74 REQUIRED)                         # headers: Random and Math, oracles and designs

if(MINEFREE_BUILD_PROGRAM)
  find_package(CLI11 2.1 REQUIRED)                        # apps/cli: the arguments, in one file
endif()

if(MINEFREE_BUILD_PROGRAM AND MINEFREE_BUILD_MPI)
  enable_language(C)                                      # FindMPI looks for the C API of MPI with it
  find_package(MPI 3.0 QUIET COMPONENTS C)                # apps/mpi: minefree-mpi
  if(NOT MPI_C_FOUND)
    message(STATUS "MPI (libopenmpi-dev and openmpi-bin, or a cluster's own) is not there: minefree-mpi is left out")
  endif()
endif()

if(MINEFREE_BUILD_TESTS)
  find_package(GTest 1.12 REQUIRED)                       # every C++ test; gmock's matchers
  find_package(rapidcheck REQUIRED)                       # property tests: random scenarios
endif()

if(MINEFREE_BUILD_BENCH)
  find_package(benchmark 1.7 QUIET)                       # bench/
  if(NOT benchmark_FOUND)
    message(STATUS "Google Benchmark (libbenchmark-dev) is not there: bench/ is left out")
  endif()
endif()

# yaml-cpp 0.7 calls its target yaml-cpp; from 0.8 on it is yaml-cpp::yaml-cpp.
if(NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

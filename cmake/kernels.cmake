# A kernel file holds the simulation for one instruction set. The program picks one at start-up, and all
# give the same bits: no set brings a fused multiply-add in, since -ffp-contract=off holds for them too.

set(MINEFREE_KERNEL_OPTIONS_sse42 -msse4.2)
set(MINEFREE_KERNEL_OPTIONS_avx2 -mavx2)
set(MINEFREE_KERNEL_OPTIONS_avx512
  -mavx512f -mavx512dq -mavx512bw -mavx512vl -mprefer-vector-width=512
  # g++ 12 warns of its own header, whose "undefined" registers are meant to be so.
  -Wno-uninitialized -Wno-maybe-uninitialized)

# Compiles `source` into the engine for the instruction set `set`: sse42, avx2 or avx512.
# On other processors sse42 is compiled for the processor's own vectors, and the wider sets are left out.
function(minefree_add_kernel source set)
  if(NOT DEFINED MINEFREE_KERNEL_OPTIONS_${set})
    message(FATAL_ERROR "minefree_add_kernel: '${set}' is not sse42, avx2 or avx512")
  endif()
  if(NOT MINEFREE_X86_64 AND NOT set STREQUAL "sse42")
    return()
  endif()
  cmake_path(ABSOLUTE_PATH source NORMALIZE)
  target_sources(minefree_engine PRIVATE ${source})
  set(options $<$<CONFIG:Debug>:-O2>)  # unoptimised lanes are too slow even for tests
  if(MINEFREE_X86_64)
    list(APPEND options ${MINEFREE_KERNEL_OPTIONS_${set}})
  endif()
  # The library belongs to the root folder, and a source's properties count in the folder of its target.
  set_property(SOURCE ${source} TARGET_DIRECTORY minefree_engine APPEND PROPERTY
    COMPILE_OPTIONS ${options})
  set_property(GLOBAL APPEND PROPERTY MINEFREE_KERNELS "${set}=${source}")
endfunction()

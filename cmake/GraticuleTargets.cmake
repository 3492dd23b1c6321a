# SPDX-License-Identifier: GPL-3.0-or-later
# One folder is one static library; one tst_*.cpp is one test program. Files are found by name: a new class is two new
# files and no change here.

# graticule_library(NAME LINK targets...): every .h and .cpp of the current folder (not below it) becomes
# the static library graticule_NAME. Includes start at the repository's root: "backend/domain/site.h".
function(graticule_library name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(graticule_${name} STATIC ${sources})
  # Without this a header that is added later waits for its moc run until another one changes (CMake 3.25).
  set_target_properties(graticule_${name} PROPERTIES AUTOGEN_TARGET_DEPENDS "${sources}")
  target_include_directories(graticule_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(graticule_${name} PUBLIC ${arg_LINK})
endfunction()

# graticule_tests(AREA LINK targets... [NEEDS servers...] [SLOW names...]): every tst_*.cpp of the current folder becomes
# a test "AREA/name" with the label AREA. GUI tests run on Qt's offscreen platform.
#   NEEDS docker   real Docker Engines are started before these tests and ended after them (tests/peers/docker)
#   NEEDS kubernetes, kubernetes-scale   the same with a real Kubernetes API server (tests/peers/kubernetes)
#   SLOW name      this test runs in `./test --all` only
function(graticule_tests area)
  cmake_parse_arguments(arg "GUI" "" "LINK;NEEDS;SLOW" ${ARGN})
  file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
  foreach(source ${tests})
    get_filename_component(name ${source} NAME_WE)
    string(REPLACE "tst_" "" short ${name})
    add_executable(${name} ${source})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${arg_LINK} graticule_testing Qt6::Test)
    add_test(NAME ${area}/${short} COMMAND ${name})
    set(labels ${area})
    if(short IN_LIST arg_SLOW)
      list(APPEND labels slow)
    endif()
    set_tests_properties(${area}/${short} PROPERTIES TIMEOUT 120 LABELS "${labels}" ENVIRONMENT "${GRATICULE_TEST_ENVIRONMENT}"
      FIXTURES_REQUIRED "${arg_NEEDS}" RESOURCE_LOCK "${arg_NEEDS}")
  endforeach()
endfunction()

# What every test finds in its environment. The servers' sockets need a short path, one for each build folder.
string(MD5 hash ${CMAKE_BINARY_DIR})
string(SUBSTRING ${hash} 0 8 hash)
set(GRATICULE_TEST_ENVIRONMENT
  QT_QPA_PLATFORM=offscreen
  GRATICULE_BIN=${CMAKE_BINARY_DIR}/bin
  GRATICULE_SOURCE=${CMAKE_SOURCE_DIR}
  GRATICULE_DOCKER_STATE=/tmp/graticule-docker-${hash}
  GRATICULE_KUBERNETES_STATE=/tmp/graticule-kubernetes-${hash}
  ASAN_OPTIONS=detect_stack_use_after_return=1:check_initialization_order=1:strict_init_order=1
  UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
  LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0
  TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp:print_suppressions=0:ignore_noninstrumented_modules=1:second_deadlock_stack=1:die_after_fork=0)

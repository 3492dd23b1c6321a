# SPDX-License-Identifier: GPL-3.0-or-later
# One folder is one static library; one tst_*.cpp is one test program. Files are found by name: a new class is two new
# files and no change here.

# graticule_library(NAME LINK targets...): every .h and .cpp of the current folder (not below it) becomes
# the static library graticule_NAME. Includes start at the repository's root: "backend/domain/site.h".
function(graticule_library name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  add_library(graticule_${name} STATIC ${sources})
  target_include_directories(graticule_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(graticule_${name} PUBLIC ${arg_LINK})
endfunction()

# graticule_tests(AREA LINK targets... [GUI]): every tst_*.cpp of the current folder becomes a test "AREA/name".
# GUI tests run on Qt's offscreen platform.
function(graticule_tests area)
  cmake_parse_arguments(arg "GUI" "" "LINK" ${ARGN})
  file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
  foreach(source ${tests})
    get_filename_component(name ${source} NAME_WE)
    string(REPLACE "tst_" "" short ${name})
    add_executable(${name} ${source})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${arg_LINK} graticule_testing Qt6::Test)
    add_test(NAME ${area}/${short} COMMAND ${name})
    set_tests_properties(${area}/${short} PROPERTIES TIMEOUT 120 LABELS ${area}
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;GRATICULE_BIN=${CMAKE_BINARY_DIR}/bin;GRATICULE_SOURCE=${CMAKE_SOURCE_DIR}")
  endforeach()
endfunction()

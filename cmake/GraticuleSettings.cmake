# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings and packages, for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Paths relative to the tree, so that presets and clones share what they compile alike (backend-only takes dev's objects).
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=true ${CCACHE_PROGRAM})
endif()
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
  add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Werror)
# At -O2 gcc 12 takes the two halves of a std::variant for one; the sanitizers look for the real thing.
add_compile_options($<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
add_compile_definitions(QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400
                        QT_MESSAGELOGCONTEXT)

set(GRATICULE_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")
if(GRATICULE_SANITIZE)
  add_compile_options(-fsanitize=${GRATICULE_SANITIZE} -fno-omit-frame-pointer -O1)
  add_link_options(-fsanitize=${GRATICULE_SANITIZE})
  if(GRATICULE_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

if(GRATICULE_FUZZ) # warnings are the ordinary build's; clang's own differ
  add_compile_options(-w)
endif()

if(GRATICULE_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network DBus Gui Widgets Svg Charts LinguistTools)
else()
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network)
endif()
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5) # what later versions deprecate is what 6.4, our oldest, has
  add_compile_definitions(QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(GRATICULE_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  # Not where the test lies, which is for QFINDTESTDATA: absolute paths would make each clone compile every test anew.
  set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endif()
find_package(Threads REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(Protobuf REQUIRED)
find_package(CURL 7.87 REQUIRED) # CURLOPT_CA_CACHE_TIMEOUT
find_package(SQLite3 REQUIRED)
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp) # yaml-cpp 0.7 (Debian 12) has the plain name only
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

# Every program of the preset tsan has this object in it, and with it Qt's hand-overs between threads explained.
if(GRATICULE_SANITIZE STREQUAL "thread")
  add_library(graticule_tsan OBJECT ${CMAKE_SOURCE_DIR}/tests/testing/tsan/qthandover.cpp)
  target_link_libraries(graticule_tsan PUBLIC Qt6::Core)
  link_libraries(graticule_tsan)
endif()

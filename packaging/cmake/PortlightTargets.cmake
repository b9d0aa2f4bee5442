# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of Portlight is made. Each folder of core/ is one static library that lists what it may use;
# a folder that includes another without listing it does not link.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(PORTLIGHT_CCACHE ccache)
if(PORTLIGHT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PORTLIGHT_CCACHE}")
endif()

# Flags for our own code only, never for what we include.
add_library(portlight_options INTERFACE)
target_compile_options(portlight_options INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow                # a hidden variable is read wrongly sooner or later
  -Wconversion            # lengths from the network are cut silently otherwise
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused -Wformat=2
  -fno-omit-frame-pointer)
if(PORTLIGHT_WERROR)
  target_compile_options(portlight_options INTERFACE -Werror)
endif()
target_compile_definitions(portlight_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  PORTLIGHT_VERSION="${PROJECT_VERSION}")
if(PORTLIGHT_SANITIZE)
  target_compile_options(portlight_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
    # The tests are many, and it is not their own speed that counts.
    $<IF:$<BOOL:$<TARGET_PROPERTY:PORTLIGHT_IS_TEST>>,-O0,-O1>)
  target_link_options(portlight_options INTERFACE -fsanitize=address,undefined)
endif()
if(PORTLIGHT_BUILD_FUZZERS)
  # Coverage in the libraries; each fuzzer adds the driver itself.
  target_compile_options(portlight_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
find_program(PORTLIGHT_LLD ld.lld)
if(PORTLIGHT_LLD)
  target_link_options(portlight_options INTERFACE -fuse-ld=lld)
endif()

# Qt's headers are half of a build's time. The objects that own the precompiled ones know the flags of all others.
option(PORTLIGHT_PRECOMPILE "Precompiled headers: a whole build is quicker, a forgotten include stays unnoticed" OFF)
function(portlight_precompiled name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINKS")
  set(source "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "")
  add_library(portlight_precompiled_${name} OBJECT "${source}")
  target_link_libraries(portlight_precompiled_${name} PRIVATE ${arg_LINKS} tl::expected)
  target_precompile_headers(portlight_precompiled_${name} PRIVATE ${arg_HEADERS})
  target_compile_options(portlight_precompiled_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
function(portlight_use_precompiled target name)
  if(PORTLIGHT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM portlight_precompiled_${name})
    # For ccache, which also wants CCACHE_SLOPPINESS=pch_defines,time_macros.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# portlight_library(rfb SOURCES RawDecoder.cpp ... LINKS portlight_base Qt6::Core ...)
# makes portlight_rfb from the calling folder; headers are included as "rfb/RawDecoder.h".
function(portlight_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;PRIVATE_LINKS")
  add_library(portlight_${name} STATIC ${arg_SOURCES})
  target_include_directories(portlight_${name} PUBLIC "${PROJECT_SOURCE_DIR}/core")
  target_link_libraries(portlight_${name} PUBLIC ${arg_LINKS} PRIVATE portlight_options ${arg_PRIVATE_LINKS})
  if(name MATCHES "^app_")
    portlight_use_precompiled(portlight_${name} app)
  else()
    portlight_use_precompiled(portlight_${name} core)
  endif()
endfunction()

# portlight_test(RawDecoderTest LINKS portlight_rfb [SOURCES more.cpp] [LABELS integration] [TIMEOUT 60] [GUI])
# makes a QtTest program from RawDecoderTest.cpp and registers it with ctest.
# Labels: unit (default), integration (real programs), full (only with packaging/test.sh --full).
function(portlight_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "GUI;SERIAL" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT")
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" PORTLIGHT_IS_TEST ON)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE ${arg_LINKS} Qt6::Test portlight_options)
  portlight_use_precompiled(${name} tests)
  target_compile_definitions(${name} PRIVATE
    PORTLIGHT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PORTLIGHT_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
  set(environment "LC_ALL=C.UTF-8" "UBSAN_OPTIONS=print_stacktrace=1"
    "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0" ${arg_ENVIRONMENT})
  if(arg_GUI)
    list(APPEND environment "QT_QPA_PLATFORM=offscreen")
  endif()
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}")
  if(arg_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

# portlight_fuzzer(RfbClientFuzzer LINKS portlight_rfb)
function(portlight_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
  add_executable(${name} ${name}.cpp)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
  target_link_libraries(${name} PRIVATE ${arg_LINKS} portlight_options)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

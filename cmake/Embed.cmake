# Data files compiled into a target as std::string_view constants.
#
#   torikomi_embed(<target> BASE <folder> FILES <file>...)
#
# defines torikomi::embedded_files() (include/torikomi/core/embedded.h) in <target>. A file is named by its path below
# BASE. FILES may be empty. The files must be text without NUL bytes and with LF line ends.
#
# How: at build time this file, run as a script, writes one C++ source that holds every file as one raw string literal,
# byte for byte. A literal costs the compiler a few milliseconds per megabyte (a list of numbers in braces costs
# seconds), needs no tool but CMake itself, cross-compiles, and its bytes are part of the source, so a compiler cache
# and link-time optimisation see them. `.incbin` would be as quick, but it is invisible to both and differs between
# assemblers; #embed is C++26.

if(CMAKE_SCRIPT_MODE_FILE)
  # cmake -D OUTPUT=<file> -D BASE=<folder> -D FILES=<list> -P Embed.cmake
  cmake_minimum_required(VERSION 3.25)
  set(delimiter "torikomi-embed")
  set(entries "")
  foreach(path IN LISTS FILES)
    file(RELATIVE_PATH name "${BASE}" "${path}")
    list(APPEND names "${name}")
    set("path_of_${name}" "${path}")
  endforeach()
  list(SORT names)
  foreach(name IN LISTS names)
    set(path "${path_of_${name}}")
    file(READ "${path}" content)
    string(FIND "${content}" ")${delimiter}\"" clash)
    if(NOT clash EQUAL -1)
      message(FATAL_ERROR "${path} holds the text )${delimiter}\" and cannot be embedded")
    endif()
    file(SIZE "${path}" bytes)
    string(LENGTH "${content}" length)
    if(NOT bytes EQUAL length)
      message(FATAL_ERROR "${path} holds NUL bytes and cannot be embedded")
    endif()
    string(APPEND entries "    EmbeddedFile{\"${name}\"sv, R\"${delimiter}(${content})${delimiter}\"sv},\n")
  endforeach()
  list(LENGTH FILES count)
  file(WRITE "${OUTPUT}" "// Written by cmake/Embed.cmake. Do not edit.
#include \"torikomi/core/embedded.h\"

#include <array>

namespace torikomi {
namespace {
using namespace std::string_view_literals;
constexpr std::array<EmbeddedFile, ${count}> kFiles = {
${entries}};
}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace torikomi
")
  return()
endif()

set(TORIKOMI_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(torikomi_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BASE" "FILES")
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded.cc)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D "OUTPUT=${output}" -D "BASE=${arg_BASE}" -D "FILES=${arg_FILES}" -P
            ${TORIKOMI_EMBED_SCRIPT}
    DEPENDS ${arg_FILES} ${TORIKOMI_EMBED_SCRIPT}
    COMMENT "Embedding grammars and data tables"
    VERBATIM)
  # The command exists only in this folder, so the target that runs it must too.
  add_library(${target}_embedded OBJECT ${output})
  target_include_directories(${target}_embedded PRIVATE ${CMAKE_SOURCE_DIR}/include)
  target_link_libraries(${target}_embedded PRIVATE torikomi_warnings)
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_embedded>)
endfunction()

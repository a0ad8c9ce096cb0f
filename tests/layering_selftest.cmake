# Plants one violation after another in a small tree and asks that layering_test.cmake sees each, and nothing in the
# tree without them.
#
#   cmake -DREPOSITORY=<folder> -DSCRATCH=<folder, emptied> -P layering_selftest.cmake
cmake_minimum_required(VERSION 3.25)

function(run tree out_code out_text)
  execute_process(COMMAND ${CMAKE_COMMAND} -DREPOSITORY=${tree} -P ${CMAKE_CURRENT_LIST_DIR}/layering_test.cmake
                  RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${out_code} "${code}" PARENT_SCOPE)
  set(${out_text} "${text}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${REPOSITORY}/docs/architecture.md DESTINATION ${SCRATCH}/docs)
file(WRITE ${SCRATCH}/include/torikomi/text/decode.h "#include <fmt/format.h>\n#include \"torikomi/core/span.h\"\n")
file(WRITE ${SCRATCH}/src/main.cc "#include \"cli/app.h\"\n")
file(WRITE ${SCRATCH}/src/text/decode.cc
     "#include \"torikomi/text/decode.h\"\n\n#include <unicode/ucnv.h>\n\n#include <vector>\n\n#include \"text/table.h\"\n")
run(${SCRATCH} code text)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "a tree without violations is refused:\n${text}")
endif()

# file|line|what the message must say
set(cases
    "src/text/bad.cc|#include \"torikomi/layout/block.h\"|text may not include layout"
    "src/value/bad.cc|#include \"torikomi/text/decode.h\"|value may not include text"
    "src/check/bad.cc|#include \"torikomi/grammar/grammar.h\"|check may not include grammar"
    "src/check/rules/bad.cc|#include \"torikomi/write/writer.h\"|check may not include write"
    "src/write/bad.cc|#include \"torikomi/report/render.h\"|write may not include report"
    "include/torikomi/core/bad.h|#include \"torikomi/pipeline.h\"|core may not include pipeline"
    "include/torikomi/pipeline.h|#include \"torikomi/cli/options.h\"|pipeline may not include cli"
    "src/layout/bad.cc|#include \"text/table.h\"|private to another folder"
    "src/main.cc|#include \"grammar/load.h\"|private to another folder"
    "src/batch/bad.cc|#include \"cli/app.h\"|private to another folder"
    "src/layout/bad.cc|#include \"../text/table.h\"|climbs out"
    "src/layout/bad.cc|#include <unicode/ucnv.h>|may not stand here"
    "src/value/number.cc|#include <unicode/uchar.h>|may not stand here"
    "src/layout/bad.cc|#  include <re2/re2.h>|may not stand here"
    "include/torikomi/grammar/bad.h|#include <re2/re2.h>|may not stand here"
    "src/record/bad.cc|#include <sqlite3.h>|may not stand here"
    "src/core/bad.cc|#include <regex>|may not stand here"
    "src/core/bad.cc|#include <zlib.h>|in no row"
    "src/core/bad.cc|#include <boost/any.hpp>|in no row"
    "src/extra/bad.cc|#include <vector>|has no row"
    "src/core/bad.cc|#include MACRO|cannot read")
foreach(case IN LISTS cases)
  string(REPLACE "|" ";" parts "${case}")
  list(GET parts 0 file)
  list(GET parts 1 line)
  list(GET parts 2 wanted)
  file(WRITE ${SCRATCH}/${file} "${line}\n")
  run(${SCRATCH} code text)
  string(FIND "${text}" "${file}: " named)
  string(FIND "${text}" "${wanted}" said)
  if(code EQUAL 0 OR named EQUAL -1 OR said EQUAL -1)
    message(SEND_ERROR "not seen: ${line} in ${file}; wanted \"${wanted}\", got:\n${text}")
  endif()
  file(REMOVE ${SCRATCH}/${file})
endforeach()
file(REMOVE_RECURSE ${SCRATCH})

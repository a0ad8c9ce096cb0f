# Warnings and sanitizers that every target of this project uses.
add_library(torikomi_warnings INTERFACE)
target_compile_options(torikomi_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                                   -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives of these two in its own <variant> and <string> at -O2 (GCC bugs 105562, 105329).
  target_compile_options(torikomi_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(TORIKOMI_WERROR)
  target_compile_options(torikomi_warnings INTERFACE -Werror)
endif()
if(TORIKOMI_SANITIZE)
  add_compile_options(-fsanitize=${TORIKOMI_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TORIKOMI_SANITIZE})
endif()

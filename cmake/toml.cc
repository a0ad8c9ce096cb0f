// The code of toml++, once for the program and for what the build runs; its headers alone are declarations elsewhere.
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>

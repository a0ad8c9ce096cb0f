#include "tree_toml.h"

#include <string_view>

namespace torikomi {
namespace {

class Flattener {
 public:
  void add(std::string_view key, const toml::node& value) {
    const std::size_t index = out_.nodes.size();
    const auto at = value.source().begin;
    TreeNode node{NodeKind::kOther, word(key), size(key), 0, 0, 0, 0, at.line, at.column};
    if (const auto* text = value.as_string()) {
      node.kind = NodeKind::kText;
      node.text = word(text->get());
      node.text_size = size(text->get());
    } else if (const auto* number = value.as_integer()) {
      node.kind = NodeKind::kInteger;
      node.number = number->get();
    } else if (const auto* truth = value.as_boolean()) {
      node.kind = NodeKind::kTruth;
      node.number = truth->get() ? 1 : 0;
    } else if (value.is_table()) {
      node.kind = NodeKind::kTable;
    } else if (value.is_array()) {
      node.kind = NodeKind::kArray;
    }
    out_.nodes.push_back(node);
    if (const toml::table* table = value.as_table())
      for (const auto& [name, inner] : *table) add(name.str(), inner);
    if (const toml::array* array = value.as_array())
      for (const toml::node& inner : *array) add("", inner);
    out_.nodes[index].end = static_cast<std::uint32_t>(out_.nodes.size());
  }
  OwnedTree take() { return std::move(out_); }

 private:
  static std::uint32_t size(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }
  std::uint32_t word(std::string_view text) {
    const auto begin = size(out_.words);
    out_.words += text;
    return begin;
  }

  OwnedTree out_;
};

}  // namespace

OwnedTree flatten(const toml::table& table) {
  Flattener flattener;
  flattener.add("", table);
  return flattener.take();
}

}  // namespace torikomi

// A grammar file as one flat list of values, in the order of the file: what the loader reads. The built-in grammars
// come in this form out of the build (cmake/pack_grammar.cc), a user's grammar out of TOML (tree_toml.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

namespace torikomi {

enum class NodeKind : std::uint8_t { kTable, kArray, kText, kInteger, kTruth, kOther };

/// One value. Offsets count bytes of the words of the tree; `end` counts nodes: the first one behind this value and all
/// that it holds. A constant in the binary, so without pointers.
struct TreeNode {
  NodeKind kind;
  std::uint32_t key, key_size;    ///< size 0: an element of an array
  std::uint32_t text, text_size;  ///< kText
  std::int64_t number;            ///< kInteger; kTruth: 0 or 1
  std::uint32_t end;
  std::uint32_t line, column;  ///< from 1, in the file
};

/// The nodes, the root table first, and the words that they point into. A view.
struct GrammarTree {
  std::span<const TreeNode> nodes;
  std::string_view words;
};

/// A place in a tree; a view, as cheap as a pointer.
class TreeView {
 public:
  explicit TreeView(const GrammarTree& tree, std::uint32_t index = 0) : tree_(&tree), index_(index) {}

  [[nodiscard]] NodeKind kind() const { return node().kind; }
  [[nodiscard]] std::string_view key() const { return tree_->words.substr(node().key, node().key_size); }
  [[nodiscard]] std::string_view text() const { return tree_->words.substr(node().text, node().text_size); }
  [[nodiscard]] std::int64_t number() const { return node().number; }
  [[nodiscard]] std::uint32_t line() const { return node().line; }
  [[nodiscard]] std::uint32_t column() const { return node().column; }

  /// What a table or an array holds, in order.
  class Children {
   public:
    class Iterator {
     public:
      using iterator_category = std::input_iterator_tag;
      using value_type = TreeView;
      using difference_type = std::ptrdiff_t;
      using pointer = const TreeView*;
      using reference = TreeView;

      Iterator(const GrammarTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
      TreeView operator*() const { return TreeView(*tree_, index_); }
      Iterator& operator++() {
        index_ = tree_->nodes[index_].end;
        return *this;
      }
      bool operator==(const Iterator& other) const = default;

     private:
      const GrammarTree* tree_;
      std::uint32_t index_;
    };

    Children(const GrammarTree& tree, std::uint32_t parent) : tree_(&tree), parent_(parent) {}
    [[nodiscard]] Iterator begin() const { return {*tree_, parent_ + 1}; }
    [[nodiscard]] Iterator end() const { return {*tree_, tree_->nodes[parent_].end}; }

   private:
    const GrammarTree* tree_;
    std::uint32_t parent_;
  };
  [[nodiscard]] Children children() const { return {*tree_, index_}; }

  /// The value of `key` in a table.
  [[nodiscard]] std::optional<TreeView> get(std::string_view key) const {
    for (const TreeView child : children())
      if (child.key() == key) return child;
    return std::nullopt;
  }

 private:
  [[nodiscard]] const TreeNode& node() const { return tree_->nodes[index_]; }

  const GrammarTree* tree_;
  std::uint32_t index_;
};

/// The built-in grammar whose file is called `stem`.toml; nothing where there is none. Static storage, written by the
/// build.
[[nodiscard]] std::optional<GrammarTree> packed_tree(std::string_view stem);

}  // namespace torikomi

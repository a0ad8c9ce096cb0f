// The tables of codes in the form in which names are looked up. Built once from the embedded files, then read only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "torikomi/value/municipality.h"

namespace torikomi::names {

/// A character of a name; all writings of one character (高 髙, 島 嶋, ヶ ケ が) are one symbol. 0: stands in no name.
using Symbol = std::uint16_t;
/// A place in the tree of names: the symbols read so far. 0 is no place.
using Node = std::uint16_t;
inline constexpr Node kRoot = 1;

/// One body with what a look-up compares.
struct Body {
  const Municipality* facts = nullptr;
  Node parent = 0;              ///< where the name of its county or city ends in the tree; 0: has none
  std::uint8_t prefecture = 0;  ///< 1 to 47 (JIS X 0401)
  [[nodiscard]] bool is_prefecture() const { return facts->kind == "prefecture"; }
};

/// A tree of symbols as one hash table of its edges.
class Tree {
 public:
  Tree() : slots_(1U << 15) {}
  /// The place one symbol further, made if it is not there.
  Node add(Node from, Symbol symbol);
  /// The place one symbol further; 0 where no name goes on so.
  [[nodiscard]] Node step(Node from, Symbol symbol) const {
    const std::uint32_t key = key_of(from, symbol);
    std::size_t at = slot_of(key);
    while (slots_[at].key != key && slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    return slots_[at].child;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t key = 0;
    Node child = 0;
  };
  static std::uint32_t key_of(Node from, Symbol symbol) { return std::uint32_t{from} << 16 | symbol; }
  [[nodiscard]] std::size_t slot_of(std::uint32_t key) const {
    return (key * std::uint64_t{0x9E3779B97F4A7C15} >> 32) & (slots_.size() - 1);
  }
  void grow();

  std::vector<Slot> slots_;
  std::size_t size_ = kRoot + 1;
};

class NameTable {
 public:
  /// The table of this program. Built by the first caller (about a millisecond); thread-safe.
  [[nodiscard]] static const NameTable& get();

  /// Every body: first those in force, then the former ones, each in the order of the files.
  [[nodiscard]] std::span<const Municipality> facts() const { return facts_; }
  [[nodiscard]] Symbol symbol(char32_t c) const;
  [[nodiscard]] Node step(Node from, Symbol symbol) const { return tree_.step(from, symbol); }
  /// The bodies whose own name ends at `node`, in the order of facts().
  [[nodiscard]] std::span<const Body> bodies_at(Node node) const {
    return std::span(bodies_).subspan(first_body_[node], first_body_[node + 1U] - first_body_[node]);
  }
  /// True where the name of a county (郡), or of a city with wards, ends at `node`.
  [[nodiscard]] bool is_parent(Node node) const { return is_parent_[node]; }
  /// 1 to 47 for the full name of a prefecture (岡山県), else 0.
  [[nodiscard]] std::uint8_t prefecture(std::string_view name) const;

 private:
  NameTable();
  void read_variants(std::string_view file);
  void read_bodies(std::string_view file);
  void build_index();
  Node add_name(std::string_view name);
  Symbol& symbol_slot(char32_t c);

  std::vector<Municipality> facts_;
  Tree tree_;
  std::vector<Symbol> symbols_;                           // of U+0000 to U+FFFF
  std::vector<std::pair<char32_t, Symbol>> far_symbols_;  // of the few above
  Symbol last_symbol_ = 0;
  std::vector<Body> bodies_;  // grouped by the node at which the name ends
  std::vector<std::uint16_t> first_body_;
  std::vector<bool> is_parent_;
};

}  // namespace torikomi::names

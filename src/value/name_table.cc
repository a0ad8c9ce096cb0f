#include "name_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <limits>

#include "torikomi/core/embedded.h"
#include "torikomi/core/utf8.h"

namespace torikomi::names {
namespace {

/// Takes the text before the next `mark` off the front of `rest`.
std::string_view take(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// "2005-03-31"; nothing for an empty cell.
std::optional<Day> day(std::string_view cell) {
  if (cell.size() != 10) return std::nullopt;
  return Day(std::chrono::year(number(cell.substr(0, 4))),
             std::chrono::month(static_cast<unsigned>(number(cell.substr(5, 2)))),
             std::chrono::day(static_cast<unsigned>(number(cell.substr(8, 2)))));
}

}  // namespace

Node Tree::add(Node from, Symbol symbol) {
  if (const Node there = step(from, symbol)) return there;
  if (size_ * 2 > slots_.size()) grow();
  assert(size_ <= std::numeric_limits<Node>::max());
  const std::uint32_t key = key_of(from, symbol);
  std::size_t at = slot_of(key);
  while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {key, static_cast<Node>(size_++)};
  return slots_[at].child;
}

void Tree::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    std::size_t at = slot_of(slot.key);
    while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

const NameTable& NameTable::get() {
  static const NameTable table;
  return table;
}

NameTable::NameTable() : symbols_(0x10000) {
  read_variants(embedded_file("data/kanji_variants.tsv").value_or(""));
  facts_.reserve(4500);
  read_bodies(embedded_file("data/municipalities.tsv").value_or(""));
  read_bodies(embedded_file("data/municipalities_former.tsv").value_or(""));
  build_index();
}

Symbol& NameTable::symbol_slot(char32_t c) {
  if (c < symbols_.size()) return symbols_[c];
  const auto at = std::ranges::lower_bound(far_symbols_, c, {}, &std::pair<char32_t, Symbol>::first);
  if (at != far_symbols_.end() && at->first == c) return at->second;
  return far_symbols_.insert(at, {c, 0})->second;
}

Symbol NameTable::symbol(char32_t c) const {
  if (c < symbols_.size()) return symbols_[c];
  const auto at = std::ranges::lower_bound(far_symbols_, c, {}, &std::pair<char32_t, Symbol>::first);
  return at != far_symbols_.end() && at->first == c ? at->second : Symbol{0};
}

/// Lines of a character and its other writings; the first line is the heading.
void NameTable::read_variants(std::string_view file) {
  take(file, '\n');
  while (!file.empty()) {
    const std::string_view line = take(file, '\n');
    ++last_symbol_;
    for (std::size_t at = 0; at < line.size();) {
      const utf8::Decoded c = utf8::decode(line, at);
      if (c.code_point != '\t') symbol_slot(c.code_point) = last_symbol_;
      at += c.size;
    }
  }
}

/// Columns: code, prefecture, name, kana, kind, valid_from, valid_to, parent; the first line is the heading.
void NameTable::read_bodies(std::string_view file) {
  take(file, '\n');
  while (!file.empty()) {
    std::string_view line = take(file, '\n');
    std::array<std::string_view, 8> cells;
    for (std::string_view& cell : cells) cell = take(line, '\t');
    facts_.push_back({.code = cells[0],
                      .prefecture = cells[1],
                      .name = cells[2],
                      .kana = cells[3],
                      .kind = cells[4],
                      .parent = cells[7],
                      .valid_from = day(cells[5]),
                      .valid_to = day(cells[6])});
  }
}

Node NameTable::add_name(std::string_view name) {
  Node node = kRoot;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::Decoded c = utf8::decode(name, at);
    Symbol& symbol = symbol_slot(c.code_point);
    if (symbol == 0) symbol = ++last_symbol_;
    node = tree_.add(node, symbol);
    at += c.size;
  }
  return node;
}

void NameTable::build_index() {
  std::vector<std::pair<Node, Body>> found;
  found.reserve(facts_.size());
  std::vector<Node> parents;
  for (const Municipality& body : facts_) {
    const Node parent = body.parent.empty() ? Node{0} : add_name(body.parent);
    if (parent != 0) parents.push_back(parent);
    const auto prefecture = static_cast<std::uint8_t>(number(body.code.substr(0, 2)));
    found.push_back({add_name(body.name), {&body, parent, prefecture}});
  }
  is_parent_.resize(tree_.size());
  for (const Node parent : parents) is_parent_[parent] = true;

  first_body_.resize(tree_.size() + 1);
  for (const auto& [node, body] : found) ++first_body_[node + 1U];
  for (std::size_t node = 1; node < first_body_.size(); ++node)
    first_body_[node] = static_cast<std::uint16_t>(first_body_[node] + first_body_[node - 1]);
  bodies_.resize(found.size());
  std::vector<std::uint16_t> next(first_body_.begin(), first_body_.end());
  for (const auto& [node, body] : found) bodies_[next[node]++] = body;
}

std::uint8_t NameTable::prefecture(std::string_view name) const {
  Node node = kRoot;
  for (std::size_t at = 0; at < name.size() && node != 0;) {
    const utf8::Decoded c = utf8::decode(name, at);
    node = step(node, symbol(c.code_point));
    at += c.size;
  }
  for (const Body& body : bodies_at(node))
    if (body.is_prefecture()) return body.prefecture;
  return 0;
}

}  // namespace torikomi::names

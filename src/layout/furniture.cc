// Page furniture: page numbers, and headers and footers that come again on page after page. They are found by lines,
// before any shape is read, so that none of them ends up in a table that a page break cut.
#include <string>
#include <unordered_map>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/marker.h"

namespace torikomi::shapes {
namespace {

constexpr std::size_t kEdgeLines = 2;    ///< so many lines at either edge of a page may be furniture
constexpr std::size_t kFewestPages = 3;  ///< so many pages must show the same header
constexpr std::size_t kLongestHeader = 60;
constexpr std::uint32_t kNearestNumbers = 8;  ///< bare page numbers are at least so many lines apart

class FurnitureFinder {
 public:
  explicit FurnitureFinder(Context& context) : context_(context) {}

  void run() {
    find_breaks();
    keep_counted();
    mark_edges();
    std::sort(context_.furniture.begin(), context_.furniture.end(),
              [](const Furniture& a, const Furniture& b) { return a.line < b.line; });
  }

 private:
  struct Number {
    std::uint32_t line;
    PageNumber page;
  };
  /// A page ends before `line`, or with it where `footer` is a page number.
  struct Edge {
    std::uint32_t line;
    bool number;
  };

  /// The first letter of a page number; spares the look at most lines.
  static bool may_be_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '~' || c == 'P' || c == 'p' || c == '\xE2' || c == '\xE3';
  }

  void find_breaks() {
    for (std::uint32_t i = 0; i < context_.lines.size(); ++i) {
      const Line& line = context_.lines[i];
      std::uint32_t at = line.begin;
      while (at < line.end && is_blank(context_.words[at])) {
        if (context_.words[at] == '\f') breaks_.push_back(i);
        ++at;
      }
      if (at == line.end) continue;
      if (context_.words[line.end - 1] == '\f') breaks_.push_back(i + 1);
      if (line.end - at > 60 || !may_be_number(context_.words[at])) continue;
      if (const auto page = read_page_number(slice(context_.words, trimmed(context_.words, {at, line.end}))))
        numbers_.push_back({i, *page});
    }
  }

  [[nodiscard]] bool at_page_edge(std::uint32_t line) const {
    const auto next = std::lower_bound(breaks_.begin(), breaks_.end(), line);
    if (next != breaks_.end() && (*next == line || only_blank(line + 1, *next))) return true;
    return next != breaks_.begin() && only_blank(*(next - 1) + 1, line) && is_lone_break(*(next - 1));
  }
  [[nodiscard]] bool is_lone_break(std::uint32_t line) const { return context_.is_blank_line(line); }
  [[nodiscard]] bool only_blank(std::uint32_t from, std::uint32_t to) const {
    if (to < from || to - from > kEdgeLines + 2) return false;
    for (; from < to; ++from)
      if (!context_.is_blank_line(from)) return false;
    return true;
  }

  /// A bare number is that of a page if it stands at the edge of one, or goes on counting from the last.
  void keep_counted() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (numbers_[i].page.certain || at_page_edge(numbers_[i].line) || (goes_on(i) && counts(i)))
        take(numbers_[i].line);
    }
  }
  [[nodiscard]] bool follows(std::size_t a, std::size_t b) const {
    return numbers_[b].page.number == numbers_[a].page.number + 1 &&
           numbers_[b].line - numbers_[a].line >= kNearestNumbers;
  }
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return (i > 0 && follows(i - 1, i)) || (i + 1 < numbers_.size() && follows(i, i + 1));
  }
  /// Three in a row, each one more than the last.
  [[nodiscard]] bool counts(std::size_t i) const {
    std::size_t first = i;
    std::size_t last = i;
    while (first > 0 && i - first < 2 && follows(first - 1, first)) --first;
    while (last + 1 < numbers_.size() && last - i < 2 && follows(last, last + 1)) ++last;
    return last - first >= 2;
  }
  void take(std::uint32_t line) {
    context_.furniture.push_back({line, "page-number"});
    edges_.push_back({line, true});
  }

  // --- headers and footers

  /// The words with every digit as one sign, so that a header may count pages.
  static std::string masked(std::string_view words) {
    std::string out;
    for (const char c : words) {
      if (c == ' ') continue;
      out += c >= '0' && c <= '9' ? '0' : c;
    }
    return out;
  }

  void mark_edges() {
    for (const std::uint32_t line : breaks_) edges_.push_back({line, false});
    if (edges_.size() + 1 < kFewestPages) return;
    std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.line < b.line; });
    std::vector<std::uint32_t> candidates;
    const auto numbers = context_.furniture;
    const auto is_number = [&](std::uint32_t line) {
      const auto at = std::lower_bound(numbers.begin(), numbers.end(), line,
                                       [](const Furniture& one, std::uint32_t place) { return one.line < place; });
      return at != numbers.end() && at->line == line;
    };
    const auto add = [&](std::uint32_t line) {
      if (!is_number(line) && may_be_header(line)) candidates.push_back(line);
    };
    for_edge(0, true, add);
    for (const Edge& edge : edges_) {
      for_edge(edge.number ? edge.line + 1 : edge.line, true, add);
      if (edge.line > 0) for_edge(edge.line - 1, false, add);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::unordered_map<std::string, std::vector<std::uint32_t>> same;
    for (const std::uint32_t line : candidates) same[masked(words(line))].push_back(line);
    for (const std::uint32_t line : candidates) {
      const auto& lines = same[masked(words(line))];
      // the first one is text: it may be the title
      if (lines.size() >= kFewestPages && lines.front() != line) context_.furniture.push_back({line, "page-header"});
    }
  }

  /// The few lines with words from `line` on, downwards or upwards.
  template <class Visit>
  void for_edge(std::uint32_t line, bool down, Visit visit) const {
    std::size_t seen = 0;
    for (std::size_t looked = 0; line < context_.lines.size() && looked < 2 * kEdgeLines + 4 && seen < kEdgeLines;
         ++looked) {
      if (!context_.is_blank_line(line)) {
        visit(line);
        ++seen;
      }
      if (!down && line == 0) break;
      line = down ? line + 1 : line - 1;
    }
  }

  [[nodiscard]] std::string_view words(std::uint32_t line) const {
    return slice(context_.words, trimmed(context_.words, context_.lines[line].span()));
  }

  /// No row, no sentence, no ruling: a header says few words. Words parted by wide blanks are one only if the line
  /// below has none, else they may be the head of a table.
  [[nodiscard]] bool may_be_header(std::uint32_t line) const {
    const std::string_view own = words(line);
    if (own.empty() || utf8::count(own) > kLongestHeader || own.ends_with("。") || is_ruling(own)) return false;
    if (own.find_first_of("\t|<:") != own.npos || own.find("│") != own.npos || own.starts_with("【")) return false;
    if (read_marker(own)) return false;
    if (own.find_first_not_of("0123456789., -") == own.npos) return false;
    if (own.find("  ") == own.npos) return true;
    return line + 1 >= context_.lines.size() || words(line + 1).find("  ") == std::string_view::npos;
  }

  Context& context_;
  std::vector<std::uint32_t> breaks_;  ///< lines that hold a form feed before their words
  std::vector<Number> numbers_;
  std::vector<Edge> edges_;
};

}  // namespace

void find_furniture(Context& context) { FurnitureFinder(context).run(); }

}  // namespace torikomi::shapes

#include "opener.h"

#include <algorithm>
#include <map>

#include "toml_text.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

constexpr std::size_t kLongestPrefix = 8;  ///< characters before the number

/// The form of a line: what is the same in every one of its kind.
struct LineForm {
  std::string before, behind;  ///< around the number: No. and nothing, ( and ); of brackets: 【 and nothing
  std::string rest;            ///< what differs
  bool bracketed = false;

  [[nodiscard]] std::string key() const { return (bracketed ? "[" : "#") + before + "\n" + behind; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Signs that close a number: ) . :
std::size_t signs_behind(std::string_view words) { return std::min(words.find_first_not_of(").:"), words.size()); }

std::string without_blanks_around(std::string_view words) {
  while (words.starts_with(' ')) words.remove_prefix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  return std::string(words);
}

std::optional<LineForm> form_of(std::string_view words) {
  constexpr std::string_view kOpen = "【";
  constexpr std::string_view kClose = "】";
  LineForm form;
  if (words.starts_with(kOpen) && words.ends_with(kClose)) {
    form.before = kOpen;
    form.bracketed = true;
    form.rest = words.substr(kOpen.size(), words.size() - kOpen.size() - kClose.size());
    return form;
  }
  const std::size_t number = words.find_first_of("0123456789");
  if (number == words.npos || utf8::count(words.substr(0, number)) > kLongestPrefix) return std::nullopt;
  std::size_t end = number;
  while (end < words.size() && is_digit(words[end])) ++end;
  form.before = without_blanks_around(words.substr(0, number));
  const std::size_t signs = signs_behind(words.substr(end));
  form.behind = words.substr(end, signs);
  form.rest = without_blanks_around(words.substr(end + signs));
  // 12月の行事 and 5人 are values
  if (form.before.empty() && form.behind.empty()) return std::nullopt;
  return form;
}

class OpenerFinder {
 public:
  explicit OpenerFinder(std::span<const Document> reports) : reports_(reports) {}

  std::optional<Opener> run(std::span<const Site> starts) {
    std::map<std::string, std::vector<Site>> above;
    for (const Site& start : starts)
      if (const auto line = line_above(start)) above[form_of(words(*line))->key()].push_back(*line);
    for (auto& [key, sites] : above) {
      if (sites.size() < 2 || sites.size() * 10 < starts.size() * 8) continue;
      if (count(key) * 10 > starts.size() * 12) return std::nullopt;
      return opener_of(std::move(sites));
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view words(const Site& site) const {
    const Document& report = reports_[site.report];
    return report.text->slice(report.layout.blocks[site.block].span);
  }

  [[nodiscard]] static bool is_line(const Block& block) {
    return block.kind == BlockKind::kHeading || block.kind == BlockKind::kText || block.kind == BlockKind::kListItem;
  }

  [[nodiscard]] std::optional<Site> line_above(const Site& start) const {
    const auto& blocks = reports_[start.report].layout.blocks;
    for (std::uint32_t b = start.block; b-- > 0;) {
      if (blocks[b].kind == BlockKind::kBlank || blocks[b].kind == BlockKind::kSeparator ||
          blocks[b].kind == BlockKind::kFurniture)
        continue;
      const Site site = {start.report, b};
      return is_line(blocks[b]) && form_of(words(site)) ? std::optional(site) : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t count(const std::string& key) const {
    std::size_t out = 0;
    for (std::uint32_t r = 0; r < reports_.size(); ++r)
      for (std::uint32_t b = 0; b < reports_[r].layout.blocks.size(); ++b) {
        if (!is_line(reports_[r].layout.blocks[b])) continue;
        const auto form = form_of(words({r, b}));
        out += form && form->key() == key ? 1 : 0;
      }
    return out;
  }

  [[nodiscard]] std::optional<Opener> opener_of(std::vector<Site> sites) const {
    const LineForm first = *form_of(words(sites.front()));
    const bool same = std::all_of(sites.begin(), sites.end(),
                                  [&](const Site& site) { return form_of(words(site))->rest == first.rest; });
    if (same) return std::nullopt;
    Opener out;
    out.pattern = first.bracketed ? "^【(?P<project>[^】]+)】$"
                                  : "^" + pattern_words(first.before) + " ?[0-9]+" + pattern_words(first.behind) +
                                        " *(?P<project>.+)$";
    out.sites = std::move(sites);
    return out;
  }

  std::span<const Document> reports_;
};

}  // namespace

std::optional<Opener> find_opener(std::span<const Document> reports, std::span<const Site> starts) {
  return OpenerFinder(reports).run(starts);
}

}  // namespace torikomi

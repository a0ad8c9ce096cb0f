#include "check/markup.h"

#include <algorithm>
#include <array>
#include <optional>

namespace torikomi {
namespace {

constexpr std::size_t kLongestTag = 200;
/// Tags that come in pairs within one line.
constexpr std::array<std::string_view, 17> kPaired = {"ul", "ol", "li",     "p",   "div", "span",   "b", "strong", "em",
                                                      "i",  "u",  "strike", "sup", "sub", "center", "a", "font"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string_view name;
  bool closes = false;
  Span span;
};

/// The tag that begins at `at`, if it is one of kPaired.
std::optional<Tag> tag_at(std::string_view line, std::size_t at, std::uint32_t begin) {
  const std::string_view rest = line.substr(at, kLongestTag);
  const std::size_t close = rest.find('>');
  if (close == rest.npos || close < 2) return std::nullopt;
  Tag out;
  out.closes = rest[1] == '/';
  const std::size_t first = out.closes ? 2 : 1;
  std::size_t last = first;
  while (last < close && (is_letter(rest[last]) || (last > first && rest[last] >= '0' && rest[last] <= '9'))) ++last;
  out.name = rest.substr(first, last - first);
  if (std::find(kPaired.begin(), kPaired.end(), out.name) == kPaired.end() || rest[close - 1] == '/')
    return std::nullopt;
  out.span = {begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(at + close + 1)};
  return out;
}

class LineMarkup {
 public:
  LineMarkup(std::string_view line, std::uint32_t begin) : line_(line), begin_(begin) {}

  std::vector<MarkupPlace> run() {
    for (std::size_t at = line_.find('<'); at != line_.npos; at = line_.find('<', at + 1))
      if (const auto tag = tag_at(line_, at, begin_)) take(*tag);
    for (const Tag& tag : open_) out_.push_back({tag.span, MarkupFault::kUnclosed});
    check_emphasis();
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(out_);
  }

 private:
  void take(const Tag& tag) {
    if (!tag.closes) {
      const bool orphan = tag.name == "li" && !is_open("ul") && !is_open("ol");
      if (orphan)
        out_.push_back({tag.span, MarkupFault::kOrphan});
      else
        open_.push_back(tag);
      return;
    }
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Tag& one) { return one.name == tag.name; });
    if (found == open_.rend()) {
      const bool told = std::any_of(out_.begin(), out_.end(),
                                    [](const MarkupPlace& one) { return one.fault == MarkupFault::kOrphan; });
      if (!told) out_.push_back({tag.span, MarkupFault::kOrphan});
      return;
    }
    // what was opened inside and not closed; HTML lets <li> and <p> end by themselves
    for (auto inner = open_.rbegin(); inner != found; ++inner)
      if (inner->name != "li" && inner->name != "p") out_.push_back({inner->span, MarkupFault::kUnclosed});
    open_.erase(std::next(found).base(), open_.end());
  }

  [[nodiscard]] bool is_open(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Tag& tag) { return tag.name == name; });
  }

  /// ** stands twice for every emphasis; more than two signs are a ruling or a secret.
  void check_emphasis() {
    int count = 0;
    std::size_t last = 0;
    for (std::size_t at = line_.find("**"); at != line_.npos;) {
      std::size_t end = at;
      while (end < line_.size() && line_[end] == '*') ++end;
      if (end - at > 2) return;
      ++count;
      last = at;
      at = line_.find("**", end);
    }
    if (count % 2 == 0) return;
    const std::uint32_t at = begin_ + static_cast<std::uint32_t>(last);
    out_.push_back({{at, at + 2}, MarkupFault::kEmphasis});
  }

  std::string_view line_;
  std::uint32_t begin_;
  std::vector<Tag> open_;
  std::vector<MarkupPlace> out_;
};

}  // namespace

std::vector<MarkupPlace> find_markup_faults(std::string_view line, std::uint32_t begin) {
  if (line.find('<') == line.npos && line.find("**") == line.npos) return {};
  return LineMarkup(line, begin).run();
}

}  // namespace torikomi

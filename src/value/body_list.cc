#include "torikomi/value/body_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "list_pieces.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/group.h"

namespace torikomi {
namespace {

using namespace lists;  // NOLINT(google-build-using-namespace)
using std::uint32_t;

constexpr std::string_view kDot = "・";

/// Words that name an area, not a body: what stands in brackets behind them are the bodies.
constexpr std::array<std::string_view, 7> kAreaEnds = {"地域", "圏域", "圏", "ブロック", "地区", "管内", "エリア"};
/// Words that names of organisations hold.
constexpr std::array<std::string_view, 15> kLegalForms = {"株式会社", "有限会社", "合同会社", "法人", "協議会",
                                                          "組合",     "大学",     "機構",     "協会", "連合会",
                                                          "研究所",   "商工会",   "委員会",   "公社", "コンソーシアム"};
/// How the names of municipalities and prefectures end.
constexpr std::array<std::string_view, 6> kBodyEnds = {"市", "区", "町", "村", "県", "府"};

bool ends_with_any(std::string_view words, std::span<const std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return words.ends_with(end); });
}

class ListReader {
 public:
  ListReader(std::string_view text, const NameContext& context) : text_(text), context_(context) {}

  BodyList run() {
    pieces_ = cut_list(text_);
    for (std::size_t i = 0; i < pieces_.size();) i = pieces_[i].bracket < 0 ? take_word(i) : take_brackets(i);
    ask_neighbours();
    list_.pure = known_ > 0 && foreign_ == 0 && lookalikes_ <= known_;
    list_.organizations = !list_.bodies.empty() && foreign_ == organizations_;
    list_.title = title();
    return std::move(list_);
  }

 private:
  [[nodiscard]] std::string_view words(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  [[nodiscard]] std::size_t end_of_brackets(std::size_t i) const {
    const int bracket = pieces_[i].bracket;
    while (i < pieces_.size() && pieces_[i].bracket == bracket) ++i;
    return i;
  }

  /// The name of the prefecture that the piece is, or nothing.
  [[nodiscard]] std::string_view prefecture_of(Range range) const {
    const auto match = whole_name(range, {});
    return match && match->body != nullptr && match->body->kind == "prefecture" ? match->body->name
                                                                                : std::string_view();
  }

  /// Brackets that do not follow a word: 【長野県】須坂市、….
  std::size_t take_brackets(std::size_t i) {
    const std::size_t end = end_of_brackets(i);
    if (end == i + 1 && pieces_[i].before_word) {
      if (const std::string_view prefecture = prefecture_of(pieces_[i].range); !prefecture.empty()) {
        prefecture_ = prefecture;
        return end;
      }
    }
    for (; i < end; ++i) add_words(pieces_[i].range, area(), false);
    return end;
  }

  /// A word with the brackets behind it.
  std::size_t take_word(std::size_t i) {
    const Piece& head = pieces_[i];
    std::size_t end = i + 1;
    if (head.colon) {
      if (const std::string_view prefecture = prefecture_of(head.range); !prefecture.empty()) {
        prefecture_ = prefecture;
        return end;
      }
    }
    std::string_view seat;
    std::vector<Range> inner;
    while (end < pieces_.size() && pieces_[end].bracket >= 0 && pieces_[end].after_word) {
      const std::size_t last = end_of_brackets(end);
      const std::string_view prefecture = last == end + 1 ? prefecture_of(pieces_[end].range) : std::string_view();
      if (!prefecture.empty() && pieces_[end].before_word && !without_note(pieces_[last].range).empty())
        break;  // it leads the names behind it
      if (!prefecture.empty()) {
        seat = prefecture;
        drop_brackets(pieces_[end].range);
      }
      for (; prefecture.empty() && end < last; ++end) inner.push_back(pieces_[end].range);
      end = last;
    }
    const std::size_t first = list_.bodies.size();
    add_words(head.range, seat.empty() ? area() : seat, false);
    add_inner(inner, first, seat);
    return end;
  }

  /// 日野町 beside 江府町 and 日吉津村: where the sure names of a list and of the report lie in one prefecture, a name
  /// that several bodies bear is the one there.
  void ask_neighbours() {
    std::string_view area;
    std::size_t sure = 0;
    const auto take = [&](const Municipality* body) {
      if (body == nullptr) return true;
      const std::string_view own = body->prefecture.empty() ? body->name : body->prefecture;
      if (!area.empty() && area != own) return false;
      area = own;
      ++sure;
      return true;
    };
    for (const ListedBody& entry : list_.bodies)
      if (!take(entry.body)) return;
    for (const Municipality* body : context_.roster)
      if (!take(body)) return;
    if (sure == 0) return;
    for (ListedBody& entry : list_.bodies) {
      if (entry.body != nullptr) continue;
      const auto there = [&](const Municipality* body) { return body->prefecture == area; };
      if (std::count_if(entry.candidates.begin(), entry.candidates.end(), there) != 1) continue;
      entry.body = *std::find_if(entry.candidates.begin(), entry.candidates.end(), there);
      entry.candidates = {entry.body};
    }
  }

  /// What the title leaves out: the range and the brackets around it.
  void drop_brackets(Range range) {
    uint32_t begin = range.begin;
    while (begin > 0 && kBlanks.find(text_[begin - 1]) != kBlanks.npos) --begin;
    begin -= utf8::decode_before(text_, begin).size;
    uint32_t end = range.end;
    while (end < text_.size() && kBlanks.find(text_[end]) != kBlanks.npos) ++end;
    dropped_.push_back({begin, end + utf8::decode(text_, end).size});
  }

  /// The text without what was dropped, on one line.
  [[nodiscard]] std::string title() {
    std::sort(dropped_.begin(), dropped_.end(), [](Range a, Range b) { return a.begin < b.begin; });
    std::string out;
    uint32_t at = 0;
    const auto append = [&](uint32_t end) {
      for (; at < end; ++at) {
        const bool blank = kBlanks.find(text_[at]) != kBlanks.npos;
        if (!blank) out += text_[at];
        if (blank && !out.empty() && out.back() != ' ') out += ' ';
      }
    };
    for (const Range range : dropped_) {
      append(range.begin);
      at = std::max(at, range.end);
    }
    append(static_cast<uint32_t>(text_.size()));
    while (out.ends_with(' ')) out.pop_back();
    return out;
  }

  [[nodiscard]] std::string_view area() const { return prefecture_.empty() ? context_.prefecture : prefecture_; }

  void add_inner(const std::vector<Range>& inner, std::size_t first, std::string_view seat) {
    const ListedBody* head = list_.bodies.size() > first ? &list_.bodies.back() : nullptr;
    std::string_view prefecture = seat.empty() ? area() : seat;
    bool partner = head != nullptr;
    if (head != nullptr && !head->candidates.empty()) {
      if (head->body != nullptr)
        prefecture = head->body->prefecture.empty() ? head->body->name : head->body->prefecture;
    } else if (head != nullptr && is_seat(inner)) {
      return;  // 研究所(島根県松江市): where an organisation has its seat
    }
    for (const Range range : inner) add_words(range, prefecture, partner);
  }

  [[nodiscard]] bool is_seat(const std::vector<Range>& inner) const {
    return inner.size() == 1 && text_[inner.front().begin - 1] == '(' && whole_name(inner.front(), {}).has_value();
  }

  // --- single words
  // ---------------------------------------------------------------------------------------------------

  /// One name, or several that only ・ or blanks part.
  void add_words(Range range, std::string_view prefecture, bool inner) {
    const Range whole = range;
    range = without_note(range);
    if (range.end < whole.end) dropped_.push_back({range.end, whole.end});
    if (range.empty() || skip(range)) return;
    if (add_name(range, prefecture, inner)) return;
    for (const std::string_view parting : {kDot, std::string_view(" ")}) {
      std::vector<Range> parts = split(range, parting);
      for (Range& part : parts) part = before_note(part);
      if (parts.size() < 2 || !all_names(parts, prefecture)) continue;
      for (const Range part : parts) {
        if (is_reading(words(part)) && !whole_name(part, prefecture)) dropped_.push_back(part);
        if (!skip(part) && !add_name(part, prefecture, inner)) add_unknown(part, inner);
      }
      return;
    }
    if (const Range name = before_note(range); name.end < range.end && add_name(name, prefecture, inner)) {
      dropped_.push_back({name.end, range.end});
      return;
    }
    add_unknown(range, inner);
  }

  /// 滝沢市 of 滝沢市※中心市: what a note says of a body is no part of its name.
  [[nodiscard]] Range before_note(Range range) const {
    const std::size_t at = words(range).find("※");
    if (at == std::string_view::npos || at == 0) return range;
    range.end = range.begin + static_cast<uint32_t>(at);
    while (range.end > range.begin && kBlanks.find(text_[range.end - 1]) != kBlanks.npos) --range.end;
    return range;
  }

  /// ※, ※1, *: a mark that leads to a note; ① (1) 1.: a number before the name.
  [[nodiscard]] Range without_note(Range range) const {
    std::string_view rest = words(range);
    for (const std::string_view mark : {"※", "*"}) {
      const std::size_t at = rest.rfind(mark);
      if (at == rest.npos) continue;
      const std::string_view behind = rest.substr(at + mark.size());
      if (behind.find_first_not_of("0123456789 ") == behind.npos) rest = rest.substr(0, at);
    }
    while (!rest.empty() && kBlanks.find(rest.back()) != kBlanks.npos) rest.remove_suffix(1);
    uint32_t skipped = 0;
    if (const auto c = utf8::decode(rest, 0); c.code_point >= U'①' && c.code_point <= U'⑳') skipped = c.size;
    while (skipped < rest.size() && kBlanks.find(rest[skipped]) != kBlanks.npos) ++skipped;
    return {range.begin + skipped, range.begin + static_cast<uint32_t>(rest.size())};
  }

  /// Counts of bodies that are not named: ほか4町村, 他9市町, 計2市4町2村, 4町村; a reading; 等.
  [[nodiscard]] bool skip(Range range) const {
    std::string_view rest = words(range);
    for (const std::string_view lead : {"ほか", "他", "外", "計", "合計", "全"})
      if (rest.starts_with(lead)) rest.remove_prefix(lead.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.empty() || rest == "等" || rest == "など") return true;
    for (const std::string_view tail : {"団体", "等"})
      if (rest.ends_with(tail)) rest.remove_suffix(tail.size());
    const auto groups = find_groups(rest);
    if (groups.size() == 1 && groups.front().begin == 0 && groups.front().end == rest.size() &&
        groups.front().group == GroupWord::Group::kCount)
      return true;
    if (rest.find_first_not_of("0123456789") == rest.npos) return true;
    return is_reading(rest);
  }

  /// Nothing but hiragana, and no name of a body.
  [[nodiscard]] bool is_reading(std::string_view rest) const {
    for (std::size_t at = 0; at < rest.size();) {
      const auto c = utf8::decode(rest, at);
      if (!utf8::is_hiragana(c.code_point) && c.code_point != U'ー' && c.code_point != U' ') return false;
      at += c.size;
    }
    return true;
  }

  [[nodiscard]] std::vector<Range> split(Range range, std::string_view parting) const {
    std::vector<Range> out;
    const auto is_part = [&](uint32_t at) -> uint32_t {
      if (parting != " ") return text_.substr(at).starts_with(parting) ? static_cast<uint32_t>(parting.size()) : 0;
      return kBlanks.find(text_[at]) != kBlanks.npos ? 1 : 0;
    };
    uint32_t begin = range.begin;
    for (uint32_t at = range.begin; at < range.end;) {
      const uint32_t size = is_part(at);
      if (size == 0) {
        ++at;
        continue;
      }
      if (begin < at) out.push_back({begin, at});
      at += size;
      begin = at;
    }
    if (begin < range.end) out.push_back({begin, range.end});
    return out;
  }

  [[nodiscard]] bool all_names(const std::vector<Range>& parts, std::string_view prefecture) const {
    bool any = false;
    for (const Range part : parts) {
      if (skip(part)) continue;
      if (!whole_name(part, prefecture) && !looks_like_body(part)) return false;
      any = true;
    }
    return any;
  }

  [[nodiscard]] bool looks_like_body(Range range) const {
    const std::string_view rest = words(range);
    return ends_with_any(rest, kBodyEnds) && utf8::count(rest) <= 8 && rest.find_first_of("0123456789") == rest.npos;
  }

  /// The body that the words are. A name can be broken over lines.
  [[nodiscard]] std::optional<NameMatch> whole_name(Range range, std::string_view prefecture) const {
    std::string one_line(words(range));
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    std::replace(one_line.begin(), one_line.end(), '\v', ' ');
    NameContext context = context_;
    if (!prefecture.empty()) context.prefecture = prefecture;
    auto match = parse_name(one_line, context);
    if (!match || match->end < one_line.size()) return std::nullopt;
    if (!is_reading(std::string_view(one_line).substr(0, match->begin))) return std::nullopt;
    return match;
  }

  bool add_name(Range range, std::string_view prefecture, bool inner) {
    auto match = whole_name(range, prefecture);
    if (!match) return false;
    const Municipality* shown = match->body != nullptr ? match->body : match->candidates.front();
    ListedBody& entry = list_.bodies.emplace_back();
    const uint32_t own = name_begin(range, shown->name);
    if (!inner && own > range.begin) dropped_.push_back({range.begin, own});
    for (uint32_t at = own; at < range.end; ++at)  // いちき 串木野市
      if (kBlanks.find(text_[at]) != kBlanks.npos) dropped_.push_back({at, at + 1});
    entry.begin = printed_begin(range);
    entry.end = range.end;
    entry.name = without_blanks({own, range.end});
    entry.inner = inner;
    entry.body = match->body;
    entry.candidates = std::move(match->candidates);
    if (entry.candidates.empty()) entry.candidates.push_back(match->body);
    ++known_;
    return true;
  }

  /// Where the own name begins: at the last characters of the words, as many as the name has. Prefecture, county and
  /// reading stand before it.
  [[nodiscard]] uint32_t name_begin(Range range, std::string_view name) const {
    std::size_t left = utf8::count(name);
    uint32_t at = range.end;
    while (at > range.begin && left > 0) {
      at -= utf8::decode_before(text_, at).size;
      if (kBlanks.find(text_[at]) == kBlanks.npos) --left;
    }
    return at;
  }

  /// Names hold no blanks; a line break inside one is the page's.
  [[nodiscard]] std::string without_blanks(Range range) const {
    std::string out(words(range));
    std::erase_if(out, [](char c) { return kBlanks.find(c) != kBlanks.npos; });
    return out;
  }

  /// Behind a reading: ゆうばりし 夕張市, but not いちき 串木野市 of いちきくしきのし いちき 串木野市.
  [[nodiscard]] uint32_t printed_begin(Range range) const {
    const std::string_view rest = words(range);
    const std::size_t blank = rest.find(' ');
    if (blank == rest.npos || !is_reading(rest.substr(0, blank))) return range.begin;
    const uint32_t behind = range.begin + static_cast<uint32_t>(blank) + 1;
    return whole_name({behind, range.end}, {}) ? behind : range.begin;
  }

  void add_unknown(Range range, bool inner) {
    const std::string_view rest = words(range);
    if (ends_with_any(rest, kAreaEnds)) return;
    const auto groups = find_groups(rest);
    const bool group = !groups.empty() && groups.back().end == rest.size();
    (looks_like_body(range) ? lookalikes_ : foreign_) += 1;
    const auto in_name = [&](std::string_view word) { return rest.find(word) != rest.npos; };
    if (!looks_like_body(range) && std::any_of(kLegalForms.begin(), kLegalForms.end(), in_name)) ++organizations_;
    ListedBody& entry = list_.bodies.emplace_back();
    entry.begin = range.begin;
    entry.end = range.end;
    entry.inner = inner;
    entry.group = group;
    for (const char c : rest)
      if (c != '\n') entry.name += kBlanks.find(c) != kBlanks.npos ? ' ' : c;
  }

  std::string_view text_;
  const NameContext& context_;
  std::vector<Piece> pieces_;
  BodyList list_;
  std::vector<Range> dropped_;   ///< what the title leaves out
  std::string_view prefecture_;  ///< that leads the names behind it
  std::size_t known_ = 0, lookalikes_ = 0, foreign_ = 0;
  std::size_t organizations_ = 0;  ///< of the foreign ones: with the words of a legal form
};

}  // namespace

BodyList read_bodies(std::string_view text, const NameContext& context) { return ListReader(text, context).run(); }

}  // namespace torikomi

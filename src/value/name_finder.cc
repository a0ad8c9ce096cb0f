// Names in running text.
#include <algorithm>
#include <optional>
#include <string>

#include "name_bounds.h"
#include "name_evidence.h"
#include "name_gap.h"
#include "name_reading.h"
#include "name_table.h"
#include "torikomi/core/utf8.h"
#include "torikomi/value/municipality.h"

namespace torikomi {
namespace {

using names::Body;
using names::Evidence;
using names::Gap;
using names::ListHead;
using names::Meaning;
using names::NameTable;
using names::Reading;

class Finder {
 public:
  Finder(std::string_view text, const NameContext& context)
      : table_(NameTable::get()),
        text_(text),
        context_(context),
        context_prefecture_(table_.prefecture(context.prefecture)) {}

  std::vector<NameMatch> run() {
    for (std::uint32_t at = 0; at < text_.size();) {
      if (static_cast<unsigned char>(text_[at]) < 0x80) {
        ++at;
        continue;
      }
      const names::Character c = names::read_character(table_, text_, at);
      const bool found = c.symbol != 0 && table_.step(names::kRoot, c.symbol) != 0 && take_name(at);
      at = found ? found_.back().end : c.end;
    }
    return std::move(found_);
  }

 private:
  /// The name that begins at `at`, the longest reading first, is added to what was found.
  bool take_name(std::uint32_t at) {
    names::Readings readings = names::read_names(table_, text_, at, names::Blanks::kBetweenParts);
    if (readings.empty()) return false;
    // Of equal length, the one with more printed before it comes first: its own name begins later.
    std::ranges::stable_sort(readings.all(), [](const Reading& a, const Reading& b) {
      return a.end != b.end ? a.end > b.end : a.name_begin > b.name_begin;
    });
    return std::ranges::any_of(readings.all(), [&](const Reading& reading) { return take_reading(at, reading); });
  }

  bool take_reading(std::uint32_t at, const Reading& reading) {
    const bool bare = reading.prefecture == 0 && reading.parent == 0;
    const bool begins = names::may_begin(text_, at, reading.end);
    const ShortPrefecture glued = begins ? ShortPrefecture{} : short_prefecture_before(at);
    if (!begins && glued.number == 0) return false;
    if (bare && !names::may_end(text_, reading.end)) return false;
    if (heads_a_list(reading)) return false;

    const Note note = note_after(reading.end);
    const std::uint8_t printed = note.prefecture != 0 ? note.prefecture : glued.number;
    const ListHead head = printed != 0 ? ListHead{printed, 0} : head_before(at);
    const std::string_view words = text_.substr(reading.name_begin, reading.end - reading.name_begin);
    const Meaning meaning = names::resolve(table_, reading, words, Evidence{context_, context_prefecture_, head, {}});
    if (meaning.candidates.empty() || !is_meant(at, reading, meaning)) return false;
    const bool of_glued = meaning.body != nullptr && meaning.body->prefecture == glued.number;
    if (glued.number != 0 && !of_glued) return false;

    NameMatch match{.begin = begins ? at : glued.begin,
                    .end = reading.end,
                    .body = nullptr,
                    .candidates = {},
                    .former = meaning.former};
    if (meaning.body != nullptr) {
      match.body = meaning.body->facts;
      if (note.prefecture == meaning.body->prefecture && !meaning.body->is_prefecture()) match.end = note.end;
    }
    for (const Body* body : meaning.candidates) match.candidates.push_back(body->facts);
    remember(reading, head, meaning);
    found_.push_back(std::move(match));
    return true;
  }

  /// In "岡山県 岡山市 倉敷市" the prefecture is one of the list, in "岡山県 津山市" it belongs to the city.
  bool heads_a_list(const Reading& reading) const {
    if (!reading.blank_after_prefecture) return false;
    const std::uint32_t next = names::skip_blanks(text_, reading.end);
    const std::string_view gap = text_.substr(reading.end, next - reading.end);
    if (gap.empty() || gap.find_first_of("\t\n\v\f\r") != gap.npos) return false;
    const names::Readings after = names::read_names(table_, text_, next, names::Blanks::kBetweenParts);
    return std::ranges::any_of(after.all(), [&](const Reading& other) {
      return other.prefecture == 0 && std::ranges::any_of(table_.bodies_at(other.name), [&](const Body& body) {
               return body.prefecture == reading.prefecture && other.fits(body) && !body.facts->valid_to;
             });
    });
  }

  /// 東京新宿区, 岡山倉敷市: a prefecture without its 都, 府 or 県 right before the name, with no longer word before
  /// it.
  struct ShortPrefecture {
    std::uint8_t number = 0;  ///< 0: there is none
    std::uint32_t begin = 0;
  };
  [[nodiscard]] ShortPrefecture short_prefecture_before(std::uint32_t at) const {
    constexpr std::uint32_t kShortest = 6, kLongest = 9, kKanji = 3;  // bytes: 東京, 神奈川
    for (std::uint32_t size = kShortest; size <= kLongest && size <= at; size += kKanji) {
      const std::uint32_t begin = at - size;
      const char32_t before = utf8::decode_before(text_, begin).code_point;
      if (utf8::is_han(before) || utf8::is_katakana(before)) continue;
      for (const std::string_view kind : {"県", "府", "都"}) {
        std::string name(text_.substr(begin, size));  // short enough to need no memory of its own
        if (const std::uint8_t number = table_.prefecture(name += kind); number != 0) return {number, begin};
      }
    }
    return {};
  }

  /// A prefecture in brackets behind the name: 府中市(広島県), 日野町 (鳥取県).
  struct Note {
    std::uint8_t prefecture = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] Note note_after(std::uint32_t end) const {
    constexpr std::size_t kLongest = 12;  // bytes of 神奈川県
    end = names::skip_joint(text_, end);
    const std::string_view rest = text_.substr(end);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      if (!rest.starts_with(open)) continue;
      const std::size_t length = rest.substr(open.size(), kLongest + close.size()).find(close);
      if (length == rest.npos) return {};
      const std::size_t size = open.size() + length + close.size();
      return {table_.prefecture(rest.substr(open.size(), length)), end + static_cast<std::uint32_t>(size)};
    }
    return {};
  }

  /// What the list says in which the name stands.
  [[nodiscard]] ListHead head_before(std::uint32_t at) const {
    if (found_.empty()) return {};
    const std::uint32_t last = found_.back().end;
    const Gap gap = names::gap_of(text_.substr(last, at - last));
    const bool goes_on = gap == Gap::kHeading || (gap == Gap::kComma && !last_is_prefecture_);
    return goes_on ? head_ : ListHead{};
  }

  /// False for a town that is part of the municipality named right before it (津山市加茂町), and for a name that has
  /// ended, is that of many places (本町, 旭町) and has nothing that speaks for it.
  [[nodiscard]] bool is_meant(std::uint32_t at, const Reading& reading, const Meaning& meaning) const {
    if (reading.prefecture != 0 || reading.parent != 0) return true;
    const std::string_view kind = meaning.candidates.front()->facts->kind;
    const bool part = !found_.empty() && !last_is_prefecture_ && kind != "city" && kind != "prefecture" &&
                      names::goes_on_with_address(text_.substr(found_.back().end, at - found_.back().end));
    if (part) return false;
    if (!meaning.former || meaning.supported || kind == "city") return true;
    if (names::marked_former(text_, at)) return true;
    const bool dated = context_.date.has_value();
    return !dated && meaning.body != nullptr && utf8::count(text_.substr(at, reading.end - at)) >= 3;
  }

  void remember(const Reading& reading, ListHead head, const Meaning& meaning) {
    last_is_prefecture_ = meaning.body != nullptr && meaning.body->is_prefecture();
    if (last_is_prefecture_) {
      head_ = {meaning.body->prefecture, 0};
    } else if (meaning.body != nullptr && table_.is_parent(reading.name) && meaning.body->facts->kind == "city") {
      head_ = {reading.prefecture != 0 ? reading.prefecture : head.prefecture, reading.name};
    } else {
      head_ = {reading.prefecture != 0 ? reading.prefecture : head.prefecture,
               reading.parent != 0 ? reading.parent : head.parent};
    }
  }

  const NameTable& table_;
  std::string_view text_;
  const NameContext& context_;
  std::uint8_t context_prefecture_;
  std::vector<NameMatch> found_;
  ListHead head_;                    // of the list in which the last name stands
  bool last_is_prefecture_ = false;  // the last name is that of a prefecture alone
};

}  // namespace

std::vector<NameMatch> find_names(std::string_view text, const NameContext& context) {
  return Finder(text, context).run();
}

}  // namespace torikomi

#include "torikomi/value/municipality.h"

#include <algorithm>
#include <array>
#include <utility>

#include "name_bounds.h"
#include "name_evidence.h"
#include "name_kana.h"
#include "name_reading.h"
#include "name_table.h"
#include "torikomi/core/utf8.h"

namespace torikomi {
namespace {

using names::Body;
using names::ListHead;
using names::Meaning;
using names::NameTable;
using names::Reading;
using names::Readings;

std::uint32_t size32(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

NameMatch match_of(std::uint32_t begin, std::uint32_t end, const Meaning& meaning) {
  NameMatch match{.begin = begin, .end = end, .body = nullptr, .candidates = {}, .former = meaning.former};
  if (meaning.body != nullptr) match.body = meaning.body->facts;
  match.candidates.reserve(meaning.candidates.size());
  for (const Body* body : meaning.candidates) match.candidates.push_back(body->facts);
  return match;
}

/// Reads one text that is nothing but a name.
class WholeName {
 public:
  WholeName(std::string_view text, const NameContext& context)
      : table_(NameTable::get()), text_(text), context_(context) {}

  std::optional<NameMatch> parse() {
    begin_ = names::skip_blanks(text_, 0);
    end_ = trimmed_end();
    if (begin_ >= end_ || end_ - begin_ > kLongest) return std::nullopt;
    if (auto plain = read(begin_, end_, {})) return plain;
    if (auto with_note = read_with_note()) return with_note;
    return read_after_kana();
  }

 private:
  static constexpr std::uint32_t kLongest = 300;  // bytes: no name with its reading is longer

  [[nodiscard]] std::uint32_t trimmed_end() const {
    std::uint32_t end = size32(text_);
    while (end > begin_) {
      const utf8::Decoded c = utf8::decode_before(text_, end);
      if (!names::is_blank(c.code_point)) break;
      end -= c.size;
    }
    return end;
  }

  /// The name that takes exactly [begin, end). What is printed with it in most detail wins.
  std::optional<NameMatch> read(std::uint32_t begin, std::uint32_t end, std::string_view kana, ListHead head = {}) {
    const std::string_view text = text_.substr(0, end);
    const Readings readings = names::read_names(table_, text, begin, names::Blanks::kAnywhere);
    const Reading* best = nullptr;
    const auto detail = [](const Reading& reading) {
      return (reading.parent != 0 ? 2 : 0) + (reading.prefecture != 0);
    };
    for (const Reading& reading : readings.all())
      if (names::skip_blanks(text, reading.end) == end && (best == nullptr || detail(reading) > detail(*best)))
        best = &reading;
    if (best == nullptr) return std::nullopt;
    const Meaning meaning = names::resolve(table_, *best, text.substr(best->name_begin, best->end - best->name_begin),
                                           {context_, table_.prefecture(context_.prefecture), head, kana});
    if (meaning.candidates.empty()) return std::nullopt;
    return match_of(begin_, end_, meaning);
  }

  /// 夕張市(ゆうばりし), 府中市(広島県).
  std::optional<NameMatch> read_with_note() {
    const std::string_view text = text_.substr(0, end_);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      const std::size_t at = text.find(open, begin_);
      if (at == text.npos || at == begin_ || !text.ends_with(close)) continue;
      const auto note_begin = at + open.size();
      const std::string_view note = text.substr(note_begin, text.size() - close.size() - note_begin);
      const auto name_end = static_cast<std::uint32_t>(at);
      if (note.empty()) return std::nullopt;
      if (names::kana_length(note) == note.size()) return read(begin_, name_end, note);
      const std::uint8_t prefecture = table_.prefecture(note);
      auto found = prefecture != 0 ? read(begin_, name_end, {}, {prefecture, 0}) : std::nullopt;
      return found && found->body != nullptr && found->body->prefecture == note ? found : std::nullopt;
    }
    return std::nullopt;
  }

  /// ゆうばりし 夕張市, さいたましさいたま市: every place in the kana could be where the name begins.
  std::optional<NameMatch> read_after_kana() {
    const auto kana_end = begin_ + static_cast<std::uint32_t>(names::kana_length(text_.substr(begin_, end_ - begin_)));
    for (std::uint32_t at = begin_; at < kana_end;) {
      at += utf8::decode(text_, at).size;
      const std::string_view kana = text_.substr(begin_, at - begin_);
      if (auto found = read(names::skip_blanks(text_, at), end_, kana)) return found;
    }
    return std::nullopt;
  }

  const NameTable& table_;
  std::string_view text_;
  const NameContext& context_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace

std::optional<NameMatch> parse_name(std::string_view text, const NameContext& context) {
  return WholeName(text, context).parse();
}

void prepare_names() { (void)NameTable::get(); }

bool valid_code(std::string_view code) {
  if (code.size() != 6 || !std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; })) return false;
  int sum = 0;
  for (int at = 0; at < 5; ++at) sum += (code[static_cast<std::size_t>(at)] - '0') * (6 - at);
  return (11 - sum % 11) % 10 == code[5] - '0';
}

}  // namespace torikomi

#include "builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "torikomi/core/find.h"
#include "torikomi/core/utf8.h"
#include "torikomi/layout/items.h"

namespace torikomi {

std::string_view Builder::next_id(char kind) {
  const fmt::format_int number(++counters_[static_cast<std::size_t>(kind - 'a')]);
  std::string id;
  id.reserve(document_id_.size() + 2 + number.size());
  id.append(document_id_).append({'-', kind}).append(number.data(), number.size());
  return records.keep(id);
}

bool Builder::is_named_in_full(const Municipality& body) {
  const auto [known, is_new] = named_in_full_.try_emplace(&body, false);
  if (is_new) {
    const std::string name = std::string(body.prefecture) + std::string(body.name);
    known->second = find_words(text(), name) != std::string_view::npos;
  }
  return known->second;
}

std::string Builder::parted_words(NormSpan span) const {
  if (!has_marked_rows_) return {};
  const std::string_view own = words(span);
  const bool marked = own.find('|') != std::string_view::npos || own.find('<') != std::string_view::npos;
  return marked ? plain_words(norm, layout, span) : std::string();
}

Cell Builder::line_cell(NormSpan span) {
  const std::string plain = parted_words(span);
  return value_cell(records.keep(line_text(plain.empty() ? words(span) : plain)), span);
}

Cell Builder::label_cell(NormSpan span) {
  const std::string line = line_text(words(span));
  const std::string closed = label_key(line);
  const std::size_t blanks = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
  // 報 償 費: a blank behind every letter but the last
  const std::size_t letters = utf8::count(closed);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool numbered =
      digits > 0 && digits < line.size() && static_cast<unsigned char>(line[digits]) >= 0x80;  // 1市 税
  const bool is_spaced = blanks > 0 && line.size() == closed.size() + blanks &&
                         (blanks + 1 == letters || (numbered && blanks + 1 + digits == letters));
  return value_cell(records.keep(is_spaced ? closed : line), span);
}

std::string_view Builder::kept_text(NormSpan span) {
  TextMemo::Entry& entry = memo_.of(text(), span);
  if (!entry.words.empty()) return entry.words;
  const std::string plain = parted_words(span);
  entry.words = records.keep(plain.empty() ? cell_text(text(), entry.items)
                                           : cell_text(plain, {0, static_cast<std::uint32_t>(plain.size())}));
  return entry.words;
}

Cell Builder::text_cell(NormSpan span) { return value_cell(kept_text(span), span); }

Cell Builder::joined_cell(const std::vector<NormSpan>& spans) {
  if (spans.size() == 1) return text_cell(spans.front());
  std::string words;
  for (const NormSpan span : spans) {
    if (!words.empty()) words += '\n';
    words += kept_text(span);
  }
  if (spans.empty()) return {};
  return Cell(records.keep(words)).at(cover(source_span(spans.front()), source_span(spans.back())));
}

Cell Builder::raw_cell(NormSpan span) {
  const Span source = source_span(span);
  return Cell(norm.source().slice(source)).at(source);
}

Cell Builder::printed_cell(NormSpan span) {
  const Cell raw = raw_cell(span);
  if (raw.text().find('\r') == std::string_view::npos) return raw;
  std::string words(raw.text());
  std::erase(words, '\r');
  return value_cell(records.keep(words), span);
}

void Builder::claim(NormSpan span, LineUse how) {
  if (span.empty()) return;
  const Span source = source_span(span);
  const std::uint32_t last = norm.source().line_of(source.end > source.begin ? source.end - 1 : source.begin);
  for (std::uint32_t line = norm.source().line_of(source.begin); line <= last; ++line) {
    LineUse& slot = use[line];
    if (slot != LineUse::kRecord) slot = how;
  }
}

}  // namespace torikomi

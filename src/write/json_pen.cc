#include "write/json_pen.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <variant>
#include <vector>

#include "write/scan.h"

namespace torikomi {
namespace {

/// `,"name":` of a column in a field of fixed size, so that it is copied without a loop.
struct Key {
  static constexpr std::size_t kRoom = 32;
  std::array<char, kRoom> text{};
  std::size_t size = 0;
};
#define TABLE(name, ja, en)
#define COLUMN(table, name, type, ja, en) static_assert(sizeof(#name) + 3 <= Key::kRoom);
#include "torikomi/record/tables.def"

using Keys = std::vector<Key>;

/// The keys of every table, by TableId. Made by the first caller; thread-safe.
const Keys& keys_of(TableId id) {
  static const std::vector<Keys> keys = [] {
    std::vector<Keys> out;
    for (const TableInfo& table : all_tables()) {
      Keys& own = out.emplace_back();
      for (const ColumnInfo& column : table.columns) {
        std::string key = ",\"";
        key += column.name;
        key += "\":";
        Key& last = own.emplace_back();
        std::memcpy(last.text.data(), key.data(), key.size());
        last.size = key.size();
      }
    }
    return out;
  }();
  return keys[static_cast<std::size_t>(id)];
}

constexpr auto kPairs = [] {
  std::array<char, 200> out{};
  for (std::size_t i = 0; i < 100; ++i) {
    out[2 * i] = static_cast<char>('0' + i / 10);
    out[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return out;
}();

std::size_t digits_of(std::uint64_t value) {
  std::size_t out = 1;
  for (; value >= 10000; value /= 10000) out += 4;
  return out + (value >= 10 ? 1 : 0) + (value >= 100 ? 1 : 0) + (value >= 1000 ? 1 : 0);
}

/// Writes `value` at `at`; gives the place behind it. At most 20 bytes.
char* put(char* at, std::uint64_t value) {
  const std::size_t size = digits_of(value);
  char* digit = at + size;
  while (value >= 100) {
    digit -= 2;
    std::memcpy(digit, kPairs.data() + 2 * (value % 100), 2);
    value /= 100;
  }
  if (value >= 10) {
    std::memcpy(at, kPairs.data() + 2 * value, 2);
  } else {
    *at = static_cast<char>('0' + value);
  }
  return at + size;
}

char* put_escape(char* at, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  *at++ = '\\';
  switch (c) {
    case '"':
    case '\\':
      *at++ = c;
      break;
    case '\n':
      *at++ = 'n';
      break;
    case '\t':
      *at++ = 't';
      break;
    case '\r':
      *at++ = 'r';
      break;
    default:
      std::memcpy(at, "u00", 3);  // NOLINT(bugprone-not-null-terminated-result): no string of C's
      at[3] = kHex[static_cast<unsigned char>(c) >> 4];
      at[4] = kHex[c & 15];
      at += 5;
  }
  return at;
}

/// Copies `text` up to its first byte that needs an escape; gives how many bytes. May write 15 bytes more.
std::size_t copy_plain(char* at, std::string_view text) {
  std::size_t done = 0;
#ifdef __SSE2__
  for (; done + 16 <= text.size(); done += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + done));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at + done), bytes);
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i slash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    const int found = _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, slash)));
    if (found != 0) return done + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
  }
#endif
  const std::string_view rest = text.substr(done);
  const std::size_t plain = find_special<'"', '\\'>(rest);
  std::memcpy(at + done, rest.data(), plain);
  return done + plain;
}

}  // namespace

void JsonPen::flush() {
  if (size_ > 0) sink_({buffer_.data(), size_});
  size_ = 0;
}

void JsonPen::make_room(std::size_t bytes) {
  flush();
  if (buffer_.size() < bytes + kSlack) buffer_.resize(bytes + kSlack);
}

void JsonPen::number(std::uint32_t value) {
  need(0);
  size_ = static_cast<std::size_t>(put(place(), value) - buffer_.data());
}

void JsonPen::number(std::int64_t value) {
  need(0);
  char* at = place();
  auto size = static_cast<std::uint64_t>(value);
  if (value < 0) {
    *at++ = '-';
    size = 0 - size;
  }
  size_ = static_cast<std::size_t>(put(at, size) - buffer_.data());
}

void JsonPen::text(std::string_view text) {
  need(text.size());
  char* at = place();
  *at++ = '"';
  while (true) {
    const std::size_t plain = copy_plain(at, text);
    at += plain;
    if (plain == text.size()) break;
    at = put_escape(at, text[plain]);
    text.remove_prefix(plain + 1);
    size_ = static_cast<std::size_t>(at - buffer_.data());
    need(text.size());
    at = place();
  }
  *at++ = '"';
  size_ = static_cast<std::size_t>(at - buffer_.data());
}

void JsonPen::cell(const Cell& cell) {
  switch (cell.scalar().index()) {
    case 0:
      return raw("null");
    case 1:
      return raw(std::get<bool>(cell.scalar()) ? "true" : "false");
    case 2:
      return number(std::get<std::int64_t>(cell.scalar()));
    case 3:
      return raw(std::get<Decimal>(cell.scalar()).to_string());
    default:
      return text(std::get<std::string_view>(cell.scalar()));
  }
}

void JsonPen::row(const TableInfo& table, ConstRow row) {
  const Keys& keys = keys_of(table.id);
  for (std::size_t i = 0; i < row.size(); ++i) {
    need(0);
    const Key& key = keys[i];
    const std::size_t comma = i == 0 ? 1 : 0;
    std::memcpy(place(), key.text.data() + comma, Key::kRoom - 1);
    size_ += key.size - comma;
    cell(row[i]);
  }
  spans(table, row);
}

void JsonPen::spans(const TableInfo& table, ConstRow row) {
  const Keys& keys = keys_of(table.id);
  raw(",\"spans\":{");
  std::size_t comma = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto span = row[i].span();
    if (!span) continue;
    need(0);
    const Key& key = keys[i];
    char* at = place();
    std::memcpy(at, key.text.data() + comma, Key::kRoom - 1);
    at += key.size - comma;
    comma = 0;
    *at++ = '[';
    at = put(at, span->begin);
    *at++ = ',';
    at = put(at, span->end);
    *at++ = ']';
    size_ = static_cast<std::size_t>(at - buffer_.data());
  }
  raw("}");
}

}  // namespace torikomi

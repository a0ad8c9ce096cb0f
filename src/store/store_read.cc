// What comes out of a store.
#include <fmt/format.h>

#include <algorithm>

#include "torikomi/core/diagnostic.h"
#include "torikomi/core/utf8.h"
#include "torikomi/store/store.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

/// An FTS5 query for rows that hold every run of three characters of `text` (at most 64 of them, which is enough to
/// find few). REQUIRES: three characters or more.
std::string trigram_query(std::string_view text) {
  constexpr std::size_t kMost = 64;
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) starts.push_back(at);
  starts.push_back(text.size());
  std::string out;
  for (std::size_t i = 0; i + 3 < starts.size() && i < kMost; ++i) {
    if (i > 0) out += " AND ";
    out += '"';
    for (const char c : text.substr(starts[i], starts[i + 3] - starts[i])) {
      if (c == '"') out += c;
      out += c;
    }
    out += '"';
  }
  return out;
}

/// A condition on documents `d`, and the values for its places.
struct Condition {
  std::string sql;
  std::vector<Cell> values;

  /// One of `wanted` makes `any` true, where ? stands for the value.
  template <class T>
  void require(const std::vector<T>& wanted, std::string_view any, int places) {
    if (wanted.empty()) return;
    std::string alternatives;
    for (const T& value : wanted) {
      alternatives += alternatives.empty() ? "" : " OR ";
      alternatives += any;
      for (int i = 0; i < places; ++i) values.emplace_back(value);
    }
    sql += fmt::format(" AND ({})", alternatives);
  }
};

Condition condition_of(const StoreFilter& filter) {
  Condition out;
  std::vector<std::string_view> names(filter.documents.begin(), filter.documents.end());
  out.require(names, R"((d."document_id" = ? OR d."source" = ?))", 2);
  out.require(filter.fiscal_years,
              R"((d."fiscal_year" = ? OR EXISTS (SELECT 1 FROM "measures" m
                  WHERE m."document_id" = d."document_id" AND m."fiscal_year" = ?)
                  OR EXISTS (SELECT 1 FROM "amounts" a
                  WHERE a."document_id" = d."document_id" AND a."fiscal_year" = ?)))",
              3);
  std::vector<std::string_view> codes(filter.codes.begin(), filter.codes.end());
  out.require(codes,
              R"((substr(d."publisher_code", 1, length(?)) = ? OR EXISTS (SELECT 1 FROM "participants" p
                  WHERE p."document_id" = d."document_id" AND substr(p."code", 1, length(?)) = ?)))",
              4);
  return out;
}

}  // namespace

Result<std::vector<StoreEntry>> Store::entries(const StoreFilter& filter) {
  const Condition condition = condition_of(filter);
  auto statement =
      database_->prepare(fmt::format(R"(
SELECT i."path", i."source", i."document_id", t."path" IS i."path", i."message" FROM "inputs" i
LEFT JOIN "source_texts" t ON t."document_id" = i."document_id"
LEFT JOIN "documents" d ON d."document_id" = i."document_id" AND t."path" = i."path"
WHERE {} {} ORDER BY i."source", i."document_id", i."path")",
                                     filter.empty() ? "1" : R"(d."document_id" IS NOT NULL)", condition.sql));
  if (!statement) return statement.error();
  int parameter = 0;
  for (const Cell& value : condition.values) statement->bind(++parameter, value);
  std::vector<StoreEntry> out;
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return stepped.error();
    if (!*stepped) return out;
    const auto text = [&](int column) { return std::string(statement->text(column)); };
    out.push_back({text(0), text(1), text(2), statement->integer(3) != 0, text(4)});
  }
}

Result<Records> Store::get(std::string_view document_id) {
  auto out = read_document(*database_, document_id);
  if (!out) return out;
  auto text = database_->prepare(R"(SELECT "text" FROM "source_texts" WHERE "document_id" = ?)");
  if (!text) return text.error();
  const auto stepped = text->bind(1, document_id).step();
  if (!stepped) return stepped.error();
  if (*stepped) out->source_text = out->keep(text->text(0));
  return out;
}

Result<std::vector<StoreHit>> Store::search(std::string_view text, std::int64_t limit) {
  const std::string wanted = fold(text);
  std::vector<StoreHit> out;
  if (wanted.empty()) return out;
  const bool by_index = utf8::count(wanted) >= 3;  // the index knows nothing shorter
  const std::string_view candidates = by_index
                                          ? R"((t."id" IN (SELECT rowid FROM "texts_index" WHERE "texts_index" MATCH ?3)
  OR t."id" > (SELECT CAST("value" AS INTEGER) FROM "torikomi" WHERE "key" = 'indexed')) AND )"
                                          : "";
  auto statement = database_->prepare(fmt::format(R"(
SELECT t."document_id", d."source", t."table", t."column", t."measure_id", t."text", t."line"
FROM "texts" t JOIN "documents" d ON d."document_id" = t."document_id"
WHERE {} instr(lower(t."text"), lower(?1)) > 0 ORDER BY d."source", t."line", t."id" LIMIT ?2)",
                                                  candidates));
  if (!statement) return statement.error();
  const std::string query = by_index ? trigram_query(wanted) : std::string();
  statement->bind(1, wanted).bind(2, limit);
  if (by_index) statement->bind(3, query);
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return stepped.error();
    if (!*stepped) return out;
    const auto value = [&](int column) { return std::string(statement->text(column)); };
    out.push_back({value(0), value(1), value(2), value(3), value(4), value(5), statement->integer(6)});
  }
}

Result<StoreStatus> Store::status() {
  StoreStatus out;
  const auto count = [&](const std::string& sql, std::int64_t& to) -> Status {
    auto statement = database_->prepare(sql);
    if (!statement) return statement.error();
    const auto stepped = statement->step();
    if (!stepped) return stepped.error();
    to = *stepped ? statement->integer(0) : 0;
    return ok();
  };
  if (auto done = count("SELECT count(*) FROM \"inputs\"", out.inputs); !done) return done.error();
  auto unreadable = count("SELECT count(*) FROM \"inputs\" WHERE \"document_id\" IS NULL", out.unreadable);
  if (!unreadable) return unreadable.error();
  auto repeated = count(
      R"(SELECT count(*) FROM "inputs" i JOIN "source_texts" t ON t."document_id" = i."document_id"
         WHERE t."path" <> i."path")",
      out.repeated);
  if (!repeated) return repeated.error();
  auto unindexed = count(
      R"(SELECT count(*) FROM "texts"
         WHERE "id" > (SELECT CAST("value" AS INTEGER) FROM "torikomi" WHERE "key" = 'indexed'))",
      out.unindexed);
  if (!unindexed) return unindexed.error();
  auto bytes = count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", out.bytes);
  if (!bytes) return bytes.error();
  for (const TableInfo& table : all_tables()) {
    std::int64_t rows = 0;
    if (auto done = count(fmt::format("SELECT count(*) FROM \"{}\"", table.name), rows); !done) return done.error();
    out.rows.emplace_back(table.name, rows);
  }
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    const std::string sql =
        fmt::format("SELECT count(*) FROM \"diagnostics\" WHERE \"severity\" = '{}'", name(severity));
    if (auto done = count(sql, out.findings[static_cast<std::size_t>(severity)]); !done) return done.error();
  }
  return out;
}

}  // namespace torikomi

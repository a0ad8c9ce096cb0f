#include "torikomi/store/database.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <utility>

namespace torikomi {
namespace {

constexpr int kWaitMilliseconds = 60'000;

struct Reason {
  int code;
  Text2 why;
};
constexpr std::array kReasons = {
    Reason{SQLITE_FULL,
           {"ディスクの空きがありません。空きを作ってください", "no space is left on the disk; free some"}},
    Reason{SQLITE_BUSY,
           {"ほかのプログラムが書き込んでいます。終わってからもう一度実行してください",
            "another program is writing to it; run again when it is done"}},
    Reason{SQLITE_READONLY, {"書き込む権限がありません", "permission denied"}},
    Reason{SQLITE_CANTOPEN,
           {"開けません。パスとフォルダの権限を確かめてください",
            "it cannot be opened; check the path and the rights of the folder"}},
    Reason{SQLITE_NOTADB, {"SQLiteのファイルではありません", "it is not an SQLite file"}},
    Reason{SQLITE_CORRUPT, {"壊れています。バックアップから戻してください", "it is damaged; take it from a backup"}},
    Reason{SQLITE_IOERR, {"入出力エラーです。ディスクを確かめてください", "input/output error; check the disk"}},
};

Error describe(const std::string& shown, int code, const char* detail) {
  for (const Reason& reason : kReasons) {
    if (reason.code != (code & 0xFF)) continue;
    return {ErrorCode::kOutput,
            {fmt::format("データベース「{}」: {}（SQLite: {}）。", shown, reason.why.ja, detail),
             fmt::format("database \"{}\": {} (SQLite: {}).", shown, reason.why.en, detail)}};
  }
  // No memory, a locked table, a missing right: the machine's affair. None is a bug of ours for certain.
  return {ErrorCode::kOutput,
          say("データベース「{}」の処理に失敗しました（SQLite {}: {}）。",
              "working with the database \"{}\" failed (SQLite {}: {}).", shown, code, std::string_view(detail))};
}

}  // namespace

void Statement::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement& Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter, value);
  return *this;
}

Statement& Statement::bind(int parameter, const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell.scalar())) return bind(parameter, *text);
  if (const auto* integer = std::get_if<std::int64_t>(&cell.scalar())) return bind(parameter, *integer);
  if (const auto* truth = std::get_if<bool>(&cell.scalar())) return bind(parameter, std::int64_t{*truth ? 1 : 0});
  const auto* decimal = std::get_if<Decimal>(&cell.scalar());
  if (decimal == nullptr) {
    sqlite3_bind_null(statement_.get(), parameter);
    return *this;
  }
  if (decimal->is_integer()) return bind(parameter, decimal->integer());
  const std::string digits = decimal->to_string();
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  sqlite3_bind_double(statement_.get(), parameter, value);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const Error error = database_->error();
    sqlite3_reset(statement_.get());
    return error;
  }
  sqlite3_reset(statement_.get());
  return false;
}

Status Statement::run() {
  auto stepped = step();
  if (!stepped) return stepped.error();
  return ok();
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::optional<Decimal> Statement::decimal(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER) return Decimal(integer(column));
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_FLOAT) return std::nullopt;
  char digits[64];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits,
                                          sqlite3_column_double(statement_.get(), column), std::chars_format::fixed);
  if (error != std::errc()) return std::nullopt;
  return Decimal::parse({digits, static_cast<std::size_t>(end - digits)});
}

namespace {

/// The file: URI of a path, whatever characters it holds.
std::string uri_of(const std::string& path, std::string_view parameters) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return fmt::format("{}?{}", out, parameters);
}

sqlite3* open_file(const std::string& name, int flags, int& code) {
  sqlite3* database = nullptr;
  code = sqlite3_open_v2(name.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, kWaitMilliseconds);
  }
  return database;
}

/// Files of write-ahead logging cannot be made on a read-only medium. Nobody writes there, so SQLite may read the file
/// as it stands.
bool needs_no_locks(sqlite3* database) {
  const int code = sqlite3_exec(database, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr) & 0xFF;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& path, std::string shown, Mode mode) {
  std::unique_ptr<Database> out(new Database(std::move(shown)));
  const int flags = SQLITE_OPEN_READWRITE | (mode == Mode::kCreate ? SQLITE_OPEN_CREATE : 0);
  int code = SQLITE_OK;
  out->database_.reset(open_file(path, flags, code));  // read-only where the file may not be written
  if (code == SQLITE_OK && mode == Mode::kRead) {
    if (needs_no_locks(out->database_.get())) {
      out->database_.reset(open_file(uri_of(path, "immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, code));
    } else {
      sqlite3_exec(out->database_.get(), "PRAGMA query_only = 1", nullptr, nullptr, nullptr);
    }
  }
  if (code != SQLITE_OK) return describe(out->shown_, code, sqlite3_errstr(code));
  return out;
}

Error Database::error() const {
  return describe(shown_, sqlite3_extended_errcode(database_.get()), sqlite3_errmsg(database_.get()));
}

Status Database::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return ok();
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
    return error();
  }
  return Statement(*this, statement);
}

std::int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

Result<Transaction> Transaction::begin(Database& database) {
  if (auto done = database.execute("BEGIN IMMEDIATE"); !done) return done.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(bool(database_->execute("ROLLBACK")));  // nothing more can be done
}

Status Transaction::commit() {
  if (auto done = database_->execute("COMMIT"); !done) return done;
  database_ = nullptr;
  return ok();
}

}  // namespace torikomi

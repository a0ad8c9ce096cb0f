// SQLite behind a small door: a connection and prepared statements. src/store is the only place that includes
// sqlite3.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "torikomi/core/result.h"
#include "torikomi/record/records.h"

struct sqlite3;
struct sqlite3_stmt;

namespace torikomi {

/// A prepared statement. Texts that are bound must live until the next step. Columns count from 0, parameters from 1.
class Statement {
 public:
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, const Cell& cell);
  /// true: there is a row. false: the statement is done and ready to be bound again.
  [[nodiscard]] Result<bool> step();
  /// Runs a statement that gives no rows.
  [[nodiscard]] Status run();
  /// Leaves the rows that are still there, so that the statement can be bound again.
  void reset();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  /// Good until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  /// Numbers that are not whole as their shortest exact decimal.
  [[nodiscard]] std::optional<Decimal> decimal(int column) const;

 private:
  friend class Database;
  struct Close {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(const class Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}

  const class Database* database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

/// A connection. Not movable, because statements point to it; one thread at a time.
class Database {
 public:
  enum class Mode { kRead, kWrite, kCreate };  ///< kCreate makes the file where it is missing
  /// `shown` is what messages call the file. Waits up to 60 s for other processes that write to it.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, std::string shown, Mode mode);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs one or more statements without parameters or rows.
  [[nodiscard]] Status execute(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  /// Rows that the last statement changed.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(std::string shown) : shown_(std::move(shown)) {}
  [[nodiscard]] Error error() const;

  std::string shown_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// Everything between begin() and commit() happens as a whole; without commit() not at all.
class Transaction {
 public:
  /// Takes the right to write at once, so that two writers wait for each other instead of failing half-way.
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  [[nodiscard]] Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace torikomi

#include "bench/plain_writers.h"

#include <sqlite3.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <vector>

namespace torikomi::bench {
namespace {

std::string words_of(const Cell& cell) {
  std::string out;
  cell.append_to(out);
  return out;
}

class PlainXlsx final : public Writer {
 public:
  explicit PlainXlsx(const std::string& target) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(target.c_str(), &options);
    for (const TableInfo& table : all_tables())
      sheets_.push_back(workbook_add_worksheet(book_, std::string(table.name).c_str()));
    rows_.resize(sheets_.size());
  }

  Status write(const Records& document) override {
    for (std::size_t t = 0; t < sheets_.size(); ++t) {
      const Table& table = document.tables()[t];
      for (std::size_t i = 0; i < table.size(); ++i, ++rows_[t]) {
        const ConstRow row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c)
          write_cell(sheets_[t], rows_[t], static_cast<lxw_col_t>(c), row[c]);
      }
    }
    return ok();
  }

  Status finish() override {
    workbook_close(book_);
    return ok();
  }

 private:
  static void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (cell.empty()) return;
    if (const auto number = cell.integer()) {
      worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr);
    } else {
      worksheet_write_string(sheet, row, column, words_of(cell).c_str(), nullptr);
    }
  }

  lxw_workbook* book_ = nullptr;
  std::vector<lxw_worksheet*> sheets_;
  std::vector<lxw_row_t> rows_;
};

class PlainSqlite final : public Writer {
 public:
  explicit PlainSqlite(const std::string& target) {
    std::remove(target.c_str());
    sqlite3_open(target.c_str(), &database_);
    run("BEGIN");
    for (const TableInfo& table : all_tables()) {
      std::string names;
      std::string places;
      for (const ColumnInfo& column : table.columns) {
        names += (names.empty() ? "\"" : ",\"") + std::string(column.name) + "\"";
        places += places.empty() ? "?" : ",?";
      }
      std::string create = "CREATE TABLE \"";
      run(create.append(table.name).append("\"(").append(names).append(")"));
      std::string insert = "INSERT INTO \"";
      insert.append(table.name).append("\" VALUES(").append(places).append(")");
      sqlite3_prepare_v2(database_, insert.c_str(), -1, &inserts_.emplace_back(), nullptr);
    }
  }

  Status write(const Records& document) override {
    for (std::size_t t = 0; t < inserts_.size(); ++t) {
      const Table& table = document.tables()[t];
      for (std::size_t i = 0; i < table.size(); ++i) {
        const ConstRow row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c) bind(inserts_[t], static_cast<int>(c) + 1, row[c]);
        sqlite3_step(inserts_[t]);
        sqlite3_reset(inserts_[t]);
      }
    }
    return ok();
  }

  Status finish() override {
    for (sqlite3_stmt* insert : inserts_) sqlite3_finalize(insert);
    run("COMMIT");
    sqlite3_close(database_);
    return ok();
  }

 private:
  void run(const std::string& words) { sqlite3_exec(database_, words.c_str(), nullptr, nullptr, nullptr); }

  static void bind(sqlite3_stmt* insert, int place, const Cell& cell) {
    if (cell.empty()) {
      sqlite3_bind_null(insert, place);
    } else if (const auto number = cell.integer()) {
      sqlite3_bind_int64(insert, place, *number);
    } else {
      const std::string words = words_of(cell);
      sqlite3_bind_text(insert, place, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
    }
  }

  sqlite3* database_ = nullptr;
  std::vector<sqlite3_stmt*> inserts_;
};

}  // namespace

std::unique_ptr<Writer> plain_xlsx(const std::string& target) { return std::make_unique<PlainXlsx>(target); }
std::unique_ptr<Writer> plain_sqlite(const std::string& target) { return std::make_unique<PlainSqlite>(target); }

}  // namespace torikomi::bench

// The sheets that explain the workbook: このファイルについて, 項目定義 and コード表.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "write/xlsx/sheets.h"

namespace torikomi::xlsx {

/// What the first sheet says of one document; gathered as documents pass by.
struct DocumentSummary {
  std::string id, source, title, publisher, published;
  std::size_t measures = 0, participants = 0, schedules = 0, kpis = 0, amounts = 0;
  std::array<std::size_t, 3> findings{};  // error, warning, info
};

/// What the first sheet says of all documents.
struct Summary {
  struct Rule {
    std::string severity, example;
    std::size_t count = 0;
  };
  std::vector<DocumentSummary> documents;
  std::map<std::string, Rule> rules;  // by code
  std::array<std::size_t, 3> findings{};

  void add(const Records& document);
};

/// Names of the three sheets.
struct InfoNames {
  std::string about, dictionary, codes;
};
[[nodiscard]] InfoNames info_names(const Words& words);

void write_about(Sheet& sheet, const Words& words, const Summary& summary, const std::vector<TableSheets>& tables);
void write_dictionary(Sheet& sheet, const Words& words);
void write_codes(Sheet& sheet, const Words& words);

}  // namespace torikomi::xlsx

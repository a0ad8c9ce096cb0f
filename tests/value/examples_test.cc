// Every example of docs/values.md is what the parsers read, and the document is written from the examples.
#include "torikomi/value/examples.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "cli/parse_values.h"
#include "torikomi/text/normalize.h"

namespace torikomi {
namespace {

ValueContext context_of(const ValueExample& example) {
  auto context = read_value_context(example.context);
  EXPECT_TRUE(context) << example.context;
  return *std::move(context);
}

TEST(Examples, DatesAreReadAsTheyAreShown) {
  for (const ValueForm& form : date_forms()) {
    for (const ValueExample& e : form.examples) {
      const DateContext context = context_of(e).date;
      std::vector<DateValue> dates = find_dates(fold(e.text), context);
      if (auto whole = parse_date(fold(e.text), context); whole && dates.empty()) dates = {*std::move(whole)};
      EXPECT_EQ(describe(dates), e.reading) << e.text << " [" << e.context << "]";
    }
  }
}

TEST(Examples, NumbersAreReadAsTheyAreShown) {
  for (const ValueForm& form : number_forms()) {
    for (const ValueExample& e : form.examples) {
      const ValueContext context = context_of(e);
      EXPECT_EQ(describe(find_numbers(fold(e.text), {context.unit})), e.reading) << e.text << " [" << e.context << "]";
    }
  }
}

TEST(Examples, NamesAreReadAsTheyAreShown) {
  for (const ValueForm& form : name_forms()) {
    for (const ValueExample& e : form.examples) {
      const ValueContext context = context_of(e);
      const NameContext evidence{.prefecture = context.prefecture, .date = context.date.document_date, .roster = {}};
      const std::string text = fold(e.text);
      std::vector<NameMatch> names = find_names(text, evidence);
      if (auto whole = parse_name(text, evidence)) names = {*std::move(whole)};
      EXPECT_EQ(describe(names), e.reading) << e.text << " [" << e.context << "]";
    }
  }
}

// Each form shows what it reads and what it leaves alone.
TEST(Examples, EveryFormHasBothHalves) {
  std::size_t rejected = 0;
  for (const auto forms : {date_forms(), number_forms(), name_forms()}) {
    for (const ValueForm& form : forms) {
      EXPECT_FALSE(form.examples.empty()) << form.title.en;
      for (const ValueExample& e : form.examples) rejected += e.reading.empty() ? 1 : 0;
    }
  }
  EXPECT_GT(rejected, 20U);
}

TEST(Examples, TheDocumentIsCurrent) {
  if (const char* path = std::getenv("TORIKOMI_WRITE_VALUES_DOC"))
    std::ofstream(path, std::ios::binary) << values_doc();
  std::ifstream file(TORIKOMI_REPOSITORY "/docs/values.md", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(written, values_doc())
      << "docs/values.md has to be written again: TORIKOMI_WRITE_VALUES_DOC=docs/values.md";
}

}  // namespace
}  // namespace torikomi

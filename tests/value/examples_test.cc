// Every example of docs/values.md is what the parsers read, and the document is written from the examples.
#include "torikomi/value/examples.h"

#include <gtest/gtest.h>

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
      EXPECT_EQ(describe(find_dates(fold(e.text), context_of(e).date)), e.reading)
          << e.text << " [" << e.context << "]";
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

// Each form shows what it reads and what it leaves alone.
TEST(Examples, EveryFormHasBothHalves) {
  std::size_t rejected = 0;
  for (const auto forms : {date_forms(), number_forms()}) {
    for (const ValueForm& form : forms) {
      EXPECT_FALSE(form.examples.empty()) << form.title.en;
      for (const ValueExample& e : form.examples) rejected += e.reading.empty() ? 1 : 0;
    }
  }
  EXPECT_GT(rejected, 20U);
}

TEST(Examples, TheDocumentIsCurrent) {
  std::ifstream file(TORIKOMI_REPOSITORY "/docs/values.md", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(written, values_doc()) << "docs/values.md has to be written again from values_doc()";
}

}  // namespace
}  // namespace torikomi

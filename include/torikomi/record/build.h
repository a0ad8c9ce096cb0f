// Cards -> rows of the contract tables. Sixth stage; the fifth, the values, is called from here cell by cell.
#pragma once

#include <string>
#include <string_view>

#include "torikomi/core/diagnostic.h"
#include "torikomi/grammar/match.h"
#include "torikomi/layout/block.h"
#include "torikomi/record/records.h"

namespace torikomi {

/// What is known of the file beside its words.
struct SourceFacts {
  std::string document_id;  ///< first 12 hex digits of the SHA-256 of the file's bytes
  std::string source;       ///< as the contract names it
  std::string encoding;
};

/// Builds every table but `diagnostics`. Everything that no card took goes to `tables` and `sections`, so that no line
/// is lost. Oddities go to `diagnostics`; rows stay as printed.
[[nodiscard]] Records build_records(const NormText& text, const Layout& layout, const DocumentMatch& match,
                                    const SourceFacts& facts, Diagnostics& diagnostics);

/// Writes the findings into the diagnostics table and their codes into the `findings` column of the rows that they
/// touch.
void add_findings(Records& records, const Source& source, const Diagnostics& diagnostics);

}  // namespace torikomi

// Lists of bodies: 北海道(苫小牧市・長沼町)、島根県益田市(津和野町・吉賀町)、夕張市 (北海道), ゆうばりし 夕張市,
// 【長野県】須坂市、千曲市 (計2市), 山梨県 【山梨市、 上野原市】.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/value/municipality.h"

namespace torikomi {

/// One body. Offsets are bytes of the text.
struct ListedBody {
  std::uint32_t begin = 0, end = 0;    ///< as printed, with a prefecture glued before it and without a reading
  std::string name;                    ///< its own name as printed, without prefecture, reading and line breaks
  bool inner = false;                  ///< in brackets behind another body, with which it works together
  bool group = false;                  ///< words for several bodies (県内全21市町), not a name
  const Municipality* body = nullptr;  ///< nothing: unknown or ambiguous
  std::vector<const Municipality*> candidates;  ///< more than one: ambiguous; none: no municipality or prefecture
};

struct BodyList {
  std::vector<ListedBody> bodies;  ///< in reading order
  /// Nothing but names that the tables know, counts of others (ほか4町村, 計2市3町), names of prefectures that say
  /// where a body lies, readings and note marks (※). Names that only look like a municipality are let pass where most
  /// are known.
  bool pure = false;
  /// The same, but names may also be those of organisations: with 株式会社, 法人, 協議会, 大学 … in them.
  bool organizations = false;
  /// The list as printed, on one line, without readings, note marks, and prefectures that only say where a body lies:
  /// 湯沢市 【神奈川県横浜市】.
  std::string title;
};

/// Reads a list (normalised text; a name may be broken over lines). Pure; linear in the text.
///
/// Bodies are parted by 、 , / and, where names stand on both sides, by ・ and blanks. A prefecture in brackets behind
/// a municipality, or in brackets or with a colon before it (【長野県】須坂市、…; 広島県:福山市、…), only says where it
/// lies. Brackets with other bodies hold its partners (`inner`), except behind words that are no body
/// (南秋地域(五城目町、 八郎潟町)). Brackets behind an organisation that name a place are its seat. Counts of bodies
/// that are not named give nothing.
[[nodiscard]] BodyList read_bodies(std::string_view text, const NameContext& context = {});

}  // namespace torikomi

// Minutes: 会長:それでは始めます。 is what somebody said, not a label and its words.
#include <algorithm>

#include "layout/lines.h"
#include "torikomi/core/utf8.h"

namespace torikomi::shapes {
namespace {

/// With one such line alone it may as well be a note: 会長:互選により選出した。
constexpr int kFewestSpeeches = 2;

/// Says that the words before the colon are no label.
constexpr std::string_view kSpeech = "speech";

/// Who speaks in meetings, by office: 田中委員, 委員A, 福祉課長.
constexpr std::string_view kOffices[] = {
    "会長",   "委員長", "座長",   "議長",         "委員",         "事務局", "司会",   "市長",  "町長",
    "村長",   "知事",   "区長",   "部長",         "課長",         "係長",   "局長",   "室長",  "次長",
    "所長",   "館長",   "校長",   "園長",         "教育長",       "理事",   "幹事",   "議員",  "教授",
    "参加者", "傍聴者", "傍聴人", "オブザーバー", "アドバイザー", "説明者", "質問者", "回答者"};

/// 委員A, 委員1, 委員(田中)
std::string_view without_mark(std::string_view label) {
  if (label.ends_with(')')) label = label.substr(0, label.rfind('('));
  while (!label.empty() && (std::isalnum(static_cast<unsigned char>(label.back())) != 0 || label.back() == ' '))
    label.remove_suffix(1);
  return label;
}

std::string without_blanks(std::string_view words) {
  std::string out(words);
  std::erase(out, ' ');
  return out;
}

class Speeches {
 public:
  explicit Speeches(Context& context) : context_(context) {}

  void run() {
    for (std::size_t b = 0; b < blocks().size(); ++b)
      if (speaks(blocks()[b]) && is_sentence(blocks()[b])) {
        if (count_++ == 0) first_ = b;
        last_ = b;
      }
    if (count_ < kFewestSpeeches) return;
    // 委員:異議なし between two speeches is one as well
    for (std::size_t b = first_; b <= last_; ++b)
      if (speaks(blocks()[b])) make_prose(blocks()[b]);
  }

 private:
  [[nodiscard]] std::vector<Block>& blocks() { return context_.layout.blocks; }
  [[nodiscard]] std::string_view cell(const Block& block, std::size_t number) const {
    return slice(context_.words, context_.layout.cells_of(block)[number].span);
  }

  [[nodiscard]] bool speaks(const Block& block) const {
    if (block.kind != BlockKind::kPair || block.cell_count != 2) return false;
    const std::string label = without_blanks(without_mark(cell(block, 0)));
    return std::any_of(std::begin(kOffices), std::end(kOffices),
                       [&](std::string_view office) { return label.ends_with(office); });
  }

  /// A list of names has no full stop.
  [[nodiscard]] bool is_sentence(const Block& block) const {
    return cell(block, 1).find("。") != std::string_view::npos;
  }

  static void make_prose(Block& block) {
    block.kind = block.marker.empty() ? BlockKind::kText : BlockKind::kListItem;
    block.cell_count = 0;
    block.rule = kSpeech;
  }

  Context& context_;
  std::size_t first_ = 0, last_ = 0;
  int count_ = 0;
};

}  // namespace

void settle_speeches(Context& context) { Speeches(context).run(); }

}  // namespace torikomi::shapes

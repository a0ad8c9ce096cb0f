#include "text/formula.h"

#include <algorithm>
#include <iterator>

#include "text/find_any.h"
#include "text/fold.h"

namespace torikomi::markup {
namespace {

constexpr std::size_t kLongest = 240;  // bytes; what is longer is a sentence between two dollar signs

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Formula {
  std::size_t begin = 0, end = 0;  ///< what stands between its delimiters
  std::size_t length = 0;          ///< with its delimiters; 0: there is none
};

struct Delimiters {
  std::string_view open, close;
};
constexpr Delimiters kDelimiters[] = {{"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}};

struct Command {
  std::size_t length = 0;  ///< with its backslash; 0: not one of the list
  std::string_view means;  ///< △ of \triangle; nothing for what only shapes letters (\mathrm)
  bool fraction = false;   ///< two groups follow, numerator and denominator
};

struct Meaning {
  std::string_view name, means;
};
constexpr Meaning kMeanings[] = {{"Box", "□"},
                                 {"Delta", "△"},
                                 {"Leftarrow", "⇐"},
                                 {"Rightarrow", "⇒"},
                                 {"approx", "≈"},
                                 {"ast", "*"},
                                 {"bf", ""},
                                 {"bigcirc", "○"},
                                 {"bigstar", "★"},
                                 {"bigtriangledown", "▽"},
                                 {"bigtriangleup", "△"},
                                 {"blacksquare", "■"},
                                 {"blacktriangle", "▲"},
                                 {"blacktriangledown", "▼"},
                                 {"boldsymbol", ""},
                                 {"boxtimes", "☒"},
                                 {"bullet", "●"},
                                 {"cdot", "・"},
                                 {"cdots", "…"},
                                 {"checkmark", "✓"},
                                 {"circ", "○"},
                                 {"circledcirc", "◎"},
                                 {"dagger", "†"},
                                 {"degree", "°"},
                                 {"div", "÷"},
                                 {"dots", "…"},
                                 {"downarrow", "↓"},
                                 {"ell", "l"},
                                 {"fallingdotseq", "≒"},
                                 {"ge", "≥"},
                                 {"geq", "≥"},
                                 {"geqq", "≥"},
                                 {"geqslant", "≥"},
                                 {"ldots", "…"},
                                 {"le", "≤"},
                                 {"left", ""},
                                 {"leftarrow", "←"},
                                 {"leftrightarrow", "↔"},
                                 {"leq", "≤"},
                                 {"leqq", "≤"},
                                 {"leqslant", "≤"},
                                 {"longrightarrow", "→"},
                                 {"mathbf", ""},
                                 {"mathit", ""},
                                 {"mathrm", ""},
                                 {"mathsf", ""},
                                 {"mp", "∓"},
                                 {"mu", "μ"},
                                 {"nearrow", "↗"},
                                 {"neq", "≠"},
                                 {"odot", "◎"},
                                 {"operatorname", ""},
                                 {"pm", "±"},
                                 {"qquad", " "},
                                 {"quad", " "},
                                 {"right", ""},
                                 {"rightarrow", "→"},
                                 {"rm", ""},
                                 {"searrow", "↘"},
                                 {"sim", "~"},
                                 {"square", "□"},
                                 {"star", "☆"},
                                 {"text", ""},
                                 {"textbf", ""},
                                 {"textit", ""},
                                 {"textrm", ""},
                                 {"times", "×"},
                                 {"to", "→"},
                                 {"triangle", "△"},
                                 {"triangledown", "▽"},
                                 {"underline", ""},
                                 {"uparrow", "↑"},
                                 {"vartriangle", "△"},
                                 {"yen", "¥"}};
static_assert(std::is_sorted(std::begin(kMeanings), std::end(kMeanings),
                             [](const Meaning& a, const Meaning& b) { return a.name < b.name; }));

/// \% \$ \# \& \_ \{ \}: the character; \, \; \: \!: a thin blank, nothing in Japanese text.
constexpr std::string_view kThemselves = "%$#&_{}";
constexpr std::string_view kThin = ",;:!";

constexpr std::string_view kCircled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",
                                         "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};

/// \textcircled{3}
Command circled(std::string_view text, std::size_t name_end) {
  std::size_t at = name_end;
  if (at < text.size() && text[at] == '{') ++at;
  std::size_t number = 0;
  for (; at < text.size() && is_digit(text[at]) && number < std::size(kCircled); ++at)
    number = number * 10 + static_cast<std::size_t>(text[at] - '0');
  if (number == 0 || number > std::size(kCircled)) return {};
  if (at < text.size() && text[at] == '}') ++at;
  return {at, kCircled[number - 1]};
}

/// 300, -3,000, (1), 12.5%, 1/3
bool is_figures(std::string_view content) {
  constexpr std::string_view kOf = "0123456789.,+-()%/ ";
  const bool all = std::all_of(content.begin(), content.end(), [&](char c) { return kOf.find(c) != kOf.npos; });
  const std::size_t last = content.find_last_not_of(' ');
  return all && last != content.npos && (is_digit(content[last]) || content[last] == ')' || content[last] == '%');
}

bool is_ascii(std::string_view content) {
  return std::all_of(content.begin(), content.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_formula(std::string_view content, std::string_view open) {
  if (find_any<'\\'>(content) < content.size()) return true;
  if (!is_ascii(content)) return false;
  if (find_any<'^', '_', '{', '='>(content) < content.size()) return true;
  if (open[0] != '$') return false;  // \(1\) is a bracket of Markdown
  return is_figures(content) || (content.size() == 1 && is_letter(content[0]));
}

Formula parse_formula(std::string_view text) {
  for (const auto& [open, close] : kDelimiters) {
    if (!text.starts_with(open)) continue;
    const std::size_t begin = open.size();
    const std::string_view cell = text.substr(0, find_any<'\t', '\r', '\n', '\f', '|'>(text.substr(0, kLongest)));
    const std::size_t end = cell.find(close, begin);
    if (end == cell.npos || end == begin) return {};
    const std::size_t length = end + close.size();
    const std::string_view content = text.substr(begin, end - begin);
    const bool plain = find_any<'\\'>(content) == content.size();
    const bool next_price = plain && close == "$" && length < text.size() && is_digit(text[length]);
    const bool escaped = close == "$" && text[end - 1] == '\\';
    if (next_price || escaped || !is_formula(content, open)) return {};
    return {begin, end, length};
  }
  return {};
}

/// The command at the begin of `text`, a backslash. `raised`: behind ^, where \circ is a degree.
Command parse_command(std::string_view text, bool raised) {
  constexpr std::size_t kOne = 2;  // a backslash and one character
  if (text.size() < kOne) return {};
  if (kThemselves.find(text[1]) != kThemselves.npos) return {kOne, text.substr(1, 1)};
  if (kThin.find(text[1]) != kThin.npos) return {kOne, ""};
  if (text[1] == ' ' || text[1] == '\\') return {kOne, " "};
  std::size_t end = 1;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string_view name = text.substr(1, end - 1);
  if (name == "frac" || name == "dfrac" || name == "tfrac") return {end, "", true};
  if (name == "textcircled" || name == "circled") return circled(text, end);
  if (raised && name == "circ") return {end, "°"};
  const auto* row = std::lower_bound(std::begin(kMeanings), std::end(kMeanings), name,
                                     [](const Meaning& a, std::string_view b) { return a.name < b; });
  if (row == std::end(kMeanings) || row->name != name) return {};
  if (end < text.size() && text[end] == ' ' && !row->means.empty()) ++end;  // only ends the name
  return {end, row->means};
}

/// Takes what stands in one formula, a character or a command at a time.
class FormulaTaker {
 public:
  FormulaTaker(FoldedText& out, std::string_view text) : out_(out), text_(text) {}

  void take(std::size_t at, std::size_t end) {
    while (at < end) at = part(at, text_.substr(at, end - at));
  }

 private:
  std::size_t part(std::size_t at, std::string_view rest) {
    switch (rest[0]) {
      case '\\':
        return command(at, rest);
      case '}':
        if (!fraction_ || !rest.starts_with("}{")) return put(at, 1, "");
        fraction_ = false;
        return put(at, 2, "/");
      case '{':
      case '_':
        return put(at, 1, "");
      case '^':
        return is_power_of_figures(at, rest) ? at + 1 : put(at, 1, "");
      case '~':
        return put(at, 1, " ");
      default:
        return static_cast<unsigned char>(rest[0]) < 0x80 ? at + 1 : folding::fold_next(out_, text_, at);
    }
  }

  std::size_t command(std::size_t at, std::string_view rest) {
    const std::string_view before = text_.substr(0, at);
    const Command command = parse_command(rest, before.ends_with('^') || before.ends_with("^{"));
    if (command.length == 0) return at + 1;
    fraction_ = fraction_ || command.fraction;
    return put(at, command.length, command.means);
  }

  /// 10^3 is not 103, nor 10^{-3} 10-3.
  [[nodiscard]] bool is_power_of_figures(std::size_t at, std::string_view rest) const {
    const std::size_t raised = rest.find_first_not_of('{', 1);
    return at > 0 && is_digit(text_[at - 1]) && raised != rest.npos && (is_digit(rest[raised]) || rest[raised] == '-');
  }

  std::size_t put(std::size_t at, std::size_t length, std::string_view means) {
    out_.replace(at, at + length, means);
    return at + length;
  }

  FoldedText& out_;
  std::string_view text_;
  bool fraction_ = false;  ///< its two groups are still to come
};

}  // namespace

std::size_t take_formula(FoldedText& out, std::string_view text, std::size_t at) {
  const Formula formula = parse_formula(text.substr(at));
  if (formula.length == 0) return at;
  const std::size_t end = at + formula.length;
  out.replace(at, at + formula.begin, "");
  FormulaTaker(out, text).take(at + formula.begin, at + formula.end);
  out.replace(at + formula.end, end, "");
  return end;
}

bool is_escape(std::string_view text) {
  constexpr std::string_view kEscaped = "*_~-.#%()[]!+<>&$=`:";
  return text.size() > 1 && kEscaped.find(text[1]) != kEscaped.npos;
}

}  // namespace torikomi::markup

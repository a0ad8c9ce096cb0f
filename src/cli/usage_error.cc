#include "usage_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "torikomi/core/nearest.h"

namespace torikomi::cli {
namespace {

std::vector<std::string> subcommands_of(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    out.push_back(command->get_name());
  return out;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  }
  return out;
}

std::string_view nearest_of(std::string_view word, const std::vector<std::string>& choices) {
  const std::vector<std::string_view> views(choices.begin(), choices.end());
  return nearest(word, views);
}

/// The command that the line names, the innermost one.
const CLI::App* named_command(const CLI::App& app) {
  const CLI::App* out = &app;
  for (auto inner = out->get_subcommands(); !inner.empty(); inner = out->get_subcommands()) out = inner.front();
  return out;
}

/// The first word that stands where the name of a command below `command` is due; "--lang ja" may stand between.
std::string_view command_word(const CLI::App& app, const CLI::App& command, int argc, char** argv) {
  bool due = &command == &app;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang") {
      ++i;
    } else if (!word.starts_with('-')) {
      if (due) return word;
      due = word == command.get_name();
    }
  }
  return {};
}

/// What stands behind the last colon of CLI11's "The following arguments were not expected: --x y".
std::vector<std::string> unexpected_words(const std::string& what) {
  std::vector<std::string> out;
  const auto colon = what.find(": ");
  for (std::size_t at = colon == what.npos ? what.size() : colon + 2; at < what.size();) {
    const std::size_t end = std::min(what.find(' ', at), what.size());
    if (end > at) out.push_back(what.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Message unknown_word(const CLI::App& command, const std::string& word) {
  const auto name = word.substr(0, word.find('='));
  const bool option = word.starts_with('-');
  const std::vector<std::string> known = option ? options_of(command) : subcommands_of(command);
  const std::string_view near = nearest_of(name, known);
  if (option && !near.empty())
    return say("オプション「{}」はありません。{} のことですか", "there is no option {}; did you mean {}?", name, near);
  if (option) return say("オプション「{}」はありません", "there is no option {}", name);
  return say("「{}」が余分です", "\"{}\" is one word too many", word);
}

Message unknown_command(const CLI::App& app, std::string_view word) {
  const auto all = subcommands_of(app);
  const std::string list = fmt::format("{}", fmt::join(all, ", "));
  if (word.empty()) return say("コマンドがありません: {}", "a command is missing: {}", list);
  const std::string_view near = nearest_of(word, all);
  if (near.empty())
    return say("コマンド「{}」はありません。使えるもの: {}", "there is no command \"{}\"; there are {}", word, list);
  return say("コマンド「{}」はありません。{} のことですか", "there is no command \"{}\"; did you mean {}?", word, near);
}

Message not_usable(std::string_view option, std::string_view value) {
  return say("{} に「{}」は使えません", "{} cannot be \"{}\"", option, value);
}

/// "exel not in {data,excel}".
Message none_of(std::string_view option, std::string_view value, std::string choices) {
  if (choices.ends_with('}')) choices.pop_back();
  for (auto comma = choices.find(','); comma != choices.npos; comma = choices.find(',', comma + 1))
    choices.insert(comma + 1, 1, ' ');
  return say("{} に「{}」は使えません。使えるもの: {}", "{} cannot be \"{}\"; it is one of: {}", option, value,
             choices);
}

/// "Value abc not in range 0 to 1024".
Message out_of_range(std::string_view option, std::string_view value, std::string_view range) {
  const auto to = range.find(" to ");
  if (to == range.npos) return not_usable(option, value);
  return say("{} に「{}」は使えません。{} から {} までの数を指定してください",
             "{} cannot be \"{}\"; give a number from {} to {}", option, value, range.substr(0, to),
             range.substr(to + 4));
}

/// "--profile: exel not in {data,excel}" and the like, as CLI11 says it. What it does not know stays as it is.
Message bad_value(std::string_view what) {
  constexpr std::string_view kConvert = "Could not convert: ";  // --expect-docs = x
  const bool convert = what.starts_with(kConvert);
  if (convert) what.remove_prefix(kConvert.size());
  const std::string_view sign = convert ? " = " : ": ";
  const auto at = what.find(sign);
  if (at == what.npos) return say("{}", "{}", what);
  const std::string_view option = what.substr(0, at);
  std::string_view rest = what.substr(at + sign.size());
  if (convert) return not_usable(option, rest);
  if (rest.ends_with(" missing")) return say("{} の値がありません", "{} needs a value", option);
  if (rest.starts_with("At Most 1 required"))
    return say("{} は一度だけ指定できます", "{} can be given only once", option);
  if (rest.find(" multiplied by ") != rest.npos) return say("{} の値が大きすぎます", "{} is too large", option);
  if (rest.starts_with("Value ")) rest.remove_prefix(6);
  for (const std::string_view words :
       {" not in {", " not in range ", " unit not recognized", " could not be converted"}) {
    const auto found = rest.find(words);
    if (found == rest.npos) continue;
    const std::string_view value = rest.substr(0, found);
    const std::string_view behind = rest.substr(found + words.size());
    if (words == " not in {") return none_of(option, value, std::string(behind));
    if (words == " not in range ") return out_of_range(option, value, behind);
    if (words == " unit not recognized")
      return say("{} の「{}」は単位ではありません。200MB や 64MiB のように指定してください",
                 "{}: \"{}\" is no unit; give a size such as 200MB or 64MiB", option, value);
    return not_usable(option, value);
  }
  return say("{}", "{}", what);
}

}  // namespace

Message usage_message(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const CLI::App* command = named_command(app);
  const std::string what = error.what();
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  if (is(CLI::ExitCodes::RequiredError)) {
    if (what.starts_with("A subcommand")) return unknown_command(*command, command_word(app, *command, argc, argv));
    return say("{} を指定してください", "{} is missing", what.substr(0, what.find(' ')));
  }
  if (is(CLI::ExitCodes::ExtrasError)) {
    const auto words = unexpected_words(what);
    const auto option = std::find_if(words.begin(), words.end(), [](const auto& w) { return w.starts_with('-'); });
    if (!words.empty()) return unknown_word(*command, option != words.end() ? *option : words.front());
  }
  return bad_value(what);
}

}  // namespace torikomi::cli

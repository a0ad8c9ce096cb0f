#include <mutex>
#include <optional>

#include "load_card.h"
#include "load_lists.h"
#include "load_sense.h"
#include "load_table.h"
#include "load_words.h"
#include "toml_reader.h"
#include "torikomi/core/embedded.h"
#include "torikomi/core/nearest.h"
#include "torikomi/core/sha256.h"
#include "torikomi/core/utf8.h"
#include "torikomi/grammar/grammar.h"
#include "torikomi/text/normalize.h"
#include "tree_toml.h"

namespace torikomi {
namespace {

FieldRule read_field(const TomlReader& reader) {
  reader.allow_only({"name", "labels", "type", "status", "note", "part", "kind", "role", "inner_role", "names_card"});
  FieldRule field;
  field.name = reader.text("name");
  field.labels = label_keys(reader, "labels");
  if (field.labels.empty() && reader.has("labels"))
    reader.fail("labels", say("見出しの語を 1 つ以上書いてください", "give at least one label"));
  field.type = choice<FieldType>(reader, "type",
                                 {{"text", FieldType::kText},
                                  {"events", FieldType::kEvents},
                                  {"marks", FieldType::kMarks},
                                  {"amount", FieldType::kAmount},
                                  {"indicator", FieldType::kIndicator},
                                  {"unit", FieldType::kUnit},
                                  {"baseline", FieldType::kBaseline},
                                  {"current", FieldType::kCurrent},
                                  {"target", FieldType::kTarget},
                                  {"actual", FieldType::kActual},
                                  {"when", FieldType::kWhen},
                                  {"session", FieldType::kSession},
                                  {"place", FieldType::kPlace},
                                  {"lecturer", FieldType::kLecturer},
                                  {"attendees", FieldType::kAttendees},
                                  {"headcount", FieldType::kHeadcount},
                                  {"content", FieldType::kContent},
                                  {"theme", FieldType::kTheme},
                                  {"lead_department", FieldType::kLeadDepartment},
                                  {"bodies", FieldType::kBodies},
                                  {"prefecture", FieldType::kPrefecture}},
                                 FieldType::kText);
  if (field.type == FieldType::kAmount) field.kind = kind_word(reader);
  if (field.type == FieldType::kAttendees)
    field.kind = choice<std::string_view>(reader, "kind", {{"person", "person"}}, std::string_view());
  if (field.type == FieldType::kTheme)
    field.kind = choice<std::string_view>(reader, "kind", {{"name", "name"}}, std::string_view());
  read_body_keys(reader, field);
  if (field.type == FieldType::kEvents)
    field.status = choice<std::string_view>(reader, "status", {{"planned", "planned"}, {"done", "done"}});
  else if (reader.has("status"))
    reader.fail("status",
                say("type = \"events\" の欄でだけ使えます", "has a meaning only in a field of type \"events\""));
  field.note_to = choice<std::string_view>(reader, "note", {{"fiscal_year", "fiscal_year"}}, std::string_view());
  for (const TomlReader& part : reader.tables("part")) {
    part.allow_only({"heading", "to"});
    field.parts.push_back({part.pattern("heading"), part.text("to")});
  }
  return field;
}

/// { ja = "…", en = "…" }. REQUIRES: the key is there.
Message read_message(const TomlReader& reader, std::string_view key) {
  if (reader.find(key)->kind() != NodeKind::kTable)
    reader.fail(key, say("日本語と英語が必要です: {0} = {{ ja = \"取組カード\", en = \"Cards of measures\" }}",
                         "Japanese and English are needed: {0} = {{ ja = \"取組カード\", en = \"Cards of "
                         "measures\" }}",
                         key));
  const auto table = reader.table(key);
  table->allow_only({"ja", "en"});
  return {table->text("ja"), table->text("en")};
}

void read_detect(const TomlReader& reader, Grammar& grammar) {
  reader.allow_only({"line"});
  for (const TomlReader& line : reader.tables("line")) {
    line.allow_only({"match", "weight", "required", "first_lines", "about"});
    const std::int64_t weight = line.integer_in("weight", 1, 1000, 1);
    const std::int64_t first_lines = line.integer_in("first_lines", 0, 1000, 0);
    grammar.detect.push_back({line.pattern("match"), static_cast<std::uint32_t>(weight),
                              line.flag_or("required", false), static_cast<std::uint32_t>(first_lines),
                              line.find("about") ? read_message(line, "about") : Message{}});
  }
  if (grammar.detect.empty())
    reader.fail("line", say("[[detect.line]] を 1 つ以上書いてください", "give at least one [[detect.line]]"));
}

EventWords read_events(const TomlReader& reader) {
  reader.allow_only(
      {"place", "participants", "content", "when", "headcount", "host", "absent", "tail", "place_suffix", "aims"});
  EventWords words;
  words.place = label_keys(reader, "place");
  words.participants = label_keys(reader, "participants");
  words.content = label_keys(reader, "content");
  words.when = label_keys(reader, "when");
  words.headcount = label_keys(reader, "headcount");
  words.host = label_keys(reader, "host");
  words.absent = label_keys(reader, "absent");
  words.tail = folded(reader.texts("tail"));
  words.place_suffix = folded(reader.texts("place_suffix"));
  words.aims = folded(reader.texts("aims"));
  for (const auto* list :
       {&words.place, &words.participants, &words.content, &words.when, &words.headcount, &words.host, &words.absent})
    for (const std::string& word : *list) words.label_begins.add(utf8::decode(word, 0).code_point);
  return words;
}

/// [[example]] with its tables of expected rows. Whether tables and columns exist is told when the example is run: the
/// contract lies above this stage.
Example read_example(const TomlReader& reader) {
  Example example;
  example.name = reader.text("name");
  example.input = reader.text("input");
  example.line = reader.line();
  for (const TreeView table : reader.entries()) {
    if (table.key() == "name" || table.key() == "input") continue;
    ExpectedTable expected{std::string(table.key()), {}};
    for (const TomlReader& row : reader.tables(table.key())) {
      auto& cells = expected.rows.emplace_back();
      cells.place = {row.line(), row.column()};
      for (const TreeView cell : row.entries()) {
        if (cell.kind() != NodeKind::kText)
          row.fail(cell.key(), say("数や日付も文字列で書いてください。例: {} = \"5\"",
                                   "write numbers and dates as strings too, such as {} = \"5\"", cell.key()));
        cells.cells.push_back({std::string(cell.key()), std::string(cell.text()), {cell.line(), cell.column()}});
      }
    }
    example.expected.push_back(std::move(expected));
  }
  return example;
}

/// What a report is told by, before anything of it is read.
Grammar read_head(const TomlReader& reader) {
  reader.allow_only({"name", "title", "version", "detect", "context", "ignore", "section", "supplements", "card",
                     "field", "table", "line", "bodies", "amounts", "indicators", "legend", "events", "example"});
  Grammar grammar;
  grammar.name = reader.text("name");
  grammar.version = reader.integer_or("version", 1);
  if (reader.find("title")) grammar.title = read_message(reader, "title");
  if (const auto detect = reader.table("detect")) read_detect(*detect, grammar);
  grammar.supplements = reader.flag_or("supplements", false);
  return grammar;
}

Grammar read_grammar(const TomlReader& reader) {
  Grammar grammar = read_head(reader);
  for (const TomlReader& context : reader.tables("context")) grammar.contexts.push_back(read_context(context));
  for (const TomlReader& ignore : reader.tables("ignore")) {
    ignore.allow_only({"name", "match", "longest"});
    grammar.ignores.push_back({ignore.text("name"), ignore.line_pattern("match")});
  }
  for (const TomlReader& section : reader.tables("section")) {
    section.allow_only({"match", "longest", "note"});
    const auto note = choice<std::string_view>(section, "note", {{"fiscal_year", "fiscal_year"}}, std::string_view());
    grammar.sections.push_back({section.line_pattern("match"), std::string(note)});
  }
  for (const TomlReader& field : reader.tables("field")) grammar.fields.push_back(read_field(field));
  for (const TomlReader& table : reader.tables("table")) grammar.tables.push_back(read_table(table));
  for (const TomlReader& line : reader.tables("line")) grammar.lines.push_back(read_line_rule(line, column_roles()));
  for (const TomlReader& bodies : reader.tables("bodies")) grammar.bodies.push_back(read_bodies_rule(bodies));
  if (const auto amounts = reader.table("amounts")) grammar.amounts = read_amount_rules(*amounts);
  if (const auto indicators = reader.table("indicators")) grammar.indicators = read_indicator_rules(*indicators);
  for (const TomlReader& legend : reader.tables("legend")) {
    legend.allow_only({"symbol", "role"});
    grammar.legend.push_back({fold(legend.text("symbol")), legend.text("role")});
  }
  if (const auto card = reader.table("card")) read_card(*card, grammar);
  if (const auto events = reader.table("events")) grammar.events = read_events(*events);
  for (const TomlReader& example : reader.tables("example")) grammar.examples.push_back(read_example(example));
  index_labels(reader, grammar);
  return grammar;
}

Error at_fault(const GrammarFault& fault) { return {ErrorCode::kUsage, fault.message}; }

/// What people trip over who write TOML for the first time.
Message toml_remedy(std::string_view error) {
  if (error.find("escape sequence") != error.npos)
    return say(" (正規表現は '…' で囲めば \\ をそのまま書けます)",
               " (write patterns in '…', where \\ stands for itself)");
  if (error.find("utf-8") != error.npos)
    return say(" (ファイルを UTF-8 で保存してください)", " (save the file as UTF-8)");
  if (error.find("cannot redefine") != error.npos)
    return say(" (この名前は前にもあります)", " (the name stands further up as well)");
  return {};
}

Result<toml::table> parse_toml(std::string_view text, std::string_view file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    const Message remedy = toml_remedy(error.description());
    const std::string place = fmt::format("{}:{}:{}: ", file, at.line, at.column);
    return Error{ErrorCode::kUsage,
                 {fmt::format("{}TOML として読めません: {}{}", place, error.description(), remedy.ja),
                  fmt::format("{}not valid TOML: {}{}", place, error.description(), remedy.en)}};
  }
}

EventWords read_common_events() {
  constexpr std::string_view kStem = "events";
  const GrammarTree tree = packed_tree(kStem).value_or(GrammarTree());
  return read_events(*TomlReader(TreeView(tree), kStem, "").table("events"));
}

/// The event words that every family shares. Read by the first caller; thread-safe.
const EventWords& common_events() {
  static const EventWords words = read_common_events();
  return words;
}

/// `text` is the whole file, which `tree` was read from.
Result<Grammar> load(const GrammarTree& tree, std::string_view text, std::string_view file, Trust trust) {
  try {
    const TomlReader reader(TreeView(tree), file, "", trust);
    Grammar grammar = read_grammar(reader);
    if (trust == Trust::kNone) {
      check_card_tables(reader, grammar);
      check_sense(reader, grammar);
      grammar.digest = sha256_hex(text);
    }
    grammar.origin = file;
    if (!reader.has("events")) grammar.events = common_events();
    return grammar;
  } catch (const GrammarFault& fault) {
    return at_fault(fault);
  }
}

std::vector<EmbeddedFile> built_in_files() {
  std::vector<EmbeddedFile> out;
  for (const EmbeddedFile& file : embedded_files())
    if (file.name.ends_with(".toml") && file.name != "events.toml") out.push_back(file);
  return out;
}

std::string_view stem_of(const EmbeddedFile& file) { return file.name.substr(0, file.name.rfind('.')); }

/// Nothing for a file that is no grammar.
std::optional<Grammar> load_built_in(const EmbeddedFile& file) {
  const auto tree = packed_tree(stem_of(file));
  if (!tree) return std::nullopt;
  auto grammar = load(*tree, file.content, file.name, Trust::kBuiltIn);
  return grammar ? std::optional(*std::move(grammar)) : std::nullopt;
}

}  // namespace

/// A built-in grammar that is read when somebody needs it.
class DeferredGrammar {
 public:
  explicit DeferredGrammar(EmbeddedFile file) : file_(file) {}

  [[nodiscard]] const Grammar& get() const {
    std::call_once(once_, [this] { grammar_ = load_built_in(file_).value_or(Grammar()); });
    return grammar_;
  }

 private:
  EmbeddedFile file_;
  mutable std::once_flag once_;
  mutable Grammar grammar_;
};

const Grammar& Grammar::whole() const { return deferred == nullptr ? *this : deferred->get(); }

const FieldRule* Grammar::field(std::string_view field_name) const {
  for (const FieldRule& field : fields)
    if (field.name == field_name) return &field;
  return nullptr;
}

Result<Grammar> load_grammar(std::string_view text, std::string_view file) {
  const auto table = parse_toml(text, file);
  if (!table) return table.error();
  return load(flatten(*table).view(), text, file, Trust::kNone);
}

std::vector<Grammar> built_in_grammars() {
  std::vector<Grammar> out;
  for (const EmbeddedFile& file : built_in_files())
    if (auto grammar = load_built_in(file)) out.push_back(*std::move(grammar));
  return out;
}

std::vector<Grammar> built_in_heads() {
  std::vector<Grammar> out;
  for (const EmbeddedFile& file : built_in_files()) {
    const auto tree = packed_tree(stem_of(file));
    if (!tree) continue;
    Grammar head = read_head(TomlReader(TreeView(*tree), file.name, "", Trust::kBuiltIn));
    if (head.supplements) {
      if (auto grammar = load_built_in(file)) out.push_back(*std::move(grammar));
      continue;
    }
    head.origin = file.name;
    head.deferred = std::make_shared<const DeferredGrammar>(file);
    out.push_back(std::move(head));
  }
  return out;
}

}  // namespace torikomi

#include "batch/worker_json.h"

#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>

#include "torikomi/batch/worker.h"
#include "torikomi/write/json.h"

namespace torikomi {
namespace {

/// Reads one object of texts until `wanted` are there. Members that are no texts, and what lies in them, are passed
/// over.
class Members : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Members> {
 public:
  explicit Members(bool only_id) : only_id_(only_id) {}

  bool Default() {
    key_.clear();
    return depth_ > 0;
  }
  bool StartObject() { return open(); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return depth_ > 0 && open(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ == 1) key_.assign(text, size);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ == 1) take({text, size});
    key_.clear();
    return depth_ > 0 && !(only_id_ && id);
  }

  std::optional<std::string> id;
  WorkItem::Kind kind = WorkItem::Kind::kNothing;
  std::string value;

 private:
  bool open() {
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }
  void take(std::string_view text) {
    if (key_ == "id") {
      id = std::string(text);
      return;
    }
    const auto found = key_ == "path"     ? WorkItem::Kind::kPath
                       : key_ == "text"   ? WorkItem::Kind::kText
                       : key_ == "base64" ? WorkItem::Kind::kBase64
                                          : WorkItem::Kind::kNothing;
    if (found == WorkItem::Kind::kNothing) return;
    kind = documents_++ == 0 ? found : WorkItem::Kind::kNothing;
    value = text;
  }

  bool only_id_;
  int depth_ = 0;
  int documents_ = 0;
  std::string key_;
};

constexpr unsigned kFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;

/// True where the whole text is one JSON object.
bool read_members(std::string_view json, Members& members) {
  rapidjson::MemoryStream bytes(json.data(), json.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  rapidjson::Reader reader;
  return !reader.Parse<kFlags>(stream, members).IsError();
}

}  // namespace

std::string work_line(std::string_view id, const Records& records) {
  rapidjson::StringBuffer quoted;
  rapidjson::Writer<rapidjson::StringBuffer> writer(quoted);
  writer.String(id.data(), static_cast<rapidjson::SizeType>(id.size()));
  std::string line = fmt::format("{{\"id\":{},", std::string_view(quoted.GetString(), quoted.GetSize()));
  const std::size_t brace = line.size();
  append_json_document(line, records);
  line.erase(brace, 1);
  line += '\n';
  return line;
}

std::optional<std::string> id_of_line(std::string_view line) {
  Members members(true);
  read_members(line, members);
  return std::move(members.id);
}

Error numbered(const Error& error, std::uint64_t line) {
  return {error.code,
          {fmt::format("{} 行目: {}", line, error.message.ja), fmt::format("line {}: {}", line, error.message.en)}};
}

Result<WorkItem> parse_work_item(const InputLine& line) {
  if (!line.whole) {
    if (auto id = id_of_line(line.text)) return WorkItem{*std::move(id), WorkItem::Kind::kTooLong, {}};
    return Error{ErrorCode::kInput,
                 say("行が長すぎ、先頭に id がありません", "the line is too long, and no id stands at its begin")};
  }
  Members members(false);
  const bool whole = read_members(line.text, members);
  if (!whole || !members.id || members.id->empty())
    return Error{ErrorCode::kInput, say("{{\"id\":…,\"path\":…}} の形の JSON ではありません",
                                        "not a JSON object of the form {{\"id\":…,\"path\":…}}")};
  return WorkItem{*std::move(members.id), members.kind, std::move(members.value)};
}

Result<Shard> parse_shard(std::string_view text) {
  const char* end = text.data() + text.size();
  Shard shard;
  const auto [slash, first] = std::from_chars(text.data(), end, shard.index);
  if (first == std::errc() && slash != end && *slash == '/') {
    const auto [rest, second] = std::from_chars(slash + 1, end, shard.count);
    if (second == std::errc() && rest == end && shard.index < shard.count) return shard;
  }
  return Error{ErrorCode::kUsage,
               say("「{}」は K/N の形ではありません (0 ≦ K < N)", "\"{}\" is not K/N with 0 <= K < N", text)};
}

}  // namespace torikomi

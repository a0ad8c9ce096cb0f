// JSON and NDJSON outputs: only the places of the documents are kept.
#include <cstdint>
#include <fstream>

#include "compare/sets.h"
#include "torikomi/batch/records_json.h"

namespace torikomi {
namespace {

struct Place {
  std::uint64_t offset = 0;
  std::size_t size = 0;
};

/// Finds the outermost objects of a stream of bytes, in an array or not.
class ObjectFinder {
 public:
  void add(char c) {
    const std::uint64_t at = at_++;
    if (in_text_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_text_ = false;
      }
    } else if (c == '"') {
      in_text_ = true;
    } else if (c == '{' && depth_++ == 0) {
      begin_ = at;
    } else if (c == '}' && depth_ == 0) {
      whole_ = false;
    } else if (c == '}' && --depth_ == 0) {
      places.push_back({begin_, static_cast<std::size_t>(at + 1 - begin_)});
    }
  }
  /// False where the last object has no end: the file was cut short.
  [[nodiscard]] bool is_whole() const { return whole_ && depth_ == 0 && !in_text_; }
  std::vector<Place> places;

 private:
  std::uint64_t at_ = 0, begin_ = 0;
  std::size_t depth_ = 0;
  bool in_text_ = false, escaped_ = false, whole_ = true;
};

class JsonSet final : public RecordSet {
 public:
  explicit JsonSet(const std::string& path) : path_(path), in_(path, std::ios::binary) {}

  Status list() {
    ObjectFinder finder;
    std::string block(1 << 20, '\0');
    while (in_) {
      in_.read(block.data(), static_cast<std::streamsize>(block.size()));
      for (std::streamsize i = 0; i < in_.gcount(); ++i) finder.add(block[static_cast<std::size_t>(i)]);
    }
    if (!finder.places.empty() && !finder.is_whole())
      return Error{ErrorCode::kInput, say("「{}」は途中で切れています。もう一度書き出してください",
                                          "\"{}\" is cut short; write it once more", path_)};
    for (const Place& place : finder.places) {
      const auto records = read(place);
      if (!records) return records.error();
      if ((*records)[TableId::documents].size() == 0) continue;  // an input that could not be read
      documents_.push_back(facts_of(*records));
      places_.push_back(place);
    }
    if (!finder.places.empty()) return ok();
    return Error{ErrorCode::kInput,
                 say("「{}」に torikomi の JSON がありません", "\"{}\" holds no JSON of torikomi", path_)};
  }

  [[nodiscard]] const std::vector<DocumentFacts>& documents() const override { return documents_; }
  Result<Records> load(std::size_t i) override { return read(places_[i]); }

 private:
  Result<Records> read(const Place& place) {
    std::string json(place.size, '\0');
    in_.clear();
    in_.seekg(static_cast<std::streamoff>(place.offset));
    in_.read(json.data(), static_cast<std::streamsize>(json.size()));
    auto records = records_from_json(std::move(json));
    if (records) return records;
    const Message& why = records.error().message;
    return Error{ErrorCode::kInput,
                 {fmt::format("「{}」: {}", path_, why.ja), fmt::format("\"{}\": {}", path_, why.en)}};
  }

  std::string path_;
  std::ifstream in_;
  std::vector<Place> places_;
  std::vector<DocumentFacts> documents_;
};

}  // namespace

OpenedSet open_json_set(const std::string& path) {
  auto out = std::make_unique<JsonSet>(path);
  if (auto done = out->list(); !done) return done.error();
  return OpenedSet(std::move(out));
}

}  // namespace torikomi

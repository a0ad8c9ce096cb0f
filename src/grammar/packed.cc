#include "packed.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cstdint>
#include <string>
#include <vector>

namespace torikomi {
namespace {

/// Puts the values of a JSON text into tables and arrays as they come. A grammar holds texts, whole numbers and truths.
class Unpacker : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Unpacker> {
 public:
  // NOLINTBEGIN(readability-identifier-naming): the names are RapidJSON's
  bool Default() { return false; }
  bool Bool(bool value) { return put(value), true; }
  bool Int(int value) { return put(std::int64_t{value}), true; }
  bool Uint(unsigned value) { return put(std::int64_t{value}), true; }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) { return put(std::string(text, size)), true; }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) { return key_.assign(text, size), true; }
  bool StartObject() {
    if (open_.empty()) return open_.push_back(&root_), true;
    return open_.push_back(put(toml::table())), true;
  }
  bool StartArray() { return open_.push_back(put(toml::array())), true; }
  bool EndObject(rapidjson::SizeType /*count*/) { return open_.pop_back(), true; }
  bool EndArray(rapidjson::SizeType /*count*/) { return open_.pop_back(), true; }
  // NOLINTEND(readability-identifier-naming)

  toml::table take() { return std::move(root_); }

 private:
  /// Where the value now lives.
  template <typename Value>
  toml::node* put(Value&& value) {
    if (toml::array* array = open_.back()->as_array()) {
      array->push_back(std::forward<Value>(value));
      return &array->back();
    }
    return &open_.back()->as_table()->insert_or_assign(key_, std::forward<Value>(value)).first->second;
  }

  toml::table root_;
  std::vector<toml::node*> open_;  // the tables and arrays around the place that is read
  std::string key_;
};

}  // namespace

toml::table unpack_grammar(std::string_view json) {
  Unpacker out;
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader().Parse<rapidjson::kParseStopWhenDoneFlag>(stream, out);
  return out.take();
}

}  // namespace torikomi

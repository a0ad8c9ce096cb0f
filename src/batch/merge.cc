#include "torikomi/batch/merge.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <system_error>

#include "batch/worker_json.h"
#include "torikomi/batch/batch.h"
#include "torikomi/batch/records_json.h"
#include "torikomi/batch/worker.h"
#include "torikomi/record/unread.h"

namespace torikomi {
namespace {

constexpr std::uint32_t kNoPart = std::numeric_limits<std::uint32_t>::max();
/// Output is several times as long as its document; this only keeps a file that is no worker's output out of memory.
constexpr std::size_t kLongestLine = std::size_t{1} << 30;
/// More are the same mistake again.
constexpr std::size_t kMostProblems = 1000;

}  // namespace

Status Merge::expect(const std::string& input) {
  auto reader = LineReader::open(input, longest_line(kDefaultMaxBytes));
  if (!reader) return reader.error();
  std::uint64_t number = 0;
  while (true) {
    const auto line = reader->next();
    if (!line) return line.error();
    if (!*line) return ok();
    ++number;
    auto item = parse_work_item(**line);
    if (!item) return numbered(item.error(), number);
    const auto place = static_cast<std::uint32_t>(places_.size());
    if (!numbers_.try_emplace(item->id, place).second)
      return numbered({ErrorCode::kInput, say("id「{}」が二度あります", "the id \"{}\" is there twice", item->id)},
                      number);
    places_.push_back({kNoPart, 0, 0});
  }
}

Status Merge::add_part(const std::string& path) {
  auto reader = LineReader::open(path, kLongestLine);
  if (!reader) return reader.error();
  const auto part = static_cast<std::uint32_t>(parts_.size());
  parts_.push_back(path);
  while (true) {
    const auto next = reader->next();
    if (!next) return next.error();
    if (!*next) return ok();
    const InputLine& line = **next;
    if (!line.ended) {
      ++torn_;
      return ok();
    }
    if (auto added = add_line({part, line.offset, line.text.size()}, line.text); !added) return added;
  }
}

Status Merge::add_line(const PartLine& place, std::string_view text) {
  const auto problem = [&](Message message) {
    if (problems_.size() < kMostProblems) problems_.push_back(std::move(message));
    return ok();
  };
  const std::string& file = parts_[place.part];
  const auto id = id_of_line(text);
  if (!id)
    return problem(
        say("{}: id のない行があります ({} バイト目)", "{}: a line without id (at byte {})", file, place.offset));
  const auto known = numbers_.find(*id);
  if (known == numbers_.end())
    return problem(say("{}: 入力にない文書「{}」があります", "{}: the document \"{}\" is not in the input", file, *id));
  PartLine& slot = places_[known->second];
  if (slot.part == kNoPart) {
    slot = place;
    return ok();
  }
  const auto before = read_line(slot);
  if (!before) return before.error();
  if (*before != text)
    return problem(say("文書「{}」に異なる結果があります: {} と {}",
                       "two different results for the document \"{}\": {} and {}", *id, parts_[slot.part], file));
  ++repeated_;
  return ok();
}

std::vector<std::string> Merge::missing() const {
  std::vector<std::string> out(places_.size());
  for (const auto& [id, number] : numbers_)
    if (places_[number].part == kNoPart) out[number] = id;
  std::erase(out, std::string());
  return out;
}

Result<std::string> Merge::read_line(const PartLine& place) const {
  const std::string& path = parts_[place.part];
  const auto fail = [&](int code) -> Error {
    return {ErrorCode::kInput,
            say("{}: 読めません ({})", "{}: cannot be read ({})", path, std::generic_category().message(code))};
  };
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(errno);
  std::string out(place.size, '\0');
  std::size_t used = 0;
  int code = 0;
  while (used < out.size() && code == 0) {
    const ssize_t got =
        ::pread(descriptor, out.data() + used, out.size() - used, static_cast<off_t>(place.offset + used));
    if (got > 0) used += static_cast<std::size_t>(got);
    if (got == 0) code = ESTALE;  // shorter than it was a moment ago
    if (got < 0 && errno != EINTR) code = errno;
  }
  ::close(descriptor);
  if (code != 0) return fail(code);
  return out;
}

Status Merge::replay(Language language, const std::function<Status(const Records&)>& sink) const {
  SeenDocuments seen;
  std::vector<const std::string*> ids(places_.size());
  for (const auto& [id, number] : numbers_) ids[number] = &id;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    auto line = read_line(places_[i]);
    if (!line) return line.error();
    auto records = records_from_json(*std::move(line));
    if (!records) {
      const std::string& file = parts_[places_[i].part];
      return Error{ErrorCode::kInput,
                   {fmt::format("{}: 文書「{}」: {}", file, *ids[i], records.error().message.ja),
                    fmt::format("{}: document \"{}\": {}", file, *ids[i], records.error().message.en)}};
    }
    if (const std::string* first = seen.first(*records))
      records = unread_document(*ids[i], UnreadReason::kDuplicate, duplicate_message(*ids[i], *first).in(language));
    if (auto taken = sink(*records); !taken) return taken;
  }
  return ok();
}

}  // namespace torikomi

#include "torikomi/store/store.h"

#include <gtest/gtest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill() is POSIX's
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "torikomi/record/unread.h"
#include "write/support.h"

namespace torikomi {
namespace {

using testing::contents;
using testing::put;
using testing::sample_document;
using testing::TemporaryFolder;
using testing::write_all;
using Strings = std::vector<std::string>;

/// A document of its own: `number` decides source, id and texts.
Records document(int number, const std::string& project, std::string_view source_text = "一行目\n") {
  Records out = sample_document(fmt::format("{:012x}", number));
  out[TableId::documents].row(0)[col::documents::source] = out.keep(fmt::format("{:05}.txt", number));
  out[TableId::measures].row(0)[col::measures::project] = out.keep(project);
  out[TableId::measures].row(0)[col::measures::fiscal_year] = 2000 + number;
  out.source_text = source_text;
  return out;
}

StoreInput input_of(const Records& records, std::string_view engine = "1") {
  const ConstRow row = records[TableId::documents].row(0);
  const std::string_view source = row[col::documents::source].text();
  return {source, source, row[col::documents::document_id].text(), engine};
}

/// Ids of the documents that agree with the filter.
Strings documents(Store& store, const StoreFilter& filter = {}) {
  Strings out;
  const auto entries = store.entries(filter);
  EXPECT_TRUE(entries);
  for (const StoreEntry& entry : *entries) {
    if (entry.has_document) out.push_back(entry.document_id);
  }
  return out;
}

/// The finding of an input that has the bytes of another one.
Records duplicate(const std::string& source) {
  return unread_document(source, UnreadReason::kDuplicate, source + ": the same bytes");
}

Status put_document(Store& store, const Records& records, std::string_view engine = "1") {
  return store.put(input_of(records, engine), records);
}

std::string ndjson(const std::vector<const Records*>& documents) {
  const TemporaryFolder folder;
  EXPECT_TRUE(write_all("ndjson", folder / "a", documents));
  return contents(folder / "a");
}

/// Everything that is in a store, in its order.
std::string dump(Store& store) {
  std::string out;
  std::vector<Records> all;
  for (const std::string& id : documents(store)) {
    auto records = store.get(id);
    EXPECT_TRUE(records);
    out += records->source_text;
    all.push_back(*std::move(records));
  }
  std::vector<const Records*> pointers;
  pointers.reserve(all.size());
  for (const Records& records : all) pointers.push_back(&records);
  return out + ndjson(pointers);
}

Store open(const std::string& path, Store::Mode mode = Store::Mode::kWrite) {
  auto store = Store::open(path, mode);
  if (!store) ADD_FAILURE() << store.error().message.en;
  return *std::move(store);
}

TEST(Store, GivesBackWhatWasPut) {
  const TemporaryFolder folder;
  Store store = open(folder / "s.sqlite");
  const Records a = document(1, "観光の振興");
  ASSERT_TRUE(put_document(store, a));
  const auto back = store.get("000000000001");
  ASSERT_TRUE(back);
  EXPECT_EQ(ndjson({&*back}), ndjson({&a}));
  EXPECT_EQ(back->source_text, "一行目\n");
  Store reader = open(folder / "s.sqlite", Store::Mode::kRead);
  EXPECT_EQ(dump(reader), dump(store));
}

TEST(Store, ReplacesAChangedInputAsAWholeAndKnowsWhatIsCurrent) {
  const TemporaryFolder folder;
  Store store = open(folder / "s.sqlite");
  const Records a = document(1, "旧");
  ASSERT_TRUE(put_document(store, a));
  EXPECT_EQ(*store.is_current(input_of(a)), true);
  EXPECT_EQ(*store.is_current(input_of(a, "2")), false);
  Records b = document(2, "新");
  b[TableId::documents].row(0)[col::documents::source] = "00001.txt";
  EXPECT_EQ(*store.is_current(input_of(b)), false);
  ASSERT_TRUE(put_document(store, b));
  EXPECT_EQ(documents(store), Strings{"000000000002"});
  EXPECT_EQ(store.get("000000000001")->tables()[1].size(), 0U);
  EXPECT_TRUE(store.search("旧", 10)->empty());
  ASSERT_TRUE(put_document(store, b, "2"));  // the same again, by another engine
  EXPECT_EQ(store.status()->rows[1].second, 1);
}

TEST(Store, OrderDoesNotDependOnHowDocumentsCameIn) {
  const TemporaryFolder folder;
  Store forth = open(folder / "forth");
  Store back = open(folder / "back");
  for (const int n : {1, 2, 3}) ASSERT_TRUE(put_document(forth, document(n, "事業")));
  for (const int n : {3, 1, 2, 1}) ASSERT_TRUE(put_document(back, document(n, "事業")));
  EXPECT_EQ(dump(forth), dump(back));
}

/// Rows of the table `diagnostics`, with all that came from no document.
std::int64_t findings(Store& store) { return store.status()->rows.back().second; }

TEST(Store, KeepsTheFindingsOfInputsThatGaveNoDocument) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  const Records unreadable = unread_document("bad.txt", UnreadReason::kUnreadable, "bad.txt: no text");
  const StoreInput input = {"in/bad.txt", "bad.txt", "", "1"};
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(store.put(input, unreadable));
  EXPECT_EQ(*store.is_current(input), false);
  EXPECT_EQ(store.status()->unreadable, 1);
  EXPECT_EQ(store.status()->findings[0], 1);
  const auto entries = store.entries({});
  ASSERT_EQ(entries->size(), 1U);
  EXPECT_EQ((*entries)[0].message, "bad.txt: no text");
  EXPECT_FALSE((*entries)[0].has_document);
  Records a = document(1, "事業");
  ASSERT_TRUE(store.put({"in/bad.txt", "bad.txt", "000000000001", "1"}, a));  // mended
  EXPECT_EQ(store.status()->unreadable, 0);
  EXPECT_EQ(store.status()->findings[0], 0);
}

TEST(Store, TwoInputsOfOneNameStayApart) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  for (const int n : {1, 2}) {
    Records records = document(n, "事業");
    records[TableId::documents].row(0)[col::documents::source] = "report.txt";
    const std::string path = fmt::format("{}/report.txt", n);
    ASSERT_TRUE(store.put({path, "report.txt", fmt::format("{:012x}", n), "1"}, records));
  }
  EXPECT_EQ(documents(store), (Strings{"000000000001", "000000000002"}));
}

TEST(Store, TwoInputsWithTheSameBytesShareOneDocument) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  const Records a = document(1, "事業");
  ASSERT_TRUE(put_document(store, a));
  const std::int64_t before = findings(store);
  const StoreInput twin = {"twin.txt", "twin.txt", "000000000001", "1"};
  ASSERT_TRUE(store.put(twin, duplicate("twin.txt")));
  EXPECT_EQ(findings(store), before + 1);
  EXPECT_EQ(*store.is_current(twin), true);
  EXPECT_EQ(store.status()->repeated, 1);
  EXPECT_EQ(store.get("000000000001")->tables()[1].size(), 1U);
  // The owner changes: the document goes to its twin with everything but the name.
  Records changed = document(2, "別");
  changed[TableId::documents].row(0)[col::documents::source] = "00001.txt";
  ASSERT_TRUE(put_document(store, changed));
  EXPECT_EQ(documents(store), (Strings{"000000000002", "000000000001"}));
  const auto entries = store.entries({});
  EXPECT_EQ((*entries)[1].source, "twin.txt");
  EXPECT_EQ((*entries)[1].message, "");
  EXPECT_EQ(store.get("000000000001")->tables()[0].row(0)[col::documents::source].text(), "twin.txt");
  EXPECT_EQ(*store.is_current(twin), true);
  EXPECT_EQ(store.status()->repeated, 0);
  // The last one goes: so does the document.
  ASSERT_TRUE(store.forget(Strings{"twin.txt"}));
  EXPECT_EQ(documents(store), Strings{"000000000002"});
  EXPECT_EQ(store.get("000000000001")->tables()[0].size(), 0U);
  EXPECT_TRUE(store.search("事業", 10)->empty());
}

TEST(Store, AdoptsKnownBytesUnderANewPath) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  ASSERT_TRUE(put_document(store, document(1, "事業")));
  const StoreInput moved = {"elsewhere/a.txt", "a.txt", "000000000001", "1"};
  EXPECT_EQ(*store.is_current(moved), false);
  EXPECT_EQ(*store.has_document("000000000001", "1"), true);
  EXPECT_EQ(*store.has_document("000000000001", "2"), false);
  EXPECT_EQ(*store.adopt(moved), true);
  EXPECT_EQ(*store.is_current(moved), true);
  EXPECT_EQ(*store.adopt({"b.txt", "b.txt", "000000000002", "1"}), false);
  EXPECT_EQ(store.status()->inputs, 2);
  ASSERT_TRUE(store.forget(Strings{"00001.txt"}));
  EXPECT_EQ(store.get("000000000001")->tables()[0].row(0)[col::documents::source].text(), "a.txt");
}

TEST(Store, ForgetsOnlyWhatItIsTold) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  for (const int n : {1, 2, 3}) ASSERT_TRUE(put_document(store, document(n, "事業")));
  ASSERT_TRUE(store.forget(Strings{"00002.txt", "never there"}));
  EXPECT_EQ(documents(store), (Strings{"000000000001", "000000000003"}));
}

TEST(Store, FiltersDocuments) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  for (const int n : {1, 2}) ASSERT_TRUE(put_document(store, document(n, "事業")));
  const struct {
    StoreFilter filter;
    Strings found;
  } cases[] = {{{{}, {2002}, {}}, {"000000000002"}},
               {{{}, {2001, 2002}, {}}, {"000000000001", "000000000002"}},
               {{{"000000000001"}, {}, {}}, {"000000000001"}},
               {{{"00002.txt"}, {}, {}}, {"000000000002"}},
               {{{}, {}, {"011002"}}, {"000000000001", "000000000002"}},
               {{{}, {}, {"01"}}, {"000000000001", "000000000002"}},
               {{{}, {2001}, {"01100"}}, {"000000000001"}},
               {{{}, {}, {"331007"}}, {}},
               {{{}, {2003}, {"011002"}}, {}}};
  for (const auto& c : cases) EXPECT_EQ(documents(store, c.filter), c.found);
}

TEST(Store, SpeaksTheLanguageItWasMadeIn) {
  const TemporaryFolder folder;
  { EXPECT_EQ(Store::open(folder / "s", Store::Mode::kWrite, Language::kJa)->language(), Language::kJa); }
  { EXPECT_EQ(Store::open(folder / "s", Store::Mode::kWrite, Language::kEn)->language(), Language::kJa); }
  EXPECT_EQ(Store::open(folder / "s", Store::Mode::kRead)->language(), Language::kJa);
}

TEST(Store, SearchFindsShortAndLongTextsAndSaysWhere) {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  ASSERT_TRUE(put_document(store, document(1, "観光の振興 \"AI\" 100%")));
  ASSERT_TRUE(put_document(store, document(2, "子育て支援")));
  const struct {
    const char* text;
    std::size_t hits;
  } cases[] = {{"観光", 1}, {"観光の振興", 1}, {"光", 1}, {"子育て", 1}, {"ＡＩ", 1}, {"ai", 1}, {"\"AI", 1},
               {"100%", 1}, {"札幌市", 2},     {"%", 1},  {"_", 0},      {"なし", 0}, {"", 0}};
  for (const bool indexed : {false, true}) {
    if (indexed) {
      while (*store.update_search()) continue;
    }
    for (const auto& c : cases) EXPECT_EQ(store.search(c.text, 10)->size(), c.hits) << c.text << indexed;
  }
  ASSERT_TRUE(put_document(store, document(3, "あとから来た子育て支援")));  // not in the index yet
  EXPECT_EQ(store.search("子育て支援", 10)->size(), 2U);
  ASSERT_TRUE(put_document(store, document(3, "書き直した事業")));
  ASSERT_TRUE(put_document(store, document(2, "子育て支援")));
  EXPECT_EQ(store.search("子育て支援", 10)->size(), 1U);
  while (*store.update_search()) continue;
  EXPECT_EQ(store.search("子育て支援", 10)->size(), 1U);
  EXPECT_EQ(store.search("書き直した", 10)->size(), 1U);
  const auto hits = store.search("子育て支援", 10);
  EXPECT_EQ((*hits)[0].source, "00002.txt");
  EXPECT_EQ((*hits)[0].table, "measures");
  EXPECT_EQ((*hits)[0].column, "project");
  EXPECT_EQ((*hits)[0].measure_id, "000000000002-m1");
  EXPECT_EQ((*hits)[0].line, 2);
  EXPECT_EQ(store.search("札幌市", 1)->size(), 1U);
}

TEST(Store, RefusesWhatIsNoStore) {
  const TemporaryFolder folder;
  const Records a = document(1, "事業");
  ASSERT_TRUE(write_all("sqlite", folder / "converted.sqlite", {&a}));
  put(folder / "text",
      "not a database, but long enough to look like one if nobody looks at the magic bytes at its begin");
  { const Store newer = open(folder / "newer"); }
  {
    auto database = Database::open(folder / "newer", "newer", Database::Mode::kWrite);
    ASSERT_TRUE((*database)->execute("PRAGMA user_version = 99"));
  }
  const std::string before = contents(folder / "converted.sqlite");
  for (const char* name : {"converted.sqlite", "text", "newer", "missing/s"}) {
    const auto store = Store::open(folder / name, Store::Mode::kWrite);
    ASSERT_FALSE(store) << name;
    EXPECT_EQ(store.error().code, ErrorCode::kOutput) << name << ' ' << store.error().message.en;
  }
  EXPECT_EQ(contents(folder / "converted.sqlite"), before);
  EXPECT_FALSE(Store::open(folder / "missing", Store::Mode::kRead));
}

constexpr int kMany = 60;

/// Runs in a process of its own: puts documents first, first + step, … that are not current.
[[noreturn]] void ingest(const std::string& path, int first, int step) {
  auto store = Store::open(path, Store::Mode::kWrite);
  if (!store) ::_exit(1);
  for (int n = first; n < kMany; n += step) {
    const Records records = document(n, "事業" + std::to_string(n));
    const auto current = store->is_current(input_of(records));
    if (!current) ::_exit(2);
    if (!*current && !put_document(*store, records)) ::_exit(3);
  }
  ::_exit(0);
}

std::string undisturbed() {
  const TemporaryFolder folder;
  Store store = open(folder / "s");
  for (int n = 0; n < kMany; ++n) EXPECT_TRUE(put_document(store, document(n, "事業" + std::to_string(n))));
  return dump(store);
}

TEST(Store, SurvivesBeingKilledAtAnyMoment) {
  const std::string wanted = undisturbed();
  for (int round = 0; round < 12; ++round) {
    const TemporaryFolder folder;
    const std::string path = folder / "s";
    const pid_t child = ::fork();
    if (child == 0) ingest(path, 0, 1);
    std::this_thread::sleep_for(std::chrono::microseconds(1500 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    Store store = open(path);
    auto check = Database::open(path, path, Database::Mode::kRead);
    auto integrity = (*check)->prepare("PRAGMA integrity_check");
    ASSERT_TRUE(*integrity->step());
    EXPECT_EQ(integrity->text(0), "ok");
    for (int n = 0; n < kMany; ++n) {
      const Records records = document(n, "事業" + std::to_string(n));
      if (!*store.is_current(input_of(records))) {
        ASSERT_TRUE(put_document(store, records));
      }
    }
    EXPECT_EQ(dump(store), wanted) << round;
  }
}

TEST(Store, TwoProcessesWaitForEachOther) {
  const TemporaryFolder folder;
  const std::string path = folder / "s";
  pid_t children[3];
  for (int i = 0; i < 3; ++i) {
    children[i] = ::fork();
    if (children[i] == 0) ingest(path, i, 3);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
  }
  Store store = open(path);
  EXPECT_EQ(dump(store), undisturbed());
}

}  // namespace
}  // namespace torikomi

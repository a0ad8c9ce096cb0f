#include "torikomi/write/output_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

#include "write/support.h"

namespace torikomi {
namespace {

using testing::contents;
using testing::FaultyFiles;
using testing::put;
using testing::TemporaryFolder;
using Names = std::vector<std::string>;

Status write_file(const std::string& path, std::string_view text, bool force, FileSystem& files) {
  auto file = OutputFile::open(path, force, files);
  if (!file) return file.error();
  if (auto done = file->append(text); !done) return done;
  return file->finish();
}

TEST(OutputFile, AppearsWithFinishOnly) {
  const TemporaryFolder folder;
  {
    auto file = OutputFile::open(folder / "a.json", false, real_files());
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append("text"));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.json"));
    ASSERT_TRUE(file->finish());
    EXPECT_EQ(contents(folder / "a.json"), "text");
  }
  {
    auto file = OutputFile::open(folder / "b.json", false, real_files());
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append(std::string(1 << 20, 'x')));
  }
  EXPECT_EQ(folder.names(), Names{"a.json"});
}

TEST(OutputFile, WritesEveryByteThroughShortAndInterruptedWrites) {
  const TemporaryFolder folder;
  FaultyFiles files;
  files.most_at_once = 7;
  files.interrupted = true;
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += static_cast<char>('a' + i % 26);
  auto file = OutputFile::open(folder / "a", false, files);
  ASSERT_TRUE(file);
  for (std::size_t at = 0; at < text.size(); at += 777)
    ASSERT_TRUE(file->append(std::string_view(text).substr(at, 777)));
  ASSERT_TRUE(file->finish());
  EXPECT_EQ(contents(folder / "a"), text);
}

TEST(OutputFile, ReplacesWithForceOnly) {
  const TemporaryFolder folder;
  put(folder / "a", "old");
  const auto refused = write_file(folder / "a", "new", false, real_files());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kOutput);
  EXPECT_NE(refused.error().message.en.find("--force"), std::string::npos);
  EXPECT_EQ(contents(folder / "a"), "old");
  ASSERT_TRUE(write_file(folder / "a", "new", true, real_files()));
  EXPECT_EQ(contents(folder / "a"), "new");
  EXPECT_EQ(folder.names(), Names{"a"});
}

TEST(OutputFile, DoesNotReplaceWhatAppearedInTheMeantime) {
  const TemporaryFolder folder;
  auto file = OutputFile::open(folder / "a", false, real_files());
  ASSERT_TRUE(file);
  put(folder / "a", "of somebody else");
  EXPECT_FALSE(file->finish());
  EXPECT_EQ(contents(folder / "a"), "of somebody else");
}

TEST(OutputFile, KeepsTheLinkAndThePermissionsOfWhatItReplaces) {
  const TemporaryFolder folder;
  put(folder / "real", "old");
  ASSERT_EQ(::chmod((folder / "real").c_str(), 0640), 0);
  std::filesystem::create_symlink("real", folder / "link");
  ASSERT_TRUE(write_file(folder / "link", "new", true, real_files()));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
  EXPECT_EQ(contents(folder / "real"), "new");
  EXPECT_EQ(real_files().stat(folder / "real").permissions, 0640);
}

TEST(OutputFile, SaysWhatWhereWhyAndWhatToDoAndLeavesNothing) {
  const TemporaryFolder folder;
  put(folder / "file", "x");
  const struct {
    std::string path;
    const char* reason;
    const char* remedy;
  } cases[] = {
      {folder / "missing/a", "ENOENT", "Make the folder"},
      {folder / "file/a", "ENOTDIR", "Check the path"},
      {folder.path(), "EISDIR", "--to csv"},
      {folder / std::string(300, 'n'), "ENAMETOOLONG", "shorter"},
  };
  for (const auto& c : cases) {
    const auto done = write_file(c.path, "x", true, real_files());
    ASSERT_FALSE(done) << c.reason;
    EXPECT_EQ(done.error().code, ErrorCode::kOutput);
    EXPECT_NE(done.error().message.en.find(c.reason), std::string::npos) << done.error().message.en;
    EXPECT_NE(done.error().message.ja.find(c.reason), std::string::npos) << done.error().message.ja;
    EXPECT_NE(done.error().message.en.find(c.remedy), std::string::npos) << done.error().message.en;
    EXPECT_NE(done.error().message.en.find(c.path), std::string::npos) << done.error().message.en;
  }
  EXPECT_EQ(folder.names(), Names{"file"});
}

TEST(OutputFile, LeavesNothingWhenTheDiskIsFullOrTheLastStepsFail) {
  const TemporaryFolder folder;
  put(folder / "a", "old");
  for (const std::size_t space : {0, 1, 300'000}) {
    FaultyFiles files;
    files.space = space;
    const auto done = write_file(folder / "a", std::string(1'000'000, 'x'), true, files);
    ASSERT_FALSE(done) << space;
    EXPECT_NE(done.error().message.ja.find("空きがありません"), std::string::npos);
  }
  FaultyFiles failing_sync;
  failing_sync.sync_error = EIO;
  EXPECT_FALSE(write_file(folder / "a", "x", true, failing_sync));
  FaultyFiles failing_rename;
  failing_rename.renames_until_error = 0;
  EXPECT_FALSE(write_file(folder / "a", "x", true, failing_rename));
  EXPECT_EQ(folder.names(), Names{"a"});
  EXPECT_EQ(contents(folder / "a"), "old");
}

TEST(OutputFile, WritesDevicesAndPipesDirectly) {
  const auto full = write_file("/dev/full", "text", false, real_files());
  ASSERT_FALSE(full);
  EXPECT_NE(full.error().message.en.find("ENOSPC"), std::string::npos);
  EXPECT_TRUE(write_file("/dev/null", "text", false, real_files()));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));

  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = contents(folder / "pipe"); });
  EXPECT_TRUE(write_file(folder / "pipe", "through the pipe", false, real_files()));
  reader.join();
  EXPECT_EQ(got, "through the pipe");
  EXPECT_EQ(folder.names(), Names{"pipe"});
}

TEST(OutputFile, ReportsAReaderThatWentAway) {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  const auto done = write_file("/dev/fd/" + std::to_string(ends[1]), "text", false, real_files());
  ::close(ends[1]);
  std::signal(SIGPIPE, before);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kOutput);
}

Result<OutputFolder> open_folder(const std::string& path, bool force, FileSystem& files) {
  return OutputFolder::open(path, {"one", "two", "sign"}, force, files);
}
void fill(OutputFolder& folder, std::string_view text) {
  for (std::size_t i = 0; i < 3; ++i) ASSERT_TRUE(folder.file(i).append(text));
}

TEST(OutputFolder, AppearsAsAWholeWithTheSignLast) {
  const TemporaryFolder base;
  FaultyFiles files;
  auto folder = open_folder(base / "deep/er/", false, files);
  ASSERT_TRUE(folder);
  fill(*folder, "text");
  EXPECT_EQ(TemporaryFolder::names_in(base / "deep/er").size(), 3U);  // three hidden ones
  ASSERT_TRUE(folder->finish());
  EXPECT_EQ(TemporaryFolder::names_in(base / "deep/er"), (Names{"one", "sign", "two"}));
  EXPECT_EQ(files.log, (Names{"one", "two", "sign"}));
}

TEST(OutputFolder, LeavesNothingWithoutFinish) {
  const TemporaryFolder base;
  {
    auto folder = open_folder(base / "deep/er", false, real_files());
    ASSERT_TRUE(folder);
    fill(*folder, "text");
  }
  EXPECT_TRUE(base.names().empty());
}

TEST(OutputFolder, ReplacesItsOwnFilesWithForceOnlyAndKeepsOthers) {
  const TemporaryFolder base;
  put(base / "other", "mine");
  put(base / "two", "old");
  EXPECT_FALSE(open_folder(base.path(), false, real_files()));
  auto folder = open_folder(base.path(), true, real_files());
  ASSERT_TRUE(folder);
  fill(*folder, "new");
  EXPECT_EQ(contents(base / "two"), "old");
  ASSERT_TRUE(folder->finish());
  EXPECT_EQ(base.names(), (Names{"one", "other", "sign", "two"}));
  EXPECT_EQ(contents(base / "two"), "new");
  EXPECT_EQ(contents(base / "other"), "mine");
}

TEST(OutputFolder, PutsTheOldFilesBackWhereverItFails) {
  // With three old files there are six renames: sign aside, one aside, one in, two aside, two in, sign in.
  for (int step = 0; step < 6; ++step) {
    const TemporaryFolder base;
    for (const char* name : {"one", "two", "sign"}) put(base / name, "old");
    FaultyFiles files;
    files.renames_until_error = step;
    {
      auto folder = open_folder(base.path(), true, files);
      ASSERT_TRUE(folder);
      fill(*folder, "new");
      EXPECT_FALSE(folder->finish()) << step;
    }
    EXPECT_EQ(base.names(), (Names{"one", "sign", "two"})) << step;
    for (const char* name : {"one", "two", "sign"}) EXPECT_EQ(contents(base / name), "old") << step;
  }
}

TEST(OutputFolder, RemovesTheNewFilesOfASetThatFails) {
  for (int step = 0; step < 3; ++step) {
    const TemporaryFolder base;
    FaultyFiles files;
    files.renames_until_error = step;
    {
      auto folder = open_folder(base / "new", true, files);
      ASSERT_TRUE(folder);
      fill(*folder, "new");
      EXPECT_FALSE(folder->finish()) << step;
    }
    EXPECT_TRUE(base.names().empty()) << step;
  }
}

TEST(OutputFolder, RefusesAFileInItsPlace) {
  const TemporaryFolder base;
  put(base / "a", "file");
  const auto folder = open_folder(base / "a", true, real_files());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kOutput);
}

}  // namespace
}  // namespace torikomi

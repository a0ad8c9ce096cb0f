#include <cerrno>
#include <utility>

#include "torikomi/write/output_file.h"

namespace torikomi {
namespace {

/// What was moved aside to make room, so that it can be put back.
struct Moved {
  std::string from;  // its name
  std::string to;    // its name for the time being; empty where nothing was there
};

}  // namespace

Result<OutputFolder> OutputFolder::open(std::string path, const std::vector<std::string>& names, bool force,
                                        FileSystem& files) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  OutputFolder out(std::move(path), force, files);
  const auto kind = files.stat(out.path_).kind;
  if (kind == FileSystem::Kind::kFile || kind == FileSystem::Kind::kStream) return cannot_write(out.path_, ENOTDIR);
  if (kind == FileSystem::Kind::kMissing) {
    if (auto made = out.make_missing_folders(); !made) return made.error();
  }
  for (const std::string& name : names) {
    auto file = OutputFile::open(out.path_ + "/" + name, force, files);
    if (!file) return file.error();
    if (file->is_stream()) return cannot_write(file->path(), EEXIST);
    out.members_.push_back(*std::move(file));
  }
  return out;
}

Status OutputFolder::make_missing_folders() {
  for (std::size_t end = path_.find('/', 1);; end = path_.find('/', end + 1)) {
    const std::string part = path_.substr(0, end);
    if (files_->stat(part).kind == FileSystem::Kind::kMissing) {
      const int made = files_->make_folder(part);
      if (made < 0 && made != -EEXIST) return cannot_write(path_, -made);
      if (made == 0) made_.push_back(part);
    }
    if (end == std::string::npos) return ok();
  }
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_(std::move(other.path_)),
      force_(other.force_),
      files_(other.files_),
      made_(std::exchange(other.made_, {})),
      members_(std::move(other.members_)),
      finished_(std::exchange(other.finished_, true)) {}

OutputFolder::~OutputFolder() {
  members_.clear();  // removes their temporary files
  if (finished_) return;
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) files_->remove_folder(*folder);
}

Status OutputFolder::swap_all() {
  std::vector<Moved> moved;
  const auto put_back = [&] {
    for (auto m = moved.rbegin(); m != moved.rend(); ++m) {
      if (m->to.empty()) {
        files_->remove(m->from);
      } else {
        files_->rename(m->to, m->from, true);
      }
    }
  };
  const auto make_room = [&](OutputFile& file) -> Status {
    if (!force_ || files_->stat(file.target()).kind == FileSystem::Kind::kMissing) return ok();
    std::string aside = file.working_path() + ".old";
    if (const int done = files_->rename(file.target(), aside, false); done < 0) return cannot_write(file.path(), -done);
    moved.push_back({file.target(), std::move(aside)});
    return ok();
  };
  Status status = make_room(members_.back());  // first of all: from here on the set does not count as whole
  for (std::size_t i = 0; status && i < members_.size(); ++i) {
    const bool last = i + 1 == members_.size();
    if (last) files_->sync_folder(path_);  // the others are there before their sign is, even after a power cut
    const std::size_t moved_before = moved.size();
    if (!last) status = make_room(members_[i]);
    if (status) status = members_[i].publish();
    if (status && moved.size() == moved_before) moved.push_back({members_[i].target(), {}});
  }
  if (!status) {
    put_back();
    return status;
  }
  for (const Moved& m : moved) {
    if (!m.to.empty()) files_->remove(m.to);
  }
  return ok();
}

Status OutputFolder::finish() {
  for (OutputFile& member : members_) {
    if (auto done = member.complete(); !done) return done;
  }
  if (auto done = swap_all(); !done) return done;
  finished_ = true;
  files_->sync_folder(path_);
  return ok();
}

}  // namespace torikomi

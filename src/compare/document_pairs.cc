#include "compare/document_pairs.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace torikomi {
namespace {

using Pairs = std::vector<std::optional<std::size_t>>;
using Documents = std::vector<DocumentFacts>;

/// Titles and file names of two years differ in their digits: 平成28年度, report_2017.txt. 元 is a year, too.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= '0' && text[at] <= '9') continue;
    if (text.substr(at).starts_with("元年")) {
      at += std::string_view("元").size() - 1;
      continue;
    }
    out += text[at];
  }
  return out;
}

class Pairing {
 public:
  Pairing(const Documents& before, const Documents& after)
      : before_(before), after_(after), taken_(before.size()), pairs_(after.size()) {}

  Pairs run() {
    by_key([](const DocumentFacts& d) { return d.document_id; });
    by_key([](const DocumentFacts& d) { return both(d.publisher, d.title); });
    by_key([](const DocumentFacts& d) { return both(d.publisher, without_numbers(d.title)); });
    by_key([](const DocumentFacts& d) { return d.source; });
    by_key([](const DocumentFacts& d) { return without_numbers(d.source); });
    by_projects();
    if (before_.size() == 1 && after_.size() == 1) pairs_[0] = 0;  // somebody who names two reports means the two
    return std::move(pairs_);
  }

 private:
  static std::string both(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? std::string() : a + '\n' + b;
  }

  void take(std::size_t before, std::size_t after) {
    taken_[before] = true;
    pairs_[after] = before;
  }

  /// Pairs what has a key that no other document of its side has.
  void by_key(const std::function<std::string(const DocumentFacts&)>& key) {
    struct Group {
      std::vector<std::size_t> before, after;
    };
    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < before_.size(); ++i)
      if (!taken_[i]) groups[key(before_[i])].before.push_back(i);
    for (std::size_t i = 0; i < after_.size(); ++i)
      if (!pairs_[i]) groups[key(after_[i])].after.push_back(i);
    for (const auto& [name, group] : groups)
      if (!name.empty() && group.before.size() == 1 && group.after.size() == 1)
        take(group.before.front(), group.after.front());
  }

  /// Share of the projects that two documents have in common (Jaccard), the best pairs first.
  void by_projects() {
    constexpr double kEnough = 0.3;
    std::map<std::string, std::vector<std::size_t>> having;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (taken_[i]) continue;
      for (const std::string& project : std::set(before_[i].projects.begin(), before_[i].projects.end()))
        having[project].push_back(i);
    }
    struct Likely {
      double share;
      std::size_t before, after;
    };
    std::vector<Likely> likely;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (pairs_[i]) continue;
      const std::set<std::string> mine(after_[i].projects.begin(), after_[i].projects.end());
      std::map<std::size_t, std::size_t> common;
      for (const std::string& project : mine)
        if (const auto found = having.find(project); found != having.end())
          for (const std::size_t other : found->second) ++common[other];
      for (const auto& [other, count] : common) {
        const std::set<std::string> theirs(before_[other].projects.begin(), before_[other].projects.end());
        const double share = static_cast<double>(count) / static_cast<double>(mine.size() + theirs.size() - count);
        if (share >= kEnough) likely.push_back({share, other, i});
      }
    }
    std::stable_sort(likely.begin(), likely.end(), [](const Likely& a, const Likely& b) { return a.share > b.share; });
    for (const Likely& l : likely)
      if (!taken_[l.before] && !pairs_[l.after]) take(l.before, l.after);
  }

  const Documents& before_;
  const Documents& after_;
  std::vector<bool> taken_;
  Pairs pairs_;
};

}  // namespace

Pairs pair_documents(const Documents& before, const Documents& after) { return Pairing(before, after).run(); }

}  // namespace torikomi

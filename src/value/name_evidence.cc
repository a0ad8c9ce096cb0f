#include "name_evidence.h"

#include <algorithm>
#include <optional>

#include "name_kana.h"

namespace torikomi::names {
namespace {

using Bodies = std::vector<const Body*>;

bool in_force(const Municipality& body, const std::optional<Day>& date) {
  if (!date) return !body.valid_to;
  return (!body.valid_from || *body.valid_from <= *date) && (!body.valid_to || *date <= *body.valid_to);
}

bool has_ended(const Municipality& body, const std::optional<Day>& date) {
  return body.valid_to && (!date || *body.valid_to < *date);
}

template <class Test>
Bodies only(const Bodies& from, Test test) {
  Bodies kept;
  std::ranges::copy_if(from, std::back_inserter(kept), test);
  return kept;
}

/// The one body that passes, else nothing.
template <class Test>
const Body* single(const Bodies& from, Test test) {
  const Body* found = nullptr;
  for (const Body* body : from) {
    if (!test(*body)) continue;
    if (found != nullptr) return nullptr;
    found = body;
  }
  return found;
}

/// Codes that one body had one after the other under the same name count once: the last.
Bodies last_of_each(const Bodies& from) {
  Bodies kept;
  for (const Body* body : from) {
    const auto same = std::ranges::find_if(kept, [&](const Body* other) {
      return other->prefecture == body->prefecture && other->parent == body->parent;
    });
    if (same == kept.end())
      kept.push_back(body);
    else if ((*same)->facts->valid_to && (!body->facts->valid_to || *(*same)->facts->valid_to < *body->facts->valid_to))
      *same = body;
  }
  return kept;
}

class Judge {
 public:
  Judge(const NameTable& table, const Reading& reading, std::string_view words, const Evidence& evidence)
      : reading_(reading), evidence_(evidence) {
    for (const Body& body : table.bodies_at(reading.name))
      if (reading.fits(body) && fits_kana(body)) pool_.push_back(&body);
    exact_ = only(pool_, [&](const Body* body) { return same_writing(words, body->facts->name); });
    if (exact_.empty()) exact_ = pool_;
  }

  Meaning decide() {
    const auto& date = evidence_.context.date;
    const auto valid = [&](const Body* body) { return in_force(*body->facts, date); };
    Bodies likely = only(exact_, valid);
    if (likely.empty()) {
      likely = last_of_each(exact_);
      const Bodies others = only(pool_, valid);  // 當麻町 was in 奈良県, 当麻町 is in 北海道
      likely.insert(likely.end(), others.begin(), others.end());
    }

    Meaning meaning;
    meaning.supported = reading_.parent != 0 || reading_.prefecture != 0;
    meaning.body = likely.size() == 1 ? likely.front() : by_evidence(likely);
    if (likely.size() > 1 && meaning.body != nullptr) meaning.supported = true;
    if (const Body* rival = rival_of(likely, meaning.body)) {
      likely.push_back(rival);
      meaning.body = nullptr;
    }
    if (meaning.body != nullptr) {
      meaning.supported |= speaks_for(*meaning.body);
      likely = {meaning.body};
    }
    meaning.former = std::ranges::all_of(likely, [&](const Body* body) { return has_ended(*body->facts, date); });
    meaning.candidates = std::move(likely);
    return meaning;
  }

 private:
  [[nodiscard]] bool fits_kana(const Body& body) const {
    return evidence_.kana.empty() || reads_as(evidence_.kana, *body.facts);
  }

  [[nodiscard]] bool on_roster(const Body& body) const {
    return std::ranges::any_of(evidence_.context.roster, [&](const Municipality* other) {
      return other->code == body.facts->code && other->name == body.facts->name;
    });
  }

  /// The city of a ward is on the roster.
  [[nodiscard]] bool city_on_roster(const Body& body) const {
    return body.facts->kind == "ward" && !body.facts->parent.empty() &&
           std::ranges::any_of(evidence_.context.roster, [&](const Municipality* other) {
             return other->name == body.facts->parent && other->prefecture == body.facts->prefecture;
           });
  }

  /// The prefecture in which every body of the roster lies; empty: none, or several.
  [[nodiscard]] std::string_view roster_prefecture() const {
    const auto roster = evidence_.context.roster;
    if (roster.empty()) return {};
    const auto same = [&](const Municipality* body) { return body->prefecture == roster.front()->prefecture; };
    return std::ranges::all_of(roster, same) ? roster.front()->prefecture : std::string_view();
  }

  [[nodiscard]] bool speaks_for(const Body& body) const {
    return body.prefecture == evidence_.head.prefecture || body.prefecture == evidence_.context_prefecture ||
           on_roster(body) || body.facts->prefecture == roster_prefecture();
  }

  [[nodiscard]] const Body* by_evidence(const Bodies& likely) const {
    const ListHead& head = evidence_.head;
    const auto in = [](std::uint8_t number) {
      return [number](const Body& body) { return number != 0 && body.prefecture == number; };
    };
    if (head.parent != 0) {
      const auto found = single(likely, [&](const Body& body) {
        return body.parent == head.parent && (head.prefecture == 0 || body.prefecture == head.prefecture);
      });
      if (found != nullptr) return found;
    }
    if (const Body* found = single(likely, in(head.prefecture))) return found;
    if (const Body* found = single(likely, [&](const Body& body) { return on_roster(body); })) return found;
    if (const Body* found = single(likely, [&](const Body& body) { return city_on_roster(body); })) return found;
    if (const Body* found = single(likely, in(evidence_.context_prefecture))) return found;
    return single(likely, [&](const Body& body) { return body.facts->prefecture == roster_prefecture(); });
  }

  /// A body of the report's own prefecture that bore the name, or bears it in another writing, where the likely ones
  /// all lie elsewhere and nothing printed with the name speaks for them.
  [[nodiscard]] const Body* rival_of(const Bodies& likely, const Body* meant) const {
    const std::uint8_t home = evidence_.head.prefecture != 0 ? evidence_.head.prefecture : evidence_.context_prefecture;
    if (home == 0 || reading_.parent != 0 || reading_.prefecture != 0) return nullptr;
    if (meant != nullptr && (meant->prefecture == home || on_roster(*meant))) return nullptr;
    if (std::ranges::any_of(likely, [&](const Body* body) { return body->prefecture == home; })) return nullptr;
    const auto rival = std::ranges::find_if(pool_, [&](const Body* body) { return body->prefecture == home; });
    return rival != pool_.end() ? *rival : nullptr;
  }

  const Reading& reading_;
  const Evidence& evidence_;
  Bodies pool_;   // all that bear the name
  Bodies exact_;  // those of them that are written so; all of them if none is
};

}  // namespace

Meaning resolve(const NameTable& table, const Reading& reading, std::string_view words, const Evidence& evidence) {
  return Judge(table, reading, words, evidence).decide();
}

}  // namespace torikomi::names

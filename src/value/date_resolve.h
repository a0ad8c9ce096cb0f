// Gives the elements of a phrase their years and writes them as EDTF.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/date_phrase.h"

namespace torikomi {

/// Carries what stands before from phrase to phrase of one text.
class DateResolver {
 public:
  explicit DateResolver(const DateContext& context);

  /// True where a year can come from outside the text.
  [[nodiscard]] bool has_context() const {
    return context_.fiscal_year || context_.previous || context_.day_one || context_.document_date;
  }
  [[nodiscard]] Before before() const { return {previous_.has_value(), last_.month != 0, day_one_.month != 0}; }
  /// Appends one value for each single date or range of the phrase; nothing from the first that cannot be.
  void resolve(const Phrase& phrase, std::vector<DateValue>& out);
  /// The date that was resolved last is printed as day `number` of its event: 8月2日(2日目). Does nothing where it is
  /// no single day.
  void mark_event_day(int number);
  /// True where that date is day `number` of an event whose first day is known.
  [[nodiscard]] bool is_event_day(int number) const;

 private:
  /// An element with all that can be known of it.
  struct Point {
    int year = 0;  ///< calendar year, or fiscal year where `fiscal`; 0: open
    bool fiscal = false;
    int month = 0, day = 0;
    Part part = Part::kWhole;
    const Era* era = nullptr;
    bool shares_unit = false;
    bool inferred = false;
    bool overflow = false;
    bool lunisolar = false;
    bool approximate = false;
    std::optional<Day> first, last;  ///< unset where the year is open
    std::string single;              ///< EDTF of the whole; empty where it is an interval
    std::string begin, end;          ///< EDTF of its two ends, for ranges
    Precision precision = Precision::kNone;
  };
  enum class Role { kFirst, kListed, kRangeEnd };
  /// A month, or a day where `day` is set; of an open year where `year` is 0. month 0: none.
  struct Place {
    int year = 0, month = 0, day = 0;
  };
  /// The first day of an event.
  struct DayOne : Place {
    int days = 0;         ///< how many days it has; 0: not known
    bool marked = false;  ///< 1日目 stands beside it
  };

  [[nodiscard]] bool resolve_point(const Element& e, const Point* before, Role role, Point& p) const;
  [[nodiscard]] bool take_month(const Element& e, const Point* before, Point& p) const;
  [[nodiscard]] bool set_year(const Element& e, const Point* before, Role role, Point& p) const;
  [[nodiscard]] bool short_era_year(const Element& e, const Point* before, Role role, Point& p) const;
  [[nodiscard]] bool previous_year(const Element& e, const Point* before, Point& p) const;
  [[nodiscard]] bool context_year(const Element& e, const Point* before, Point& p) const;
  void infer_year(const Point* before, Role role, Point& p) const;
  static void end_of_range_year(const Point& before, Point& p);
  [[nodiscard]] static bool set_days(Point& p);
  static void set_year_part(Point& p);
  static void set_month_part(Point& p);
  static void mark_era(Point& p);
  [[nodiscard]] static DateValue value_of(const PhraseItem& item, const Point& point);
  [[nodiscard]] static DateValue value_of(const PhraseItem& first, const Point& begin, const PhraseItem& second,
                                          const Point& end);
  [[nodiscard]] bool event_day(const Element& e, Point& p) const;
  [[nodiscard]] bool third_alone(const Element& e, Point& p) const;
  [[nodiscard]] static std::optional<Place> later(const Place& day, int days);
  [[nodiscard]] static Place place_of(const Point& point);
  static int days_between(const Place& first, const Place& last);
  void remember(const Point& point);
  void remember_place(const Point& point);
  void remember_range(const Point& first, const Point& last);

  const DateContext& context_;
  std::optional<Day> previous_;  ///< first day of the nearest date before
  Precision previous_precision_ = Precision::kDay;
  const Era* previous_era_ = nullptr;
  Place last_;  ///< the last date, if it lies in one month
  DayOne day_one_;
};

/// EDTF of the day, month or year that `day` lies in: 2017-05 for a month, and for periods of months.
[[nodiscard]] std::string text_of(Day day, Precision precision);

}  // namespace torikomi

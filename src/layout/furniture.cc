#include "layout/lines.h"
namespace torikomi::shapes {
void mark_furniture(Context&) {}
void settle_headings(Context&) {}
void find_tables(Context&) {}
}  // namespace torikomi::shapes

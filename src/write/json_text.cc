#include "write/json_text.h"

#include "write/json_pen.h"

namespace torikomi {

void append_json_text(std::string& out, std::string_view text) { JsonPen(out).text(text); }

}  // namespace torikomi

#include "torikomi/record/unread.h"

namespace torikomi {

Records unread_document(std::string_view source, UnreadReason reason, std::string_view message) {
  const bool duplicate = reason == UnreadReason::kDuplicate;
  Records records;
  const Cell kept_source = records.keep(source);
  const Cell kept_message = records.keep(message);
  Row row = records[TableId::diagnostics].add();
  row[col::diagnostics::source] = kept_source;
  row[col::diagnostics::rule] = duplicate ? "INP002" : "INP001";
  row[col::diagnostics::severity] = duplicate ? "info" : "error";
  row[col::diagnostics::message] = kept_message;
  return records;
}

}  // namespace torikomi

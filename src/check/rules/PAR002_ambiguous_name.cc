#include "torikomi/check/check.h"

namespace torikomi {

extern const Rule rule_PAR002;
const Rule rule_PAR002 = {
    {.code = "PAR002",
     .name = "ambiguous-name",
     .severity = Severity::kWarning,
     .summary = {"同じ名前の団体が複数あり、都道府県が分からない",
                 "several bodies bear this name and no prefecture decides"},
     .message = {"「{}」という団体は複数あります: {}。コードは付けていません",
                 "several bodies are called \"{}\": {}; no code was given"},
     .explain = {"全国には同じ名前の市町村があります。発行者の都道府県や名簿から決まらないときは、コードを空のままにし"
                 "ます。都道府県名を添えてください。",
                 "Names of municipalities are not unique. Where neither the publisher's prefecture nor the roster "
                 "decides, the code stays empty. Print the prefecture beside the name."},
     .bad = "池田町",
     .good = "北海道池田町"},
    nullptr};

}  // namespace torikomi

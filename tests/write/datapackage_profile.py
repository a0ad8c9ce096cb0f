"""The Data Package v2 profile (datapackage.org/profiles/2.0/datapackage.json) as a JSON Schema: every property that the
standard gives a form, without its titles, examples and texts.

    datapackage_profile.py DATAPACKAGE.json...     validates; without a file, tries the profile on descriptors that are wrong
"""
import copy, json, sys

import jsonschema

TEXT, FLAG, WHOLE = {"type": "string"}, {"type": "boolean"}, {"type": "integer"}
PATH = {"type": "string", "pattern": r"^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$"}


def list_of(items, least=1, unique=False):
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


def thing(required=(), least=0, **properties):
    return {"type": "object", "required": list(required), "minProperties": least, "properties": properties}


NAMES = list_of(TEXT, unique=True)
LICENSES = list_of({"anyOf": [{"required": ["name"]}, {"required": ["path"]}],
                    **thing(name={"type": "string", "pattern": "^([-a-zA-Z0-9._])+$"}, path=PATH, title=TEXT)})
SOURCES = list_of(thing(least=1, title=TEXT, path=PATH, email=TEXT, version=TEXT), least=0)
MISSING = {"anyOf": [list_of(TEXT, 0), list_of(thing(["value"], value=TEXT, label=TEXT), 0)]}
COMMON = {"$schema": TEXT, "name": TEXT, "title": TEXT, "description": TEXT,
          "homepage": {"type": "string", "format": "uri"}, "licenses": LICENSES, "sources": SOURCES}


def categories(kind):
    return {"anyOf": [list_of(kind, 0), list_of(thing(["value"], value=kind, label=TEXT), 0)]}


def field(name, formats=("default",), bounds=None, value=None, **more):
    """One type of field. `value`: the JSON type of an enum's members beside text; `bounds`: of minimum and maximum."""
    members = [TEXT] + ([value] if value and value != TEXT else [])
    limits = {"required": FLAG, "unique": FLAG, "enum": {"oneOf": [list_of(m, unique=True) for m in members]}}
    if name == "boolean":
        limits["enum"] = list_of(FLAG, unique=True)
    if name == "string":
        limits |= {"pattern": TEXT, "minLength": WHOLE, "maxLength": WHOLE}
    for bound in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        if bounds:
            limits[bound] = {"oneOf": [TEXT, bounds]} if bounds != TEXT else TEXT
    needs = ["name"] if name == "string" else ["name", "type"]
    form = {"format": {"enum": list(formats)}} if formats else {}
    return thing(needs, name=TEXT, title=TEXT, description=TEXT, example=TEXT, missingValues=MISSING, rdfType=TEXT,
                 type={"enum": [name]}, constraints={"type": "object", "properties": limits}, **form, **more)


NUMBER = {"type": "number"}
FIELDS = [
    field("string", ("default", "email", "uri", "binary", "uuid"), categories=categories(TEXT), categoriesOrdered=FLAG),
    field("number", bounds=NUMBER, value=NUMBER, bareNumber=FLAG, groupChar=TEXT, decimalChar=TEXT),
    field("integer", bounds=WHOLE, value=WHOLE, bareNumber=FLAG, groupChar=TEXT, categories=categories(WHOLE),
          categoriesOrdered=FLAG),
    field("boolean", trueValues=list_of(TEXT), falseValues=list_of(TEXT)),
    *(field(name, None, bounds=TEXT) for name in ("date", "time", "datetime")),
    *(field(name, bounds=TEXT) for name in ("year", "yearmonth", "duration")),
    field("any", None),
]
KEY = {"oneOf": [thing(fields=NAMES, reference=thing(["fields"], resource=TEXT, fields=NAMES)),
                 thing(fields=TEXT, reference=thing(["fields"], resource=TEXT, fields=TEXT))],
       "required": ["fields", "reference"]}
SCHEMA = thing(["fields"], **{"$schema": TEXT}, fields=list_of({"oneOf": FIELDS}), primaryKey={"oneOf": [NAMES, TEXT]},
               uniqueKeys=list_of(NAMES, unique=True), foreignKeys=list_of(KEY), missingValues=MISSING)
DIALECT = thing(**{"$schema": TEXT}, header=FLAG, headerRows=list_of({"type": "integer", "minimum": 1}, 0), headerJoin=TEXT,
                commentChar=TEXT, delimiter=TEXT, lineTerminator=TEXT, quoteChar=TEXT, doubleQuote=FLAG, escapeChar=TEXT,
                nullSequence=TEXT, skipInitialSpace=FLAG, sheetNumber={"type": "integer", "minimum": 1}, sheetName=TEXT)
RESOURCE = {"oneOf": [{"required": ["name", "data"]}, {"required": ["name", "path"]}],
            **thing(**COMMON, path={"oneOf": [PATH, list_of(PATH)]}, type={"enum": ["table"]}, format=TEXT,
                    mediatype={"type": "string", "pattern": "^(.+)/(.+)$"}, encoding=TEXT, bytes=WHOLE, dialect=DIALECT,
                    hash={"type": "string", "pattern": "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$"}, schema=SCHEMA)}
PROFILE = thing(["resources"], **COMMON, id=TEXT, version=TEXT, created={"type": "string", "format": "date-time"},
                keywords=list_of(TEXT), image=TEXT, resources=list_of(RESOURCE))
CHECK = jsonschema.Draft7Validator(PROFILE)


def faults(package):
    """Where the descriptor leaves the profile, one line each."""
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:200] for error in CHECK.iter_errors(package)]


RIGHT = {"resources": [{"name": "a", "path": "a.csv", "type": "table", "hash": "sha256:0f", "bytes": 3, "schema": {
    "fields": [{"name": "x", "type": "string", "constraints": {"pattern": "[0-9]"}, "categories": [{"value": "v"}]},
               {"name": "n", "type": "integer"}], "primaryKey": ["x"],
    "foreignKeys": [{"fields": ["x"], "reference": {"resource": "b", "fields": ["x"]}}], "missingValues": [""]}}]}
WRONG = [  # the way to a value of RIGHT, and what may not stand there
    (["resources"], []),
    (["resources", 0, "path"], "/etc/a.csv"),
    (["resources", 0, "path"], "../a.csv"),
    (["resources", 0, "name"], 1),
    (["resources", 0, "type"], "tabular"),
    (["resources", 0, "hash"], "sha256:xyz"),
    (["resources", 0, "bytes"], "3"),
    (["resources", 0, "schema", "fields"], []),
    (["resources", 0, "schema", "fields", 0, "type"], "text"),
    (["resources", 0, "schema", "fields", 0, "constraints"], {"pattern": 1}),
    (["resources", 0, "schema", "fields", 0, "categories"], [{"label": "v"}]),
    (["resources", 0, "schema", "fields", 1], {"type": "integer"}),
    (["resources", 0, "schema", "primaryKey"], []),
    (["resources", 0, "schema", "foreignKeys", 0, "reference"], {"resource": "b"}),
    (["resources", 0, "schema", "missingValues"], ""),
]


def try_profile():
    wrong = ["refused: " + fault for fault in faults(RIGHT)]
    for way, value in WRONG:
        package = copy.deepcopy(RIGHT)
        place = package
        for step in way[:-1]:
            place = place[step]
        place[way[-1]] = value
        if not faults(package):
            wrong.append("accepted: %s = %r" % ("/".join(map(str, way)), value))
    return wrong


if __name__ == "__main__":
    found = [] if sys.argv[1:] else try_profile()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            found += [path + ": " + fault for fault in faults(json.load(file))]
    sys.exit("\n".join(found) if found else 0)

#!/bin/sh
# The profile that the read-back holds datapackage.json against refuses descriptors that are wrong.
#
#   datapackage_test.sh FOLDER-OF-THE-PROFILE
set -eu
python=python3
[ ! -x /usr/bin/python3 ] || python=/usr/bin/python3 # the one that sees Debian's modules
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
  echo 'not here, passed over: python3-jsonschema'
  exit 0
fi
"$python" "$1/datapackage_profile.py"

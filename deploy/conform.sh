#!/usr/bin/env bash
# The description of the API against the NLgov API Design Rules 2.1 and 2.2, and OpenAPI itself.
set -euo pipefail
python=${1:-python}
uit=$(mktemp -d)
trap 'rm -rf "$uit"' EXIT
export DJANGO_SETTINGS_MODULE=config.settings.test
"$python" manage.py spectacular --format openapi-json --validate --fail-on-warn --file "$uit/openapi.json"
"$(dirname "$python")/openapi-spec-validator" "$uit/openapi.json"
[ -x node_modules/.bin/spectral ] || npm ci --ignore-scripts --no-audit --no-fund --silent
for versie in 2.1 2.2; do
  echo "API Design Rules $versie:"
  node_modules/.bin/spectral lint -r "tests/conformiteit/adr-$versie.yml" "$uit/openapi.json" -F warn
done

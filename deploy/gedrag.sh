#!/usr/bin/env bash
# Start a demo of its own, throw schemathesis at its API, and see that it stops clean.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
map=$(mktemp -d)
rol=${ROL:-aog}
poort=${PORT:-8765}
url=http://127.0.0.1:$poort
export INZET_STAAT=$map/staat INZET_DEMO_KLEIN=ja
unset DATABASE_URL REDIS_URL
chmod 755 "$map"

PORT=$poort "$python" -m config.draaien >"$map/demo.log" 2>&1 &
demo=$!
einde() {
  kill -TERM "$demo" 2>/dev/null || true
  wait "$demo" 2>/dev/null || true
  rm -rf "$map"
}
trap einde EXIT
for _ in $(seq 600); do
  grep -q 'Inzet draait' "$map/demo.log" && break
  kill -0 "$demo" 2>/dev/null || { tail -n 40 "$map/demo.log"; exit 1; }
  sleep 1
done
logins=$("$python" manage.py demo_logins --json)
for scope in ${SCOPES:-schrijven}; do
  token=$("$python" -c 'import json,sys; print(next(r["tokens"][sys.argv[2]] for r in json.loads(sys.argv[1]) if r["rol"] == sys.argv[3]))' "$logins" "$scope" "$rol")
  echo "Met een token voor ‘$scope’:"
  "$(dirname "$python")/schemathesis" run "$url/api/v1/openapi.json" --url "$url/api/v1" \
    --max-examples "${VOORBEELDEN:-20}" --seed 1 --workers 1 --no-color \
    --exclude-checks negative_data_rejection,positive_data_acceptance \
    -H "Authorization: Bearer $token" | tail -n "${REGELS:-60}"
done
if grep -E '^web +\| ([0-9:]+ ERROR|Traceback)' "$map/demo.log"; then
  echo "De demo meldde fouten, zie hierboven." >&2
  exit 1
fi

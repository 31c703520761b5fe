#!/usr/bin/env bash
# The browser tests use Chromium of the system; install it when that is allowed.
set -euo pipefail
[ -n "${INZET_CHROMIUM:-}" ] && exit 0
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Chromium installeren voor de browsertests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
  echo "De browsertests hebben Chromium nodig. Installeer het met: sudo apt install chromium" >&2
  exit 1
fi

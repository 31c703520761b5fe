#!/usr/bin/env bash
# Make a virtual environment with Python 3.11 or later, also on a bare Debian or Ubuntu.
set -euo pipefail
map=$1
vind_python() {
  for kandidaat in python3.11 python3.12 python3.13 python3; do
    if command -v "$kandidaat" >/dev/null \
      && "$kandidaat" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$kandidaat"
      return
    fi
  done
}
installeer() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Ontbrekend: $*. Installeren met apt …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
  else
    echo "Installeer eerst: $* (bijvoorbeeld: sudo apt install $*)" >&2
    exit 1
  fi
}
python=$(vind_python)
[ -n "$python" ] || { installeer python3 python3-venv; python=$(vind_python); }
[ -n "$python" ] || { echo "Inzet heeft Python 3.11 of hoger nodig." >&2; exit 1; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || installeer python3-venv
rm -rf "$map"
"$python" -m venv "$map"

"""Health check inside the container: 0 when the address answers 200."""

import sys
import urllib.request

try:
    with urllib.request.urlopen(sys.argv[1], timeout=4) as antwoord:
        sys.exit(0 if antwoord.status == 200 else 1)
except OSError:
    sys.exit(1)

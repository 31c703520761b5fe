"""How gunicorn runs the pages and the API: threads for waiting, processes for cores."""

import os

bind = os.environ.get("INZET_LUISTER", "0.0.0.0:8000")
worker_class = "gthread"
workers = int(os.environ.get("INZET_WERKERS", "4"))
threads = int(os.environ.get("INZET_DRADEN", "4"))
timeout = 30
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"
forwarded_allow_ips = "*"
control_socket_disable = True

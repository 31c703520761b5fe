"""``/live/`` for uvicorn, and everything on one port for the demo.

``application`` is Django's own asynchronous door: production runs it for ``/live/`` only.
``demo`` sends ``/live/`` there and gives every other request to the synchronous program in a
pool of threads, which is faster and keeps its database connections.
"""

import asyncio
import os
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

from asgiref.sync import sync_to_async
from asgiref.wsgi import WsgiToAsgi, WsgiToAsgiInstance
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_asgi_application()

DRADEN = ThreadPoolExecutor(max_workers=8, thread_name_prefix="web")
_RUN = WsgiToAsgiInstance.__dict__["run_wsgi_app"].func  # the plain function inside


class _InDraden(WsgiToAsgiInstance):
    """As asgiref does it, but in a pool instead of in one thread for all."""

    async def run_wsgi_app(self, body: Any) -> None:
        gewoon = _RUN.__get__(self)
        await sync_to_async(gewoon, thread_sensitive=False, executor=DRADEN)(body)


class _Pagina(WsgiToAsgi):
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await _InDraden(self.wsgi_application, self.duplicate_header_limit)(
                scope, receive, send
            )
        except ValueError as fout:
            if "non-HTTP-request message" not in str(fout):  # the visitor left while sending
                raise


async def _met_schone_lei(werk: Coroutine[Any, Any, None]) -> None:
    """Run ``werk`` outside the context of the page before it on the same connection.

    A page answers from a thread; the next request of a kept connection would inherit the executor
    of that thread, which has ended by then.
    """
    await asyncio.create_task(werk, context=Context())


def _maak_demo() -> Any:
    from django.core.wsgi import get_wsgi_application

    pagina = _Pagina(get_wsgi_application())

    async def demo(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if scope["path"].startswith("/live/"):
            await _met_schone_lei(application(scope, receive, send))
        else:
            await pagina(scope, receive, send)

    return demo


def __getattr__(naam: str) -> Any:
    """``demo`` is only made for who asks for it."""
    if naam == "demo":
        globals()["demo"] = _maak_demo()
        return globals()["demo"]
    raise AttributeError(naam)

"""Live screens: an event without data for who listens to that subject (STAPEL)."""

import asyncio
import uuid

import pytest
from django.db import connection, transaction

from config.kern import live, luisteraar
from config.kern.views.live import gebeurtenissen

PAD = f"/live/sessie-{uuid.UUID(int=1)}"


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/live/onzin", "/live/sessie-1", "/live/sessie-" + "a" * 36])
def test_an_unknown_subject_does_not_exist(ingelogd, gebruiker, pad):
    assert ingelogd(gebruiker).get(pad).status_code == 404


@pytest.mark.django_db
def test_without_login_there_is_no_stream(client):
    assert client.get(PAD).status_code == 401


@pytest.mark.django_db(transaction=True)
def test_a_change_wakes_only_who_listens_to_it_and_only_after_commit(db):
    onderwerp, ander = f"sessie-{uuid.uuid4()}", f"sessie-{uuid.uuid4()}"

    async def verloop() -> list[str]:
        stroom = gebeurtenissen(onderwerp)
        gezien = [await anext(stroom)]
        gezien.append(await asyncio.wait_for(anext(stroom), 5))  # the listener has connected
        await asyncio.to_thread(_meld_met_terugdraaien, onderwerp)
        await asyncio.to_thread(_meld, ander)
        volgende = asyncio.ensure_future(anext(stroom))
        await asyncio.sleep(0.3)
        assert not volgende.done()
        await asyncio.to_thread(_meld, onderwerp)
        gezien.append(await asyncio.wait_for(volgende, 5))
        await stroom.aclose()
        luisteraar._taak.cancel()
        await asyncio.gather(luisteraar._taak, return_exceptions=True)
        return gezien

    gezien = asyncio.run(verloop())

    assert [regel.split("\n")[-4:-2] for regel in gezien] == [
        ["event: hallo", "data:"], ["event: wijziging", "data:"], ["event: wijziging", "data:"],
    ]
    assert dict(luisteraar._wachtend) == {}


def _meld(onderwerp: str) -> None:
    with transaction.atomic():
        live.meld(onderwerp)
    connection.close()


def _meld_met_terugdraaien(onderwerp: str) -> None:
    with transaction.atomic():
        live.meld(onderwerp)
        transaction.set_rollback(True)
    connection.close()

"""Opening the document below a decision; every look is noted (R189)."""

from datetime import datetime

from django.db import transaction

from config.kern.actor import Actor
from config.kern.domain.logboek import noteer
from config.kern.fouten import eis, toestand
from config.kern.models import Besluit, Document
from register.rules.document import beletsel_document_openen


@transaction.atomic
def document_openen(*, besluit: Besluit, door: Actor, nu: datetime) -> Document:
    """Give the stored document of a decision and note who opened it."""
    eis(beletsel_document_openen(besluit=besluit, door=door))
    if besluit.document_id is None:
        eis(toestand("Bij dit besluit is geen document bewaard."))
    document = Document.objects.get(pk=besluit.document_id)
    noteer("document_geopend", op=besluit, door=door, nu=nu, sha256=document.sha256)
    return document

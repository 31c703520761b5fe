"""What every row that appears in a URL has in common."""

import uuid

from django.db import models


class MetPubliekId(models.Model):
    """A row that is named outside the database by a UUID, never by its key."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

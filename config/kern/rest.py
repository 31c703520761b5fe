"""What every app builds its API on; routes are listed in its ``api/urls.py``. See docs/api.md."""

from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from rest_framework import viewsets

from config.kern import klok
from config.kern.api.grond import JSONParser, Paginering, ScopePermissie, TokenAanmelding

__all__ = ["InzetViewSet", "JSONParser", "Paginering", "ScopePermissie", "TokenAanmelding"]


class InzetViewSet(viewsets.GenericViewSet):
    """What every viewset has in common: objects are named by their public id."""

    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    lookup_value_converter = "uuid"
    scopes: dict[str, str] = {}

    @property
    def beschrijft(self) -> bool:
        """Whether the API is only being described; then there may be no database at all."""
        return getattr(self, "swagger_fake_view", False)

    def leeg(self, soort: type[Model]) -> QuerySet[Any]:
        """A list of this kind without rows: enough to describe it."""
        return soort._default_manager.none()

    @property
    def vandaag(self) -> date:
        """Today, by the clock of the doors."""
        return timezone.localdate() if self.beschrijft else klok.vandaag()

    def invoer(self, **kwargs: Any) -> dict[str, Any]:
        """The checked input of this action, in the words of the command."""
        serializer = self.get_serializer(data=self.request.data, **kwargs)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data

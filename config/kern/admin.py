"""The technical back door: accounts and API clients; everything else can only be read here.

What people do goes through the commands; a row of the register or the logbook never changes in
the admin (HUIS §5).
"""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from config.kern import models


class AlleenLezenAdmin(admin.ModelAdmin):
    """For every app: look, never touch."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(models.Gebruiker)
class GebruikerAdmin(UserAdmin):
    """Accounts. Rights follow from roles, so groups and permissions are not offered."""

    list_display = ["username", "naam", "email", "is_active", "is_staff"]
    search_fields = ["username", "naam", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password", "naam", "email"]}),
        ("Toegang", {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "naam", "email", "usable_password", "password1",
                           "password2"]}),
    ]
    filter_horizontal = []
    list_filter = ["is_active", "is_staff"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account stands in decisions and logs: it is switched off, not removed."""
        return False


@admin.register(models.Logregel)
class LogregelAdmin(AlleenLezenAdmin):
    list_display = ["tijdstip", "handeling", "actor_naam", "object_naam"]
    list_filter = ["handeling"]
    search_fields = ["object_naam", "actor_naam"]


@admin.register(models.Instelling)
class InstellingAdmin(AlleenLezenAdmin):
    list_display = ["sleutel", "waarde", "geldig_vanaf", "bron"]


@admin.register(models.Hartslag)
class HartslagAdmin(AlleenLezenAdmin):
    list_display = ["naam", "gelopen_op", "gelukt", "uitkomst"]


@admin.register(models.Gremium)
class GremiumAdmin(AlleenLezenAdmin):
    list_display = ["naam", "soort"]


@admin.register(models.Besluit)
class BesluitAdmin(AlleenLezenAdmin):
    list_display = ["kenmerk", "onderwerp", "besluitdatum", "status"]
    list_filter = ["status", "soort"]
    search_fields = ["kenmerk", "onderwerp"]
    exclude = ["document"]

"""How signing in differs from the library: nobody makes an account, tokens have our scopes."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

SCOPES = {
    "lezen": "Lezen wat de gebruiker mag zien",
    "schrijven": "Handelingen verrichten die de gebruiker mag verrichten",
    "personeel": "Personeelsgegevens aanleveren",
    "register": "Het opdrachtenregister raadplegen en bijwerken",
}


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come from the personnel system or a beheerder, never from a form."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class TokenAdapter(DefaultOIDCAdapter):
    scope_display = {**DefaultOIDCAdapter.scope_display, **SCOPES}


class ZonderWachtwoord(ModelBackend):
    """Only the identity provider of the organisation lets people in."""

    def authenticate(self, request: Any, **kwargs: Any) -> None:
        return None

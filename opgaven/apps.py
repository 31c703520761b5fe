from django.apps import AppConfig


class OpgavenConfig(AppConfig):
    name = "opgaven"
    default_auto_field = "django.db.models.BigAutoField"

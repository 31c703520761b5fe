from django.apps import AppConfig


class PdomeinConfig(AppConfig):
    name = "pdomein"
    default_auto_field = "django.db.models.BigAutoField"

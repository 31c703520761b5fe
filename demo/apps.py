from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo province: no models, nothing that a real installation needs."""

    name = "demo"
    label = "demo"
    verbose_name = "Demo"

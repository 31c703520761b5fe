"""Forms of the capacity pages."""

from django import forms


class WerkdrukForm(forms.Form):
    toelichting = forms.CharField(
        label="Wat wil je erbij zeggen?", required=False, max_length=500, strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen je P-manager leest dit. Schrijf niets over je gezondheid.",
    )

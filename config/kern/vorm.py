"""How a form looks: label, help, error and control in one block, the same everywhere."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LEEG = SafeString("")


class DatumInput(forms.DateInput):
    """A native date control; the browser shows the Dutch order."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


def klasse_van(widget: forms.Widget, is_fout: bool) -> str:
    """The NL Design System class of a control."""
    if isinstance(widget, forms.CheckboxInput):
        basis, soort = "utrecht-checkbox", "html-input"
    elif isinstance(widget, forms.SelectMultiple | forms.Select) and not isinstance(
        widget, forms.RadioSelect | forms.CheckboxSelectMultiple
    ):
        basis, soort = "utrecht-select", "html-select"
    elif isinstance(widget, forms.Textarea):
        basis, soort = "utrecht-textarea", "html-textarea"
    elif isinstance(widget, forms.FileInput):
        basis, soort = "inzet-bestand", "invoer"
    else:
        basis, soort = "utrecht-textbox", "html-input"
    fout = f" {basis}--invalid" if is_fout else ""
    return f"{basis} {basis}--{soort}{fout}"


def veld(bf: BoundField) -> SafeString:
    """One field with everything that belongs to it."""
    if bf.is_hidden:
        return format_html("{}", bf)
    if isinstance(bf.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return _keuzegroep(bf)
    if isinstance(bf.field.widget, forms.CheckboxInput):
        return _vinkje(bf)
    return format_html(
        '<div class="{}"><label class="utrecht-form-label" for="{}">{}{}</label>{}{}{}</div>',
        _blok(bf),
        bf.id_for_label,
        bf.label,
        _facultatief(bf),
        _hulp(bf),
        _fout(bf),
        bf.as_widget(attrs=_attrs(bf)),
    )


def _blok(bf: BoundField, extra: str = "") -> str:
    fout = " inzet-veld--fout utrecht-form-field--invalid" if bf.errors else ""
    return f"utrecht-form-field inzet-veld{extra}{fout}"


def _attrs(bf: BoundField) -> dict[str, Any]:
    eigen = bf.field.widget.attrs.get("class", "")
    attrs: dict[str, Any] = {
        "class": f"{klasse_van(bf.field.widget, bool(bf.errors))} {eigen}".strip()
    }
    if isinstance(bf.field.widget, forms.Textarea) and bf.field.widget.attrs.get("rows") == "10":
        attrs["rows"] = 4  # ten is Django's own default: more than most answers need
    return attrs


def _facultatief(bf: BoundField) -> SafeString:
    if bf.field.required or bf.field.disabled:
        return LEEG
    return SafeString(' <span class="inzet-veld__facultatief">(niet verplicht)</span>')


def _hulp(bf: BoundField) -> SafeString:
    if not bf.help_text:
        return LEEG
    return format_html(
        '<div class="utrecht-form-field-description" id="{}_helptext">{}</div>',
        bf.auto_id,
        bf.help_text,
    )


def _fout(bf: BoundField) -> SafeString:
    if not bf.errors:
        return LEEG
    return format_html(
        '<div class="utrecht-form-field-error-message" id="{}_error">{}</div>',
        bf.auto_id,
        format_html_join("", "<p>{}</p>", ((fout,) for fout in bf.errors)),
    )


def _vinkje(bf: BoundField) -> SafeString:
    return format_html(
        '<div class="{}">{}<div class="inzet-keuze">{}<label for="{}">{}</label></div>{}</div>',
        _blok(bf, " inzet-veld--vinkje"),
        _fout(bf),
        bf.as_widget(attrs=_attrs(bf)),
        bf.id_for_label,
        bf.label,
        _hulp(bf),
    )


def _keuzegroep(bf: BoundField) -> SafeString:
    is_rondje = isinstance(bf.field.widget, forms.RadioSelect)
    klasse = "utrecht-radio-button" if is_rondje else "utrecht-checkbox"
    beschreven = bf.aria_describedby
    keuzes = []
    for sub in bf.subwidgets:
        sub.data["attrs"] = {**sub.data["attrs"], "class": f"{klasse} {klasse}--html-input"}
        keuzes.append((sub.tag(), sub.id_for_label, sub.choice_label))
    return format_html(
        '<fieldset class="{}" id="{}" tabindex="-1"{}>'
        '<legend class="utrecht-form-label">{}{}</legend>{}{}'
        '<div class="inzet-keuzes">{}</div></fieldset>',
        _blok(bf, " inzet-veld--groep"),
        bf.auto_id,
        format_html(' aria-describedby="{}"', beschreven) if beschreven else LEEG,
        bf.label,
        _facultatief(bf),
        _hulp(bf),
        _fout(bf),
        format_html_join("", '<div class="inzet-keuze">{}<label for="{}">{}</label></div>', keuzes),
    )


def foutenlijst(form: forms.BaseForm) -> SafeString:
    """What to repair, at the top, each line a link to its field; takes the focus."""
    if not form.errors:
        return LEEG
    regels = [("", fout) for fout in form.non_field_errors()]
    for bf in form:
        dubbele = "" if str(bf.label).endswith("?") else ":"
        regels += [(_doel(bf), f"{bf.label}{dubbele} {fout}") for fout in bf.errors]
    return format_html(
        '<div class="inzet-melding inzet-melding--fout inzet-foutenlijst" role="alert" '
        'tabindex="-1" data-focus><h2 class="inzet-melding__titel">{}</h2><ul>{}</ul></div>',
        "Dit gaat nog niet goed",
        format_html_join("", "<li>{}</li>", ((_regel(*regel),) for regel in regels)),
    )


def _doel(bf: BoundField) -> str:
    groep = isinstance(bf.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return bf.auto_id if groep else bf.id_for_label


def _regel(doel: str, tekst: str) -> SafeString:
    if not doel:
        return format_html("{}", tekst)
    return format_html('<a class="utrecht-link" href="#{}">{}</a>', doel, tekst)

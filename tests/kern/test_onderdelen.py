"""The components of every screen: what a reader and a screen reader get."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from config.kern import grafieken, menu
from config.kern.actor import NIEMAND, Actor, Recht, Toekenning
from config.kern.facetten import facet, keuzes
from config.kern.fouten import toestand


def html(sjabloon: str, pad: str = "/x/", **gegevens: object) -> str:
    request = RequestFactory().get(pad)
    return Template("{% load inzet grafieken %}" + sjabloon).render(
        Context({"request": request, **gegevens})
    )


class WerkForm(forms.Form):
    titel = forms.CharField(label="Titel", help_text="Kort.")
    soort = forms.ChoiceField(
        label="Soort", choices=[("a", "Eerste"), ("b", "Tweede")], widget=forms.RadioSelect
    )


def test_actie_with_a_beletsel_is_off_and_says_why():
    """SCHERMEN: a refused action is a disabled control with its reason beside it."""
    uit = html('{% actie "Publiceren" "/p/" b %}', b=toestand("Nog geen profiel."))
    assert " disabled " in uit
    assert "Nog geen profiel." in uit
    assert "/p/" not in uit


def test_actie_by_post_carries_the_csrf_token():
    uit = html('{% actie "Intrekken" "/i/" methode="post" soort="gevaar" %}')
    assert '<form class="inzet-actie" method="post" action="/i/">' in uit
    assert "csrfmiddlewaretoken" in uit


def test_actie_escapes_what_it_is_given():
    uit = html('{% actie t "/p/" b %}', t="<b>x</b>", b=toestand("<i>y</i>"))
    assert "<b>" not in uit
    assert "<i>" not in uit


def test_two_refused_actions_have_two_ids():
    uit = html('{% actie "A" "" b %}{% actie "A" "" b %}', b=toestand("Nee."))
    ids = {deel.split('"')[0] for deel in uit.split('aria-describedby="')[1:]}
    assert len(ids) == 2


def test_veld_names_its_help_and_its_error():
    form = WerkForm({"titel": ""})
    form.is_valid()
    uit = html("{% veld form.titel %}", form=form)
    assert 'aria-describedby="id_titel_helptext id_titel_error"' in uit
    assert 'aria-invalid="true"' in uit
    assert 'id="id_titel_error"' in uit


def test_keuzegroep_is_a_fieldset_with_a_legend():
    uit = html("{% veld form.soort %}", form=WerkForm())
    assert uit.count("<legend") == 1
    assert uit.count('type="radio"') == 2


def test_foutenlijst_links_to_each_field():
    form = WerkForm({})
    form.is_valid()
    form.add_error(None, "De procedure is gesloten.")
    uit = html("{% foutenlijst form %}", form=form)
    assert 'href="#id_titel"' in uit
    assert 'href="#id_soort"' in uit
    assert "De procedure is gesloten." in uit


def test_formulier_keeps_what_was_typed():
    form = WerkForm({"titel": "Ecoloog", "soort": "zz"})
    uit = html('{% formulier form knop="Bewaren" annuleer="/terug/" %}', form=form)
    assert 'value="Ecoloog"' in uit
    assert 'href="/terug/"' in uit
    assert ">Bewaren</button>" in uit


def test_kolom_turns_the_order_round_and_keeps_the_filters():
    uit = html('{% kolom "Naam" "naam" %}', "/x/?domein=w&sorteer=naam&pagina=3")
    assert 'aria-sort="ascending"' in uit
    assert 'href="?domein=w&amp;sorteer=-naam"' in uit


def test_paginering_keeps_the_filters():
    pagina = Paginator(range(60), 20).get_page(2)
    uit = html('{% paginering p wat="opdrachten" %}', "/x/?domein=w", p=pagina)
    assert "21 t/m 40 van 60 opdrachten" in uit
    assert 'href="?domein=w&amp;pagina=3"' in uit


def test_chosen_filters_can_be_taken_off_one_by_one():
    vraag = RequestFactory().get("/x/?domein=w&domein=m&pagina=2").GET
    lijst = [facet("domein", "Domein", [("w", "Water", 1), ("m", "Mobiliteit", 2)], ["w", "m"])]
    assert [(k.label, k.url_zonder) for k in keuzes(lijst, vraag)] == [
        ("Water", "?domein=m"),
        ("Mobiliteit", "?domein=w"),
    ]


def test_fasebalk_says_in_words_where_you_are():
    uit = html("{% fasebalk s %}", s=[("Fase 0", "gedaan"), ("Fase 1", "nu", "nog 3 werkdagen")])
    assert 'aria-current="step"' in uit
    assert "hier ben je nu" in uit


def test_tijdlijn_of_nothing_says_so():
    assert "Er is nog niets gebeurd." in html("{% tijdlijn regels %}", regels=[])


@pytest.mark.parametrize("aantal", [0, 3])
def test_gantt_stands_beside_its_table(aantal):
    balk = grafieken.Balk(date(2026, 3, 1), date(2026, 7, 1), "Dijk", "voorlopig")
    rijen = [grafieken.Rij(f"Persoon {i}", (balk,)) for i in range(aantal)]
    uit = html(
        '{% gantt rijen van tot "Inzet" %}',
        rijen=rijen, van=date(2026, 1, 1), tot=date(2027, 1, 1),
    )  # fmt: skip
    assert uit.count("1 maart t/m 30 juni 2026") == aantal
    assert "style=" not in uit


@pytest.mark.parametrize(("hoogste", "top"), [(0, 1), (7.4, 8), (11.2, 12), (1612, 2000)])
def test_axis_ends_at_a_round_number(hoogste, top):
    assert grafieken.ronde_top(hoogste) == top


def test_menu_shows_only_what_fits_the_person():
    leider = Actor(1, "L", toekenningen=frozenset({Toekenning(Recht.PTEAM_LEIDEN, ("pteam", 1))}))
    beheer = menu.Punt("Beheer", ("x",), (Recht.BEHEREN,))
    teams = menu.Punt("Teams", ("x",), (Recht.PTEAM_LEIDEN,))
    assert [beheer.is_voor(leider), teams.is_voor(leider)] == [False, True]
    assert menu.Punt("Start", ("x",)).is_voor(NIEMAND)


@pytest.mark.django_db
def test_style_page_shows_every_component(client):
    assert client.get("/stijl/").status_code == 200
    assert client.get("/stijl/scherm/").status_code == 200


@pytest.mark.django_db
def test_style_page_is_not_there_in_production(client, settings):
    settings.INZET_DEMO = False
    assert client.get("/stijl/").status_code == 404


def test_periods_at_the_same_time_get_their_own_lane():
    dag = [date(2026, maand, 1) for maand in range(1, 6)]
    balken = [grafieken.Balk(dag[0], dag[2], "a"), grafieken.Balk(dag[1], None, "b"),
              grafieken.Balk(dag[2], dag[3], "c"), grafieken.Balk(dag[4], None, "d")]  # fmt: skip
    assert [(n, b.label) for n, b in grafieken.banen(balken)] == [
        (0, "a"), (1, "b"), (0, "c"), (0, "d")
    ]  # fmt: skip

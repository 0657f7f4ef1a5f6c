"""Pages of the phrase library."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.detail import SingleObjectMixin

from pokja.meetings import phrase_actions
from pokja.meetings.models import Phrase
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView


class PhraseForm(forms.Form):
    text = forms.CharField(
        label="Frasa",
        max_length=phrase_actions.LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu kalimat yang sering dipakai dalam notulen.",
    )


class PhraseList(VerbFormView):
    """The list with the form for a new one above it."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/phrases.html"
    form_class = PhraseForm
    done_message = "Frasa ditambahkan."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        phrases = list(Phrase.objects.owned_by(self.actor))
        there = {phrase.text for phrase in phrases}
        offered = sum(text not in there for text in phrase_actions.starting_set())
        return super().get_context_data(phrases=phrases, offered=offered, **kwargs)

    def perform(self, form: PhraseForm) -> str:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- who may write minutes has a region
        phrase_actions.add_phrase(region=region, by=self.actor, **form.cleaned_data)
        return reverse("phrase-list")


class PhraseStart(VerbButtonView):
    permission = Permission.MEETING_EDIT

    def perform(self) -> None:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- who may write minutes has a region
        count = phrase_actions.take_starting_phrases(region=region, by=self.actor)
        self.done_message = f"{count} frasa bawaan ditambahkan."

    def back(self) -> str:
        return reverse("phrase-list")


class _OnePhrase(SingleObjectMixin):
    queryset = Phrase.objects.select_related("region")

    @cached_property
    def phrase(self) -> Phrase:
        found = self.get_object()
        assert isinstance(found, Phrase)  # noqa: S101 -- narrows for mypy
        return found


class PhraseChange(OwnedView, _OnePhrase, VerbFormView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/form.html"
    form_class = PhraseForm
    done_message = "Frasa disimpan."

    def get_initial(self) -> dict[str, Any]:
        return {"text": self.phrase.text}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.phrase
        return super().get_context_data(
            heading="Ubah frasa",
            button="Simpan frasa",
            back=reverse("phrase-list"),
            back_label="Frasa notulen",
            **kwargs,
        )

    def perform(self, form: PhraseForm) -> str:
        phrase_actions.change_phrase(
            phrase=self.phrase, by=self.actor, **form.cleaned_data
        )
        return reverse("phrase-list")


class PhraseRemove(OwnedView, _OnePhrase, VerbButtonView):
    permission = Permission.MEETING_EDIT
    done_message = "Frasa dihapus."

    def perform(self) -> None:
        phrase_actions.remove_phrase(phrase=self.phrase, by=self.actor)

    def back(self) -> str:
        return reverse("phrase-list")

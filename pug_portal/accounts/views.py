"""Accounts: list, invitation, roles, entry links, the hat switch."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import DetailView, FormView, ListView, TemplateView

from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import DESCRIPTIONS, Role
from pug_portal.access.views import ActorRequest, PermissionView
from pug_portal.accounts import actions
from pug_portal.accounts.forms import (
    EndForm,
    InviteForm,
    NewPasswordForm,
    ReasonForm,
    RoleForm,
)
from pug_portal.accounts.hats import SESSION_KEY
from pug_portal.accounts.models import AccessLink, Assignment, User
from pug_portal.accounts.papers import papers_about
from pug_portal.accounts.queries import assignments_within, people_within
from pug_portal.lib.clock import today

LINK_SESSION_KEY = "new_link"


class AccountList(PermissionView, ListView):
    permission = Permission.ACCOUNT_MANAGE
    template_name = "accounts/list.html"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[User]:
        people = people_within(self.actor)
        if words := self.request.GET.get("q", "").strip():
            people = people.filter(name__icontains=words)
        return people

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            today=today(), q=self.request.GET.get("q", ""), **kwargs
        )


class AccountInvite(VerbFormView):
    permission = Permission.ACCOUNT_MANAGE
    template_name = "accounts/invite.html"
    form_class = InviteForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor}

    @transaction.atomic
    def perform(self, form: InviteForm) -> str:
        facts = form.facts()
        user = actions.create_user(
            name=form.cleaned_data["name"],
            identifier=form.cleaned_data["identifier"],
            region=facts["region"],
            by=self.actor,
        )
        actions.assign(user=user, by=self.actor, **facts)
        token = actions.make_link(
            user=user,
            kind=AccessLink.Kind.INVITATION,
            region=facts["region"],
            by=self.actor,
        )
        show_link(self.request, user, token)
        return reverse("account-detail", args=[user.pk])


def show_link(request: HttpRequest, user: User, token: str) -> None:
    """The secret is shown on the next page and never again."""
    address = settings.SITE_URL + reverse("access-link", args=[token])
    request.session[LINK_SESSION_KEY] = {"user": user.pk, "address": address}


class PersonMixin(PermissionView):
    """The person of the address, within the actor's width."""

    permission = Permission.ACCOUNT_MANAGE

    @property
    def person(self) -> User:
        return get_object_or_404(people_within(self.actor), pk=self.kwargs["pk"])


class AccountDetail(PersonMixin, DetailView):
    template_name = "accounts/detail.html"
    context_object_name = "person"

    def get_queryset(self) -> QuerySet[User]:
        return people_within(self.actor)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.request.session.get(LINK_SESSION_KEY)
        if link and link["user"] == self.object.pk:
            del self.request.session[LINK_SESSION_KEY]
        else:
            link = None
        return super().get_context_data(
            link=link["address"] if link else "",
            link_days=settings.INVITATION_DAYS,
            today=today(),
            **kwargs,
        )


class AccountAddRole(PersonMixin, VerbFormView):
    template_name = "accounts/add_role.html"
    form_class = RoleForm
    done_message = "Peran sudah diberikan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.person, **kwargs)

    def perform(self, form: RoleForm) -> str:
        actions.assign(user=self.person, by=self.actor, **form.facts())
        return reverse("account-detail", args=[self.kwargs["pk"]])


class AccountLinkMake(PersonMixin, View):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = self.person
        kind = AccessLink.Kind.RESET
        if not person.has_usable_password():
            kind = AccessLink.Kind.INVITATION
        region = (
            assignments_within(self.actor).filter(user=person).latest("start").region
        )
        try:
            token = actions.make_link(
                user=person, kind=kind, region=region, by=self.actor
            )
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            show_link(request, person, token)
        return redirect("account-detail", pk=pk)


class AccountDeactivate(PersonMixin, VerbFormView):
    template_name = "accounts/deactivate.html"
    form_class = ReasonForm
    done_message = "Akun dinonaktifkan; orang ini tidak dapat masuk lagi."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(person=self.person, **kwargs)

    def perform(self, form: ReasonForm) -> str:
        person = self.person
        region = (
            assignments_within(self.actor).filter(user=person).latest("start").region
        )
        actions.deactivate(
            user=person,
            region=region,
            reason=form.cleaned_data["reason"],
            by=self.actor,
        )
        return reverse("account-detail", args=[person.pk])


class AssignmentEnd(VerbFormView):
    permission = Permission.ACCOUNT_MANAGE
    template_name = "accounts/end_role.html"
    form_class = EndForm
    done_message = "Peran diakhiri."

    @property
    def assignment(self) -> Assignment:
        return get_object_or_404(
            assignments_within(self.actor).select_related("user"), pk=self.kwargs["pk"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(assignment=self.assignment, **kwargs)

    def perform(self, form: EndForm) -> str:
        assignment = self.assignment
        if getattr(assignment, "appointment", None) is not None:
            raise Refusal(
                "Peran ini berasal dari penunjukan OPD. Akhiri penunjukannya di menu "
                "«OPD dan focal point»."
            )
        actions.end_assignment(
            assignment=assignment, by=self.actor, **form.cleaned_data
        )
        return reverse("account-detail", args=[assignment.user_id])


class SwitchHat(View):
    """Any signed-in person may change to another of the own hats of today."""

    def post(self, request: HttpRequest) -> HttpResponse:
        hats = cast(ActorRequest, request).actor.cache.get("hats", [])
        chosen = request.POST.get("hat", "")
        hat = next((hat for hat in hats if str(hat.pk) == chosen), None)
        if hat is None:
            messages.error(request, "Peran itu tidak ada pada akun Anda hari ini.")
        else:
            request.session[SESSION_KEY] = hat.pk
        return redirect("beranda")


class MyAccount(TemplateView):
    """One's own hats, password and two-step verification."""

    template_name = "accounts/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        hats = cast(ActorRequest, self.request).actor.cache.get("hats", [])
        told = [(hat, DESCRIPTIONS[Role(hat.role)]) for hat in hats]
        actor = cast(ActorRequest, self.request).actor
        papers = papers_about(cast(User, actor.user), actor)
        return super().get_context_data(my_hats=told, papers=papers, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class OpenAccessLink(FormView):
    """/undangan/<token>/: choose a password, once."""

    template_name = "accounts/open_link.html"
    form_class = NewPasswordForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            self.link = actions.open_link(kwargs["token"])
        except Refusal as refusal:
            context = {"sentence": refusal.sentence}
            return render(request, "accounts/link_spent.html", context, status=410)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(link=self.link, **kwargs)

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        try:
            user = actions.accept_link(
                token=self.kwargs["token"], password=form.cleaned_data["password"]
            )
        except ValidationError as refusal:
            field = None if isinstance(refusal, Refusal) else "password"
            if field:
                form.add_error(field, refusal.messages)
            else:
                add_refusal(form, refusal)
            return self.form_invalid(form)
        name = user.username if user.username[:2] != "u-" else user.email or user.phone
        messages.success(
            self.request, f"Kata sandi tersimpan. Lain kali masuklah dengan «{name}»."
        )
        # Whoever chose the password need not type it again; a second factor is asked still.
        answer: HttpResponse = perform_login(
            self.request, user, redirect_url=reverse("beranda")
        )
        return answer

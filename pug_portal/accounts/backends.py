"""One login field takes user name, e-mail or phone number."""

from __future__ import annotations

import re

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Q

from pug_portal.accounts.models import User


def normal_phone(text: str) -> str:
    """«0812-3456 789», «+62 812…» and «62812…» are one number: 62812…"""
    digits = re.sub(r"\D", "", text)
    return f"62{digits[1:]}" if digits.startswith("0") else digits


def find_user(identifier: str) -> User | None:
    identifier = identifier.strip()
    match = Q(username__iexact=identifier) | Q(email__iexact=identifier, email__gt="")
    if phone := normal_phone(identifier):
        match |= Q(phone=phone)
    return User.objects.filter(match).order_by("pk").first()


class IdentifierBackend(AuthenticationBackend):
    """allauth's own backend with a wider notion of «username»."""

    def _authenticate_by_username(self, username: str, password: str) -> User | None:
        return self._check_password(find_user(username), password)

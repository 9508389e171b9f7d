"""Nobody registers: an administrator makes the accounts. What allauth is told to do our way."""

import base64
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.models import UserSession
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record


class ClosedAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in without sign-up; a person has at most ``DONDOC_MAX_SESSIONS`` sessions, the oldest ends first.

    A password that had to be changed is changed for another one, and asked for no more.
    """

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "same_password": _("Mật khẩu mới phải khác mật khẩu tạm đang dùng."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        record(by=user, now=timezone.now(), action="user.sign_in", target=user)
        sessions = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
        older = list(sessions.order_by("-created_at", "-pk")[settings.DONDOC_MAX_SESSIONS - 1 :])
        Session.objects.filter(session_key__in=[each.session_key for each in older]).delete()
        UserSession.objects.filter(pk__in=[each.pk for each in older]).delete()

    def clean_password(self, password: str, user: User | None = None) -> str:
        if user is not None and user.must_change_password and user.check_password(password):
            raise self.validation_error("same_password")
        return str(super().clean_password(password, user))

    def set_password(self, user: User, password: str) -> None:
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/"


class KnownPeopleAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on opens accounts that an administrator has made; it makes none.

    The first time, the person is known by the user name, or by an e-mail address that the provider has verified.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        person = self._person(sociallogin)
        if person is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/unknown.html", status=403))
        with transaction.atomic():
            sociallogin.connect(request, person)
            after = {"provider": sociallogin.account.provider, "uid": sociallogin.account.uid}
            record(by=person, now=timezone.now(), action="user.single_sign_on", target=person, after=after)

    def _person(self, sociallogin: Any) -> User | None:
        verified = [each.email for each in sociallogin.email_addresses if each.verified]
        found = User.objects.filter(email__iexact=verified[0]) if verified else User.objects.none()
        if not found.exists() and sociallogin.user.username:
            found = User.objects.filter(username__iexact=sociallogin.user.username)
        people = list(found.filter(is_active=True)[:2])
        return people[0] if len(people) == 1 else None


class SecretMFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of the second factor lie encrypted in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Mã không đúng; hãy nhập mã đang hiện trong ứng dụng."),
    }

    def encrypt(self, text: str) -> str:
        return self._key().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._key().decrypt(encrypted_text.encode()).decode()

    @staticmethod
    def _key() -> Fernet:
        digest = sha256(b"dondoc.mfa:" + settings.SECRET_KEY.encode()).digest()
        return Fernet(base64.urlsafe_b64encode(digest))

"""Forms on people and organisations, and allauth's own in plain words."""

import zoneinfo
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.account.internal.flows.login import derive_login_method
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import mailbox, second_factor
from .models import Organisation, User
from .people import all_addresses
from .roles import EXPLAINED, LABELS, MEMBER, ROLES
from .typed import Line

PASSWORD_HINT = _("12 characters or more. Several words in a row are good. You may paste it from a password manager.")
KEY_HINT = _("So that you can tell your keys apart, for example “phone”.")

# Label and hint of a field, by its name in allauth's forms.
WORDS: dict[str, tuple[Promise, str | Promise]] = {
    "login": (_("E-mail address or name"), _("A name only if whoever runs this site gave you one to sign in with.")),
    "email": (_("E-mail address"), ""),
    "password": (_("Password"), ""),
    "password1": (_("New password"), PASSWORD_HINT),
    "oldpassword": (_("Password that you have now"), ""),
    "code": (_("Code"), ""),
    "name": (_("Name of this key"), KEY_HINT),
    "passwordless": (
        _("Sign in with this key alone"),
        _("Then you need no password. Your device asks for your finger, your face or its own code."),
    ),
}


class PlainWords:
    """Puts our label and hint in place of allauth's, and leaves out the grey text inside a field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            if name in WORDS:
                field.label, field.help_text = WORDS[name]


class SignInForm(PlainWords, account.LoginForm):
    """E-mail address, or the name of somebody who was given one, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login: Any = self.fields["login"]
        login.widget.attrs |= {"autocomplete": "username", "maxlength": mailbox.LONGEST}
        login.validators.append(MaxLengthValidator(mailbox.LONGEST))

    def user_credentials(self) -> dict[str, str]:
        """What was typed, once: by address or by name, never tried as both. Once it is clear who it is, the address as we keep it."""
        typed = self.cleaned_data["login"]
        known = self._login.email if hasattr(self, "_login") else None
        return {derive_login_method(typed).value: known or typed, "password": self.cleaned_data["password"]}

    def _clean_with_password(self, credentials: dict[str, str]) -> Any:
        """As allauth does it. An address that is not the person's own is their name: no mail goes there, and it isn't kept."""
        cleaned = super()._clean_with_password(credentials)
        user = self._login.user
        own = all_addresses(user) if isinstance(user, User) else set()
        typed = {credentials.get("email", "").lower(), mailbox.normal(credentials.get("email", ""))}
        self._login.email = next(iter(typed & own), None)
        return cleaned


class SignUpForm(PlainWords, account.SignupForm):
    """E-mail address and password, once each."""

    def try_save(self, request: HttpRequest) -> Any:
        """As allauth does it. For an address that has an account the same work is done, and undone: time tells nothing either."""
        if self.account_already_exists:
            with transaction.atomic():
                self.account_already_exists = False
                self.save(request)
                transaction.set_rollback(True)
            self.account_already_exists = True
        return super().try_save(request)


class ConfirmAddressForm(PlainWords, account.ConfirmEmailVerificationCodeForm):
    """The code from the mail that confirms an address."""


class ChangeAddressForm(PlainWords, account.AddEmailForm):
    """Another e-mail address."""


class ForgottenPasswordForm(PlainWords, account.ResetPasswordForm):
    """Where to send the code for a new password."""

    def clean_email(self) -> str:
        """The one form of the address: so it goes from the session with the account."""
        self.cleaned_data["email"] = mailbox.normal(self.cleaned_data["email"])
        return str(super().clean_email())


class ConfirmResetForm(PlainWords, account.ConfirmPasswordResetCodeForm):
    """The code from the mail that allows a new password."""


class NewPasswordForm(PlainWords, account.ResetPasswordKeyForm):
    """A new password after the code. Once: it can be set again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]


class ChangePasswordForm(PlainWords, account.ChangePasswordForm):
    """The old password and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]


class SetPasswordForm(PlainWords, account.SetPasswordForm):
    """A first password, for an account that has none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]


class ProveForm(PlainWords, account.ReauthenticateForm):
    """The password once more, before something that can't be undone."""


class SecondFactorForm(PlainWords, mfa.AuthenticateForm):
    """A code from the app, or a recovery code."""


class ProveBySecondFactorForm(PlainWords, mfa.ReauthenticateForm):
    """The same, before something that can't be undone."""


class ActivateCodesForm(PlainWords, totp.ActivateTOTPForm):
    """The first code that the app shows."""


class NewRecoveryCodesForm(GenerateRecoveryCodesForm):
    """Other recovery codes in place of the old ones, once those were seen."""

    def clean(self) -> dict[str, Any]:
        """Raises `ValidationError` while a factor waits for its first codes to be seen."""
        cleaned = super().clean()
        if second_factor.is_pending(self.user):
            raise forms.ValidationError(_("First look at the codes that you have: with them your second factor is on."))
        return cleaned


class AddKeyForm(PlainWords, webauthn.AddWebAuthnForm):
    """A passkey or security key."""


class RenameKeyForm(PlainWords, webauthn.EditWebAuthnForm):
    """Another name for a key."""


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """What a person is called, their language and time zone."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), help_text=_("Times and reminders follow it."))

    class Meta:
        model = User
        fields = ("first_name", "language", "time_zone")
        labels: ClassVar = {"first_name": _("Name (optional)")}
        help_texts: ClassVar = {"first_name": _("Your organisations see it instead of your e-mail address.")}
        field_classes: ClassVar = {"first_name": Line}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_name"].widget.attrs["autocomplete"] = "nickname"
        offered: Any = self.fields["language"]
        offered.choices = [("", _("As my browser asks")), *settings.LANGUAGES]
        zones: Any = self.fields["time_zone"]
        zones.widget.attrs["translate"] = "no"  # the names of zones are codes, the same everywhere
        zones.choices = [(name, name.replace("_", " ")) for name in _time_zones(self.instance.time_zone)]


def _time_zones(chosen: str) -> list[str]:
    """UTC and the zones that are named for a place, and the one that is chosen, whatever it is called."""
    areas = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
    named = {name for name in zoneinfo.available_timezones() if name.split("/")[0] in areas and "/" in name}
    return ["UTC", *sorted((named | {chosen}) - {"UTC"})]


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The name of an organisation."""

    class Meta:
        model = Organisation
        fields = ("name",)
        labels: ClassVar = {"name": _("Name of the organisation")}
        help_texts: ClassVar = {"name": _("Only its members see it. It need not be the real name.")}
        field_classes: ClassVar = {"name": Line}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "organization"


def _role_field() -> forms.ChoiceField:
    choices = [(role, f"{LABELS[role]}: {EXPLAINED[role]}") for role in ROLES]
    return forms.ChoiceField(label=_("Role"), choices=choices, widget=forms.RadioSelect, initial=MEMBER)


class RoleForm(forms.Form):
    """A role for somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Made for each form: its choices are sentences in the language of the page.
        self.fields["role"] = _role_field()


class InvitationForm(RoleForm):
    """Whom to invite, as what, and how the link reaches them."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("They need an account with this address to accept."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    by_hand = forms.BooleanField(
        label=_("Send no mail: I pass the link on myself"),
        help_text=_("Choose this if somebody may read their mail. The link names this site."),
        required=False,
    )
    field_order = ("email", "role", "by_hand")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class DeleteAccountForm(forms.Form):
    """The only owner of an organisation must confirm that they know it ends too."""

    organisations_too = forms.BooleanField(label=_("Delete these organisations and everything in them"))

    def __init__(self, *args: Any, owns_alone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not owns_alone:
            del self.fields["organisations_too"]

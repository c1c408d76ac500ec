"""Addresses from before get the one form that a mailbox has now (`accounts/mailbox.py`)."""

from django.db import migrations

from accounts.mailbox import normal


def one_form(apps, schema_editor):
    """Where two accounts have the same mailbox, the one whose address is in that form, or signed in last, keeps it; the other still
    signs in with the form that it has."""
    addresses = apps.get_model("account", "EmailAddress").objects.using(schema_editor.connection.alias)
    users = apps.get_model("accounts", "User").objects.using(schema_editor.connection.alias)
    invitations = apps.get_model("accounts", "Invitation").objects.using(schema_editor.connection.alias)
    for row in addresses.order_by("-verified", "-user__last_login", "pk").iterator():
        address = normal(row.email)
        others = addresses.filter(email=address).exclude(pk=row.pk)
        taken = others.filter(user_id=row.user_id) | (others.filter(verified=True) if row.verified else others.none())
        if address == row.email or taken.exists():
            continue
        users.filter(pk=row.user_id, email=row.email).update(email=address)
        addresses.filter(pk=row.pk).update(email=address)
    for row in invitations.exclude(email="").iterator():
        if normal(row.email) != row.email:
            invitations.filter(pk=row.pk).update(email=normal(row.email))


class Migration(migrations.Migration):

    dependencies = [
        ('account', '0009_emailaddress_unique_primary_email'),
        ('accounts', '0003_organisation_events'),
    ]

    operations = [migrations.RunPython(one_form, migrations.RunPython.noop)]

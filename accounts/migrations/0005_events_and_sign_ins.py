"""Who did what to an account, and whose the open sessions are. Second factors from before count, whether or not their recovery codes
were seen."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import accounts.events


def factors_count(apps, schema_editor):
    codes = apps.get_model("mfa", "Authenticator").objects.using(schema_editor.connection.alias)
    for row in codes.filter(type="recovery_codes"):
        row.data["replaces"] = True
        row.save(update_fields=["data"])


class Migration(migrations.Migration):

    dependencies = [
        ('mfa', '0003_authenticator_type_uniq'),
        ('accounts', '0004_one_form_of_addresses'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignIn',
            fields=[
                ('session', models.CharField(editable=False, max_length=40, primary_key=True, serialize=False)),
                ('owner', models.CharField(db_index=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'open sign-in',
                'verbose_name_plural': 'open sign-ins',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AccountEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('deed', models.CharField(editable=False, max_length=30)),
                ('at', models.DateTimeField(default=accounts.events.this_minute, editable=False)),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('whom', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='deeds', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'event of an account',
                'verbose_name_plural': 'events of accounts',
                'ordering': ['-id'],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.RunPython(factors_count, migrations.RunPython.noop),
    ]

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("advisor", "0014_long_work")]

    operations = [
        migrations.RemoveField("reassessment", "cursors"),
        migrations.RemoveField("proposal", "claimed_at"),
    ]

"""The version of the rules beside the edition, and what was given itself. Rows from before have neither: `manage.py keep_given` fills
the second in, and an empty version is `rules.version.BEFORE_NAMED`. It goes back as long as no step for finer rules was taken."""

import accounts.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('advisor', '0016_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='notice',
            name='notice_kind',
        ),
        migrations.RemoveConstraint(
            model_name='reassessment',
            name='reassessment_once',
        ),
        migrations.AddField(
            model_name='givenadvice',
            name='kept',
            field=accounts.fields.SealedLongTextField(blank=True, default='', verbose_name='as it was given'),
        ),
        migrations.AddField(
            model_name='givenadvice',
            name='rules',
            field=models.CharField(blank=True, default='', max_length=20, verbose_name='version of the rules'),
        ),
        migrations.AddField(
            model_name='reassessment',
            name='rules',
            field=models.CharField(blank=True, default='', max_length=20, verbose_name='version of the rules'),
        ),
        migrations.AlterField(
            model_name='givenadvice',
            name='reason',
            field=models.CharField(choices=[('asked', 'Somebody asked'), ('edition', 'New facts were published'), ('day', 'A day passed that matters'), ('rules', 'The rules of this site became finer')], max_length=10, verbose_name='reason'),
        ),
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('changed', 'The advice changed'), ('date-near', 'A date is near'), ('task-due', 'A task is due'), ('reply-due', 'The time for a reply is over'), ('outcome-asked', 'How did it go?'), ('rules', 'The questions became finer, and the advice is given anew'), ('update-mandates', 'The experts may want to know how things went on')], max_length=20, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='reassessment',
            name='reason',
            field=models.CharField(choices=[('edition', 'New facts were published'), ('day', 'A day passed that matters'), ('rules', 'The rules of this site became finer')], max_length=10, verbose_name='reason'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['changed', 'date-near', 'task-due', 'reply-due', 'outcome-asked', 'rules', 'update-mandates'])), name='notice_kind'),
        ),
        migrations.AddConstraint(
            model_name='reassessment',
            constraint=models.UniqueConstraint(fields=('publication', 'as_of', 'rules'), name='reassessment_once'),
        ),
    ]

import mechanisms.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mechanisms', '0009_pages_looked_at'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalsource',
            name='read',
            field=mechanisms.models.fields.ChoiceField(default='not', max_length=10, verbose_name='was it read itself?'),
        ),
        migrations.AddField(
            model_name='historicalsource',
            name='read_at',
            field=models.URLField(blank=True, help_text='The address of a copy. Only editors see it.', max_length=600, verbose_name='where we read it'),
        ),
        migrations.AddField(
            model_name='historicalsource',
            name='read_on',
            field=models.DateField(blank=True, help_text='Where it is published. Empty where the day was not noted.', null=True, verbose_name='read on'),
        ),
        migrations.AddField(
            model_name='historicalsource',
            name='symbol',
            field=models.CharField(blank=True, help_text='By which people cite it: A/HRC/RES/5/1, “ICERD, art. 14”, IV-9 in the UN Treaty Collection.', max_length=120, verbose_name='symbol'),
        ),
        migrations.AddField(
            model_name='source',
            name='read',
            field=mechanisms.models.fields.ChoiceField(default='not', max_length=10, verbose_name='was it read itself?'),
        ),
        migrations.AddField(
            model_name='source',
            name='read_at',
            field=models.URLField(blank=True, help_text='The address of a copy. Only editors see it.', max_length=600, verbose_name='where we read it'),
        ),
        migrations.AddField(
            model_name='source',
            name='read_on',
            field=models.DateField(blank=True, help_text='Where it is published. Empty where the day was not noted.', null=True, verbose_name='read on'),
        ),
        migrations.AddField(
            model_name='source',
            name='symbol',
            field=models.CharField(blank=True, help_text='By which people cite it: A/HRC/RES/5/1, “ICERD, art. 14”, IV-9 in the UN Treaty Collection.', max_length=120, verbose_name='symbol'),
        ),
        migrations.AlterField(
            model_name='historicalsource',
            name='note',
            field=models.TextField(blank=True, help_text='For instance which parts of it were read.', verbose_name='note'),
        ),
        migrations.AlterField(
            model_name='historicalsource',
            name='title',
            field=models.CharField(help_text='Begin a page with who wrote it and a colon: “ISHR Academy: speaking at the Council”.', max_length=300, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='historicalsource',
            name='url',
            field=models.URLField(blank=True, help_text='Where people are sent. Leave empty where none is known. Never guess, and never give a copy.', max_length=600, verbose_name='official address'),
        ),
        migrations.AlterField(
            model_name='source',
            name='note',
            field=models.TextField(blank=True, help_text='For instance which parts of it were read.', verbose_name='note'),
        ),
        migrations.AlterField(
            model_name='source',
            name='title',
            field=models.CharField(help_text='Begin a page with who wrote it and a colon: “ISHR Academy: speaking at the Council”.', max_length=300, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='source',
            name='url',
            field=models.URLField(blank=True, help_text='Where people are sent. Leave empty where none is known. Never guess, and never give a copy.', max_length=600, verbose_name='official address'),
        ),
    ]

"""The keys by which organisations are found before they are made again, and the pairs that are alike."""

import django.db.models.deletion
from django.db import migrations, models

from copronet.engines.likeness import Said, keys_of


def make_keys(apps, schema_editor):
    key_model = apps.get_model("people", "OrganisationKey")
    for each in apps.get_model("people", "Organisation").objects.iterator():
        names, shorts = (each.name_cy, each.name_en), (each.short_name_cy, each.short_name_en)
        said = Said(names=names, short_names=tuple(filter(None, shorts)), website=each.website)
        key_model.objects.bulk_create(key_model(organisation=each, key=key) for key in sorted(keys_of(said)))


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_what_an_organisation_is'),
    ]

    operations = [
        migrations.CreateModel(
            name='LikelyPair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('strength', models.PositiveSmallIntegerField()),
                ('reasons', models.JSONField(default=list)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
            ],
            options={
                'verbose_name': 'likely pair',
                'abstract': False,
                'indexes': [models.Index(fields=['-strength', 'id'], name='people_likelypair_in_order')],
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='people_likelypair_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='people_likelypair_in_order')],
            },
        ),
        migrations.CreateModel(
            name='NotDuplicate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
            ],
            options={
                'verbose_name': 'pair that only looks alike',
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='people_notduplicate_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='people_notduplicate_in_order')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='people.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'organisation'), name='people_organisation_key_once')],
            },
        ),
        migrations.RunPython(make_keys, migrations.RunPython.noop),
    ]

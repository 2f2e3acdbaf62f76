"""What an organisation is: its kind and sector, size, numbers, and where it works; and where people stand."""

import copronet.common_ground.people.models.order
import django.db.models.deletion
from django.db import migrations, models


def say_where_they_work(apps, schema_editor):
    """Until now an organisation without an area worked in all of Wales."""
    organisations = apps.get_model("people", "Organisation").objects
    organisations.using(schema_editor.connection.alias).filter(area=None).update(serves_all_wales=True)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_people_in_order'),
        ('places', '0002_short_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='OrganisationKind',
            fields=[
                ('code', models.SlugField(editable=False, max_length=40, primary_key=True, serialize=False)),
                ('name_cy', models.CharField(blank=True, default='', max_length=100, verbose_name='Name')),
                ('name_en', models.CharField(blank=True, default='', max_length=100, verbose_name='Name')),
                ('place', models.PositiveSmallIntegerField(default=100, verbose_name='Place in the list')),
                ('is_offered', models.BooleanField(default=True, verbose_name='Organisations can choose it')),
                ('sort_key_cy', copronet.common_ground.people.models.order.SortKeyField('name_cy', 'name_en', blank=True, default='', editable=False, max_length=1000)),
                ('sort_key_en', copronet.common_ground.people.models.order.SortKeyField('name_en', 'name_cy', blank=True, default='', editable=False, max_length=1000)),
            ],
            options={
                'verbose_name': 'kind of organisation',
                'verbose_name_plural': 'kinds of organisation',
            },
        ),
        migrations.AddField(
            model_name='organisation',
            name='areas_served',
            field=models.ManyToManyField(blank=True, related_name='served_by', to='places.area', verbose_name='Areas it works in'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='merged_into',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='serves_all_wales',
            field=models.BooleanField(default=False, verbose_name='Works in all of Wales'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='short_name_cy',
            field=models.CharField(blank=True, default='', help_text='The initials people know it by.', max_length=40, verbose_name='Short name'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='short_name_en',
            field=models.CharField(blank=True, default='', help_text='The initials people know it by.', max_length=40, verbose_name='Short name'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='size',
            field=models.CharField(blank=True, choices=[('volunteers', 'Volunteers only'), ('few', '1 to 9 paid staff'), ('some', '10 to 49 paid staff'), ('many', '50 to 249 paid staff'), ('vast', '250 paid staff or more')], max_length=10, verbose_name='Size'),
        ),
        migrations.AddField(
            model_name='person',
            name='level',
            field=models.CharField(blank=True, choices=[('citizen', 'Citizen'), ('frontline', 'Frontline worker'), ('manager', 'Manager'), ('leader', 'Leader'), ('officer', 'Officer')], max_length=10, verbose_name='Where I stand in my work'),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='area',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='places.area', verbose_name='Area where it is at home'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='kind',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='people.organisationkind', verbose_name='Kind of organisation'),
        ),
        migrations.CreateModel(
            name='Sector',
            fields=[
                ('code', models.SlugField(editable=False, max_length=40, primary_key=True, serialize=False)),
                ('name_cy', models.CharField(blank=True, default='', max_length=100, verbose_name='Name')),
                ('name_en', models.CharField(blank=True, default='', max_length=100, verbose_name='Name')),
                ('place', models.PositiveSmallIntegerField(default=100, verbose_name='Place in the list')),
                ('sort_key_cy', copronet.common_ground.people.models.order.SortKeyField('name_cy', 'name_en', blank=True, default='', editable=False, max_length=1000)),
                ('sort_key_en', copronet.common_ground.people.models.order.SortKeyField('name_en', 'name_cy', blank=True, default='', editable=False, max_length=1000)),
            ],
            options={
                'verbose_name': 'sector',
                'verbose_name_plural': 'sectors',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_cy', ''), ('name_en', ''), _negated=True), name='people_sector_name_in_a_language', violation_error_message='Write this in Welsh, in English, or in both.')],
            },
        ),
        migrations.AddField(
            model_name='organisationkind',
            name='sector',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinds', to='people.sector', verbose_name='Sector'),
        ),
        migrations.CreateModel(
            name='OrganisationNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('GB-CHC', 'Charity number (England and Wales)'), ('GB-COH', 'Company number'), ('GB-MPR', 'Number in the Mutuals Public Register'), ('GB-UKPRN', 'UK Provider Reference Number'), ('GB-SC', 'Charity number (Scotland)'), ('GB-NIC', 'Charity number (Northern Ireland)'), ('XI-LEI', 'Legal Entity Identifier')], max_length=10, verbose_name='Register')),
                ('number', models.CharField(max_length=30, verbose_name='Number')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='people.organisation')),
            ],
            options={
                'verbose_name': 'register number',
                'verbose_name_plural': 'register numbers',
                'constraints': [models.UniqueConstraint(fields=('scheme', 'number'), name='people_organisation_number_once'), models.UniqueConstraint(fields=('organisation', 'scheme'), name='people_organisation_number_one_of_each')],
            },
        ),
        migrations.AddConstraint(
            model_name='organisationkind',
            constraint=models.CheckConstraint(condition=models.Q(('name_cy', ''), ('name_en', ''), _negated=True), name='people_organisationkind_name_in_a_language', violation_error_message='Write this in Welsh, in English, or in both.'),
        ),
        migrations.RunPython(say_where_they_work, migrations.RunPython.noop),
    ]

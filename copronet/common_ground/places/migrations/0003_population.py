"""How many people live in each area, as the operator loads it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0002_short_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='Population',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                ('people', models.PositiveIntegerField(verbose_name='People')),
                ('source', models.CharField(max_length=200, verbose_name='Source')),
                ('is_example', models.BooleanField(default=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='populations', to='places.area')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area', 'year'), name='places_population_once')],
            },
        ),
    ]

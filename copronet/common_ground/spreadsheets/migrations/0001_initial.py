"""Files brought in, their rows, the headings people use, and tables given out."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GivenOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=40)),
                ('form', models.CharField(choices=[('csv', 'CSV'), ('xlsx', 'XLSX'), ('json', 'JSON')], max_length=4)),
            ],
            options={
                'verbose_name': 'table given out',
                'verbose_name_plural': 'tables given out',
            },
        ),
        migrations.CreateModel(
            name='KnownHeading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=40)),
                ('heading', models.CharField(max_length=200)),
                ('column', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sheet', 'heading'), name='spreadsheets_heading_once')],
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=200, verbose_name='File')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('matching', 'Waiting for its columns to be matched'), ('checking', 'Being looked through'), ('checked', 'Looked through, nothing done yet'), ('doing', 'Being brought in'), ('done', 'Brought in'), ('undoing', 'Being undone'), ('undone', 'Undone')], default='matching', max_length=8)),
                ('headings', models.JSONField(default=list)),
                ('columns', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
                ('counts', models.JSONField(default=dict)),
                ('with_alike', models.BooleanField(default=False)),
                ('done_at', models.DateTimeField(null=True)),
                ('cleared_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'file brought in',
                'verbose_name_plural': 'files brought in',
            },
        ),
        migrations.CreateModel(
            name='Row',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('cells', models.JSONField(default=list)),
                ('notes', models.JSONField(default=list)),
                ('outcome', models.CharField(blank=True, choices=[('created', 'New'), ('changed', 'Changed'), ('unchanged', 'Unchanged'), ('alike', 'Like one that is here'), ('refused', 'Refused')], max_length=9)),
                ('reasons', models.JSONField(default=list)),
                ('changes', models.JSONField(default=list)),
                ('key', models.CharField(blank=True, max_length=40)),
                ('based_on', models.CharField(blank=True, max_length=64)),
                ('is_done', models.BooleanField(default=False)),
                ('done', models.JSONField(null=True)),
                ('upload', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='spreadsheets.upload')),
            ],
            options={
                'indexes': [models.Index(fields=['upload', 'outcome', 'number'], name='spreadsheets_row_outcome')],
                'constraints': [models.UniqueConstraint(fields=('upload', 'number'), name='spreadsheets_row_once')],
            },
        ),
    ]

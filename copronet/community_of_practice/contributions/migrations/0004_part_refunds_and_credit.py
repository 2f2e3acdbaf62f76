"""Parts of payments given back, and credit. SQLite builds tables anew for it, so the seals come off and on again."""
from importlib import import_module

import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


sealing = import_module("copronet.community_of_practice.contributions.migrations.0002_only_added_to")
REFUNDS = "contributions_refund"


def seal_refunds(apps, schema_editor):
    """What was given back is only added to, like the rest of the ledger."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE TRIGGER {REFUNDS}_sealed BEFORE UPDATE OR DELETE ON {REFUNDS}"
            " FOR EACH ROW EXECUTE FUNCTION contributions_is_only_added_to()"
        )
        return
    for deed in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {REFUNDS}_sealed_{deed.lower()} BEFORE {deed} ON {REFUNDS}"
            " BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
        )


def unseal_refunds(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER {REFUNDS}_sealed ON {REFUNDS}")
        return
    for deed in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER {REFUNDS}_sealed_{deed}")


class Migration(migrations.Migration):

    dependencies = [
        ('contributions', '0003_asking_after_fees'),
        ('people', '0008_what_support_is_for'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(sealing.unseal, sealing.seal),
        migrations.CreateModel(
            name='Refund',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(choices=[('bank', 'Bank transfer'), ('cheque', 'Cheque'), ('cash', 'Cash'), ('card', 'Card'), ('credit', 'Credit from an earlier payment')], max_length=6, verbose_name='How it goes back')),
                ('amount', models.PositiveIntegerField(verbose_name='Amount, in pence')),
                ('net', models.PositiveIntegerField(verbose_name='Without VAT, in pence')),
                ('vat', models.PositiveIntegerField(verbose_name='VAT, in pence')),
                ('from_credit', models.PositiveIntegerField(verbose_name='From credit, in pence')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Year')),
                ('number', models.PositiveIntegerField(verbose_name='Number in the year')),
                ('given_on', models.DateField(verbose_name='Given back on')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'part of a payment given back',
                'verbose_name_plural': 'parts of payments given back',
                'ordering': ['year', 'number'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='account',
            name='contributions_account_purpose_fits_holder',
        ),
        migrations.RemoveConstraint(
            model_name='account',
            name='contributions_account_money_in_pence',
        ),
        migrations.AddField(
            model_name='payment',
            name='over',
            field=models.PositiveIntegerField(default=0, verbose_name='More than was asked, in pence'),
        ),
        migrations.AlterField(
            model_name='account',
            name='purpose',
            field=models.CharField(choices=[('given', 'What they give and receive'), ('owed', 'What they have been invoiced for'), ('received', 'What the network gives and receives'), ('bank', "The network's bank account"), ('cash', 'Cash and cheques in hand'), ('card', 'The card provider'), ('credit', 'What they have paid beyond what was asked'), ('invoiced', 'Invoiced, without VAT'), ('vat', 'VAT on invoices')], max_length=10, verbose_name='Purpose'),
        ),
        migrations.AlterField(
            model_name='entry',
            name='kind',
            field=models.CharField(choices=[('gift', 'Gift confirmed'), ('spent', 'Time credits spent'), ('invoice', 'Invoice issued'), ('payment', 'Payment received'), ('refund', 'Part of a payment given back'), ('reversal', 'Put right')], max_length=10, verbose_name='What it is'),
        ),
        migrations.AlterField(
            model_name='payment',
            name='method',
            field=models.CharField(choices=[('bank', 'Bank transfer'), ('cheque', 'Cheque'), ('cash', 'Cash'), ('card', 'Card'), ('credit', 'Credit from an earlier payment')], max_length=6, verbose_name='How it came'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), ('person__isnull', True), models.Q(('purpose__in', ('given', 'owed', 'credit')), _negated=True)), models.Q(models.Q(('person__isnull', False), ('organisation__isnull', False), _connector='OR'), ('purpose__in', ('given', 'owed', 'credit'))), _connector='OR'), name='contributions_account_purpose_fits_holder'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('purpose__in', ('owed', 'credit', 'bank', 'cash', 'card', 'invoiced', 'vat')), _negated=True), ('unit', 'pence'), _connector='OR'), name='contributions_account_money_in_pence'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('over__lte', models.F('amount'))), name='contributions_payment_over_is_part_of_it'),
        ),
        migrations.AddField(
            model_name='refund',
            name='payment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refunds', to='contributions.payment'),
        ),
        migrations.AddField(
            model_name='entry',
            name='refund',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='contributions.refund'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(condition=models.Q(('refund__isnull', False)), fields=('refund',), name='contributions_entry_refund_once'),
        ),
        migrations.AddConstraint(
            model_name='refund',
            constraint=models.UniqueConstraint(fields=('year', 'number'), name='contributions_refund_number_once'),
        ),
        migrations.AddConstraint(
            model_name='refund',
            constraint=models.CheckConstraint(condition=models.Q(('amount', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('net'), '+', models.F('vat')), '+', models.F('from_credit'))), ('amount__gt', 0)), name='contributions_refund_adds_up'),
        ),
        migrations.AddConstraint(
            model_name='refund',
            constraint=models.CheckConstraint(condition=models.Q(('method', 'credit'), _negated=True), name='contributions_refund_is_money'),
        ),
        migrations.RunPython(sealing.seal, sealing.unseal),
        migrations.RunPython(seal_refunds, unseal_refunds),
    ]

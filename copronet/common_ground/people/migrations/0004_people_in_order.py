"""Give those already here their place in the list."""

from django.db import migrations


def put_in_order(apps, schema_editor):
    for model, keys in (("Person", ["sort_key"]), ("Organisation", ["sort_key_cy", "sort_key_en"])):
        for record in apps.get_model("people", model).objects.iterator():
            record.save(update_fields=keys)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_answers_only_added_to")]
    operations = [migrations.RunPython(put_in_order, migrations.RunPython.noop)]

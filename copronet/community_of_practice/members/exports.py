"""The members in numbers as a table to take away: what the page shows, and no more."""

from typing import Any

from django.utils.translation import gettext as _

from copronet.common_ground.spreadsheets.exports import Figures


def numbers_as_table(shown: dict[str, Any]) -> Figures:
    """Every figure of the page ``shown``, in its order."""
    table = Figures()
    _add_kinds(table, shown)
    table.add_map(shown["map"])
    for chart in ("capacities", "levels", "promises"):
        table.add_chart(shown[chart])
    if shown["balance"]:
        _add_balance(table, shown)
    return table


def _add_kinds(table: Figures, shown: dict[str, Any]) -> None:
    title = _("Organisations by kind")
    for each in shown["kinds"]:
        name = each.kind.name if each.kind else _("Not said")
        table.add(title, name, _("Members"), each.members)
        table.add(title, name, _("Active"), each.active)
    table.add(title, _("Together"), _("Members"), shown["joined"])
    table.add(title, _("Together"), _("Active"), shown["active"])


def _add_balance(table: Figures, shown: dict[str, Any]) -> None:
    title, source = _("Balance of voices"), shown["population"]
    if source.is_example:
        table.add(title, _("The population is made up, as an example."))
    for each in shown["balance"]:
        table.add(title, each.area.name, _("Of members"), _percent(each.of_members, _("not shown")))
        table.add(title, each.area.name, _("Of people"), _percent(each.of_people, "–"))
    table.add(title, f"{_('Population:')} {source.source}, {source.year}")


def _percent(share: int | None, otherwise: str) -> str:
    return otherwise if share is None else f"{share}%"

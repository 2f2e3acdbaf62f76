"""`copronet draw_states`: the page of the docs that shows how a membership may change, made from the code."""

from django.core.management.base import BaseCommand
from django.utils.translation import override

from copronet.community_of_practice.members.choices import TRANSITIONS, State, Transition

HEAD = """# How a membership may change

Made by `copronet draw_states > docs/membership.md` from the table of transitions in
`community_of_practice/members/choices.py`; a test holds the two together.
A lapse takes nobody's voice away: whoever is active, paused or lapsed is a member.

```mermaid
stateDiagram-v2
"""


class Command(BaseCommand):
    help = "Write docs/membership.md from the table of transitions."

    def handle(self, *args: object, **options: object) -> None:
        with override("en"):
            self.stdout.write(page(), ending="")


def page() -> str:
    """The whole page: the drawing, and the same as a table."""
    arrows = [
        f"  {source} --> {each.target}: {each.button}\n" for each in TRANSITIONS for source in each.sources
    ]
    rows = [_row(each) for each in TRANSITIONS]
    table = "| from | deed | to | permission |\n|---|---|---|---|\n" + "".join(rows)
    return f"{HEAD}  [*] --> {State.BEGUN}\n{''.join(arrows)}```\n\n{table}"


def _row(each: Transition) -> str:
    sources = ", ".join(str(State(source).label) for source in each.sources)
    return (
        f"| {sources} | {each.button} (`{each.verb}`) | {State(each.target).label} | `{each.permission}` |\n"
    )

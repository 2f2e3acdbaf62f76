"""A small plan file that is right in every way, and a way to spoil it."""

SMALL = """\
format: copronet plan 1
code: PLAN-SMALL
years: 2
name: {cy: Cynllun bach, en: A small plan}
summary: {cy: Crynodeb, en: Summary}
vision: {cy: Gweledigaeth, en: Vision}
conditions:
  - code: CON-1
    text: {cy: Mae te, en: There is tea}
outcomes:
  - code: OUT-1
    name: {cy: Canlyniad, en: Outcome}
    text: {cy: Byddwn yn hapus, en: We shall be glad}
year_outcomes:
  - code: YO-1
    year: 1
    text: {cy: Mae pawb yn nabod ei gilydd, en: All know each other}
areas:
  - code: KEY-1
    kind: key activities
    outcome: OUT-1
    name: {cy: Dod ynghyd, en: Coming together}
    items:
      - {cy: te, en: tea}
activities:
  - code: ACT-1
    when: 1
    owner: office-of-all
    areas: [KEY-1]
    name: {cy: Cwrdd, en: Meet}
    text: {cy: Cwrdd unwaith, en: Meet once}
  - code: ACT-2
    when: ongoing
    owner: office-of-all
    refers_to: [ACT-1]
    name: {cy: Sgwrsio, en: Talk}
    text: {cy: Sgwrsio o hyd, en: Talk all the time}
indicators:
  - code: IND-1
    outcome: OUT-1
    kind: percent
    measured: [each year, end]
    targets: {1: 40, end: 60}
    unit: {cy: y cant, en: per cent}
    name: {cy: Llawenydd, en: Gladness}
    text: {cy: Pwy sy'n hapus, en: Who is glad}
links:
  - code: LINK-1
    stated: true
    from: [ACT-1]
    to: [OUT-1]
    text: {cy: Mae cwrdd yn llonni, en: Meeting makes us glad}
budget:
  headings:
    - code: HEAD-TEA
      name: {cy: Te, en: Tea}
  by_year:
    - code: YEAR-TEA
      name: {cy: Te, en: Tea}
      years: {1: 10, 2: 20}
      total: 30
      requested: 30
    - code: YEAR-TOTAL
      role: total
      name: {cy: Cyfanswm, en: Total}
      years: {1: 10, 2: 20}
      total: 30
      requested: 30
  by_outcome:
    - code: COST-TEA
      outcome: OUT-1
      name: {cy: Te, en: Tea}
      amounts: {HEAD-TEA: 30}
      total: 30
    - code: COST-TOTAL
      role: total
      name: {cy: Cyfanswm, en: Total}
      amounts: {HEAD-TEA: 30}
      total: 30
notes:
  - code: NOTE-1
    kind: reading
    about: [ACT-1, activities]
    text: {cy: Nodyn, en: A note}
"""


def spoilt(old: str, new: str) -> tuple[str, int]:
    """The small file with one thing changed, and the line where the change stands."""
    assert SMALL.count(old) == 1, f"{old!r} must stand once in the file"
    return SMALL.replace(old, new), SMALL[: SMALL.index(old)].count("\n") + 1


def line_with(words: str) -> int:
    """The line of the small file where these words first stand, counted from 1."""
    return SMALL[: SMALL.index(words)].count("\n") + 1

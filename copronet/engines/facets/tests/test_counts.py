"""Counts by facet agree with looking at every record, and give the numbers a reader expects."""

from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.facets import carried, counts

RECORDS = {
    1: {"kind": {"skills"}, "area": {"G", "C"}},
    2: {"kind": {"space"}, "area": {"G"}},
    3: {"kind": {"skills"}},
}


def _known(records):
    facets = ("kind", "area")
    return carried(
        records,
        {
            facet: [(key, value) for key, its in records.items() for value in its.get(facet, ())]
            for facet in facets
        },
    )


def test_without_a_choice_each_value_counts_all_who_carry_it():
    assert counts(_known(RECORDS), {}) == {"kind": {"skills": 2, "space": 1}, "area": {"G": 2, "C": 1}}


def test_a_choice_narrows_the_other_facets_and_not_its_own():
    found = counts(_known(RECORDS), {"kind": "skills"})

    assert found == {"kind": {"skills": 2, "space": 1}, "area": {"G": 1, "C": 1}}


def test_counts_stay_within_what_a_search_found():
    known = _known(RECORDS)

    assert counts(known, {}, within=known.mask_of([2, 3, 99])) == {
        "kind": {"skills": 1, "space": 1},
        "area": {"G": 1, "C": 0},
    }


def test_a_value_that_nobody_carries_finds_nothing():
    known = _known(RECORDS)

    assert known.chosen({"area": "nowhere"}) == 0


@given(
    st.dictionaries(
        st.integers(1, 60),
        st.fixed_dictionaries(
            {"kind": st.sets(st.sampled_from("abc"), max_size=1), "area": st.sets(st.sampled_from("xyz"))}
        ),
        max_size=40,
    ),
    st.dictionaries(st.sampled_from(["kind", "area"]), st.sampled_from("abcxyz")),
)
def test_counts_agree_with_looking_at_every_record(records, choice):
    found = counts(_known(records), choice)

    for facet, values in found.items():
        others = {name: value for name, value in choice.items() if name != facet}
        for value, count in values.items():
            looked_at = [
                its
                for its in records.values()
                if value in its[facet] and all(chosen in its[name] for name, chosen in others.items())
            ]
            assert count == len(looked_at)

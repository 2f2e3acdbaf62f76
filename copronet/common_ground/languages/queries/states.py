"""How the states of a pair follow from what a save did to its two sides."""

from collections.abc import Collection, Mapping

from copronet.common_ground.languages.choices import Language, State

Texts = Mapping[Language, str]


def states_after(
    before: Texts, after: Texts, states: Mapping[Language, State], right: Collection[Language] = ()
) -> dict[Language, State]:
    """The state of each side after a save; empty when neither side says anything.

    ``states`` are those before the save, where known. ``right`` are the sides that whoever saves has said
    are right as they are, although the other one changes.
    """
    if not any(after.values()):
        return {}
    return {side: _state_after(side, before, after, states, right) for side in Language}


def _state_after(
    side: Language,
    before: Texts,
    after: Texts,
    states: Mapping[Language, State],
    right: Collection[Language],
) -> State:
    if not after[side]:
        return State.MISSING
    if before[side] != after[side]:
        return _when_it_changed(side, before, after, states, right)
    return _when_it_stood(side, before, after, states, right)


def _when_it_changed(
    side: Language,
    before: Texts,
    after: Texts,
    states: Mapping[Language, State],
    right: Collection[Language],
) -> State:
    other, state = side.other, states.get(side, State.WRITTEN)
    if not after[other] or before[other] != after[other]:
        return State.WRITTEN
    if not before[side] or state is State.OUT_OF_DATE:
        return State.TRANSLATED
    if other in right:
        return State.TRANSLATED if state is State.CHECKED else state
    return State.WRITTEN


def _when_it_stood(
    side: Language,
    before: Texts,
    after: Texts,
    states: Mapping[Language, State],
    right: Collection[Language],
) -> State:
    other, state = side.other, states.get(side, State.WRITTEN)
    if not after[other]:
        return State.WRITTEN
    if side in right:
        return State.TRANSLATED if state is State.OUT_OF_DATE else state
    is_overtaken = (
        before[other] != after[other] and before[other] and states.get(other) is not State.OUT_OF_DATE
    )
    return State.OUT_OF_DATE if is_overtaken else state

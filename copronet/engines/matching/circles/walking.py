"""Choose circles in an order, then improve the choice by walking: one circle in, those in its way out."""

from collections.abc import Sequence

Row = tuple[int, ...]

STEPS_EACH = 150  # for each party that could stand in a circle
_MULTIPLIER, _INCREMENT, _MODULUS = 6364136223846793005, 1442695040888963407, 1 << 64


class Choice:
    """Which circle each party stands in, and which parties of any circle stand in none."""

    def __init__(self, rows: Sequence[Row], size: int) -> None:
        self.rows = rows
        self.of_party: list[list[Row]] = [[] for _ in range(size)]
        for row in rows:
            for party in row:
                self.of_party[party].append(row)
        self.circle: list[Row | None] = [None] * size
        self.free = [party for party in range(size) if self.of_party[party]]
        self.place = [-1] * size
        for place, party in enumerate(self.free):
            self.place[party] = place

    def take_in_order(self, order: Sequence[int]) -> None:
        """Choose each circle in turn whose parties all stand in none."""
        for place in order:
            row = self.rows[place]
            if all(self.circle[party] is None for party in row):
                self._enter(row)

    def walk(self, steps_each: int = STEPS_EACH) -> None:
        """Take a party that stands in no circle and one of its circles, both by turns that look like chance
        and are the same every time; choose that circle where it serves no fewer than those in its way.

        Moves that serve as many as before let the parties that are left over wander until two of them meet.
        """
        state = 1
        for _ in range(steps_each * sum(map(bool, self.of_party))):
            if not self.free:
                return
            state = (state * _MULTIPLIER + _INCREMENT) % _MODULUS
            party = self.free[(state >> 33) % len(self.free)]
            rows = self.of_party[party]
            row = rows[(state >> 13) % len(rows)]
            in_the_way: list[Row] = []
            balance = len(row)
            for other in row:
                circle = self.circle[other]
                if circle is not None and circle not in in_the_way:
                    in_the_way.append(circle)
                    balance -= len(circle)
            if balance >= 0:
                for circle in in_the_way:
                    self._leave(circle)
                self._enter(row)

    def chosen(self) -> list[Row]:
        """The circles chosen, by their lowest party."""
        return sorted({row for row in self.circle if row is not None})

    def _enter(self, row: Row) -> None:
        for party in row:
            self.circle[party] = row
            place, last = self.place[party], self.free.pop()
            if last != party:
                self.free[place] = last
                self.place[last] = place
            self.place[party] = -1

    def _leave(self, row: Row) -> None:
        for party in row:
            self.circle[party] = None
            self.place[party] = len(self.free)
            self.free.append(party)

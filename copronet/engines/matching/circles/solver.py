"""What HiGHS is asked: how many parties circles of any length could serve, and the best of a few circles.

HiGHS: Huangfu and Hall, Parallelizing the dual revised simplex method, Mathematical Programming Computation 10,
2018. One thread and no time limit, so that the answer is the same on every machine.
"""

from collections.abc import Sequence

import highspy
import numpy as np
import numpy.typing as npt

from .network import Network, Numbers

BRANCHES = 100  # of the search for the best; after that its bound stands for what is not proved
_EVEN = 1e-6  # what the solver takes for equal
Floats = npt.NDArray[np.float64]


def served_by_any_length(network: Network) -> Numbers:
    """1 for each party that the largest set of circles of any length serves, else 0.

    A permutation in which a party may stay alone: the assignment problem, whose linear programme has whole
    corners. No choice of short circles serves more, since short circles are such circles too.
    """
    size, everybody = network.size, np.arange(network.size)
    givers = np.concatenate([network.givers, everybody])
    receivers = np.concatenate([network.receivers, everybody])
    worth = np.concatenate([np.ones(len(network.givers)), np.zeros(size)])
    ends = np.stack([givers, receivers + size], axis=1).ravel()
    model = _model(worth, np.full(len(worth), 2), ends, rows=2 * size, is_exact=True)
    values, _ = _solve(model)
    alone = values[len(network.givers) :] > 0.5
    return (~alone).astype(np.int64)


def best_of(rows: Sequence[tuple[int, ...]], worth: Floats) -> tuple[list[tuple[int, ...]], float]:
    """Of these circles, disjoint ones that are worth the most together, and what nothing can surpass."""
    lengths = np.array([len(row) for row in rows])
    _, members = np.unique(np.concatenate([np.array(row) for row in rows]), return_inverse=True)
    model = _model(worth, lengths, members, rows=int(members.max()) + 1, is_exact=False)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(rows)
    values, bound = _solve(model)
    return [row for row, value in zip(rows, values, strict=True) if value > 0.5], bound + _EVEN


def _model(
    worth: Floats, lengths: Numbers, members: Numbers, *, rows: int, is_exact: bool
) -> highspy.HighsLp:
    """Choose columns; each row at most once, or exactly once."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(worth), rows
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = worth
    model.col_lower_, model.col_upper_ = np.zeros(len(worth)), np.ones(len(worth))
    model.row_lower_ = np.full(rows, 1.0 if is_exact else -highspy.kHighsInf)
    model.row_upper_ = np.ones(rows)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    model.a_matrix_.index_ = members.astype(np.int32)
    model.a_matrix_.value_ = np.ones(len(members))
    return model


def _solve(model: highspy.HighsLp) -> tuple[Floats, float]:
    highs = highspy.Highs()
    highs.silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("solver", "simplex")  # which ends in a corner, where the numbers are whole
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_max_nodes", BRANCHES)
    highs.passModel(model)
    highs.run()
    information = highs.getInfo()
    is_whole = len(model.integrality_) > 0
    bound = information.mip_dual_bound if is_whole else information.objective_function_value
    return np.array(highs.getSolution().col_value), float(bound)

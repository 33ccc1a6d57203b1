"""Nearest rank, and nothing cleverer: a value that did occur."""


def rank(values, percent):
    """The smallest value that at least this many in a hundred do not exceed; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    position = -(-len(ordered) * percent // 100)
    return ordered[max(position, 1) - 1]


def median(values):
    return rank(values, 50)


def p90(values):
    return rank(values, 90)

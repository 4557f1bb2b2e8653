"""Putting a statement together copies thousands of expressions, and Django copies each as if it were pickled:
a sixth of the time of the first visit to a page."""

from typing import TypeVar

from django.db.models.expressions import BaseExpression

Expression = TypeVar("Expression", bound=BaseExpression)


def copied(expression: Expression) -> Expression:
    """The same as copy.copy(): another one with the same parts."""
    another = object.__new__(type(expression))
    another.__dict__ = expression.__getstate__()  # type: ignore[assignment]  # a dictionary
    return another

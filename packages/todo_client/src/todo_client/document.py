"""What all models of the contract have in common."""

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """Unchangeable and exact: nothing is converted, neither from JSON nor from Python.

    What may be left out is MISSING until it is given, and stays out of the JSON: `TaskUpdate(due=None)` clears the due
    date and touches nothing else.
    """

    model_config = ConfigDict(strict=True, frozen=True)

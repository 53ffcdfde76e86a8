"""An operation's call, planned once.

FastAPI walks an operation's dependencies anew for each request, which costs more than most operations do themselves. A
plan is that walk, done when the operation is added. It knows the few kinds of parameters that operations have here, and
only good requests: operations of other kinds, and whatever is wrong with a request, are left to FastAPI, before
anything has been done. So every refusal is FastAPI's own.
"""

from collections.abc import Callable, Collection, Coroutine
from inspect import Parameter, iscoroutinefunction, signature
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from fastapi import Request, Response, params
from pydantic import BaseModel, TypeAdapter
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from todo_api.queries import Query, remembering

type Read = Callable[[Request], Any]
type Step = Callable[..., Coroutine[Any, Any, Any]]


class Unplannable(TypeError):
    """The operation has something that only FastAPI knows how to deal with."""


class _Value(NamedTuple):
    """Where an argument comes from: the request itself, one of the reads, the body, or a step before."""

    kind: str
    number: int = 0


class Plan:
    """What the arguments of an operation and of its dependencies are read from, and in what order they are called."""

    def __init__(self, operation: Step, path_parameters: Collection[str]) -> None:
        """Raises Unplannable if the operation takes anything else than what is known here, or is not a coroutine."""
        self._path_parameters = path_parameters
        self._reads: list[Read] = []
        self._body: TypeAdapter[Any] | None = None
        self._steps: list[tuple[Step, list[_Value]]] = []
        self._results: dict[Step, _Value] = {}
        answer = get_type_hints(operation).get("return")
        if not (isinstance(answer, type) and issubclass(answer, Response)):
            raise Unplannable("it does not answer a response")
        self._step(operation)
        first_step = 1 + len(self._reads) + (self._body is not None)
        places = {"request": 0, "read": 1, "body": first_step - 1, "step": first_step}
        self._calls = [
            (function, [places[value.kind] + value.number for value in values]) for function, values in self._steps
        ]

    async def answer(self, request: Request) -> Response | None:
        """The operation's answer, or None where FastAPI has to look at the request."""
        values: list[Any] = [request]
        try:
            for read in self._reads:
                values.append(read(request))  # noqa: PERF401  the loop that costs least
            if self._body is not None:
                values.append(self._body.validate_python(await request.json()))
        except HTTPException:
            raise
        except Exception:  # noqa: BLE001  whatever it is, FastAPI says what of it is told
            return None
        for function, places in self._calls:
            values.append(await function(*[values[place] for place in places]))
        response: Response = values[-1]
        return response

    def _step(self, function: Step) -> _Value:
        """Call the function once for each request, after what it depends on."""
        if function in self._results:
            return self._results[function]
        if not iscoroutinefunction(function):
            raise Unplannable(f"{function} is not a coroutine function")
        hints = get_type_hints(function, include_extras=True)
        values = [self._value(parameter, hints[name]) for name, parameter in signature(function).parameters.items()]
        self._steps.append((function, values))
        self._results[function] = _Value("step", len(self._steps) - 1)
        return self._results[function]

    def _value(self, parameter: Parameter, hint: Any) -> _Value:
        if parameter.kind is not Parameter.POSITIONAL_OR_KEYWORD:
            raise Unplannable(f"{parameter} cannot be given by its place")
        kind, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        match [note for note in notes if isinstance(note, params.Depends | params.Param | params.Body)]:
            case [params.Depends(dependency=function, use_cache=True, scope=None) as depends] if (
                type(depends) is params.Depends and function is not None
            ):
                return self._step(function)
            case [params.Query()] if _is_a(kind, Query):
                return self._read(_query(kind))
            case [params.Header(alias=str(name))] if parameter.default is None:
                return self._read(_header(name, TypeAdapter(hint)))
            case [] if kind is Request:
                return _Value("request")
            case [] if parameter.name in self._path_parameters:
                return self._read(_path(parameter.name, TypeAdapter(hint)))
            case [] if _is_a(kind, BaseModel) and self._body is None:
                self._body = TypeAdapter(hint)
                return _Value("body")
        raise Unplannable(f"{parameter} is of no kind that is known here")

    def _read(self, read: Read) -> _Value:
        self._reads.append(read)
        return _Value("read", len(self._reads) - 1)


def _is_a(kind: Any, base: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, base)


def _path(name: str, adapter: TypeAdapter[Any]) -> Read:
    return lambda request: adapter.validate_python(request.path_params[name])


def _header(name: str, adapter: TypeAdapter[Any]) -> Read:
    def read(request: Request) -> Any:
        value = request.headers.get(name)
        return None if value is None else adapter.validate_python(value)

    return read


def _query(model: type[Query]) -> Read:
    lists = {name for name, field in model.model_fields.items() if get_origin(field.annotation) is list}

    @remembering
    def understand(query: bytes) -> Query:
        given = QueryParams(query)
        return model.model_validate({name: given.getlist(name) if name in lists else given[name] for name in given})

    return lambda request: understand(request.scope["query_string"])

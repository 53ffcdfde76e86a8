"""A frontend's folder for the devices on Node."""

import pytest

from consumer import installed, place_for_all
from todo_api.embedded.node import NodeProject


@pytest.fixture(scope="session")
def consumer(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> NodeProject:
    return installed(place_for_all(tmp_path_factory, worker_id))

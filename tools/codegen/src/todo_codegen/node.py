"""Node projects, as `todo up` runs them too."""

from todo_api.embedded.node import CommandFailed, NodeProject, NodeUnavailable, node_wheel

__all__ = ["CommandFailed", "NodeProject", "NodeUnavailable", "node_wheel"]

"""What is packed is what a frontend needs, and nothing else."""

import json
import tarfile

from todo_api.embedded.node import NodeProject


def test_the_package_is_the_contract_and_its_client(consumer: NodeProject) -> None:
    (tarball,) = consumer.folder.glob("*.tgz")
    with tarfile.open(tarball) as packed:
        names = {name.removeprefix("package/") for name in packed.getnames()}

    modules = {name.removesuffix(".js") for name in names if name.endswith(".js")}
    assert {"dist/index", "dist/client", "dist/schema"} <= modules
    assert names == {"README.md", "package.json", "openapi.json"} | {
        f"{module}{suffix}" for module in modules for suffix in (".js", ".d.ts")
    }


def test_it_has_the_version_of_the_api_and_its_document(consumer: NodeProject) -> None:
    installed = consumer.folder / "node_modules" / "@todo" / "contract"
    document = json.loads((installed / "openapi.json").read_text())
    description = json.loads((installed / "package.json").read_text())

    assert description["version"] == document["info"]["version"]
    assert list(description["dependencies"]) == ["openapi-fetch"]

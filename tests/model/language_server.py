"""A client of the YAML language server: what an author sees while typing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

__all__ = ["LanguageServer", "server_command"]


def server_command() -> list[str] | None:
    """Return the words that start the server, None where it is not installed."""
    found = shutil.which("yaml-language-server")
    return [found, "--stdio"] if found is not None and shutil.which("node") is not None else None


class LanguageServer:
    """A running server with one schema for every file of a folder.

    Args:
        root: The folder; nothing is written there.
        schema: The schema.
    """

    def __init__(self, root: Path, schema: Path) -> None:
        command = server_command()
        assert command is not None
        self._root = root
        self._numbers = count(1)
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._settings: dict[str, Any] = {
            "yaml": {
                "schemas": {schema.as_uri(): ["*.yaml"]},
                "validate": True,
                "hover": True,
                "completion": True,
                "schemaStore": {"enable": False},
            },
            "http": {},
            "[yaml]": {},
            "editor": {},
            "files": {},
        }
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> LanguageServer:
        documentation = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self._root.as_uri(),
                "capabilities": {
                    "textDocument": {
                        "completion": {"completionItem": documentation},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "workspace": {"configuration": True},
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def completions(self, text: str) -> dict[str, dict[str, Any]]:
        """Return what is offered at the mark ``§`` of a text, by label."""
        found = self._ask("textDocument/completion", self._at_mark(text))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def hover(self, text: str) -> str:
        """Return what is shown when the mouse rests at the mark ``§``."""
        found = self._ask("textDocument/hover", self._at_mark(text))
        return str(found["contents"]["value"]) if found else ""

    def problems(self, text: str) -> list[tuple[int, str]]:
        """Return line, counted from 1, and message of what is underlined in a text."""
        uri = self._open(text)
        while uri not in self._found:
            self._receive()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._found.pop(uri)]

    def _at_mark(self, text: str) -> dict[str, Any]:
        before, mark, after = text.partition("§")
        assert mark
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": self._open(before + after)}, "position": place}

    def _open(self, text: str) -> str:
        uri = (self._root / f"{next(self._numbers)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Return the next message; answer what the server asks and keep what it underlines."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        parameters = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            assert isinstance(parameters, dict)
            self._found[parameters["uri"]] = parameters["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = parameters.get("items", []) if isinstance(parameters, dict) else []
            sections = [self._settings.get(str(item.get("section"))) for item in wanted]
            self._send({"id": message["id"], "result": sections or None})
        return message

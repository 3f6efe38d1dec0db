"""An existing Dask cluster as an executor."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from roadmapkit import __version__
from roadmapkit.diagnostics import Message
from roadmapkit.errors import ArgumentError

__all__ = ["connected"]

_SECONDS = 10
"""How long an address may take to answer."""

_RETRIES = 3
"""How often a task is given to another worker when its own is lost."""


@contextmanager
def connected(address: str) -> Iterator[Executor]:
    """Give an executor that works on a Dask cluster.

    Its workers need this version of the library; they need not see the files. What a lost
    worker had is given to another one.

    Args:
        address: Of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        ArgumentError: The extra is not installed, the address does not answer, or there are
            no workers, or some with another version of the library.
    """
    try:
        import distributed
    except ImportError as error:
        message = Message("A cluster needs the extra dask: pip install 'roadmapkit[dask]'")
        raise ArgumentError(message, argument="dask", value=address) from error
    connect: Any = distributed.Client  # it is not typed
    try:
        client: Any = connect(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _refused(
            Message(
                "No Dask scheduler answers at {address}: {reason}; "
                "give the address that it shows when it starts, such as tcp://10.0.0.5:8786",
                address=address,
                reason=_first_line(error),
            ),
            address,
        ) from error
    with client:
        _require_workers(client, address)
        executor = client.get_executor(retries=_RETRIES, pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)


def _require_workers(client: Any, address: str) -> None:
    """Refuse a cluster on which no task could be done.

    Raises:
        ArgumentError: That is so.
    """
    found: dict[str, Any] = client.run(_version_there, on_error="return")
    if not found:
        raise _refused(
            Message(
                "The cluster at {address} has no workers; start some: dask worker {address}",
                address=address,
            ),
            address,
        )
    for worker, version in sorted(found.items()):
        if version != __version__:
            there = version if isinstance(version, str) else _first_line(version)
            raise _refused(
                Message(
                    "The worker {worker} has another roadmapkit than this machine: "
                    "{there}, not {here}; install the same on both",
                    worker=worker,
                    there=there,
                    here=__version__,
                ),
                address,
            )


def _version_there() -> str:
    from roadmapkit import __version__ as version

    return version


def _first_line(error: object) -> str:
    return (str(error) or type(error).__name__).partition("\n")[0]


def _refused(message: Message, address: str) -> ArgumentError:
    return ArgumentError(message, argument="dask", value=address)

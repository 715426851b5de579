"""What the back door hands out: whole and its owner's alone, or what was there before."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from immtrac_desk.cli.out_file import OutFile
from immtrac_desk.cli.paper_verbs import written
from immtrac_desk.errors import InputError

DATA = b"Vega, Luc\xc3\xada;2016-02-03\n" * 20_000


@pytest.fixture
def crowded() -> Iterator[None]:
    """A disk on which no file grows beyond a page."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    kept = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    signal.signal(signal.SIGXFSZ, kept)


def put(out: Path, data: bytes = DATA) -> None:
    with OutFile(str(out)) as file:
        file.write(data)


def refusal(out: Path) -> str:
    with pytest.raises(InputError) as refused:
        put(out)
    assert str(out) not in f"{refused.value!r} {refused.value.facts}"
    assert refused.value.field == "--out"
    return refused.value.code


@pytest.mark.skipif(os.name != "posix", reason="needs rights of files")
def test_whatever_the_surroundings_allow_it_is_its_owners_alone(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    out.write_bytes(b"older")
    out.chmod(0o666)
    before = os.umask(0)
    try:
        put(out)
    finally:
        os.umask(before)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert out.read_bytes() == DATA


@pytest.mark.parametrize("before", [b"", b"older"])
def test_on_a_full_disk_nothing_half_is_left(tmp_path: Path, before: bytes, crowded: None) -> None:
    out = tmp_path / "list.csv"
    if before:
        out.write_bytes(before)
    assert refusal(out) == "file.not_written"
    assert [path.name for path in tmp_path.iterdir()] == (["list.csv"] if before else [])
    assert not before or out.read_bytes() == before


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    out = tmp_path / "list.csv"
    out.mkdir()
    (out / "kept").write_bytes(b"kept")
    assert refusal(out) == "file.not_written"
    assert [path.name for path in out.iterdir()] == ["kept"]
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    for name in ("list.csv", "list.csv.new"):
        (tmp_path / name).symlink_to(other)
    put(tmp_path / "list.csv")
    assert other.read_bytes() == b"mine"
    assert (tmp_path / "list.csv").read_bytes() == DATA
    assert not (tmp_path / "list.csv").is_symlink()


@pytest.mark.parametrize("name", ["desk.db", "slots", "attempts", "list.csv", "inner/list.csv"])
@pytest.mark.parametrize("way", [put, lambda out: written(DATA, str(out))])
def test_nothing_is_put_into_a_vault(
    tmp_path: Path, name: str, way: Callable[[Path], object]
) -> None:
    vault = tmp_path / "vault"
    (vault / "inner").mkdir(parents=True)
    for own in ("desk.db", "slots"):
        (vault / own).write_bytes(b"kept")
    (tmp_path / "link").symlink_to(vault)
    for folder in (vault, tmp_path / "link"):
        with pytest.raises(InputError) as refused:
            way(folder / name)
        assert refused.value.code == "file.in_vault"
    assert sorted(path.name for path in vault.iterdir()) == ["desk.db", "inner", "slots"]
    assert {(vault / own).read_bytes() for own in ("desk.db", "slots")} == {b"kept"}


def test_an_act_that_is_refused_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError), OutFile(str(tmp_path / "list.csv")):
        raise InputError("letter.unknown", "LIST")
    assert list(tmp_path.iterdir()) == []

"""What a document has of its own beside its text: numbered lists and footnotes.

Templates hold the looks, four definitions of lists by name and the styles of notes. How
many lists there are, and the texts of the notes, come up while a document is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath, relpath

from lxml import etree

from roadmapkit.documents.view import ListMark
from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.ooxml import (
    CONTENT_TYPE_NS,
    RELATIONSHIP_NS,
    XML_SPACE,
    W,
    parse,
    serialize,
    w,
)

__all__ = ["ListsAndNotes", "default_numbering"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LEVELS = 9
_TEXT_INDENT = 709
"""First line of running text, in twentieths of a point: 12.5 mm."""


@dataclass(slots=True)
class ListsAndNotes:
    """Gathers the lists and footnotes of one document while its parts are filled."""

    _lists: dict[int, tuple[int, ListMark]] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)

    def list_number(self, mark: ListMark) -> int:
        """Return the number of a list in the part with numbering."""
        number, _ = self._lists.setdefault(mark.list, (len(self._lists) + _FIRST, mark))
        return number

    def footnote(self, text: str) -> int:
        """Take in a footnote and return its number in the part with footnotes."""
        self._notes.append(text)
        return len(self._notes) + _FIRST

    def add_to(self, members: Mapping[str, bytes], document: str) -> dict[str, bytes]:
        """Return the members of a package with the lists and footnotes of its document.

        Args:
            members: Contents by member name.
            document: Name of the main part.
        """
        changed = dict(members)
        if self._lists:
            part = _part(changed, document, "numbering", default_numbering())
            changed[part] = self._numbering(changed[part])
        if self._notes:
            part = _part(changed, document, "footnotes", _no_footnotes())
            changed[part] = self._footnotes(changed[part])
        return changed

    def _numbering(self, data: bytes) -> bytes:
        root = parse(data)
        definitions = _definitions(root)
        for number, mark in self._lists.values():
            num = etree.SubElement(root, w("num"))
            num.set(w("numId"), str(number))
            _valued(num, "abstractNumId", definitions[_name(mark)])
            if mark.ordered:
                override = etree.SubElement(num, w("lvlOverride"))
                override.set(w("ilvl"), str(mark.level))
                _valued(override, "startOverride", str(mark.start))
        return serialize(root)

    def _footnotes(self, data: bytes) -> bytes:
        root = parse(data)
        for number, text in enumerate(self._notes, start=1 + _FIRST):
            note = etree.SubElement(root, w("footnote"))
            note.set(w("id"), str(number))
            paragraph = etree.SubElement(note, w("p"))
            _valued(etree.SubElement(paragraph, w("pPr")), "pStyle", "FootnoteText")
            mark = etree.SubElement(paragraph, w("r"))
            _valued(etree.SubElement(mark, w("rPr")), "rStyle", "FootnoteReference")
            etree.SubElement(mark, w("footnoteRef"))
            written = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
            written.set(XML_SPACE, "preserve")
            written.text = f" {text}"
        return serialize(root)


_FIRST = 1000
"""Above the numbers that a template may have given to lists and notes of its own."""


def _name(mark: ListMark) -> str:
    kind = "numbered" if mark.ordered else "bulleted"
    return f"roadmapkit-{'cell' if mark.compact else 'text'}-{kind}"


def _definitions(root: etree._Element) -> dict[str, str]:
    """Return the ids of the list definitions by name; add those that the template lacks."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for definition in root.findall(w("abstractNum")):
        id_ = definition.get(w("abstractNumId"), "")
        taken.add(id_)
        name = definition.find(w("name"))
        if name is not None:
            found.setdefault(name.get(w("val"), ""), id_)
    free = (str(number) for number in range(len(taken) + 8) if str(number) not in taken)
    place = len(root.findall(w("abstractNum")))
    for definition in parse(default_numbering()).findall(w("abstractNum")):
        name = definition.find(w("name"))
        key = name.get(w("val"), "") if name is not None else ""
        if key not in found:
            found[key] = next(free)
            definition.set(w("abstractNumId"), found[key])
            root.insert(place, definition)
            place += 1
    return found


def default_numbering() -> bytes:
    """Return the part with the list definitions of the packaged templates."""
    root = etree.Element(w("numbering"), nsmap={"w": W})
    index = 0
    for compact in (False, True):
        for ordered in (False, True):
            definition = etree.SubElement(root, w("abstractNum"))
            definition.set(w("abstractNumId"), str(index))
            _valued(definition, "multiLevelType", "multilevel")
            _valued(definition, "name", _name(ListMark(0, ordered=ordered, compact=compact)))
            for level in range(_LEVELS):
                _level(definition, level, ordered=ordered, compact=compact)
            index += 1
    return serialize(root)


def _level(definition: etree._Element, level: int, *, ordered: bool, compact: bool) -> None:
    element = etree.SubElement(definition, w("lvl"))
    element.set(w("ilvl"), str(level))
    _valued(element, "start", "1")
    _valued(element, "numFmt", "decimal" if ordered else "bullet")
    _valued(element, "suff", "space")
    mark = (f"%{level + 1})" if level % 2 else f"%{level + 1}.") if ordered else "–"
    _valued(element, "lvlText", mark)
    _valued(element, "lvlJc", "left")
    indent = etree.SubElement(etree.SubElement(element, w("pPr")), w("ind"))
    first = 0 if compact else _TEXT_INDENT
    indent.set(w("left"), str(_TEXT_INDENT // 2 * level))
    indent.set(w("firstLine"), str(first))


def _no_footnotes() -> bytes:
    """Return a part with the two lines that Word draws above footnotes, and no footnote."""
    root = etree.Element(w("footnotes"), nsmap={"w": W})
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = etree.SubElement(root, w("footnote"))
        note.set(w("type"), kind)
        note.set(w("id"), str(number))
        run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
        etree.SubElement(run, w(kind))
    return serialize(root)


def _valued(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, w(name)).set(w("val"), value)


def _part(members: dict[str, bytes], document: str, kind: str, otherwise: bytes) -> str:
    """Return the name of the part of a kind that the document refers to; add it if need be."""
    name = join(dirname(document), "_rels", f"{document.rpartition('/')[2]}.rels")
    root = parse(members[name])
    for relationship in root:
        if relationship.get("Type") == f"{_OFFICE}/{kind}":
            target = relationship.get("Target", "")
            return normpath(join(dirname(document), target)).lstrip("/")
    part = join(dirname(document), f"{kind}.xml")
    members.setdefault(part, otherwise)
    relationship = etree.SubElement(root, f"{{{RELATIONSHIP_NS}}}Relationship")
    relationship.set("Id", f"rId-roadmapkit-{kind}")
    relationship.set("Type", f"{_OFFICE}/{kind}")
    relationship.set("Target", relpath(part, dirname(document)))
    members[name] = serialize(root)
    types = parse(members[CONTENT_TYPES])
    override = etree.SubElement(types, f"{{{CONTENT_TYPE_NS}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", f"{_WORD}.{kind}+xml")
    members[CONTENT_TYPES] = serialize(types)
    return part

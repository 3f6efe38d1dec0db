"""A prepared template filled with the values of one document: from a view model to bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from itertools import count

from roadmapkit.diagnostics import Message
from roadmapkit.documents.view import DocumentView, PageView
from roadmapkit.rendering.archive import CONTENT_TYPES
from roadmapkit.rendering.charts import Charts
from roadmapkit.rendering.codes import OTHER_KIND
from roadmapkit.rendering.compression import Compressor, compressor_named
from roadmapkit.rendering.digest import CONTENT_DIGEST, digest_of_parts
from roadmapkit.rendering.faults import RenderError
from roadmapkit.rendering.layout import restyle, section_setups
from roadmapkit.rendering.lists_and_notes import ListsAndNotes
from roadmapkit.rendering.packing import Member, pack, squeeze, squeeze_pieces
from roadmapkit.rendering.pictures import Pictures
from roadmapkit.rendering.properties import (
    CORE,
    CUSTOM,
    ROOT,
    VERSION_PROPERTY,
    core_properties,
    custom_properties,
    read_custom_properties,
    root_with_properties,
    types_with_properties,
)
from roadmapkit.rendering.tags import (
    DRAW_CHART,
    DRAWING_NUMBER,
    FOOTNOTE,
    LIST_NUMBER,
    PICTURE,
    SECTION_SETUP,
)
from roadmapkit.rendering.template import DOCUMENT_NAMES, PreparedTemplate

__all__ = ["render_document", "render_values"]

_FONT = "Times New Roman"
_FIRST_DRAWING = 100_000
"""Above the numbers of drawings in a template, and of pictures and charts of its documents."""


def render_document(
    view: DocumentView,
    template: PreparedTemplate,
    properties: Mapping[str, str],
    *,
    apply_layout: bool = True,
    compressor: str = "zlib",
) -> bytes:
    """Return the .docx that *template* makes of *view*.

    Equal arguments give equal bytes, whatever the machine, time or place.

    Args:
        view: The document, finished to the last character.
        template: A template for documents of this kind.
        properties: Custom properties of the file, such as its fingerprint.
        apply_layout: Whether fonts, sizes, spacing and margins of ``view.page``
            replace those of the template: yes for the packaged templates, no for
            one that a house has laid out itself.
        compressor: One of :data:`~roadmapkit.rendering.compression.COMPRESSORS`; the
            parts of the file are the same with each, its bytes are not.

    Raises:
        RenderError: The template is meant for another kind of document, asks for
            a value that is not given, or a value cannot be printed.
        ArgumentError: The compressor is not known or not installed.
    """
    source = template.template
    if source.kind is not None and source.kind != view.kind:
        raise RenderError(
            OTHER_KIND,
            Message(
                "the template prints {kind!r}, the document is {wanted!r}",
                kind=source.kind,
                wanted=view.kind,
            ),
            Message("copy the packaged template {name!r} instead", name=f"{view.kind}.docx"),
            template=source.name,
        )
    values = {name: getattr(view, name) for name in DOCUMENT_NAMES}
    return _fill(
        template,
        values,
        properties,
        layout=view.page if apply_layout else None,
        font=view.page.font,
        title=view.title,
        language=view.language,
        compressor=compressor,
    )


def render_values(
    values: Mapping[str, object],
    template: PreparedTemplate,
    properties: Mapping[str, str],
    *,
    title: str = "",
    language: str = "ru-RU",
    compressor: str = "zlib",
) -> bytes:
    """Return the .docx that *template* makes of values of a house's own.

    Args:
        values: What tags may name: texts, numbers, lists and mappings of them, view models.
        template: Prepared with ``names=None``.
        properties: Custom properties of the file.
        title: Title among the properties of the document.
        language: Language of the text.
        compressor: As for :func:`render_document`.

    Raises:
        RenderError: The template asks for a value that is not given, or a value cannot
            be printed.
        ArgumentError: The compressor is not known or not installed.
    """
    return _fill(
        template,
        values,
        properties,
        layout=None,
        font=_FONT,
        title=title,
        language=language,
        compressor=compressor,
    )


def _fill(
    template: PreparedTemplate,
    values: Mapping[str, object],
    properties: Mapping[str, str],
    *,
    layout: PageView | None,
    font: str,
    title: str,
    language: str,
    compressor: str,
) -> bytes:
    package = template.template.package
    squeezing = compressor_named(compressor)
    gathered, pictures, charts = ListsAndNotes(), Pictures(), Charts(font)
    context = {
        **values,
        SECTION_SETUP: section_setups(layout),
        LIST_NUMBER: gathered.list_number,
        FOOTNOTE: gathered.footnote,
        PICTURE: pictures.drawing,
        DRAW_CHART: charts.draw,
        DRAWING_NUMBER: partial(next, count(_FIRST_DRAWING)),
    }
    main, *others = template.parts
    text = main.render(context, partial(squeeze_pieces, compressor=squeezing))
    members = dict(package.members)
    for part in others:
        members[part.name] = part.render(context, b"".join)
    members = gathered.add_to(members, package.document)
    members = pictures.add_to(members, package.document)
    members = charts.add_to(members, package.document)

    once = template.standing.once
    shared = {ROOT, CONTENT_TYPES, package.styles}
    if layout is not None and (styles := package.styles) is not None:
        members[styles] = once(
            ("styles", layout, language), lambda: restyle(members[styles], layout, language)
        )
    for name, change in ((ROOT, root_with_properties), (CONTENT_TYPES, types_with_properties)):
        members[name] = once((name, members[name]), partial(change, members[name]))
    members[CORE] = core_properties(title, language)
    held = {**read_custom_properties(package.members), **properties}
    for name in (VERSION_PROPERTY, CONTENT_DIGEST):  # they are about the template
        held.pop(name, None)
    del members[main.name]
    members.pop(CUSTOM, None)
    squeezed = {main.name: text}
    for name, content in members.items():
        own = content is not package.members.get(name) and name not in shared
        squeeze_it = squeeze if own else template.standing.squeezed
        squeezed[name] = squeeze_it(content, squeezing)
    return _packed(squeezed, held, squeezing)


def _packed(
    members: Mapping[str, Member], properties: Mapping[str, str], compressor: Compressor
) -> bytes:
    """Return the archive of squeezed members, with the digest of their contents."""
    parts = {name: (member.size, member.digest) for name, member in members.items()}
    content = custom_properties(properties)
    parts[CUSTOM] = len(content), hashlib.sha256(content).digest()
    content = custom_properties({**properties, CONTENT_DIGEST: digest_of_parts(parts)})
    return pack({**members, CUSTOM: squeeze(content, compressor)})

"""What stands around a finished text: the organisation's form, electronic signatures, QR code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmapkit.documents.letterhead_view import LetterheadView, PictureView
from roadmapkit.documents.profile import house_overrides, profile_value, set_value
from roadmapkit.documents.qr_code import MAX_QR_BYTES, qr_picture
from roadmapkit.documents.view import DocumentView, SignatureView
from roadmapkit.documents.wording import Wording
from roadmapkit.load import PictureFile
from roadmapkit.model.directory import Organization
from roadmapkit.model.letterhead import ElectronicSignature, Letterhead, MinutesSignatures
from roadmapkit.model.minutes import Minutes
from roadmapkit.model.order import Order
from roadmapkit.model.settings import Settings
from roadmapkit.model.signatory import SignatoryDetails
from roadmapkit.resolve import ResolvedMinutes, ResolvedOrder, official_meant

__all__ = ["surrounded"]

_BLANK = "__________________"
_DETAILS = (
    ("address", ""),
    ("phone", "тел. "),
    ("email", "e-mail: "),
    ("site", ""),
    ("okpo", "ОКПО "),
    ("ogrn", "ОГРН "),
    ("inn", "ИНН "),
    ("kpp", "КПП "),
)
_LINES = (("address",), ("phone", "email", "site"), ("okpo", "ogrn"), ("inn", "kpp"))
"""Which details share a line of the form."""


def surrounded(
    view: DocumentView,
    document: ResolvedOrder | ResolvedMinutes,
    settings: Settings,
    emblem: PictureFile | None,
    wording: Wording,
) -> DocumentView:
    """Return an order or minutes with its header block, marks of signature and QR code.

    Args:
        view: The document in words.
        document: The document.
        settings: What the house wants.
        emblem: The picture that the settings name.
        wording: As for the document.
    """
    view = _signed(view, document, settings, wording)
    if settings.letterhead is not None:
        picture = _emblem(emblem, settings) if emblem is not None else None
        view = _with_letterhead(view, document, settings.letterhead, picture, wording)
    return replace(view, qr=_qr(document.model, settings))


def _qr(model: Order | Minutes, settings: Settings) -> PictureView | None:
    house = house_overrides(settings)
    allowed = profile_value(house.base, "qr", "allowed")
    if model.qr is None or not allowed or len(model.qr.encode()) > MAX_QR_BYTES:
        return None
    return qr_picture(model.qr, set_value(house, "qr", "size").value)


# -- the form of the organisation ---------------------------------------------------------------


def _with_letterhead(
    view: DocumentView,
    document: ResolvedOrder | ResolvedMinutes,
    letterhead: Letterhead,
    emblem: PictureView | None,
    wording: Wording,
) -> DocumentView:
    model = document.model
    body = document.directory.organization(model.issuer) if model.issuer else None
    printed = LetterheadView(
        corner=letterhead.form == "угловой",
        emblem=emblem,
        above=tuple(line for text in letterhead.above for line in wording.lines(text)),
        details=tuple(_details(letterhead, body, wording)),
    )
    view = replace(view, letterhead=printed)
    if not letterhead.name or model.letterhead:
        return view
    name = tuple(line for text in letterhead.name for line in wording.lines(text))
    if view.act is not None:
        view = replace(view, act=replace(view.act, letterhead=name))
    if view.minutes is not None:
        view = replace(view, minutes=replace(view.minutes, letterhead=name))
    return view


def _emblem(file: PictureFile, settings: Settings) -> PictureView:
    height = set_value(house_overrides(settings), "emblem", "height").value
    width = round(height * file.width / file.height, 2)
    return PictureView(
        file.digest, file.format, width, float(height), "Герб или эмблема", "line", file.data
    )


def _details(letterhead: Letterhead, body: Organization | None, wording: Wording) -> list[str]:
    short = letterhead.short or (body.short if body else None)
    lines = [f"({wording.text(short)})"] if short else []
    words = dict(_DETAILS)
    for names in _LINES:
        told = (
            (words[name], getattr(letterhead, name) or (getattr(body, name) if body else None))
            for name in names
        )
        # Not typeset: the parts of a phone number are no range.
        line = ", ".join(f"{word}{' '.join(text.split())}" for word, text in told if text)
        if line:
            lines.append(line)
    return lines


# -- electronic signatures ----------------------------------------------------------------------


def _signed(
    view: DocumentView,
    document: ResolvedOrder | ResolvedMinutes,
    settings: Settings,
    wording: Wording,
) -> DocumentView:
    if isinstance(document, ResolvedOrder):
        signature = view.act.signature if view.act else None
        chosen = document.model.signature or settings.outputs.signature
        if view.act is None or signature is None or chosen == "собственноручная":
            return view
        mark = (
            chosen
            if isinstance(chosen, ElectronicSignature)
            else ElectronicSignature.model_construct()
        )
        who = document.model.signatory
        who = who.person if isinstance(who, SignatoryDetails) else who
        signature = _stamped(signature, mark, _owner(document, who), settings, wording)
        return replace(view, act=replace(view.act, signature=signature))
    choice = document.model.signature or settings.outputs.signature
    if view.minutes is None or choice == "собственноручная":
        return view
    both = choice if isinstance(choice, MinutesSignatures) else MinutesSignatures.model_construct()
    people = ((document.model.chair, both.chair), (document.model.secretary, both.secretary))
    marks = [(who, mark) for who, mark in people if who is not None]
    signatures = tuple(
        _stamped(signature, mark, _owner(document, who), settings, wording)
        for signature, (who, mark) in zip(view.minutes.signatures, marks, strict=True)
    )
    return replace(view, minutes=replace(view.minutes, signatures=signatures))


def _owner(document: ResolvedOrder | ResolvedMinutes, who: str | None) -> str | None:
    """Return the full name of who signs, as far as the directory knows it."""
    official = official_meant(document.directory, who, document.as_of) if who else None
    return official.person.name if official and official.person else None


def _stamped(
    signature: SignatureView,
    mark: ElectronicSignature,
    owner: str | None,
    settings: Settings,
    wording: Wording,
) -> SignatureView:
    """Return a signature with its mark; what is not known has a blank to fill in.

    Source:
        ГОСТ Р 7.0.97, requisite «отметка об электронной подписи».
    """
    base = house_overrides(settings).base
    since, until = _day(mark.since), _day(mark.until)
    lines = (
        profile_value(base, "signature", "stamp_text"),
        f"Сертификат: {mark.certificate or _BLANK}",
        f"Владелец: {wording.text(mark.owner or owner or _BLANK)}",
        f"Действителен: с {since} по {until}",
    )
    return replace(signature, stamp=lines)


def _day(day: date | None) -> str:
    return day.strftime("%d.%m.%Y") if day else "__.__.20__"

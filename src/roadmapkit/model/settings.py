"""Settings of a workspace; every one has a default."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapkit.model.base import Day, Many, Model, OneOrMany, Text
from roadmapkit.model.deadline import DatedEvent
from roadmapkit.model.letterhead import Letterhead, SignatureKind
from roadmapkit.model.papers import DefaultPapers

__all__ = [
    "FORMAT_VERSION",
    "BuildSettings",
    "CalendarSettings",
    "CheckLimits",
    "CheckSettings",
    "IgnoredChecks",
    "Margins",
    "OutputSettings",
    "ProfileName",
    "ProfileOverrides",
    "SchoolDays",
    "SchoolYearDays",
    "Settings",
]

FORMAT_VERSION = 1
"""Version of the YAML format that this release writes and reads."""

ProfileName = Literal["gost-2025", "gost-2016"]
Millimetres = Annotated[int, Field(ge=0, le=100)]
Points = Annotated[int, Field(ge=6, le=30)]
CalendarYear = Annotated[int, Field(ge=1900, le=2199)]


class Margins(Model):
    """Поля страницы, мм."""

    left: Millimetres | None = Field(None, description="Левое, мм")
    right: Millimetres | None = Field(None, description="Правое, мм")
    top: Millimetres | None = Field(None, description="Верхнее, мм")
    bottom: Millimetres | None = Field(None, description="Нижнее, мм")


class ProfileOverrides(Model):
    """Профиль оформления и отличия дома от него."""

    base: ProfileName = Field("gost-2025", description="Профиль")
    font: Text | None = Field(None, description="Гарнитура: Times New Roman")
    font_size: Annotated[int, Field(ge=8, le=20)] | None = Field(None, description="Кегль, пт")
    table_font_size: Annotated[int, Field(ge=6, le=16)] | None = Field(
        None, description="Кегль в таблицах, пт"
    )
    line_spacing: Literal["1", "1.15", "1.5"] | None = Field(
        None, description="Межстрочный интервал текста"
    )
    margins: Margins | None = Field(None, description="Поля книжной страницы")
    landscape_margins: Margins | None = Field(None, description="Поля альбомной страницы")
    storage: Literal["до 10 лет", "свыше 10 лет"] | None = Field(
        None, description="Срок хранения: свыше 10 лет – левое поле 30 мм"
    )
    storage_left: Millimetres | None = Field(
        None, description="Левое поле при хранении свыше 10 лет, мм"
    )
    header: Millimetres | None = Field(None, description="От края листа до номера страницы, мм")
    number_place: Literal["по центру", "справа"] | None = Field(
        None, description="Где номер страницы"
    )
    number_first: bool | None = Field(None, description="Номер и на первой странице")
    number_size: Points | None = Field(None, description="Кегль номера страницы, пт")
    first_line: Annotated[int, Field(ge=0, le=50)] | None = Field(
        None, description="Абзацный отступ, мм"
    )
    justify: bool | None = Field(None, description="Выравнивать текст по ширине")
    corner: Annotated[int, Field(ge=40, le=120)] | None = Field(
        None, description="Длина строки углового реквизита, мм"
    )
    form_size: Points | None = Field(None, description="Кегль вида акта: ПРИКАЗ, пт")
    details_size: Points | None = Field(None, description="Кегль адреса в шапке бланка, пт")
    verb_spacing: Annotated[int, Field(ge=0, le=10)] | None = Field(
        None, description="Разрядка слов ПРИКАЗ и приказываю, пт"
    )
    emblem_height: Annotated[int, Field(ge=10, le=50)] | None = Field(
        None, description="Высота герба или эмблемы, мм"
    )
    signature_space: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="Промежуток перед подписью, пт"
    )
    stamp_size: Annotated[int, Field(ge=6, le=14)] | None = Field(
        None, description="Кегль отметки об электронной подписи, пт"
    )
    appendix_align: Literal["слева", "по центру", "справа"] | None = Field(
        None, description="Как выровнены строки отметки приложения в её углу"
    )
    qr_size: Annotated[int, Field(ge=10, le=50)] | None = Field(
        None, description="Сторона QR-кода, мм"
    )


class SchoolDays(Model):
    """Четверть или триместр."""

    start: Day = Field(description="Первый день занятий")
    end: Day = Field(description="Последний день занятий")


class SchoolYearDays(Model):
    """Учебный год по своему графику."""

    year: Text = Field(description="Учебный год: 2024/2025")
    terms: Many[SchoolDays] = Field((), description="Четыре четверти по порядку")
    trimesters: Many[SchoolDays] = Field((), description="Три триместра по порядку")


class CalendarSettings(Model):
    """Производственный календарь, учебные годы, события и отчётные даты."""

    days_off: Many[Day] = Field((), description="Местные нерабочие дни")
    workdays: Many[Day] = Field((), description="Местные рабочие дни")
    shift: Literal["none", "next", "previous"] | None = Field(
        None,
        description="Куда переносить срок с выходного: previous – на предыдущий рабочий день "
        "(по умолчанию), next – на следующий, none – никуда",
    )
    years: Many[CalendarYear] = Field(
        (), description="Годы, за календарь которых ручается дом: постановления ещё нет в программе"
    )
    decreed_days: bool = Field(
        False, description="Считать выходными нерабочие дни, объявленные в 2020 и 2021 годах"
    )
    school_years: Many[SchoolYearDays] = Field(
        (), description="Учебные годы; остальные – по рекомендуемому графику"
    )
    events: Many[DatedEvent] = Field((), description="События с датами: ВПР, педагогический совет")
    reporting: OneOrMany[Text] = Field(
        (),
        description="Отчётные даты для сроков без даты: ежегодно до 20 января, одна фраза или "
        "несколько",
    )


class IgnoredChecks(Model):
    """Проверки, которые здесь не нужны, и почему."""

    code: OneOrMany[Text] = Field(
        description="Код проверки (DUE003), её имя (year-open) или семейство (DUE)"
    )
    path: OneOrMany[Text] = Field(
        (), description="Файлы, к которым это относится: roadmaps/2021/**; без path – ко всем"
    )
    reason: Text = Field(description="Почему замечание здесь не нужно")


class CheckLimits(Model):
    """Пороги проверок: с какого числа о чём говорить; 0 – не говорить."""

    uncovered_months: Annotated[int, Field(ge=0, le=60)] = Field(
        3, description="Столько месяцев периода подряд, на которые нет ни одного срока"
    )
    undated_share: Annotated[int, Field(ge=0, le=100)] = Field(
        75, description="Больше такой доли сроков (в процентах) – без даты, по которой их проверить"
    )
    month_load: Annotated[int, Field(ge=0, le=100)] = Field(
        8, description="Больше стольких сроков в одном месяце у одного человека"
    )


class CheckSettings(Model):
    """Проверки."""

    schemas: Many[Text] = Field((), description="Свои JSON-схемы, пути от рабочей папки")
    select: OneOrMany[Text] = Field(
        (), description="Вести только эти проверки: коды, имена, семейства; без select – все"
    )
    ignore: Many[IgnoredChecks] = Field((), description="Какие замечания не показывать и почему")
    severity: dict[str, Literal["error", "warning", "info"]] | None = Field(
        None, description="Важность проверки: код, имя или семейство – error, warning или info"
    )
    preview: bool = Field(
        False, description="Вести и пробные проверки, которые ещё могут измениться"
    )
    limits: CheckLimits = Field(
        CheckLimits.model_construct(),
        description="Пороги: сколько – уже много; 0 выключает проверку",
    )


class OutputSettings(Model):
    """Что и как печатать."""

    appendices: bool = Field(True, description="Каждое приложение ещё и отдельным файлом")
    page_numbers: Literal["сквозные", "заново"] = Field(
        "сквозные", description="Номера страниц приложений"
    )
    typography: bool = Field(True, description="Исправлять кавычки, тире и пробелы в печати")
    parties: Literal["как написано", "по реестру"] = Field(
        "как написано", description="Графа «Ответственные»"
    )
    signature: SignatureKind = Field(
        "собственноручная",
        description="Подпись приказов и протоколов; электронная – место для отметки о ней",
    )
    papers: DefaultPapers = Field(
        DefaultPapers.model_construct(), description="Бумаги к каждому документу: копии, публикация"
    )


class BuildSettings(Model):
    """Сборка."""

    compressor: Literal["zlib", "isal", "zlib-ng"] = Field(
        "zlib",
        description="Чем сжимать документы: zlib есть везде; isal и zlib-ng быстрее, но их надо "
        "установить, а байты файлов с ними другие",
    )


class Settings(Model):
    """Настройки рабочей папки."""

    kind: Literal["settings"] = Field(description="Вид документа")
    id: Text | None = Field(None, description="Id файла настроек")
    title: Text | None = Field(None, description="Название")
    format: Annotated[int, Field(ge=1, le=FORMAT_VERSION)] = Field(
        FORMAT_VERSION, description="Версия формата файлов"
    )
    locale: Literal["ru", "en"] | None = Field(None, description="Язык сообщений")
    profile: Annotated[
        Annotated[ProfileName, Tag("name")] | Annotated[ProfileOverrides, Tag("overrides")],
        Discriminator(
            lambda value: "overrides" if isinstance(value, dict | ProfileOverrides) else "name"
        ),
    ] = Field("gost-2025", description="Профиль оформления")
    letterhead: Letterhead | None = Field(None, description="Бланк: шапка приказов и протоколов")
    calendar: CalendarSettings = Field(CalendarSettings.model_construct(), description="Календарь")
    checks: CheckSettings = Field(CheckSettings.model_construct(), description="Проверки")
    outputs: OutputSettings = Field(OutputSettings.model_construct(), description="Вывод")
    build: BuildSettings = Field(BuildSettings.model_construct(), description="Сборка")

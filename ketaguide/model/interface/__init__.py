"""The program's own text, grouped by view or tool."""

from ketaguide.model.base import Words
from ketaguide.model.interface.shared import AboutWords, CrisisWords, FactBoxWords, KeyWords, Labels, QuizWords
from ketaguide.model.interface.tools import DecideWords, FindWords, HomeWords, TakeWords
from ketaguide.model.interface.typed import Commands, TypedWords
from ketaguide.model.interface.views import (
    CoverWords,
    HtmlWords,
    KioskWords,
    ListenWords,
    OfflineWords,
    PlainWords,
    TuiWords,
    WebWords,
)


class Interface(Words, frozen=True):
    """interface.yaml of one edition."""

    labels: Labels
    fact_box: FactBoxWords
    crisis: CrisisWords
    home: HomeWords
    keys: KeyWords
    tui: TuiWords
    quiz: QuizWords
    about: AboutWords
    plain: PlainWords
    typed: TypedWords
    commands: Commands
    decide: DecideWords
    take: TakeWords
    html: HtmlWords
    web: WebWords
    find: FindWords
    cover: CoverWords
    offline: OfflineWords
    kiosk: KioskWords
    listen: ListenWords

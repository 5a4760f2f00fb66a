"""What a search came to, in the words that every view says the same way."""

from ketaguide import crisis
from ketaguide.model.contact import NATIONS, Nation
from ketaguide.model.found import Found, Results
from ketaguide.model.interface import FindWords, Labels
from ketaguide.render import phrases
from ketaguide.render.reading import Reading


def notes(results: Results, words: FindWords) -> list[str]:
    """How many results there are, and what was looked for where it is not what was typed."""
    if not results.asked:
        return [words.type_words]
    if not results.found:
        return [] if results.distress else [words.nothing]  # whoever needs help is not told that there is nothing
    said = [words.instead.format(words=results.instead)] if results.instead else []
    said += [words.also.format(words=", ".join(results.also))] if results.also else []
    count = len(results.found)
    return [*said, words.one_result if count == 1 else words.results.format(n=count)]


def title(found: Found, labels: Labels) -> str:
    """What a result is called; a public claim is never said without saying that it is one."""
    return f'{labels.they_say}: "{found.title}"' if found.kind == "myth" else found.title


def where(found: Found, reading: Reading) -> str:
    """What a result is, where it stands, and which words made it one: the marks on them said in words."""
    words = reading.edition.interface.find
    page = reading.section(found.section)
    kind = str(getattr(words, found.kind)).format(page=page.title.rstrip("?") if page else "")
    return f"{kind}. {words.has.format(words=', '.join(found.matched))}" if found.matched else f"{kind}."


def snippet(found: Found) -> str:
    """The words around what was found."""
    return "".join(bit.text for bit in found.snippet)


def help_lines(reading: Reading) -> list[str]:
    """Who to call, for the nation shown or all four, in the order of urgency; what stands above results."""
    words, said = reading.edition.interface.find, reading.edition.interface.crisis
    contacts, labels = reading.guide.contacts, reading.labels
    talk = [way for name in crisis.TALKS if name in contacts and (way := phrases.short_way(contacts[name], labels))]
    return [
        words.help_line,
        words.help_go.format(what=said.life_at_risk, phones=contacts[crisis.EMERGENCY].phone),
        words.help_call.format(what=said.crisis, phones=_urgent(reading)),
        f"{said.talk}: {contacts[crisis.TALK].name}. {'. '.join(talk)}",
    ]


def _urgent(reading: Reading) -> str:
    """The urgent number of a nation; with none chosen, each number with its nations."""
    contacts, labels = reading.guide.contacts, reading.labels
    if reading.nation:
        return contacts[crisis.URGENT[reading.nation]].phone
    by_phone: dict[str, list[Nation]] = {}
    for nation in NATIONS:
        by_phone.setdefault(contacts[crisis.URGENT[nation]].phone, []).append(nation)
    return ", ".join(f"{phone} ({phrases.nations_words(nations, labels)})" for phone, nations in by_phone.items())

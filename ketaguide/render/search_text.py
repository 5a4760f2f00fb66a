"""Text of search results, shared by all views."""

from collections.abc import Iterator

from ketaguide.model.interface.shared import Labels
from ketaguide.model.search_results import Results, SearchResult
from ketaguide.resolve.contact import first_way
from ketaguide.resolve.crisis import urgent_numbers
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import counted, nations_words


def notes(results: Results, view: GuideView) -> list[str]:
    """The number of results, preceded by the place, the corrections and the expansions of the query."""
    words = view.interface.find
    if not results.asked:
        return [words.type_words]
    if not results.found:
        return [] if results.distress else [words.nothing]  # never show "nothing found" to a reader in distress
    said = []
    if place := results.place:
        names, form = nations_words(place.nations, view), words.place_in if len(place.nations) == 1 else words.place_both
        said.append(form.format(place=place.name, nation=names, nations=names))
    said += [words.instead.format(words=results.corrected)] if results.corrected else []
    said += [words.also.format(words=", ".join(results.expansions))] if results.expansions else []
    return [*said, counted(words.results, len(results.found), view)]


def near_words(results: Results, view: GuideView) -> str:
    """The heading of the questions offered where nothing was found."""
    return view.interface.find.near if results.is_near else view.interface.find.most_asked


def ways_on(view: GuideView) -> Iterator[tuple[str, str, str]]:
    """Ways on when nothing was found: label, place and command of the contents, the page on seeing a GP, and help."""
    yield view.labels.contents, "contents", "ketaguide list"
    if gp := view.section(view.guide.meta.roles.gp):
        yield gp.title, f"section:{gp.id}", f"ketaguide read {gp.id}"
    yield view.interface.crisis.get_help_now, "help-now", "ketaguide crisis"


def title(found: SearchResult, labels: Labels) -> str:
    """The title of a result; a public claim is always labelled as one."""
    return f'{labels.they_say}: "{found.title}"' if found.kind == "myth" else found.title


def where(found: SearchResult, view: GuideView) -> str:
    """The kind of a result and its location."""
    words = view.interface.find
    page = view.section(found.section)
    return str(getattr(words, found.kind)).format(page=page.nav_title if page else "")


def snippet(found: SearchResult) -> str:
    """The text around the match."""
    return "".join(bit.text for bit in found.snippet)


def help_lines(view: GuideView) -> list[str]:
    """Crisis help above results, for the view's nation or all, most urgent first."""
    words, said, labels = view.interface.find, view.interface.crisis, view.labels
    talk = [str(way) for contact in view.contacts(view.profile.talk) if (way := first_way(contact, labels))]
    urgent = urgent_numbers(view)
    named = view.nation is None and len(urgent) > 1
    phones = (f"{phone} ({nations_words(nations, view)})" if named else phone for phone, nations in urgent.items())
    place, emergency = view.profile.emergency_place, view.guide.contacts[view.profile.emergency].phone
    go = (words.help_go if place else words.help_call).format(what=said.life_at_risk, phones=emergency, place=place)
    call = [words.help_call.format(what=said.crisis, phones=", ".join(phones))] if urgent else []
    listen = [f"{said.talk}: {view.guide.contacts[one].name}. {'. '.join(talk)}" for one in view.profile.talk[:1]]
    return [words.help_line, go, *call, *listen]

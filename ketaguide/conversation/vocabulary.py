"""Collects everything that a line may mean at a prompt, from the guide and its interface."""

from collections.abc import Callable, Sequence

from ketaguide.conversation.typed import Known
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import nation_name


def vocabulary(view: GuideView, choices: Sequence[str], calls_for_help: Callable[[str], bool], *, by_words: bool) -> Known:
    """The choices of a prompt, with the commands, nations, words and pages of the guide."""
    edition, commands = view.edition, view.interface.commands.named()
    return Known(
        calls_for_help=calls_for_help,
        leave_words=view.words.leave_words,
        choices=choices,
        by_words=by_words,
        commands={word: name for name, command in commands.items() for word in command.words},
        nations={nation_name(nation, view).lower(): nation for nation in view.profile.ids},
        terms={term.id: (term.term, *term.also) for term in edition.glossary.terms},
        pages={page.id: (page.title, page.nav_title) for page in view.pages()},
        stop_words=edition.search.stop_words,
    )

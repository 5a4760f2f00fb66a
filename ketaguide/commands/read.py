"""`ketaguide read`: prints pages as plain text, crisis help first and last."""

from argparse import Namespace

from ketaguide import streams
from ketaguide.commands import say_between_numbers, unknown
from ketaguide.commands.list import run as list_pages
from ketaguide.commands.loader import view_of
from ketaguide.errors import UsageError
from ketaguide.model.guide import Section
from ketaguide.render.flow import wrap
from ketaguide.render.plain import section_text
from ketaguide.render.plain_guide import guide_text
from ketaguide.resolve import crisis_card
from ketaguide.resolve.crisis_notice import crisis_notice
from ketaguide.resolve.view import GuideView


def run(args: Namespace) -> None:
    """Print or speak pages by id; the whole guide for "all"; the contents without an id."""
    aloud = args.speak or args.out
    if not args.sections:
        if aloud:
            raise UsageError("name the pages to read aloud, or say all; see ketaguide list.")
        list_pages(args)
        return
    view, is_all = view_of(args), "all" in args.sections
    pages = view.pages() if is_all else [_page(view, name) for name in args.sections]
    if aloud:
        from ketaguide.commands.speak import speak

        speak(view, pages, args.out, how_we_know=args.how_we_know, addresses=args.addresses)
    elif is_all:
        print_guide(view, how_we_know=args.how_we_know, addresses=args.addresses)
    else:
        _print_pages(view, pages, args.how_we_know, args.addresses)


def print_guide(view: GuideView, *, how_we_know: bool = False, addresses: bool = True) -> None:
    """Print the whole guide between two copies of the crisis card."""
    width = streams.columns()
    card = "\n".join(crisis_card.whole(view, width))
    text = guide_text(view, width, how_we_know=how_we_know, addresses=addresses)
    streams.say(f"{card}\n\n\n{text}\n\n\n{card}")


def _print_pages(view: GuideView, pages: list[Section], how_we_know: bool, addresses: bool) -> None:
    width, notice = streams.columns(), crisis_notice(view)
    texts = ["\n".join(wrap(notice, width))] if notice else []
    texts += [section_text(page, view, width, how_we_know=how_we_know, addresses=addresses) for page in pages]
    if not how_we_know:
        command = f"ketaguide read {' '.join(page.id for page in pages)} --how-we-know"
        texts.append("\n".join(wrap(view.words.show_evidence.format(command=command), width)))
    say_between_numbers(view, *texts)


def _page(view: GuideView, name: str) -> Section:
    """Return the page of an id. UsageError names the nearest id."""
    if page := view.section(name):
        return page
    raise unknown(name, "page", view.guide.meta.order, "list")

"""Renders the takeaway as one printable HTML page without scripts, links or external resources."""

from collections.abc import Iterable
from html import escape

from ketaguide import crisis
from ketaguide.render.html_env import digest
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.contact import contact_ways
from ketaguide.resolve.view import GuideView
from ketaguide.resolve.wording import review_words
from ketaguide.session.takeaway import Takeaway

STYLE = """
body { font: 14pt/1.5 Arial, Helvetica, sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin-top: 1.5em; break-after: avoid }
li { margin: 0.4em 0; break-inside: avoid } ol.ask li { padding-bottom: 2.2em; border-bottom: 1px solid }
.help { border: 3px solid; padding: 0.6em 1em; font-weight: bold; break-inside: avoid } .small { font-size: 0.85em }
@page { margin: 18mm }
"""


def takeaway_html(home: Takeaway, view: GuideView) -> str:
    """Render the page, with space to write under each question."""
    words, title, writer = view.take_words, escape(home.meta.title), PlainWriter(view, 0)
    numbers = "<br>".join(map(escape, crisis.short(home.nation, 0)))
    body = [f'<p class="help">{numbers}</p>', f"<h1>{title}</h1>"]
    if home.questions:
        asks = _items(ask.text for ask in home.questions)
        body += [f"<h2>{escape(words.title)}</h2>", f'<ol class="ask">{asks}</ol>']
    if home.checklist:
        brought = _items(writer.words(item) for item in home.checklist.items)
        body += [f"<h2>{escape(home.checklist.title or words.bring)}</h2>", f"<ul>{brought}</ul>"]
    if home.local:
        said = _items(". ".join([one.name, *map(str, contact_ways(one, view))]) for one in home.local)
        body += [f"<h2>{escape(words.near.format(site=home.local[0].added_by))}</h2>", f"<ul>{said}</ul>"]
    body.append(f'<p class="small">{escape(review_words(home.meta, view.labels))}</p>')
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    policy = f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src {digest(STYLE)}">'
    top = f"{head}{policy}\n<title>{escape(words.home_title)}: {title}</title>\n<style>{STYLE}</style>"
    main = "\n".join(body)
    return f'<!doctype html>\n<html lang="en-GB">\n<head>\n{top}\n</head>\n<body>\n<main>\n{main}\n</main>\n</body>\n</html>\n'


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)

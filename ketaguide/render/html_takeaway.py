"""Renders the takeaway as one printable HTML page without scripts, links or external resources."""

from collections.abc import Iterable
from html import escape

from ketaguide.render.html_env import digest
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.takeaway import Takeaway
from ketaguide.resolve.view import GuideView

STYLE = """
body { font: 14pt/1.5 Arial, Helvetica, sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin-top: 1.5em; break-after: avoid }
li { margin: 0.4em 0; break-inside: avoid } ol.ask li { padding-bottom: 2.2em; border-bottom: 1px solid }
.help { border: 3px solid; padding: 0.6em 1em; font-weight: bold; break-inside: avoid } .small { font-size: 0.85em }
@page { margin: 18mm }
"""


def takeaway_html(home: Takeaway, view: GuideView) -> str:
    """Render the page, with space to write under each question."""
    title, writer = escape(home.title), PlainWriter(view, 0)
    body = [f'<p class="help">{_lines((home.help_title, *home.help))}</p>', f"<h1>{title}</h1>"]
    if home.asks:
        asks = _items(escape(ask.text) for ask in home.asks)
        body += [f"<h2>{escape(home.ask_title)}</h2>", f'<ol class="ask">{asks}</ol>']
    if home.bring:
        bring = _items(escape(writer.words(item)) for item in home.bring)
        body += [f"<h2>{escape(home.bring_title)}</h2>", f"<ul>{bring}</ul>"]
    if home.near:
        body += [f"<h2>{escape(home.near_title)}</h2>", f"<ul>{_items(_lines(one.lines) for one in home.near)}</ul>"]
    body.append(f'<p class="small">{escape(home.review)}</p>')
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    policy = f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src {digest(STYLE)}">'
    top = f"{head}{policy}\n<title>{title}</title>\n<style>{STYLE}</style>"
    main = "\n".join(body)
    return f'<!doctype html>\n<html lang="en-GB">\n<head>\n{top}\n</head>\n<body>\n<main>\n{main}\n</main>\n</body>\n</html>\n'


def _items(marked_up: Iterable[str]) -> str:
    return "".join(f"<li>{item}</li>" for item in marked_up)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(escape, texts))

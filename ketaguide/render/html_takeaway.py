"""Renders the takeaway as one printable HTML page without scripts, links or external resources."""

from collections.abc import Iterable, Iterator
from html import escape

from ketaguide.render.html_env import digest
from ketaguide.render.html_writer import kept_in_order
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.takeaway import TRIED_ROWS, Takeaway
from ketaguide.resolve.view import GuideView

STYLE = """
body { font: 12pt/1.4 Arial, Helvetica, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.4em } h2 { font-size: 1.1em; margin: 0.8em 0 0.2em; break-after: avoid }
ol, ul, p { margin: 0.2em 0 } li { margin: 0.2em 0; break-inside: avoid }
ol.ask li { padding-bottom: 1.4em; border-bottom: 1px solid } li.line { height: 1.6em; border-bottom: 1px solid }
table { border-collapse: collapse; width: 100%; table-layout: fixed; break-inside: avoid }
th, td { border: 1px solid; padding: 0.1em 0.4em; text-align: left; vertical-align: top; font-size: 0.9em; font-weight: normal }
th { font-weight: bold } tr.write { height: 2.4em } .said { position: absolute; clip-path: inset(50%); white-space: nowrap }
.help { border: 3px solid; padding: 0.4em 0.8em; font-weight: bold; break-inside: avoid } .small { font-size: 0.85em }
@page { size: A4; margin: 10mm 12mm }
@media print {
body { font-size: 10.5pt; line-height: 1.22; margin: 0; max-width: none; padding: 0 } ul.bring, .help { columns: 2 }
h1 { font-size: 1.3em; margin: 0 0 0.3em } ul.bring { column-gap: 2em; padding-left: 1.4em } ol.ask li { padding-bottom: 1.1em }
}
"""


def takeaway_html(home: Takeaway, view: GuideView) -> str:
    """Render the page, with places to write in."""
    title, writer = escape(home.title), PlainWriter(view, 0)
    body = [
        f"<h1>{title}</h1>",
        f'<p class="help">{_lines((home.help_title, *home.help))}</p>',
        f"<h2>{escape(home.matters_title)}</h2>\n{_matters(home)}",
        f"<h2>{escape(home.options_title)}</h2>\n{_options(home)}",
    ]
    if home.asks:
        asks = _items(escape(ask.text) for ask in home.asks)
        body += [f"<h2>{escape(home.ask_title)}</h2>", f'<ol class="ask">{asks}</ol>']
    body += [f"<h2>{escape(home.tried_title)}</h2>\n{_tried(home)}"]
    if home.bring:
        bring = _items(escape(writer.words(item)) for item in home.bring)
        body += [f"<h2>{escape(home.bring_title)}</h2>", f'<ul class="bring">{bring}</ul>']
    if home.near:
        body += [f"<h2>{escape(home.near_title)}</h2>", f"<ul>{_items(_lines(one.lines) for one in home.near)}</ul>"]
    if home.paid:
        body += [f"<h2>{escape(home.paid_title)}</h2>", f"<p>{escape(home.paid)}</p>"]
    body.append(f'<p class="small">{escape(home.review)}</p>')
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    policy = f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src {digest(STYLE)}">'
    top = f"{head}{policy}\n<title>{title}</title>\n<style>{STYLE}</style>"
    main = "\n".join(body)
    meta = view.edition.meta
    spoken = f'lang="{meta.language}"' + ("" if meta.direction == "ltr" else f' dir="{meta.direction}"')
    made = f"<!doctype html>\n<html {spoken}>\n<head>\n{top}\n</head>\n<body>\n<main>\n{main}\n</main>\n</body>\n</html>\n"
    return kept_in_order(made, meta)


def _matters(home: Takeaway) -> str:
    """The things picked, or lines to write on, of which a screen reader says the first alone."""
    if any(home.matters):
        return f"<ol>{_items(map(escape, home.matters))}</ol>"
    lines = (f'<li class="line">{said}</li>' for said in _said_once(home, len(home.matters)))
    return f"<ol>{''.join(lines)}</ol>"


def _options(home: Takeaway) -> str:
    """A row for each option: its name or a place to write it, and a place for each judgement."""
    judged = "".join(f"<td>{escape(label)}</td>" for label in home.judgements)
    if any(home.options):
        names = [f'<tr class="write"><th scope="row">{escape(name)}</th>{judged}</tr>' for name in home.options]
    else:
        said = _said_once(home, len(home.options))
        names = [f'<tr class="write"><td>{blank}</td>{judged}</tr>' for blank in said]
    return f"<table>{''.join(names)}</table>"


def _tried(home: Takeaway) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in home.tried)
    rest = "<td></td>" * (len(home.tried) - 1)
    rows = (f'<tr class="write"><td>{said}</td>{rest}</tr>' for said in _said_once(home, TRIED_ROWS))
    return f"<table><tr>{heads}</tr>{''.join(rows)}</table>"


def _said_once(home: Takeaway, count: int) -> Iterator[str]:
    """The contents of equal empty places: a word that is read out and not seen in the first alone."""
    yield f'<span class="said">{escape(home.blank)}</span>'
    yield from [""] * (count - 1)


def _items(marked_up: Iterable[str]) -> str:
    return "".join(f"<li>{item}</li>" for item in marked_up)


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(escape, texts))

"""Renders the takeaway as one printable HTML page without scripts, links or external resources."""

from ketaguide.render.html_env import digest, render_template
from ketaguide.render.html_style import TAKEAWAY, style
from ketaguide.render.html_writer import kept_in_order
from ketaguide.render.plain_writer import PlainWriter
from ketaguide.resolve.takeaway import TRIED_ROWS, Takeaway
from ketaguide.resolve.view import GuideView


def takeaway_html(home: Takeaway, view: GuideView) -> str:
    """Render the page, with places to write in."""
    writer, language, css = PlainWriter(view, 0), view.edition.meta, style(TAKEAWAY)
    made = render_template(
        "takeaway_file.html", home=home, bring=map(writer.words, home.bring), tried_rows=TRIED_ROWS, language=language,
        style=css, policy=f"default-src 'none'; style-src {digest(css)}",
    )  # fmt: skip
    return kept_in_order(made, language)

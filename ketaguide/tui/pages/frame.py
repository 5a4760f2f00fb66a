"""Words of the frame around every page: the title bar and the crisis banner."""

from ketaguide.resolve.wording import nation_name
from ketaguide.tui.bars import BannerWords, TitleWords
from ketaguide.tui.keys import HELP_KEY, VIEW
from ketaguide.tui.pages.context import Context
from ketaguide.tui.pages.help_now import banner_parts


def title_words(context: Context) -> TitleWords:
    """The guide's title and the chosen nation, the edition if it is not the first, and the colours."""
    session, words, meta = context.session, context.words, context.view.guide.meta
    nation = nation_name(context.view.nation, context.view) if context.view.nation else words.no_nation
    right = (
        f"{nation if context.view.profile.nations else words.view_alone} {VIEW.shown}",
        *([edition.name] if (edition := context.view.edition.meta).base else []),
        *([] if context.has_fixed_colours else [getattr(words, session.theme)]),
        *([site.logo_text or site.name] if (site := context.guide.site).name else []),
    )
    return TitleWords(meta.title, meta.short_title, right)


def banner_words(context: Context) -> BannerWords:
    """The numbers of the chosen nation."""
    keys = HELP_KEY.either(context.keys.either), HELP_KEY.either("{key} {other}")
    parts, short = tuple(banner_parts(context)), tuple(banner_parts(context, short=True))
    return BannerWords(context.view.interface.crisis.help_now, keys, parts, short, context.words.too_small)

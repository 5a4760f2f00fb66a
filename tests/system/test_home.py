"""The first page in a real terminal: what a stranger comes with is a few keys away."""

from ketaguide.paths import content_dir

from .terminal import Terminal


def home(size: tuple[int, int] = (80, 22), *args: str) -> Terminal:
    return Terminal(*args, size=size, content=content_dir())


def test_whether_it_helps_and_how_many_is_one_key_away() -> None:
    with home() as terminal:
        terminal.sees("Ask in your own words").press("2").sees("Does ketamine treatment help?")
        terminal.sees("few or no symptoms, and 8 out of 100 on a dummy spray").sees("esketamine spray alone, 23")


def test_the_nhs_in_scotland_and_what_it_costs_are_two_keys_away() -> None:
    with home() as terminal:
        terminal.sees("Ask in your own words").press("4").sees("Scotland's NHS accepted").sees("Most patients paid.")
        terminal.sees("On this page").press("5").sees("What it costs").sees("£225")


def test_the_bladder_is_two_keys_and_the_word_away() -> None:
    with home() as terminal:
        terminal.sees("Ask in your own words").press("f3").sees("Search").press(*"bladder").sees("results")
        terminal.press("enter").sees("▼ Will it damage my bladder?").sees("bladder symptoms were more common")


def test_who_to_ring_in_belfast_at_night_is_on_the_first_screen_and_one_key_away() -> None:
    for size in ((80, 22), (43, 13)):
        with home(size) as terminal:
            terminal.sees("Ask in your own words")
            assert "NI 0808 808 8000" in terminal.text
            terminal.press("f1").sees("Samaritans: talk at any hour.").sees("Northern")


def test_home_works_by_mouse_alone_and_says_where_one_lives() -> None:
    with home((100, 30)) as terminal:
        terminal.sees("Where do you live? You need not say.").settles().click_on("Scotland")
        terminal.sees("Where do you live? Scotland").sees("☑ Scotland").sees_no_more("0808 808 8000")
        terminal.settles().click_on("What are the risks?").sees("Side effects and risks").sees("In short")


def test_everything_on_home_is_in_words_on_a_console_of_sixteen_colours() -> None:
    with Terminal(size=(80, 22), content=content_dir(), env={"TERM": "linux"}) as terminal:
        terminal.sees(">┃ 1 What can I try next?").press("right").sees(">┃ 2 Does ketamine help? How long?")
        terminal.press("end").sees("About").settles()
        for name in ("England", "Northern Ireland", "All 20 pages", "Words", "Quiz"):
            assert name in terminal.text

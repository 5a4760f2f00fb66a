"""The first page in a real terminal: the narrowest window, a mouse alone, and sixteen colours."""

from ketaguide.paths import content_dir

from .terminal import Terminal


def home(size: tuple[int, int]) -> Terminal:
    return Terminal(size=size, content=content_dir())


def test_who_to_ring_in_belfast_is_on_the_narrowest_first_screen_and_one_key_away() -> None:
    with home((43, 13)) as terminal:
        terminal.sees("Ask in your own words")
        assert "NI 0808 808 8000" in terminal.text
        terminal.press("f1").sees("0808 808 8000 Northern Ireland")


def test_home_works_by_mouse_alone_and_says_where_one_lives() -> None:
    with home((100, 30)) as terminal:
        terminal.sees("Where do you live? You need not say.").settles().click_on("Scotland")
        terminal.sees("Where do you live? Scotland").sees("☑ Scotland").sees_no_more("0808 808 8000")
        terminal.settles().click_on("What are the risks?").sees("Side effects and risks").sees("In short")


def test_everything_on_home_is_in_words_on_a_console_of_sixteen_colours() -> None:
    with Terminal(size=(80, 22), content=content_dir(), env={"TERM": "linux"}) as terminal:
        terminal.sees(">┃ 1 What can I try next?").press("right").sees(">┃ 2 Does ketamine help? How long?")
        terminal.press("end").sees("About").settles()
        for name in ("England", "Northern Ireland", "All 21 pages", "Words", "Quiz"):
            assert name in terminal.text

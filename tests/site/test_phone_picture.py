"""The README's picture of the web pages on a phone shows what the first page says."""

from playwright.sync_api import Page

from tests import pictures


def test_the_picture_of_the_phone_has_the_words_of_the_first_page(phone: Page) -> None:
    phone.locator("form.search").wait_for()
    said = pictures.words_of_page(phone).encode("latin-1", "replace").decode("latin-1")
    assert pictures.words_in(pictures.PHONE.read_bytes()) == said, "the page has changed: run python -m tests.pictures"

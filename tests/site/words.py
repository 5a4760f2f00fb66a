"""Text of web pages and of the plain view, as comparable words."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def parsed(text: str) -> Element:
    """A page as a tree. A parse error anywhere is raised."""
    tree: Any = html5lib.HTMLParser(strict=True).parse(text)
    assert isinstance(tree, Element)
    return tree


def with_class(tree: Element, name: str) -> Iterator[Element]:
    """Every element of a class."""
    return (one for one in tree.iter() if name in one.get("class", "").split())


def said(element: Element) -> str:
    """The words of an element, without pictures, what is hidden, the names of small folds, and the tables of the options.

    The cards of the options have the words of their tables.
    """
    if element.get("class") == "tables" or element.get("hidden") is not None:
        return ""
    if (
        element.get("role") == "img"
        or element.get("aria-hidden") == "true"
        or element.get("class") in ("patterns", "opens", "named")
    ):
        return ""
    if "outcome" in element.get("class", "").split():
        outcome, *groups, difference = (" ".join(said(cell).split()) for cell in element)
        return f" {outcome}: {', '.join(groups)}: {difference}. "  # the marks that cells have no need of
    children = [*element]
    if element.tag == f"{NAMESPACE}table" and element.get("class") != "to-fill":
        children = [child for child in children if child.tag != f"{NAMESPACE}thead"]  # repeated in every row, for a phone
    inside = "".join(said(child) + (child.tail or "") for child in children)
    apart = "" if element.tag.removeprefix(NAMESPACE) in ("a", "strong", "b", "span") else " "
    return f"{apart}{element.text or ''}{inside}{apart}"


def words(text: str) -> list[str]:
    """Words of plain text in order, without list marks."""
    return re.sub(r"(?m)^ *(- |\d\. )", " ", text).split()


def page_words(tree: Element) -> list[str]:
    """Text of a section's page without its table of contents, explained words and links to other pages."""
    text = " ".join(" ".join(said(part) for part in with_class(tree, "said-here")).split())
    return re.sub("^Get help now ", "Get help ", text).split()  # on the web the page has the name of every link to it

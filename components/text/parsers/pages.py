"""A saved web page -> Article: the article found in it without the page's furniture, and what its metadata say.

The page is only read: no script runs, no style counts but `display: none`, nothing is fetched.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from components.errors import EmptyText, TooLarge
from components.text.encoding import decode, told
from components.text.parsers.metadata import Metadata, metadata
from components.text.parsers.parsed import AS_TEXT, LONGEST, Parsed, too_long

LARGEST_PAGE = 20_000_000  # bytes, without the pictures written into the page
MOST_ELEMENTS = 50_000
FEW_ELEMENTS = 12_000  # up to here a page is also read by trafilatura, which takes its time
LONG_TAG, MOST_ATTRIBUTES = 30_000, 2_000  # code points of a tag whose attributes are counted: libxml2 compares all of them
_PICTURES = re.compile(rb"""(["'(])data:[^"')]{0,50}[;,][^"')]*""")
_HEAD = 20_000  # of a page: where its encoding is declared, and the address it was saved from
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_VALUES = re.compile("\"[^\"]*\"|'[^']*'")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "form", "button", "select", "input",
          "textarea", "nav", "footer", "canvas", "audio", "video", "math", "dialog", "menu")
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|sidebar|side-bar|related|share|sharing|social|comments?|breadcrumbs?|advert\w*|ads?|banner|"
    r"promo|newsletter|subscribe|tags?|cookies?|popup|modal|recommend\w*|more-news|most-read|trending|widget|copyright|"
    r"pagination|login|search|author-bio|skip-link)(?:$|[\s_-])", re.IGNORECASE)
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol",
    "blockquote", "td", "th", "tr", "table", "pre", "figcaption", "figure", "dd", "dt", "dl", "aside", "body",
    "address", "hr", "details", "summary", "center",
})
_KEPT = ("article", "main", "body", "html")
_ARABIC = re.compile("[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_BLANKS = re.compile(r"[ \t\n\r\f\v\xa0]+")


def parsed(data: bytes, declared: str | None = None) -> Parsed:
    """The article of the page `data`; `declared` is an encoding told from outside (by a mail). Raises an IsnadError."""
    data = _PICTURES.sub(rb"\1", data)
    if len(data) > LARGEST_PAGE:
        raise TooLarge("", "the page is larger than 20 MB", AS_TEXT)
    found = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, "", (found[1].decode("ascii") if found else None) or declared)
    tree = _tree(decoded.text)
    saved = _SAVED.search(decoded.text[:_HEAD])
    known = metadata(tree, saved[1] if saved else None)
    text = article_text(tree)
    if len(text) > LONGEST:
        raise too_long()
    if not text.strip():
        raise EmptyText("", "no article was found in the page", AS_TEXT)
    return Parsed(_headed(text, known), known.title, known.source, known.url, known.published, told(decoded))


def _tree(text: str) -> HtmlElement:
    if text.count("<") > 10 * MOST_ELEMENTS or _crowded(text):
        raise _too_many()
    parser = lxml.html.HTMLParser(no_network=True, recover=True, remove_pis=True, remove_comments=True,
                                  huge_tree=False, encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise EmptyText("", "no article was found in the page", AS_TEXT) from None
    if sum(1 for _ in zip(tree.iter(), range(MOST_ELEMENTS + 1), strict=False)) > MOST_ELEMENTS:
        raise _too_many()
    return tree


def _crowded(text: str) -> bool:
    """Whether a tag has too many attributes."""
    tags = (tag for tag in text.split("<") if len(tag) > LONG_TAG and tag[0].isalpha())
    return any(len(_VALUES.sub("", tag).partition(">")[0].split()) > MOST_ATTRIBUTES for tag in tags)


def _too_many() -> TooLarge:
    return TooLarge("", "the page has too many parts", AS_TEXT)


def _headed(text: str, known: Metadata) -> str:
    """The article with its headline on the first line."""
    title = known.title
    if not title or not _ARABIC.search(title) or any(_same(line, title) for line in text.split("\n", 6)[:6]):
        return text
    return f"{title}\n{text}"


def _same(line: str, title: str) -> bool:
    return re.sub(r"\W+", "", line) == re.sub(r"\W+", "", title)


def article_text(tree: HtmlElement) -> str:
    """The paragraphs of the article, one a line."""
    ours = _by_weight(tree)
    theirs = _by_trafilatura(tree) if sum(1 for _ in tree.iter()) <= FEW_ELEMENTS else ""
    if not theirs or not _ARABIC.search(theirs):
        return ours
    if any(line.startswith("|") for line in theirs.split("\n")) and len(ours) > 0.75 * len(theirs):
        return ours  # a table: theirs runs its cells together
    return theirs if len(theirs) > 0.75 * len(ours) else ours


def _by_trafilatura(tree: HtmlElement) -> str:
    from trafilatura import extract
    from trafilatura.settings import use_config

    config = use_config()
    for name, value in (("MIN_EXTRACTED_SIZE", "100"), ("EXTRACTION_TIMEOUT", "0"), ("MIN_OUTPUT_SIZE", "20")):
        config.set("DEFAULT", name, value)
    try:
        found = extract(lxml.html.tostring(tree, encoding="unicode"), include_comments=False, include_tables=True,
                        include_links=False, include_images=False, deduplicate=False, config=config)
    except (RecursionError, etree.LxmlError, ValueError, TypeError, AttributeError, AssertionError, KeyError, IndexError):
        return ""  # one of its rules met a page it was not made for: ours reads it
    return "\n".join(line.strip() for line in (found or "").split("\n") if line.strip())


def _by_weight(tree: HtmlElement) -> str:
    """The element that holds most of the page's running text and least of its links."""
    _cleared(tree)
    body = tree.find("body")
    root = body if body is not None else tree
    weights: dict[HtmlElement, float] = {}
    for element in root.iter():
        own = _running(element)
        if own < 25:
            continue
        share = 1.0
        holds_lines = sum(child.tag == "br" for child in element) > 1
        for holder in (element, *element.iterancestors()) if holds_lines else element.iterancestors():
            if share < 0.05:
                break
            weights[holder] = weights.get(holder, 0.0) + own * share
            share *= 0.6
    best = max(weights, key=lambda element: weights[element], default=root)
    return "\n".join(_paragraphs(best)) or "\n".join(_paragraphs(root))


def _running(element: HtmlElement) -> float:
    """The letters that stand directly in a paragraph, less those of its links."""
    if element.tag not in ("p", "div", "td", "blockquote", "pre", "li", "section", "article", "h2", "h3"):
        return 0.0
    own = len((element.text or "").strip())
    linked = 0
    for child in element:
        if child.tag == "a":
            linked += len("".join(child.itertext()).strip())
        elif child.tag not in _BLOCKS and isinstance(child.tag, str):
            own += len("".join(child.itertext()).strip())
        own += len((child.tail or "").strip())
    return own - 1.5 * linked


def _cleared(tree: HtmlElement) -> None:
    """Takes the furniture and what is hidden out of the tree."""
    for element in list(tree.iter()):
        goes = not isinstance(element.tag, str) or element.tag in _NEVER or _is_furniture(element)
        if goes and element.getparent() is not None:
            element.drop_tree()


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in _KEPT:
        return False
    if _HIDDEN.search(element.get("style") or "") or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if element.tag == "aside" or element.get("role") in ("navigation", "banner", "complementary", "contentinfo", "search"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) < 1000 and _FURNITURE.search(names) is not None and len(element.findall(".//p")) < 4


def _paragraphs(element: HtmlElement) -> Iterator[str]:
    """The words between the edges of blocks and line breaks, blanks drawn together. Walks without recursion."""
    words: list[str] = []

    def paragraph() -> Iterator[str]:
        text = _BLANKS.sub(" ", "".join(words)).strip()
        words.clear()
        if text:
            yield text

    for event, each in etree.iterwalk(element, events=("start", "end")):
        block = each.tag in _BLOCKS or each.tag == "br"
        if block:
            yield from paragraph()
        if event == "start":
            words.append(each.text or "")
        elif each is not element:
            words.append(each.tail or "")
    yield from paragraph()


def plain(data: bytes, declared: str | None) -> str:
    """All visible text of an HTML mail, furniture too: a mail is no page. Raises an IsnadError."""
    tree = _tree(decode(data, "", declared).text)
    for element in list(tree.iter()):
        gone = not isinstance(element.tag, str) or element.tag in ("script", "style", "title", "template", "head")
        if (gone or _HIDDEN.search(element.get("style") or "")) and element.getparent() is not None:
            element.drop_tree()
    text = "\n".join(_paragraphs(tree))
    if len(text) > LONGEST:
        raise too_long()
    return text



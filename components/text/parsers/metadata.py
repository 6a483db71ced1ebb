"""What a page says about its article: title, source, address and day of publication.

JSON-LD counts first, then Open Graph and the other meta elements, then what stands on the page.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

MOST_LETTERS = 500  # of a title or a source
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_SOURCES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_DAYS = ("article:published_time", "og:article:published_time", "datepublished", "publish_date", "publishdate",
         "publication_date", "pubdate", "published_time", "parsely-pub-date", "dc.date", "dc.date.issued", "dcterms.created",
         "sailthru.date", "article.published", "date", "cxenseparse:recs:publishtime", "datecreated")
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_ARTICLE = re.compile(r"(?:News|Report|Analysis|Opinion|Background|Review)?\w*Article|BlogPosting|Report", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"/(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)|(\d{4})/(\d\d?)/(\d\d?)(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)")
_ARABIC = re.compile("[\u0620-\u064a]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """`published` is an ISO day; each is None where the page does not say it."""

    title: str | None
    source: str | None
    url: str | None
    published: str | None


def metadata(tree: HtmlElement, saved: str | None = None) -> Metadata:
    """What `tree` says about its article; `saved` is the address that a browser noted when it saved the page. Nothing but
    http addresses is taken for one."""
    metas = _metas(tree)
    stated = next(_articles(tree), {})
    url = _first(map(_address, (*_addresses(tree, metas, stated), saved)))
    source = _first(map(_words, [_named(stated.get("publisher")), *(metas.get(name) for name in _SOURCES), _host(url)]))
    title = _title(tree, metas, stated, source)
    return Metadata(title, source, url, _published(tree, metas, stated, url))


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if content and name:
            found.setdefault(name.strip().lower(), content[:3000])
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            waiting: list[Any] = [json.loads(element.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(1000):
            if not waiting:
                break
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting += each[:1000]
            elif isinstance(each, dict):
                said = each.get("@type")
                kinds = said if isinstance(said, list) else [said]
                if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
                    yield each
                if "@graph" in each:
                    waiting.append(each["@graph"])


def _addresses(tree: HtmlElement, metas: dict[str, str], stated: dict[str, Any]) -> Iterator[Any]:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            yield element.get("href")
    yield from (metas.get(name) for name in _ADDRESSES)
    main = stated.get("mainEntityOfPage")
    yield main.get("@id") if isinstance(main, dict) else main
    yield stated.get("url")


def _address(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) > 2000:
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme in ("http", "https") and parts.netloc and value.isprintable() else None


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _title(tree: HtmlElement, metas: dict[str, str], stated: dict[str, Any], source: str | None) -> str | None:
    heads = [text for element in tree.iter("h1") if (text := _words(element.text_content())) and _ARABIC.search(text)]
    shown = _first(map(_words, (stated.get("headline"), *(metas.get(name) for name in _TITLES))))
    window = _words(tree.findtext(".//title"))
    if len(heads) == 1 or (heads and not (shown or window)):
        return heads[0]
    for head in heads:
        if any(other and head in other for other in (shown, window)):
            return head
    title = _without_source(shown or window, source)
    if title and _ARABIC.search(title):
        return title
    seconds = [text for element in tree.iter("h2") if (text := _words(element.text_content())) and _ARABIC.search(text)]
    return seconds[0] if len(seconds) == 1 else title


def _without_source(title: str | None, source: str | None) -> str | None:
    """A window's title without the site's name behind it."""
    if not title:
        return None
    for sign in (" | ", " - ", " – ", " — ", " :: ", " • ", " » "):
        head, found, tail = title.rpartition(sign)
        if found and len(head) > 12 and (tail == source or len(tail) < len(head) / 2):
            return head.strip()
    return title


def _published(tree: HtmlElement, metas: dict[str, str], stated: dict[str, Any], url: str | None) -> str | None:
    given: list[Any] = [stated.get("datePublished"), *(metas.get(name) for name in _DAYS), stated.get("dateCreated")]
    for element in tree.iter("time"):
        given.append(element.get("datetime"))
    if url and (found := _DAY_IN_ADDRESS.search(url)):
        given.append("-".join(found.groups()))
    return _first(map(day_of, given))


def day_of(value: Any) -> str | None:
    """The ISO day that `value` begins with, or the day of a date as mails write it.

    >>> day_of("2024-01-24T23:30:00+03:00"), day_of("Wed, 24 Jan 2024 10:00:00 GMT"), day_of("soon")
    ('2024-01-24', '2024-01-24', None)
    """
    if not isinstance(value, str) or len(value) > 100:
        return None
    found = _ISO.match(value.strip())
    try:
        if found:
            year, month, day = (int(part) for part in found.groups() if part)
            told = date(year, month, day)
        else:
            told = parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return told.isoformat() if 1900 <= told.year <= 2100 else None


def _named(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def _words(value: Any) -> str | None:
    """`value` on one line without controls; None for what is no text, or an address."""
    if not isinstance(value, str) or value.startswith(("http://", "https://")):
        return None
    clean = "".join(sign if sign.isprintable() or sign in "\u200c\u200d" else " " for sign in value)
    return " ".join(clean.split())[:MOST_LETTERS] or None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)

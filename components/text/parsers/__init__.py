"""Untrusted formats -> the article in them. Run in a worker process alone (see text/worker.py), each module with its library
only where a file of its kind comes.

`pages` reads web pages, `office` .docx and .odt, `pdf` PDF files, `mail` messages.
"""

from components.text.parsers.parsed import Parsed


def parse(kind: str, data: bytes, depth: int = 0) -> Parsed:
    """The article of `data`, which is of `kind`: page, docx, odt, pdf or mail. `depth` counts the messages it came out of.
    Raises an IsnadError."""
    if kind == "page":
        from components.text.parsers import pages

        return pages.parsed(data)
    if kind == "pdf":
        from components.text.parsers import pdf

        return pdf.parsed(data)
    if kind == "mail":
        from components.text.parsers import mail

        return mail.parsed(data, depth)
    from components.text.parsers import office

    return office.docx(data) if kind == "docx" else office.odt(data)

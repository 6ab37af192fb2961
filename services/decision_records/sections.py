"""What a page is made of; the template lays it out."""

from __future__ import annotations

from pydantic import BaseModel


class Table(BaseModel):
    """A table with a heading row; `caption` says what it tells."""

    caption: str
    head: list[str]
    rows: list[list[str]]


class Section(BaseModel):
    """A heading with what stands under it, in this order."""

    heading: str
    paragraphs: list[str] = []
    bullets: list[str] = []
    tables: list[Table] = []


class Page(BaseModel):
    """The whole document."""

    title: str
    id: str
    footer: str
    sections: list[Section]

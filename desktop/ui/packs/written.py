"""A difference of packs as a page of rich text: what is gone struck out, what is new marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtWidgets import QTextBrowser

from desktop.core.packs.beneath import Beneath
from desktop.core.packs.diff import Changed, PackDiff, Placed
from desktop.services.comparing import DiffText, other_fields
from desktop.services.words import Words
from desktop.ui.theme import SIDE_PX, Tokens

_BRACES = re.compile(r"\{\{\s*|\s*\}\}")
_STYLE = "p { margin: 2px 0 6px 0; } h4 { margin: 14px 0 4px 0; }"


def page() -> QTextBrowser:
    """What it is shown on."""
    browser = QTextBrowser()
    browser.setObjectName("difference")
    browser.setOpenLinks(False)
    browser.setTabChangesFocus(True)
    browser.document().setDefaultStyleSheet(_STYLE)
    browser.document().setDocumentMargin(SIDE_PX)
    return browser


class WrittenDifference:
    """Writes in one language, with the colours of one theme."""

    def __init__(self, words: Words, tokens: Tokens) -> None:
        self._words = words
        self._tokens = tokens
        self._text = DiffText(words)

    def lines(self, lines: Iterable[str]) -> str:
        """Plain lines, a paragraph each."""
        return "".join(f"<p>{escape(line)}</p>" for line in lines)

    def note(self, note: str) -> str:
        """What the supervisor says of it."""
        return f"<p>{_lines(note)}</p>" if note.strip() else ""

    def unknown(self) -> str:
        """That the older edition is not here any more."""
        return f"<p>{escape(self._words.text('news.unknown'))}</p>"

    def beneath(self, concerned: Iterable[Beneath]) -> str:
        """What the agent has pinned or given a hotkey."""
        return self._section("news.yours", [self._beneath(one) for one in concerned])

    def everything(self, diff: PackDiff) -> str:
        """Phrases, then rules."""
        rules = [f"<p>{escape(self._text.change(change))}</p>" for change in diff.changes]
        if diff.reordered:
            rules.append(f"<p>{escape(self._words.text('diff.reordered'))}</p>")
        parts = (
            self._section("news.added", [self._whole(placed) for placed in diff.added]),
            self._section("news.changed", [self._changed(changed) for changed in diff.changed]),
            self._section("news.removed", [self._heading(placed) for placed in diff.removed]),
            self._section("news.rules", rules),
        )
        written = "".join(parts)
        return written or f"<p>{escape(self._words.text('diff.none'))}</p>"

    def _section(self, code: str, entries: list[str]) -> str:
        if not entries:
            return ""
        title = escape(self._words.text(code, count=str(len(entries))))
        return f'<h4 style="color:{self._tokens.dim}">{title}</h4>{"".join(entries)}'

    def _beneath(self, one: Beneath) -> str:
        if isinstance(one.change, Placed):
            title, what = one.change.phrase.title, self._words.text("news.gone")
        else:
            title, what = one.change.after.phrase.title, self._text.fields(one.change)
        keys = f" [{escape(str(one.hotkey))}]" if one.hotkey else ""
        return f"<p><b>{escape(title)}</b>{keys} — {escape(what)}</p>"

    def _heading(self, placed: Placed, fields: str = "") -> str:
        place = escape(" › ".join(filter(None, (placed.category, placed.group))))
        also = f" — {escape(fields)}" if fields else ""
        quiet = f'<span style="color:{self._tokens.dim}">{place}{also}</span>'
        return f"<p><b>{escape(placed.phrase.title)}</b> {quiet}</p>"

    def _whole(self, placed: Placed) -> str:
        return f"{self._heading(placed)}<p>{_lines(placed.phrase.text)}</p>"

    def _changed(self, changed: Changed) -> str:
        return "".join(self._changes(changed))

    def _changes(self, changed: Changed) -> Iterator[str]:
        yield self._heading(changed.after, self._text.fields(changed))
        if "text" in changed.fields:
            yield f"<p>{''.join(self._piece(it.kind, it.text) for it in changed.text())}</p>"
        for name, before, after in other_fields(changed):
            said = f"{self._words.text(f'diff.field.{name}')}: {before} → {after}"
            yield f"<p>{escape(said)}</p>"

    def _piece(self, kind: str, text: str) -> str:
        if kind == "gone":
            return f'<s style="color:{self._tokens.danger}">{_lines(text)}</s>'
        if kind == "new":
            return f'<u style="color:{self._tokens.good}">{_lines(text)}</u>'
        return _lines(text)


def _lines(text: str) -> str:
    """As the list shows templates: placeholders in single brackets."""
    return escape(_BRACES.sub(lambda it: "[" if it[0][0] == "{" else "]", text)).replace(
        "\n", "<br>"
    )

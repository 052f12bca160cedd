"""A phrase with dates is there while it is in effect, and nowhere at any other time."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.phrases.effective import in_effect, library_at, next_change
from desktop.core.phrases.model import Category, Group, Library, Phrase
from desktop.core.validity import CHINA, Validity

START = datetime(2026, 11, 1, tzinfo=CHINA)
MOMENTS = st.integers(0, 30).map(lambda days: START + timedelta(days=days))
SPANS = st.none() | st.builds(Validity, st.none() | MOMENTS, st.none() | MOMENTS)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    spans = iter(draw(st.lists(SPANS, min_size=6, max_size=6)))
    phrase = (Phrase(f"p/a.b/{n}", "a.b", f"{n}", "x", valid=s) for n, s in enumerate(spans))
    group = (Group(f"{n}", (next(phrase), next(phrase))) for n in range(3))
    return Library((Category("a", "a", (next(group), next(group))), Category("b", "b", (*group,))))


@given(libraries(), MOMENTS)
def test_library_holds_what_is_in_effect_in_its_order(library: Library, moment: datetime) -> None:
    kept = library_at(library, moment)
    assert list(kept.phrases()) == [p for p in library.phrases() if in_effect(p, moment)]
    if list(kept.phrases()) == list(library.phrases()):
        assert kept is library
    else:
        assert all(group.phrases for category in kept.categories for group in category.groups)
        assert all(category.groups for category in kept.categories)


@given(libraries(), MOMENTS)
def test_nothing_changes_before_the_next_change(library: Library, moment: datetime) -> None:
    due = next_change(library, moment)
    before = due - timedelta(microseconds=1) if due else moment + timedelta(days=999)
    assert library_at(library, moment) == library_at(library, before)

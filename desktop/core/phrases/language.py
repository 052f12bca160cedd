"""The template language: python-liquid, cut down until every template ends soon and small.

Its limits alone leave two holes (a ``replace`` chain takes 980 MB, a ``split``/``join`` chain
never ends), hence the short lists of tags and filters. Import this module late: see ``plain``.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from operator import itemgetter
from typing import TextIO

from liquid import BoundTemplate, Environment, Mode, RenderContext, StrictDefaultUndefined, Token
from liquid.builtin import content, illegal, output
from liquid.builtin.expressions import FilteredExpression, Path
from liquid.builtin.filters.math import round_
from liquid.builtin.filters.misc import default, size
from liquid.builtin.filters.string import downcase, strip, upcase
from liquid.builtin.tags import assign_tag, case_tag, comment_tag, if_tag, unless_tag
from liquid.exceptions import FilterValueError, LiquidError
from liquid.expression import Expression
from liquid.output import LimitedStringIO
from liquid.utils import ReadOnlyChainMap

from desktop.core.money import format_yuan, parse_yuan
from desktop.core.phrases.pieces import MOST_OUTPUT_BYTES, Mention


class Buffer(LimitedStringIO):
    """Takes a rendering; ``named`` holds (start, end, name) of what each bare name wrote."""

    def __init__(self) -> None:
        super().__init__(MOST_OUTPUT_BYTES)
        self.named: list[tuple[int, int, str]] = []


class Gap(str):
    """An empty text in the place of a value that is missing."""

    __slots__ = ("excuse",)
    excuse: Callable[[], None]

    def __new__(cls, excuse: Callable[[], None]) -> Gap:
        """``excuse`` is called when ``default`` fills the gap."""
        gap = super().__new__(cls)
        gap.excuse = excuse
        return gap


class Watched(dict[str, object]):
    """Values that tell which of them a rendering read, and which of those were missing."""

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__(values)
        self.read: dict[str, None] = {}
        self._gaps: Counter[str] = Counter()

    def __getitem__(self, name: str) -> object:
        self.read[name] = None
        return super().__getitem__(name)

    def __missing__(self, name: str) -> Gap:
        self._gaps[name] += 1
        return Gap(lambda: self._gaps.subtract((name,)))

    def missing(self) -> tuple[str, ...]:
        """Names that were read in vain and not excused by ``default``, in the order of reading."""
        return tuple(name for name in self.read if self._gaps[name] > 0)


@functools.cache
def _environment() -> Environment:
    return _Strict(tolerance=Mode.STRICT, undefined=StrictDefaultUndefined, strict_filters=True)


@functools.lru_cache(maxsize=512)
def parse(source: str) -> BoundTemplate:
    """The parsed template.

    Raises:
        LiquidError: It cannot be read; the error's token says where.
    """
    return _environment().from_string(source)


def write(template: BoundTemplate, values: Mapping[str, object]) -> Buffer:
    """The rendered template.

    Raises:
        UndefinedError: A value is missing, unless ``values`` are Watched.
        LiquidError: It cannot be rendered with these values.
    """
    buffer = Buffer()
    template.render_with_context(_Context(template, globals=values), buffer)
    return buffer


def mentions(template: BoundTemplate) -> tuple[list[Mention], list[Mention]]:
    """The names a template reads and does not assign, and its filters, in their order."""
    found = template.analyze(include_partials=False)
    names = [(str(path), path.span.index) for paths in found.globals.values() for path in paths]
    filters = [(name, span.index) for name, spans in found.filters.items() for span in spans]
    return sorted(names, key=itemgetter(1)), sorted(filters, key=itemgetter(1))


def filter_names() -> tuple[str, ...]:
    """The filters a template may use."""
    return tuple(_environment().filters)


class _Context(RenderContext):
    __slots__ = ()

    def __init__(self, template: BoundTemplate, *, globals: Mapping[str, object]) -> None:  # noqa: A002
        super().__init__(template, globals=globals)
        # Leaves out the stock drops: {{ now }} would read the clock. And the base takes another
        # mapping for one that is empty, which would not be watched.
        self.scope = ReadOnlyChainMap(self.locals, globals)


class _OutputNode(output.OutputNode):
    """An output that tells the Buffer where it wrote, if it is nothing but a name."""

    __slots__ = ("_bare_name",)

    def __init__(self, token: Token, expression: Expression) -> None:
        super().__init__(token, expression)
        assert isinstance(expression, FilteredExpression)
        left = expression.left
        bare = isinstance(left, Path) and len(left.path) == 1 and not expression.filters
        self._bare_name = str(left) if bare else ""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        start = buffer.tell()
        written = super().render_to_output(context, buffer)
        if self._bare_name and self._bare_name not in context.locals and isinstance(buffer, Buffer):
            buffer.named.append((start, buffer.tell(), self._bare_name))
        return written


class _Output(output.Output):
    node_class = _OutputNode


class _Strict(Environment):
    block_nesting_limit = 10
    context_depth_limit = 5
    loop_iteration_limit = 50
    local_namespace_limit = 64_000
    output_stream_limit = MOST_OUTPUT_BYTES

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002
        for tag in (
            content.Literal, illegal.Illegal, _Output, assign_tag.AssignTag, case_tag.CaseTag,
            comment_tag.CommentTag, if_tag.IfTag, unless_tag.UnlessTag,
        ):  # fmt: skip
            self.add_tag(tag)
        self.filters.update(
            default=_default, strip=strip, upcase=upcase, downcase=downcase, round=round_,
            size=size, 金额=_yuan, 日期=_day,
        )  # fmt: skip

    def error(
        self, exc: type[LiquidError] | LiquidError, msg: str | None = None,
        token: Token | None = None,
    ) -> None:  # fmt: skip
        # An error at the end of an expression comes without a place: it gets its statement's.
        if isinstance(exc, LiquidError) and exc.token and exc.token.start_index < 0:
            exc.token = token
        super().error(exc, msg, token)


def _default(value: object, fallback: object = "", **options: bool) -> object:
    if type(value) is Gap:  # isinstance would ask an undefined value for its class, which raises
        value.excuse()
        return fallback
    return default(value, fallback, **options)


def _yuan(value: object) -> str:
    """``{{ 应付 | 金额 }}``: an amount with two decimals."""
    if isinstance(value, Gap):
        return value
    try:
        return format_yuan(parse_yuan(str(value)))
    except ValueError as wrong:
        raise FilterValueError("金额", token=None) from wrong


def _day(value: object) -> str:
    """``{{ 日期 | 日期 }}``: 2026-02-03 as 2月3日."""
    if isinstance(value, Gap):
        return value
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError as wrong:
        raise FilterValueError("日期", token=None) from wrong
    return f"{day.month}月{day.day}日"

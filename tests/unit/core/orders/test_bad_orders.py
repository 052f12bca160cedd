"""Whatever is in an order file, it is an order or one clear line that names the field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.orders.json_input import decode_json
from desktop.core.orders.model import Order
from desktop.core.orders.order_reader import parse_order
from desktop.core.problems import InputError
from desktop.services.words import Words
from tests.orders import order_json

EARLIER = {
    "id": "A",
    "placed_at": "2026-02-02T10:00:00",
    "status": "paid",
    "lines": [],
    "postage_paid": "6",
}


NO_YUAN: list[Any] = [
    *("-3", "", " 5", "4.999", "1e2", "NaN", "Infinity", "１９.９", "1_000", "5.", ".5", "+5"),
    *("1000000000", "0x10", "1\n2", "\x07", "x" * 1_000_000, "9" * 5000),
    *("RAW -3 RAW", "RAW 1e2 RAW", "RAW 4.999 RAW", "RAW -0 RAW", "RAW 1E400 RAW"),
    *(None, True, [], {}),
]


def good() -> dict[str, Any]:
    return order_json({"to": "上海", "goods": ["499"]})


def told(data: bytes) -> list[str]:
    """The lines an agent reads, in English; each must be one line in both languages."""
    with pytest.raises(InputError) as error:
        parse_order(decode_json(data))
    for language in ("zh", "en"):
        for problem in error.value.problems:
            line = Words(language).problem(problem)  # type: ignore[arg-type]
            assert line.isprintable()
            assert len(line) < 400
    return [Words("en").problem(problem) for problem in error.value.problems]


def with_field(path: str, value: Any) -> bytes:
    """The good order with one field set; numbers as ``RAW`` text go in unquoted."""
    order = good()
    place: Any = order
    *steps, last = path.replace("[0]", ".0").split(".")
    for step in steps:
        place = place[int(step) if step.isdigit() else step]
    place[int(last) if last.isdigit() else last] = value
    text = json.dumps(order)
    return text.replace('"RAW ', "").replace(' RAW"', "").encode()


def raw(literal: str) -> str:
    return f"RAW {literal} RAW"


@pytest.mark.parametrize("value", NO_YUAN)
def test_what_is_no_amount_of_yuan_is_refused_where_it_stands(value: Any) -> None:
    (line,) = told(with_field("lines[0].unit_price", value))
    assert line.startswith("lines[0].unit_price: ")
    assert "is not an amount of yuan" in line


def test_the_line_of_the_contract() -> None:
    (line,) = told(with_field("lines[0].unit_price", raw("-3")))
    assert line.startswith("lines[0].unit_price: -3 is not an amount of yuan")


@pytest.mark.parametrize("written", ["0", "499", "499.5", "499.00", "999999999.99", "007"])
def test_amounts_may_be_texts_or_numbers(written: str) -> None:
    from_text = parse_order(decode_json(with_field("lines[0].unit_price", written)))
    if not written.startswith("00"):
        number = with_field("lines[0].unit_price", raw(written))
        assert parse_order(decode_json(number)) == from_text


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("placed_at", "yesterday"),
        ("placed_at", raw("20260203")),
        ("placed_at", None),
        ("ship_to", "上海"),
        ("ship_to.province", "上海省"),
        ("ship_to.province", "Shanghai"),
        ("ship_to.province", raw("1")),
        ("ship_to.address", raw("1")),
        ("courier", raw("1")),
        ("parcels", raw("0")),
        ("parcels", "1"),
        ("parcels", raw("1.0")),
        ("parcels", True),
        ("parcels", raw("1000001")),
        ("lines", []),
        ("lines", {}),
        ("lines", [{"unit_price": "1"}] * 10_001),
        ("lines[0].quantity", raw("0")),
        ("lines[0].quantity", "2"),
        ("lines[0].quantity", raw("1000001")),
        ("lines[0].quantity", raw("1e3")),
        ("lines[0].quantity", raw("99999999999999999999999999")),
        ("lines[0].special_price", "true"),
        ("lines[0].stock", "sold"),
        ("lines[0].stock", None),
        ("lines[0].weight_kg", "-1"),
        ("lines[0].weight_kg", "0.0001"),
        ("lines[0].name", raw("5")),
        ("lines[0].colour", "red"),
        ("customer", []),
        ("customer.spent_before", "-1"),
        ("customer.free_shipping_vip", raw("1")),
        ("customer.history", {}),
        ("customer.vip", True),
        ("id", raw("7")),
        ("extra", 1),
        ("earlier_orders", [{**EARLIER, "status": "lost"}]),
    ],
)
def test_every_bad_field_is_named_with_its_path(path: str, value: Any) -> None:
    data = with_field(path, value)
    lines = told(data)
    wanted = "earlier_orders[0].status" if path == "earlier_orders" else path
    assert any(line.startswith(f"{wanted}: ") for line in lines), lines


@pytest.mark.parametrize(
    ("order", "path"),
    [
        ({}, "placed_at"),
        ({"placed_at": "2026-02-03"}, "ship_to"),
        ({"placed_at": "2026-02-03", "ship_to": {}}, "ship_to.province"),
        ({**good(), "lines": [{"name": "鞋"}]}, "lines[0].unit_price"),
        (
            {**good(), "earlier_orders": [{k: v for k, v in EARLIER.items() if k != "placed_at"}]},
            "earlier_orders[0].placed_at",
        ),
        ({**good(), "customer": {"history": [{}]}}, "customer.history[0].paid"),
    ],
)
def test_what_is_missing_is_named(order: dict[str, Any], path: str) -> None:
    assert f"{path}: is missing" in told(json.dumps(order).encode())


def test_postage_above_what_was_paid_is_refused() -> None:
    history = [{"paid": "5", "postage_included": "5.01"}]
    (line,) = told(json.dumps({**good(), "customer": {"history": history}}).encode())
    assert line.startswith("customer.history[0].postage_included: ")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe{}",
        b'{"lines": NaN}',
        b'{"id": "a", "id": "b"}',
        b"{} {}",
        b"null",
        b"[]",
        b'"text"',
        b" " * (16 * 1024 * 1024 + 1),
        json.dumps({**good(), "id": "\ud800"}).encode(),
        json.dumps({**good(), "\ud800\n": 1}).encode(),
    ],
)
def test_what_is_no_order_at_all_gets_one_line(data: bytes) -> None:
    assert told(data)


def test_null_means_not_given_where_the_contract_allows_it() -> None:
    order = good() | {"courier": None}
    order["ship_to"]["address"] = None
    order["lines"][0]["weight_kg"] = None
    order["earlier_orders"] = [{**EARLIER, "ship_to": None}]
    read = parse_order(decode_json(json.dumps(order).encode()))
    assert read.courier is None
    assert read.earlier_orders[0].ship_to is None


def test_a_time_without_an_offset_is_chinas_and_a_mark_at_the_start_does_not_hurt() -> None:
    order = good() | {"placed_at": "2026-02-03T10:00:00"}
    read = parse_order(decode_json(b"\xef\xbb\xbf" + json.dumps(order).encode()))
    assert read.placed_at.isoformat() == "2026-02-03T10:00:00+08:00"


trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(["lines", "unit_price", "ship_to", "province", "placed_at", "x"]),
            inside,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(trees)
@settings(max_examples=300, deadline=None)
def test_any_json_is_an_order_or_refused(tree: Any) -> None:
    try:
        assert isinstance(parse_order(decode_json(json.dumps(tree).encode())), Order)
    except InputError as error:
        for problem in error.problems:
            assert Words("zh").problem(problem)


@given(st.binary(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_an_order_or_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        parse_order(decode_json(data))

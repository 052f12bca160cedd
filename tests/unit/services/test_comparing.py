"""A difference in words: what a supervisor reads before publishing."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.core.packs.diff import Change, pack_diff
from desktop.core.packs.facts import facts
from desktop.core.packs.model import Note, Pack
from desktop.core.phrases.model import Category, Group, Library, Phrase
from desktop.services.comparing import DiffText
from desktop.services.words import Words
from tests.orders import dated_shop, example_shop
from tests.packs import default_pack

OLD = Phrase("p/a.b/1", "a.b", "包邮", "满500元包邮\n看看还差多少", "by")
NEW = replace(OLD, text="满450元包邮\n看看还差多少", code="man")
MORE = Phrase("p/a.c/1", "a.c", "问好", "您好")


def pack(*phrases: Phrase, **more: object) -> Pack:
    library = Library((Category("a", "议价", (Group("凑单", phrases),)),))
    return replace(Pack("p", "名", 1, "zh-CN", library, example_shop(), {}), **more)


def test_a_supervisor_reads_numbers_note_phrases_and_rules() -> None:
    shop = example_shop()
    near = replace(shop.areas[0], free_from=45_000)
    after = pack(
        NEW,
        version=2,
        notes=(Note(2, "包邮门槛降了"),),
        shop=replace(shop, areas=(near, *shop.areas[1:])),
    )
    lines = list(DiffText(Words("zh")).lines(pack_diff(pack(OLD, MORE), after)))
    assert lines == [
        "+0 ~1 −1",
        "第 2 版说明: 包邮门槛降了",
        "~ p/a.b/1  议价 › 凑单 › 包邮  文字、代码",
        "    满[-500-]{+450+}元包邮",
        "    看看还差多少",
        "    代码: by → man",
        "− p/a.c/1  议价 › 凑单 › 问好",
        "    您好",
        "规则和词单",
        "    包邮门槛 江浙沪皖 500 → 450",
    ]


def test_nothing_is_said_to_be_nothing() -> None:
    assert list(DiffText(Words("en")).lines(pack_diff(pack(OLD), pack(OLD)))) == ["No differences"]


def test_scripts_get_the_same() -> None:
    said = DiffText(Words("en")).as_json(pack_diff(pack(OLD), pack(NEW, MORE)))
    assert said["summary"] == "+1 ~1 −0"
    assert said["added"] == [
        {"id": "p/a.c/1", "title": "问好", "text": "您好", "category": "议价", "group": "凑单"}
    ]
    (changed,) = said["changed"]
    assert changed["fields"] == ["text", "code"]
    assert changed["others"] == {"code": {"before": "by", "after": "man"}}
    assert changed["pieces"][:3] == [["=", "满"], ["-", "500"], ["+", "450"]]
    assert said["removed"] == said["changes"] == said["notes"] == said["quotes"] == []


def test_every_fact_has_words_in_both_languages() -> None:
    everything = replace(default_pack(), shop=dated_shop(), placeholders={"材质": "料子"})
    for language in ("zh", "en"):
        text = DiffText(Words(language))  # type: ignore[arg-type]
        for fact, value in facts(everything).items():
            for change in (Change(fact, None, value), Change(fact, value, None)):
                assert "→" in text.change(change)


def test_couriers_shares_and_codes_are_said_as_people_say_them() -> None:
    text = DiffText(Words("zh"))
    assert text.change(Change(("first", "偏远", "sf"), "23", "25")) == "首重邮费 偏远 顺丰 23 → 25"
    assert (
        text.change(Change(("tier_pays", "初级会员"), "0.95", None)) == "会员折扣 初级会员 95% → 无"
    )
    fact = ("in_period", "双十一", "extra_paid_by", "偏远", "zto")
    assert (
        text.change(Change(fact, "customer", "shop"))
        == "“双十一”期间 续重谁付 偏远 中通 买家 → 店铺"
    )

"""The tables of README.md, written between its markers from the result files."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

from bench.results import OURS, PEERS, Batch, load, spread, values

README = Path(__file__).parent / "README.md"
MARKERS = re.compile(r"(<!-- results -->\n).*(<!-- end of results -->)", re.DOTALL)

PASTING = {
    "ours-hotkeys": "miaohui",
    "autokey-ctrlv": "AutoKey, Ctrl+V",
    "copyq-command": "CopyQ command, copy and paste",
    "copyq-restore": "CopyQ command with a scripted restore",
}
"""Programs that put a phrase into another program's text box, by their names in the tables."""

SITUATIONS = (
    ("hotkey to text, Tk box", {"box": "tk", "clip": "text", "freeze_ms": 0, "hold_s": 0.03}),
    ("hotkey to text, Qt box", {"box": "qt", "clip": "text", "freeze_ms": 0, "hold_s": 0.03}),
    ("a picture on the clipboard", {"box": "tk", "clip": "image", "freeze_ms": 0}),
    ("box deaf for 500 ms", {"box": "tk", "clip": "text", "freeze_ms": 500}),
)


def write() -> None:
    """Puts the newest figures into README.md."""
    batches = [*load(PEERS), *load(OURS)]
    parts = [
        floors(batches),
        bundled(batches, "Linux bundle", "ours-bundle", "ours"),
        bundled(batches, "Windows bundle, under Wine", "ours-windows-bundle", "ours-windows"),
        inside(batches),
        following(batches),
        pasting(batches),
        bursts(batches),
    ]
    text = "\n\n".join(part for part in parts if part)
    page = README.read_text(encoding="utf-8")
    page = MARKERS.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page)
    README.write_text(page, encoding="utf-8")
    print(text)


def newest(batches: list[Batch], measure: str, program: str, **options: object) -> Batch | None:
    """The last batch of a program's measure under the given options."""
    for batch in reversed(batches):
        fits = batch["measure"] == measure and batch["program"] == program
        if fits and options.items() <= batch["options"].items():
            return batch
    return None


def rows(head: str, lines: list[str]) -> str:
    """A Markdown table; nothing without lines."""
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join([head, rule, *lines]) if lines else ""


def floors(batches: list[Batch]) -> str:
    """Start and memory beside the bare list window of the same run."""
    figures = (
        ("start to first paint, ms", "painted_ms"),
        ("memory 5 s later, PSS MiB", "pss_mib"),
        ("memory 5 s later, RSS MiB", "rss_mib"),
    )
    lines = []
    for ours, floor, pack in (
        ("ours", "qt-floor", "default pack"),
        ("ours-10k", "qt-floor-10k", "10,000 phrases"),
    ):
        one, other = newest(batches, "start", ours), newest(batches, "start", floor)
        if one is None or other is None:
            continue
        for name, key in figures:
            mine, bare = values(one["runs"], key), values(other["runs"], key)
            ratio = statistics.median(mine) / statistics.median(bare)
            lines.append(
                f"| {name}, {pack} | {spread(mine)} | {spread(bare)} | {ratio:.2f} | ≤ 1.6 |"
            )
    return rows("| beside a bare PySide6 list | miaohui | bare list | ratio | wanted |", lines)


def bundled(batches: list[Batch], title: str, program: str, source: str) -> str:
    """A bundle beside a checkout, in the same run; nothing if it was not measured."""
    bundle = newest(batches, "start", program)
    if bundle is None:
        return ""
    held = statistics.median(values(bundle["runs"], "disk_mib"))
    checkout = newest(batches[: batches.index(bundle)], "start", source)
    lines = [f"| size on disk, MiB | {held:.0f} | | |"]
    for name, key in (
        ("start to first paint, ms", "painted_ms"),
        ("start to the phrases in the window, ms", "settled_ms"),
        ("memory 5 s later, RSS MiB", "rss_mib"),
    ):
        mine = values(bundle["runs"], key)
        if checkout is None:
            lines.append(f"| {name} | {spread(mine)} | | |")
            continue
        other = values(checkout["runs"], key)
        ratio = statistics.median(mine) / statistics.median(other)
        lines.append(f"| {name} | {spread(mine)} | {spread(other)} | {ratio:.2f} |")
    return rows(f"| {title}, default pack | bundle | checkout | ratio |", lines)


def inside(batches: list[Batch]) -> str:
    """What the program itself takes, beside the least that the same work can take."""
    found = newest(batches, "inside", "ours-10k")
    if found is None:
        return ""
    keys = sorted(ms for run in found["runs"] for ms in run["keys_ms"])
    key = "key to painted list, 10,000 phrases, ms"
    lines = [
        f"| {key}: median of {len(keys)} keys | {statistics.median(keys):.1f} | | |",
        f"| {key}: 99th percentile | {keys[int(len(keys) * 0.99)]:.1f} | | ≤ 16 |",
    ]
    for name, mine, floor, what, wanted in (
        ("quote of a small order, µs", "quote_us", "json_us", "json.loads of it", ""),
        ("render of a filled phrase, µs", "render_us", "format_us", "str.format", "≤ 50"),
        ("`miaohui quote`, whole process, ms", "cli_ms", "python_ms", "python -c pass", "≤ 250"),
    ):
        bare = f"{what}: {spread(values(found['runs'], floor))}"
        lines.append(f"| {name} | {spread(values(found['runs'], mine))} | {bare} | {wanted} |")
    return rows("| inside | miaohui | floor | wanted |", lines)


def following(batches: list[Batch]) -> str:
    """What following packs costs, over http and from a folder."""
    found = newest(batches, "following", "ours")
    if found is None:
        return ""
    runs, lines = found["runs"], []
    bare = f"bare download: {spread(values(runs, 'bare_ms'))}"
    for name, key, floor in (
        ("first sync", "first", ""),
        ("check without news", "check", ""),
        ("another edition of 10,000 phrases", "update", bare),
    ):
        cells = (
            spread(values(runs, f"{place}_{key}{unit}_ms"))
            for place in ("http", "folder")
            for unit in ("", "_cpu")
        )
        lines.append(f"| {name}, ms | {' | '.join(cells)} | {floor} |")
    down, up = (spread(values(runs, f"check_{way}")) for way in ("down", "up"))
    lines.append(f"| check without news, bytes of http | {down} down, {up} up | | | | |")
    head = f"| following packs | http ({runs[0]['server']}) | its CPU | folder | its CPU | floor |"
    return rows(head, lines)


def pasting(batches: list[Batch]) -> str:
    """Hotkey to text beside the peers."""
    lines = []
    for name, options in SITUATIONS:
        for program, title in PASTING.items():
            batch = newest(batches, "hotkey", program, **options)
            if batch is None:
                continue
            runs = batch["runs"]
            whole = sum(run["arrived"] and run["nothing_else"] for run in runs)
            back = sum(run["clip_restored"] for run in runs)
            lines.append(
                f"| {name} | {title} | {spread(values(runs, 'text_ms'))} "
                f"| {whole}/{len(runs)} | {back}/{len(runs)} |"
            )
    return rows("| hotkey | program | text after, ms | whole | clipboard back |", lines)


def bursts(batches: list[Batch]) -> str:
    """Twenty hotkeys, 50 ms apart, beside the peers."""
    lines = []
    for box in ("tk", "qt"):
        for program, title in PASTING.items():
            batch = newest(batches, "burst", program, box=box, gap_s=0.05)
            if batch is None:
                continue
            runs = batch["runs"]
            ordered = sum(run["all_in_order"] for run in runs)
            back = sum(run["clip_restored"] for run in runs)
            lines.append(
                f"| {title}, {box.capitalize()} box | {spread(values(runs, 'different'))} "
                f"| {ordered}/{len(runs)} | {spread(values(runs, 'last_text_ms'))} "
                f"| {back}/{len(runs)} |"
            )
    head = "| 20 hotkeys, 50 ms apart | arrived | all in order | last after, ms | clipboard back |"
    return rows(head, lines)

"""Words for the agent's data: what could not be kept or read, and its backups."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "store.full": (
        "磁盘满了，这次改动没有保存，之前的都还在。请腾出空间：{path}",
        "the disk is full: this change was not kept, all before it is safe. Make room for {path}",
    ),
    "store.unavailable": (
        "数据文件打不开：{path}（{why}）。请检查权限，或关掉占用它的程序",
        "the data file cannot be used: {path} ({why}). Check its rights and who holds it",
    ),
    "store.backup_full": (
        "磁盘满了，备份没有做成，数据本身没有受影响。请腾出空间：{path}",
        "the disk is full: no backup was made, the data itself is safe. Make room for {path}",
    ),
    "store.backup_failed": (
        "备份没有做成：{path}（{why}）。数据本身没有受影响",
        "no backup was made in {path} ({why}); the data itself is safe",
    ),
    "store.backup_broken": (
        "这份备份损坏了，用不了：{path}。请选另一份，现在的数据没有动",
        "this backup is damaged: {path}. Choose another; your data was left as it is",
    ),
    "store.broken": (
        "数据文件损坏：{path}。打开秒回的窗口，会问您要不要用备份恢复",
        "the data file is damaged: {path}. Open the window: it offers to restore a backup",
    ),
    "store.newer": (
        "数据是更新版本的程序写的，没有动它：{path}。请升级秒回",
        "a newer version wrote the data, which was left alone: {path}. Please update miaohui",
    ),
    "store.damaged": (
        "数据文件损坏，已移到 {path}",
        "the data file is damaged and was moved to {path}",
    ),
    "store.restore_title": ("恢复数据", "Restore your data"),
    "store.restore": (
        (
            "自己的话术和设置的数据文件损坏了，原文件已保留在 {path}。\n"
            "要用 {time} 的备份恢复吗？不恢复就从空白开始。"
        ),
        (
            "The file with your own phrases and settings is damaged; it was kept at {path}.\n"
            "Restore the backup of {time}? Otherwise you start afresh."
        ),
    ),
}

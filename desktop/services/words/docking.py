"""Words for docking to another program's window."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "docking.preset.qianniu": ("千牛", "Qianniu"),
    "docking.wayland": (
        "Wayland 不让程序知道别的窗口在哪里，所以不能吸附；换成 X11 会话登录就可以",
        "Wayland does not tell where other windows are, so docking needs an X11 session",
    ),
    "docking.no_desktop": (
        "没有可用的桌面环境，不能吸附到别的窗口",
        "There is no desktop with other windows to dock to",
    ),
    "docking.no_x11": (
        "和显示服务的连接断了，不能吸附。请重新打开程序",
        "The connection to the X server is lost: please start the program again to dock",
    ),
}

"""Words for ``doctor``: what works on a machine, and how to mend what does not."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "check.display": ("图形界面", "Display"),
    "check.keys": ("代按按键", "Keys"),
    "check.target": ("聊天窗口", "Chat window"),
    "check.hotkeys": ("快捷键", "Hotkeys"),
    "check.typed_codes": ("快捷码", "Typed codes"),
    "check.docking": ("吸附", "Docking"),
    "check.autostart": ("开机自动打开", "Autostart"),
    "check.clipboard": ("剪贴板", "Clipboard"),
    "check.store": ("数据", "Data"),
    "check.space": ("磁盘空间", "Disk space"),
    "check.backups": ("备份", "Backups"),
    "check.subscriptions": ("订阅", "Subscriptions"),
    "check.pack": ("话术包", "Pack"),
    "doctor.display": ("图形界面可用（{kind}）", "there is a display ({kind})"),
    "doctor.no_display": (
        "没有图形界面：在桌面里打开终端再运行",
        "there is no display: run it in a desktop session",
    ),
    "doctor.macos": (
        "还不支持 macOS：没有窗口、快捷键和粘贴，命令行可以用",
        "macOS is not supported yet: no window, no hotkeys, no pasting; the command line works",
    ),
    "doctor.hotkeys": ("{count} 个快捷键都可用", "all {count} hotkeys can be had"),
    "doctor.hotkeys_refused": (
        "有快捷键用不了，请在设置里换一个：{which}",
        "some hotkeys cannot be had, choose others in the settings: {which}",
    ),
    "doctor.refused_hotkey": ("{keys}（{command}）{why}", "{keys} ({command}): {why}"),
    "doctor.hotkeys_by_portal": (
        "全局快捷键由桌面来给：打开窗口时它会问",
        "the desktop can grant global hotkeys: it asks when the window opens",
    ),
    "doctor.keys_by_portal": (
        "桌面可以允许代按粘贴键：第一次粘贴时它会问",
        "the desktop can allow the paste key: it asks at the first paste",
    ),
    "doctor.no_remote_desktop": (
        "这个桌面不让程序代按粘贴键（没有 RemoteDesktop 门户），只能复制",
        "this desktop has no RemoteDesktop portal to press keys with: phrases are only copied",
    ),
    "doctor.portal_silent": (
        "桌面门户没有回应：注销再登录试试",
        "the desktop portal does not answer: log out and in again",
    ),
    "doctor.portal_gone": (
        "桌面门户停了：注销再登录试试",
        "the desktop portal has stopped: log out and in again",
    ),
    "doctor.refused": (
        "桌面门户没有接受请求，请把桌面升级到新一点的版本",
        "the desktop portal turned us down: a newer version of the desktop may help",
    ),
    "doctor.no_bus": (
        "连不上会话总线（D-Bus）：在桌面里打开终端再运行",
        "the session bus cannot be reached: run it in a terminal of the desktop",
    ),
    "doctor.target_in_front": (
        "Wayland 不告诉程序哪个窗口在前面：话术发到你正在用的窗口",
        "Wayland tells no program which window is in front: phrases go to the one in use",
    ),
    "doctor.keys": ("可以代按粘贴键", "the paste key can be sent"),
    "doctor.no_xtest": (
        "显示服务没有 XTEST 扩展，只能复制，请在 X 服务里打开它",
        "the X server lacks the XTEST extension, so phrases are only copied: switch it on there",
    ),
    "doctor.no_x11": (
        "连不上显示服务 {display}：{why}",
        "cannot reach the display {display}: {why}",
    ),
    "doctor.keys_heard": (
        "可以代按粘贴键，按下的快捷键也收得到",
        "the paste key can be sent, and hotkeys that are pressed are heard",
    ),
    "doctor.keys_unheard": (
        "试按了一个快捷键却没有收到：有程序拦住了按键，退出按键或安全类工具再试",
        "a hotkey pressed for a test was not heard: another program stops keys, end it and retry",
    ),
    "doctor.keys_refused": (
        "Windows 现在不让程序按键，话术只能复制：解锁屏幕后再试",
        "Windows takes no keys from programs now: unlock the screen and try again",
    ),
    "doctor.no_spare_hotkey": (
        "F20 到 F24 都被别的程序占用，没法试按键：退出按键工具再试",
        "other programs have F20 to F24, so no key can be tried: end them and try again",
    ),
    "doctor.elevated": (
        "{program} 是用管理员身份打开的，按键发不进去：用普通身份打开它，或用管理员身份打开秒回",
        "{program} runs as administrator and takes no keys from us: start it without, or us with",
    ),
    "doctor.clipboard": ("剪贴板可用", "the clipboard works"),
    "doctor.clipboard_held": (
        "{program} 一直占着剪贴板，别的程序都用不了：把它关掉再试",
        "{program} keeps the clipboard from all other programs: close it and try again",
    ),
    "doctor.no_clipboard": (
        "命令行复制不可用：请安装 xclip 或 wl-clipboard",
        "copying from the command line needs xclip or wl-clipboard: install one",
    ),
    "doctor.target": ("当前窗口：{program}", "the active window is {program}"),
    "doctor.nothing_active": (
        "能看到当前窗口，只是现在没有别的窗口在前面",
        "the active window can be seen; no other program is in front now",
    ),
    "doctor.no_target": (
        "看不到当前窗口：窗口管理器没有说明，点一下聊天窗口再试",
        "the window manager does not tell the active window: click the chat and try again",
    ),
    "doctor.store": ("数据可读写：{path}", "data can be read and written: {path}"),
    "doctor.no_store": (
        "还没有数据，第一次打开窗口时会建在 {path}",
        "no data yet: the window makes it in {path} when it is first opened",
    ),
    "doctor.typed_codes_off": ("快捷码没有开", "typed codes are switched off"),
    "doctor.typed_codes_on": ("快捷码已开，可用", "typed codes are switched on and can be seen"),
    "doctor.docking_off": ("没有吸附到别的窗口", "docking is switched off"),
    "doctor.docking_on": (
        "会吸附到 {program} 的窗口",
        "the window docks to one of {program}",
    ),
    "doctor.autostart_on": ("开机会自动打开", "the program starts when you log in"),
    "doctor.autostart_off": ("开机不会自动打开", "the program does not start when you log in"),
    "doctor.space": ("磁盘剩余 {free} MB：{path}", "{free} MB are free for {path}"),
    "doctor.not_writable": (
        "数据文件夹不能写：{path}。请检查权限",
        "the data folder cannot be written: {path}. Check its rights",
    ),
    "doctor.little_space": (
        "磁盘只剩 {free} MB，请腾出空间：{path}",
        "only {free} MB are free: make room for {path}",
    ),
    "doctor.no_reserve": (
        "磁盘满过，备用空间已经让出来了：{path}。腾出空间后重新打开秒回",
        "the disk was full and the reserve in {path} is used up: make room, then start again",
    ),
    "doctor.backups": (
        "有 {count} 份备份，最近一份是 {time}：{path}",
        "{count} backups, the newest of {time}: {path}",
    ),
    "doctor.no_backups": (
        "还没有备份，窗口打开后每天自动备份一次",
        "no backup yet: one a day is made while the window is open",
    ),
    "doctor.bad_backup": (
        "最近一份备份（{time}）读不出来：{path}。请在设置里马上备份一次",
        "the newest backup, of {time}, cannot be read: {path}. Back up now in the settings",
    ),
    "doctor.pack": ("话术包 {name}，{count} 条", "pack {name}, {count} phrases"),
    "doctor.bad_pack": ("话术包打不开：{why}", "the pack cannot be opened: {why}"),
    "doctor.subscription": (
        "{pack} v{version}，上次检查正常是 {when}",
        "{pack} v{version}, last found in order {when}",
    ),
    "doctor.subscription_empty": (
        "{pack} 还没有下载完整：运行 miaohui update",
        "{pack} was not fetched whole yet: run miaohui update",
    ),
    "doctor.subscription_expired": (
        "{pack} v{version} 从 {when} 起没有确认过，价格待核实：连上网络运行 miaohui update",
        "{pack} v{version} was not confirmed since {when}: verify its prices, run miaohui update",
    ),
    "doctor.subscription_clock": (
        "电脑的时间往回走了，{pack} v{version} 的价格待核实：请校准时间",
        "this machine's clock went back: verify prices of {pack} v{version}, and set the clock",
    ),
    "doctor.problem": ("{why}", "{why}"),
}

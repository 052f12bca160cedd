"""Words for the program itself: command line, doctor, hotkeys, the window's messages."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "insertion.no_target": (
        "还不知道要发到哪个聊天窗口。话术已复制，点一下聊天窗口再按 Ctrl+V 就好",
        "No chat window is known yet. The phrase is copied: click the chat and press Ctrl+V",
    ),
    "insertion.target_gone": (
        "聊天窗口已经关了。话术已复制，到新窗口里按 Ctrl+V 就好",
        "The chat window is closed. The phrase is copied: press Ctrl+V where you need it",
    ),
    "insertion.not_active": (
        "聊天窗口没能回到前面。话术已复制，点一下它再按 Ctrl+V 就好",
        "The chat window did not come to the front. The phrase is copied: click it, press Ctrl+V",
    ),
    "insertion.keys_held": (
        "键盘上还有键没松开，就没有粘贴。话术已复制，松手后按 Ctrl+V 就好",
        "A key was held down, so nothing was pasted. The phrase is copied: let go, press Ctrl+V",
    ),
    "insertion.unread": (
        "聊天窗口没有反应。话术留在剪贴板里，它恢复后没有出现的话，请按 Ctrl+V",
        "The chat window does not answer. The phrase stays on the clipboard: press Ctrl+V there",
    ),
    "insertion.typed_on": (
        "代码后面又打了字，就没有替换。想用这条话术，请再打一次代码",
        "You typed on after the code, so nothing was replaced: type the code again if you need it",
    ),
    "insertion.clipboard_taken": (
        "粘贴的同时剪贴板放进了别的内容，这条话术没有发过去，请再来一次",
        "Something else was copied at the same moment and the phrase did not arrive: try again",
    ),
    "insertion.clipboard_busy": (
        "别的程序一直占着剪贴板，这条话术没有发过去，请再来一次",
        "Another program keeps hold of the clipboard and the phrase did not arrive: try again",
    ),
    "insertion.keys_asked": (
        "系统在问能不能让秒回按键：允许后下一条就会自动粘贴。这条已复制，到聊天窗口按 Ctrl+V 就好",
        (
            "The desktop asks whether Miaohui may press keys: allow it, and the next phrase pastes "
            "itself. This one is copied: press Ctrl+V in the chat"
        ),
    ),
    "insertion.keys_declined": (
        "没有允许秒回按键，所以只能复制。话术已复制，到聊天窗口按 Ctrl+V 就好",
        (
            "Miaohui is not allowed to press keys, so it only copies. The phrase is copied: press "
            "Ctrl+V in the chat"
        ),
    ),
    "insertion.no_remote_desktop": (
        "这个桌面不让程序代按粘贴键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "This desktop lets no program press keys. The phrase is copied: press Ctrl+V in the chat",
    ),
    "insertion.portal_silent": (
        "桌面门户没有回应，不能代按粘贴键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "The desktop portal does not answer. The phrase is copied: press Ctrl+V in the chat",
    ),
    "insertion.portal_gone": (
        "桌面门户停了，不能代按粘贴键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "The desktop portal has stopped. The phrase is copied: press Ctrl+V in the chat",
    ),
    "insertion.no_bus": (
        "连不上会话总线（D-Bus），不能代按粘贴键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "The session bus cannot be reached. The phrase is copied: press Ctrl+V in the chat",
    ),
    "insertion.refused": (
        "桌面没有让秒回按键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "The desktop did not let Miaohui press keys. The phrase is copied: press Ctrl+V",
    ),
    "insertion.unfocused": (
        "桌面只让正在用的窗口复制，这条话术没有复制。点一下秒回的窗口再来一次",
        "The desktop lets only the window in use copy: click Miaohui's window and try again",
    ),
    "insertion.unsupported": (
        "这个系统上还不能自动粘贴。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "Pasting is not possible on this system yet. The phrase is copied: press Ctrl+V",
    ),
    "insertion.no_desktop": (
        "没有可用的桌面环境。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "There is no desktop to paste to. The phrase is copied: press Ctrl+V",
    ),
    "insertion.no_xtest": (
        "显示服务没有 XTEST 扩展，不能代按粘贴键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "Without the XTEST extension no key can be sent. The phrase is copied: press Ctrl+V",
    ),
    "insertion.no_x11": (
        "和显示服务的连接断了。请重新打开程序",
        "The connection to the X server is lost: please start the program again",
    ),
    "insertion.target_elevated": (
        "聊天软件是用管理员身份打开的，Windows 不让代按粘贴键。话术已复制，在那里按 Ctrl+V 就好",
        "The chat runs as administrator and takes no keys from us. Copied: press Ctrl+V there",
    ),
    "insertion.keys_refused": (
        "Windows 现在不让程序按键，可能是锁屏了。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "Windows takes no keys from programs now, as on a locked screen. Copied: press Ctrl+V",
    ),
    "insertion.untaken": (
        "聊天窗口没有取走图片或文件：它可能不收，或没有反应。还没粘贴的文字已复制，按 Ctrl+V 就好",
        "The chat did not take the picture or file. Texts that were left are copied: press Ctrl+V",
    ),
    "insertion.left_out": (
        "这条没有粘贴，剪贴板里也放不下它，请再来一次",
        "This one was not pasted, and the clipboard had no room for it: try again",
    ),
    "insertion.unsent": (
        "话术已经粘贴，但没有代按发送键：聊天窗口不在前面，或键盘上有键没松开。请看一眼再发送",
        "Pasted but not sent: the chat was not in front, or a key was held. Look, then send it",
    ),
    "insertion.texts_alone": (
        "{why}（图片和文件没有一起复制）",
        "{why} (pictures and files are not copied)",
    ),
    "insertion.part": ("第 {part} 段没有粘贴上。{why}", "Part {part} was not pasted. {why}"),
    "insertion.no_such_key": (
        "这个键盘上没有要用的键。话术已复制，到聊天窗口按 Ctrl+V 就好",
        "This keyboard lacks the key it takes. The phrase is copied: press Ctrl+V",
    ),
    "command.search": ("显示窗口并搜索", "Show the window and search"),
    "command.order": ("打开订单", "Open the order room"),
    "command.clock": ("开始计回复用时", "Start the reply clock"),
    "command.pin": ("粘贴置顶话术 {number}", "Paste pinned phrase {number}"),
    "command.phrase": ("粘贴话术 {id}", "Paste the phrase {id}"),
    "hotkey.ours": ("“{command}”已经用了这个快捷键", "“{command}” has these keys"),
    "typing.no_record": (
        "显示服务没有 RECORD 扩展，看不到打的代码，快捷码用不了",
        "Without the RECORD extension of the X server typed codes cannot be seen",
    ),
    "typing.no_x11": (
        "连不上显示服务，快捷码用不了",
        "The X server cannot be reached, so codes cannot be typed",
    ),
    "typing.wayland": (
        "Wayland 不让程序看到别的窗口里打的字，快捷码用不了；请用快捷键或搜索",
        "Wayland lets no program see what is typed elsewhere: use hotkeys or the search instead",
    ),
    "typing.refused": (
        "Windows 不让看按了哪些键，快捷码用不了",
        "Windows does not let us see which keys are pressed, so codes cannot be typed",
    ),
    "typing.no_desktop": (
        "没有可用的桌面环境，快捷码用不了",
        "There is no desktop on which codes could be typed",
    ),
    "autostart.refused": (
        "系统不让改开机自动打开的设置，请在系统的启动设置里改",
        "The system does not let the program change this: use the system's startup settings",
    ),
    "hotkey.asked": (
        "系统在问要不要给秒回这些快捷键，请在它的窗口里允许",
        "The desktop asks about Miaohui's hotkeys: please allow them in its window",
    ),
    "hotkey.declined": (
        "没有允许秒回用全局快捷键。重新打开秒回会再问一次；窗口里的键照常能用",
        (
            "Miaohui was not allowed global hotkeys; it asks again at its next start. Keys inside "
            "the window work"
        ),
    ),
    "hotkey.not_given": ("系统没有给这个快捷键", "the desktop did not give this hotkey"),
    "hotkey.other_keys": (
        "系统里设的是：{keys}",
        "the desktop has other keys for it: {keys}",
    ),
    "hotkey.no_portal": (
        "这个桌面没有全局快捷键门户，快捷键只在秒回的窗口里能用",
        "This desktop has no portal for global hotkeys: keys work inside Miaohui's window only",
    ),
    "hotkey.portal_silent": (
        "桌面门户没有回应，全局快捷键用不了",
        "The desktop portal does not answer, so there are no global hotkeys",
    ),
    "hotkey.portal_gone": (
        "桌面门户停了，全局快捷键暂时用不了；它恢复后会自动接上",
        "The desktop portal has stopped, and the hotkeys with it; they return when it does",
    ),
    "hotkey.refused": (
        "桌面没有接受秒回的快捷键请求，运行 miaohui doctor 看看",
        "The desktop did not take Miaohui's hotkeys: miaohui doctor may tell why",
    ),
    "hotkey.no_bus": (
        "连不上会话总线（D-Bus），全局快捷键用不了",
        "The session bus cannot be reached, so there are no global hotkeys",
    ),
    "hotkey.taken": (
        "这个快捷键已经被别的程序占用",
        "Another program already has this hotkey",
    ),
    "hotkey.no_such_key": (
        "这个键盘上没有这个键",
        "This keyboard has no such key",
    ),
    "hotkey.unsupported": (
        "这个系统上还不能用全局快捷键",
        "Global hotkeys are not possible on this system yet",
    ),
    "hotkey.no_desktop": (
        "没有可用的桌面环境，全局快捷键用不了",
        "There is no desktop that could give out global hotkeys",
    ),
    "hotkey.no_x11": (
        "连不上显示服务，全局快捷键用不了",
        "The X server cannot be reached, so there are no global hotkeys",
    ),
}

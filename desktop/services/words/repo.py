"""Words for ``miaohui repo``, and for publishing in the window."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "repo.help": (
        "话术包仓库：主管在这里建仓库、发布、管密钥",
        "The pack repository, a supervisor's side: set up, publish, keys",
    ),
    "repo.help.init": (
        (
            "建一个新仓库，生成密钥，显示 12 位核对数字。\n\n"
            "PLACE 是文件夹（本机、共享盘、U 盘）或 s3://存储桶/前缀。"
            "第一个 --holder 还管日常发布的密钥。\n\n"
            "例：miaohui repo init /srv/packs --holder 阿婷 --holder 小林 --holder 老王 "
            "--threshold 2 --pack dress"
        ),
        (
            "Set up a new repository: makes its keys and shows the 12 digits.\n\n"
            "PLACE is a folder (a disk, a share, a stick) or s3://bucket/prefix. The "
            "first --holder "
            "has the keys of daily work, too.\n\n"
            "Example: miaohui repo init /srv/packs --holder Ting --holder Lin --holder Wang "
            "--threshold 2 --pack dress"
        ),
    ),
    "repo.help.attach": (
        (
            "让这台电脑也能发布到别处建好的仓库。之后把密钥文件拷到显示的文件夹里。\n\n"
            "例：miaohui repo attach /mnt/packs --invite dress.miaohui-invite"
        ),
        (
            "Let this machine publish, too, to a repository set up elsewhere. Then copy "
            "key files to "
            "the folder it names.\n\n"
            "Example: miaohui repo attach /mnt/packs --invite dress.miaohui-invite"
        ),
    ),
    "repo.help.add_pack": (
        (
            "给一个话术包（一家店）开一个位置，它有自己的密钥。\n\n例：miaohui repo add-pack "
            "shoes --holder 小林"
        ),
        (
            "Give a pack (a shop) its place, with a key of its own.\n\n"
            "Example: miaohui repo add-pack shoes --holder Lin"
        ),
    ),
    "repo.help.publish": (
        (
            "检查、对比、发布一个话术包。有错误不发布；有提醒要确认。中途断了，再运行一次就好。\n\n"
            "例：miaohui repo publish my-shop --note 双十一口径"
        ),
        (
            "Check a pack, show what changes for agents, and publish it. Errors stop it, "
            "warnings need "
            "a yes. Was it cut off, run it again.\n\n"
            "Example: miaohui repo publish my-shop --note 'Double Eleven'"
        ),
    ),
    "repo.help.history": (
        "可以退回的各版。\n\n例：miaohui repo history dress",
        "The editions one can go back to.\n\nExample: miaohui repo history dress",
    ),
    "repo.help.rollback": (
        (
            "退回旧的一版：旧内容作为新的一版发布，客服跟着换回去。\n\n"
            "例：miaohui repo rollback dress 12 --note 第13版价格写错"
        ),
        (
            "Go back: the old content is published as a new edition, which agents follow.\n\n"
            "Example: miaohui repo rollback dress 12 --note 'Wrong prices in 13'"
        ),
    ),
    "repo.help.status": (
        ("谁签了什么、什么时候到期、占多大。有快到期的，退出码是 1。\n\n例：miaohui repo status"),
        (
            "Who signed what, until when, and how large it is. Exit status 1 if anything "
            "is about to "
            "run out.\n\nExample: miaohui repo status"
        ),
    ),
    "repo.help.resign": (
        (
            "给索引续签（满一天才签），每天定时运行一次就不会过期。\n\n"
            "例：miaohui repo resign --passphrase-file /etc/miaohui/online"
        ),
        (
            "Sign the index again if it is a day old: run daily, it never runs out.\n\n"
            "Example: miaohui repo resign --passphrase-file /etc/miaohui/online"
        ),
    ),
    "repo.help.invite": (
        (
            "写一个邀请文件；有网址时还有链接。客服核对 12 位数字。\n\n"
            "例：miaohui repo invite --place https://packs.example/dress --pack dress"
        ),
        (
            "Write an invitation file, and a link for web addresses. Agents compare the "
            "12 digits.\n\n"
            "Example: miaohui repo invite --place https://packs.example/dress --pack dress"
        ),
    ),
    "repo.help.export": (
        (
            "把客服要的都拷到一个文件夹，比如 U 盘；再拷只加新的。\n\n例：miaohui repo "
            "export /media/stick/packs"
        ),
        (
            "Copy all that agents need to a folder, a stick say; later only what is new.\n\n"
            "Example: miaohui repo export /media/stick/packs"
        ),
    ),
    "repo.help.keys": (
        "密钥：谁可以签什么。ROLE 是 root、targets、online 或话术包编号",
        "Keys: who may sign what. ROLE is root, targets, online, or a pack's id",
    ),
    "repo.help.keys_add": (
        "给一个人新做一把密钥。\n\n例：miaohui repo keys add dress 小林",
        "Make a key for somebody.\n\nExample: miaohui repo keys add dress Lin",
    ),
    "repo.help.keys_revoke": (
        "收回一把密钥，按持有人或编号开头。\n\n例：miaohui repo keys revoke dress 小林",
        (
            "Revoke a key, by its holder or the beginning of its id.\n\nExample: miaohui "
            "repo keys revoke dress Lin"
        ),
    ),
    "repo.help.keys_rotate": (
        (
            "换新密钥，持有人不变；不写是哪一把就全换。\n\n"
            "例：miaohui repo keys rotate root --keys /media/ting --keys /media/lin"
        ),
        (
            "Replace a key, or all of a role, by new ones of the same people.\n\n"
            "Example: miaohui repo keys rotate root --keys /media/ting --keys /media/lin"
        ),
    ),
    "repo.help.keys_renew": (
        "密钥不变，签名再续一期。\n\n例：miaohui repo keys renew targets",
        (
            "Sign a role for another term with the same keys.\n\nExample: miaohui repo keys "
            "renew targets"
        ),
    ),
    "repo.help.keys_sign": (
        (
            "用这里的密钥在待签文件上签名；有 U 盘就够，不必接入过仓库。\n\n"
            "例：miaohui repo keys sign new-root.draft --keys /media/lin"
        ),
        (
            "Sign a draft with the keys that are here; a stick is enough, no repository need be "
            "known.\n\nExample: miaohui repo keys sign new-root.draft --keys /media/lin"
        ),
    ),
    "repo.help.keys_finish": (
        "签名齐了，让待签文件生效。\n\n例：miaohui repo keys finish new-root.draft",
        (
            "Put a draft with all its signatures in force.\n\nExample: miaohui repo keys "
            "finish new-root.draft"
        ),
    ),
    "repo.option.repo": (
        "哪个仓库：名字或位置；只有一个就不用写",
        "which repository, by name or place; not needed if there is one",
    ),
    "repo.option.keys": (
        "密钥文件所在的文件夹，比如 U 盘；可以写多次，新密钥放在第一个",
        "a folder with key files, a stick say; repeatable, new keys go to the first",
    ),
    "repo.option.passphrase_file": (
        (
            "从文件读口令：一行通用，或每个持有人一行；文件只让自己读（chmod 600）。"
            "不写就看环境变量 MIAOHUI_PASSPHRASE，再问你"
        ),
        (
            "read passphrases from a file: one line for all, or one a holder; let nobody "
            "else read it "
            "(chmod 600). Else MIAOHUI_PASSPHRASE, else you are asked, which is safest"
        ),
    ),
    "repo.option.holder": (
        "根密钥的持有人，每人一个 --holder",
        "who holds a root key; one --holder for each",
    ),
    "repo.option.least": (
        "改密钥要几个人签名；不写就是过半",
        "how many must sign a change of keys; else more than half of three or more, or one",
    ),
    "repo.option.packs": ("给这个话术包开位置，可以写多次", "give this pack a place; repeatable"),
    "repo.option.name": ("仓库的名字；不写就按位置取", "a name for it; else the place's last part"),
    "repo.option.endpoint": ("对象存储的地址（不是 AWS 时）", "address of the storage, unless AWS"),
    "repo.option.new_keys": (
        "密钥文件放哪个文件夹；不写就放在数据文件夹里",
        "the folder for key files; else one in the data folder",
    ),
    "repo.option.keyring": (
        "日常密钥放进系统钥匙串，不用口令文件；根密钥仍是文件",
        "keep the keys of daily work in the system's keyring; the root's stay files",
    ),
    "repo.option.invite": (
        "主管发来的邀请文件或链接",
        "the invitation file or link of that repository",
    ),
    "repo.option.key_for": ("密钥给谁", "who gets the key"),
    "repo.option.note": ("告诉客服改了什么", "what agents are told has changed"),
    "repo.option.yes": ("不问，直接发布，有提醒也发", "do not ask, also with warnings"),
    "repo.option.draft": ("待签文件写到哪里", "where a draft is written"),
    "repo.option.place": (
        "客服从哪里取：网址或文件夹，可以写多个；不写就是发布的文件夹",
        "where agents fetch it, address or folder; repeatable; else the published folder",
    ),
    "repo.option.follow": ("邀请去哪个话术包；不写就是全部", "a pack to follow; else all"),
    "repo.option.invitation": ("邀请文件写到哪里", "where the invitation is written"),
    "repo.ask.passphrase": ("{file} 的口令", "Passphrase for {file}"),
    "repo.ask.new": (
        "给 {holder} 的新密钥设口令（至少 {least} 个字符）",
        "New passphrase for the keys of {holder} (at least {least} characters)",
    ),
    "repo.ask.again": ("再输一次", "Once more"),
    "repo.ask.differ": ("两次不一样，重新来", "They differ: begin again"),
    "repo.ask.publish": ("发布吗？", "Publish this?"),
    "repo.ask.despite": ("有 {count} 个提醒，仍然发布吗？", "Publish despite {count} warnings?"),
    "repo.set_up": ("仓库 {name} 建好了：{place}", "The repository {name} is set up: {place}"),
    "repo.digits": ("核对数字：{digits}", "Digits to compare: {digits}"),
    "repo.keys_in": (
        "密钥在 {keys}（改密钥要 {all} 人里的 {least} 人签名）：",
        "The keys are in {keys} ({least} of {all} must sign a change of keys):",
    ),
    "repo.in_keyring": ("（系统钥匙串）", "(the system's keyring)"),
    "repo.keep.root": (
        "移到这个人的 U 盘，锁好；这里不要留副本",
        "move it to a stick of theirs, locked away; leave no copy here",
    ),
    "repo.keep.targets": ("主管保管，开新店、换密钥时用", "for the lead: new packs and their keys"),
    "repo.keep.online": ("留在发布的电脑上", "stays on the machine that publishes"),
    "repo.keep.pack": (
        "写 {role} 的人保管，每次发布用",
        "for whoever writes {role}: to publish it",
    ),
    "repo.next": (
        "接下来：miaohui repo publish 文件夹，然后 miaohui repo invite --place 网址",
        "Next: miaohui repo publish DIR, then miaohui repo invite --place URL",
    ),
    "repo.attached": (
        "接入了 {name}，核对数字：{digits}。把密钥文件拷到 {keys}",
        "Attached {name}, digits to compare: {digits}. Now copy key files to {keys}",
    ),
    "repo.pack_added": (
        "{pack} 有位置了，密钥给 {holder}：{files}",
        "{pack} has its place; its key for {holder}: {files}",
    ),
    "repo.refused": ("有错误，没有发布", "Not published: there are errors"),
    "repo.not_published": ("没有发布", "Not published"),
    "repo.unchanged": (
        "没有变化：客服用的就是 {pack} 第 {version} 版，没有发布",
        "Nothing has changed: agents have just this as {pack} v{version}; not published",
    ),
    "repo.published": (
        "已发布 {pack} 第 {version} 版，客服会在 23 分钟内收到",
        "Published {pack} v{version}; agents get it within 23 minutes",
    ),
    "repo.rolled_back": (
        "{pack} 退回到第 {old} 版的内容，编号是第 {version} 版",
        "{pack} is back at the content of v{old}, as v{version}",
    ),
    "repo.none_yet": ("{pack} 还没有发布过", "{pack} is not published yet"),
    "repo.first": (
        "{pack} 第 1 版：{count} 条话术，{size} kB",
        "{pack} v1: {count} phrases, {size} kB",
    ),
    "repo.no_compare": (
        "{pack}  v{before} → v{after}：现在的一版这个程序读不了，没法对比",
        "{pack}  v{before} → v{after}: what is in force cannot be read by this program to compare",
    ),
    "repo.note": ("说明：{note}", "Note: {note}"),
    "repo.step.pack": ("上传话术包…", "Uploading the pack…"),
    "repo.step.signatures": ("写签名…", "Writing signatures…"),
    "repo.step.index": ("换上新索引…", "Putting it in force…"),
    "repo.of": ("仓库 {name}：{place}", "Repository {name}: {place}"),
    "repo.size": ("{files} 个文件，{size} kB", "{files} files, {size} kB"),
    "repo.role.root": ("根（谁的密钥算数）", "root (whose keys count)"),
    "repo.role.targets": ("目录（有哪些话术包）", "targets (which packs there are)"),
    "repo.role.snapshot": ("快照", "snapshot"),
    "repo.role.timestamp": ("索引", "index"),
    "repo.signed": ("（{all} 把密钥，要 {least} 个签名）", " ({least} of {all} keys sign)"),
    "repo.line": ("{role}：{term}", "{role}: {term}"),
    "repo.term.good": ("{day} 前续签，还有 {days} 天", "sign again before {day}, in {days} days"),
    "repo.term.soon": (
        "快到期了：{day} 前要续签，还有 {days} 天",
        "runs out soon: sign again before {day}, in {days} days",
    ),
    "repo.term.over": (
        "{day} 已过期，客服的价格标着待核实",
        "ran out on {day}: agents see prices as to be verified",
    ),
    "repo.renew.by": ("（miaohui {how}）", " (miaohui {how})"),
    "repo.key.signed": ("已签", "signed"),
    "repo.key.unsigned": ("没签", "did not sign"),
    "repo.key.here": ("在这里", "is here"),
    "repo.key.new": (
        "新密钥 {file}：交给 {holder}",
        "New key {file}: for {holder}",
    ),
    "repo.key.gone": (
        "{holder} 的 {file} 不再算数，可以删掉",
        "{file} of {holder} counts no longer and may be deleted",
    ),
    "repo.changed": (
        "{role} 改好了，客服下次检查就跟上",
        "{role} is changed; agents follow at their next check",
    ),
    "repo.resigned": ("索引续签好了", "The index is signed anew"),
    "repo.young": ("索引还不到一天，不用续签", "The index is less than a day old: nothing to do"),
    "repo.invited": (
        "写好了邀请 {file}（{packs}）",
        "Wrote the invitation {file} ({packs})",
    ),
    "repo.no_link": (
        "没有链接：链接只能带网址，请发文件",
        "No link: links hold web addresses only; hand out the file",
    ),
    "repo.exported": ("拷了 {count} 个文件到 {folder}", "Copied {count} files to {folder}"),
    "repo.export_same": ("{folder} 里已经是最新的", "{folder} has everything already"),
    "repo.draft.missing": (
        (
            "还没生效：{file} 还缺 {count} 个签名。到其他密钥所在的电脑上 miaohui repo keys "
            "sign，再 keys finish"
        ),
        (
            "Not in force yet: {file} lacks {count} signatures. Sign it where the other keys are "
            "(miaohui repo keys sign), then keys finish"
        ),
    ),
    "repo.draft.threshold": (
        "{role} 以后要 {least} 个签名",
        "{role} needs {least} signatures from now on",
    ),
    "repo.draft.whole": (
        "签名齐了：miaohui repo keys finish {file}",
        "All signatures are there: miaohui repo keys finish {file}",
    ),
    "repo.draft.none_here": (
        "这里没有它要的密钥，还缺 {count} 个签名（--keys 指定 U 盘）",
        "No key it waits for is here; it lacks {count} signatures (name a stick with --keys)",
    ),
    "repo.draft.in_force": ("新的根生效了", "The new root is in force"),
    "problem.repo_none": (
        "这台电脑还没有仓库：miaohui repo init 建一个，或 repo attach 接入",
        "this machine has no repository: set one up (miaohui repo init) or attach one",
    ),
    "problem.repo_which": (
        "有几个仓库，用 --repo 选一个：{names}",
        "there are several repositories, choose with --repo: {names}",
    ),
    "problem.repo_unknown": (
        "没有仓库 {got}，有的是：{names}",
        "there is no repository {got}; there are: {names}",
    ),
    "problem.repo_nobody": (
        "没有终端可以确认：加 --yes，或在终端里运行",
        "there is nobody to ask: give --yes, or run it in a terminal",
    ),
    "problem.repo_no_passphrase": (
        "没有终端可以问口令：用 --passphrase-file，或环境变量 {variable}",
        "no terminal to ask for the passphrase: give --passphrase-file or set {variable}",
    ),
    "problem.repo_empty_file": ("{path} 里没有口令", "there is no passphrase in {path}"),
    "problem.repo_holders": (
        "--holder 要写不同的人名",
        "each --holder must be the name of somebody else",
    ),
    "problem.repo_name": (
        "{got} 不能作仓库名：小写字母、数字和连字符，用 --name 另起一个",
        "{got} cannot be a name: lower-case letters, digits, hyphens; choose with --name",
    ),
    "problem.repo_no_bucket": (
        "{got} 要写成 s3://存储桶/前缀",
        "{got} must be s3://bucket/prefix",
    ),
    "problem.repo_web_place": (
        "{got} 是网址，网站不能直接发布：写网站的文件夹，或 s3://存储桶/前缀",
        "{got} is a web address, which cannot be written to: name its folder, or s3://bucket/prefix",
    ),
    "problem.repo_needs_place": (
        "客服要从网址取 {place}：用 --place 写出来",
        "agents fetch {place} by a web address: name it with --place",
    ),
    "problem.repo_no_packs": (
        "仓库里还没有话术包：miaohui repo add-pack 编号",
        "the repository has no pack yet: miaohui repo add-pack ID",
    ),
    "problem.repo_no_pack": (
        "仓库里没有 {got}，有的是：{packs}",
        "the repository has no pack {got}; it has: {packs}",
    ),
    "problem.repo_no_role": (
        "没有 {got}，有的是：{names}",
        "there is no {got}; there are: {names}",
    ),
    "problem.repo_no_key": (
        "没有或不止一把密钥是 {got}，有的是：{keys}",
        "no key, or more than one, is {got}; there are: {keys}",
    ),
    "remote.name_taken": (
        "这台电脑已经有仓库叫 {name}：用 --name 另起一个",
        "this machine has a repository called {name} already: choose another with --name",
    ),
    "remote.damaged_here": (
        "{path} 坏了：从备份恢复，或删掉它再 repo attach",
        "{path} is damaged: restore it, or delete it and attach the repository again",
    ),
    "remote.other_meanwhile": (
        "{pack} 刚被别人发布了新的一版：再对比一次",
        "somebody else has just published {pack}: compare again",
    ),
}

"""Words for the pack repository: what agents and publishers are told."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    # an agent's side
    "remote.network": ("连不上 {place}：{why}", "cannot reach {place}: {why}"),
    "remote.deadline": (
        "{place} 太慢，没等完：请看看网络，稍后会自动再试",
        "{place} is too slow and was given up: check the network; it is tried again later",
    ),
    "remote.http_status": (
        "{place} 回答 {status}：地址不对，或者服务器上的文件不全",
        "{place} answers {status}: the address is wrong, or files are missing on the server",
    ),
    "remote.redirected": (
        "{place} 转到了 {where}：先登录网络，或者改用新地址的邀请",
        "{place} redirects to {where}: log in to the network, or get an invitation to that address",
    ),
    "remote.malformed": (
        "{place} 回答的不是话术包仓库：先登录网络（比如酒店、商场的 Wi-Fi），或者检查地址",
        "{place} answers with something else: log in to the network, or check the address",
    ),
    "remote.tampered": (
        "{place} 上的内容和签名对不上，没有采用：请告诉主管",
        "what {place} holds does not match its signatures and was not used: tell your supervisor",
    ),
    "remote.unsigned": (
        "{place} 上的签名不够或不对，没有采用：请告诉主管",
        "{place} lacks signatures of the right keys and was not used: tell your supervisor",
    ),
    "remote.rolled_back": (
        "{place} 上的内容比见过的旧，没有采用：请告诉主管",
        "{place} shows something older than was seen before, not used: tell your supervisor",
    ),
    "remote.expired": (
        "{place} 上的签名过期了：请主管打开发布工具续签；也看看这台电脑的时间对不对",
        "the signatures at {place} have run out: ask for new ones, and check this machine's clock",
    ),
    "remote.wrong_root": (
        "这不是邀请里的那个仓库，没有加入：请和主管核对 12 位数字",
        "this is not the repository of the invitation: compare the 12 digits with your supervisor",
    ),
    "remote.no_pack": (
        "{place} 上没有话术包 {pack}：可能还没有发布",
        "{place} has no pack {pack}: it may not be published yet",
    ),
    "remote.pack_too_large": (
        "话术包超过 {most} MB，请拆开",
        "the pack is larger than {most} MB: split it",
    ),
    "remote.tls": (
        "{place} 的证书不可信：{why}",
        "the certificate of {place} is not trusted: {why}",
    ),
    "remote.proxy": (
        "系统设置的代理 {got} 不支持，只支持 HTTP 代理",
        "the proxy {got} in the system's settings is not supported: only HTTP proxies are",
    ),
    "remote.proxy_refused": (
        "代理服务器拒绝了连接（{status}）：请检查代理的用户名和密码",
        "the proxy refuses the connection ({status}): check its user name and password",
    ),
    "remote.ca_file": (
        "证书文件读不了：{path}（{why}）",
        "cannot read the certificates in {path}: {why}",
    ),
    "remote.cancelled": ("已取消", "cancelled"),
    "remote.no_folder": (
        "找不到文件夹 {place}：共享盘或 U 盘接上了吗？",
        "there is no folder {place}: is the share or stick connected?",
    ),
    "remote.no_edition_here": (
        "话术包 {pack} 还没有收到过",
        "no edition of the pack {pack} has arrived yet",
    ),
    "remote.not_ours": (
        "{name} 不是秒回签发的",
        "{name} was not signed by miaohui",
    ),
    # both sides
    "remote.disk_full": (
        "磁盘满了，没有写完的已经丢弃，原来的还在：请腾出空间",
        "the disk is full: what was there before is safe; make room",
    ),
    "remote.disk": ("读写不了（{why}）{path}", "cannot read or write ({why}) {path}"),
    "remote.busy": (
        "另一个程序正在做同样的事，稍后再试",
        "another program is doing the same right now: try again later",
    ),
    "remote.damaged": (
        "文件损坏：{path}。请用邀请重新加入",
        "{path} is damaged: join again with an invitation",
    ),
    # a publisher's side
    "remote.no_key": (
        "{role} 还缺 {missing} 个签名：插上放密钥的 U 盘，或者请持有人来签",
        "{role} lacks {missing} signatures: connect the stick with the keys, or ask their holders",
    ),
    "remote.key_not_here": (
        "这里没有 {holder} 的密钥 {key}",
        "the key {key} of {holder} is not here",
    ),
    "remote.not_a_key": ("{path} 不是密钥文件", "{path} is no key file"),
    "remote.wrong_passphrase": (
        "{path} 的口令不对",
        "wrong passphrase for {path}",
    ),
    "remote.keyring": (
        "系统的钥匙串用不了：{why}",
        "the system's keyring cannot be used: {why}",
    ),
    "remote.no_keyring": (
        "这个系统没有可用的钥匙串：请把密钥存成带口令的文件",
        "this system has no keyring: keep the keys in files with a passphrase",
    ),
    "remote.no_boto3": (
        "发布到对象存储需要 boto3：pip install miaohui[publish]",
        "publishing to object storage needs boto3: pip install miaohui[publish]",
    ),
    "remote.storage": ("对象存储出错：{why}", "the object storage says: {why}"),
    "remote.publishing": (
        "{host} 正在发布：等它做完；如果它中途断了，十分钟后可以接手",
        "{host} is publishing: wait for it; if it died, you can take over in ten minutes",
    ),
    "remote.not_set_up": (
        "这台电脑还没有发布过：先建仓库或接入已有的仓库（{path}）",
        "this machine has not published before: set up a repository or attach one ({path})",
    ),
    "remote.no_repository": (
        "这里没有仓库：先建一个",
        "there is no repository here: set one up",
    ),
    "remote.repository_there": (
        "这里已经有一个仓库，没有动它",
        "there is a repository here already; it was left alone",
    ),
    "remote.keys_beside_packs": (
        "密钥不能放在发布的文件夹里，谁都能看到：请换一个地方",
        "keys must not lie in the published folder, for all to see: choose another place",
    ),
    "remote.too_few_keys": (
        "{role} 要 {needed} 个签名，密钥没有这么多",
        "{role} needs {needed} signatures and has fewer keys",
    ),
    "remote.not_its_key": ("{role} 没有密钥 {key}", "{role} has no key {key}"),
    "remote.not_a_draft": ("不是待签的文件", "this is no draft to be signed"),
    "remote.draft_too_old": (
        "待签文件过时了：密钥已经换过，请重新做一份",
        "the draft is too old: keys have changed since; make a new one",
    ),
    "remote.no_edition": (
        "{pack} 没有第 {version} 版可以退回",
        "{pack} has no edition {version} to go back to",
    ),
    "remote.unknown_role": (
        "仓库里没有 {role}：先给它开一个位置（miaohui repo add-pack {role}）",
        "the repository does not know {role}: give it a place (miaohui repo add-pack {role})",
    ),
    "remote.pack_there": ("仓库里已经有 {pack}", "the repository has {pack} already"),
    "remote.not_a_pack_id": (
        "{pack} 不能作仓库里的编号：小写字母、数字和连字符，也不能是系统保留的名字",
        "{pack} cannot be an id here: lower-case letters, digits, hyphens, and no reserved name",
    ),
    "remote.incomplete": (
        "仓库里缺 {name}：请从备份或导出的副本补上",
        "{name} is missing from the repository: bring it back from a backup or an exported copy",
    ),
    "remote.tampered_file": (
        "仓库里的 {name} 被改过，没有继续：请先查清楚，再从备份恢复",
        "{name} in the repository was altered: find out how, and restore a backup",
    ),
    "remote.behind": (
        "目的地的内容比这台电脑上次发布的还旧（被还原过？）：请从导出的副本恢复，再发布",
        "the destination is older than what was published from here: restore an exported copy",
    ),
    # what people type
    "problem.not_invited": (
        (
            "{got} 不是邀请文件：请用主管发来的邀请；只有地址的话，再加 --root"
            "（主管给的 64 位哈希）和 --pack"
        ),
        (
            "{got} is no invitation file: use the invitation you were sent; an address alone also "
            "needs --root, the hash from your supervisor, and --pack"
        ),
    ),
    "problem.not_a_root_hash": (
        "--root 要 64 位十六进制数字，不能是 {got}",
        "--root takes 64 hexadecimal digits, not {got}",
    ),
    "problem.no_pack_to_follow": (
        "用 --pack 写上要订阅哪个话术包",
        "say with --pack which pack to follow",
    ),
    "problem.nothing_followed": (
        "还没有订阅话术包：先运行 miaohui subscribe 邀请文件",
        "no pack is followed yet: run miaohui subscribe INVITATION first",
    ),
    "problem.not_followed": (
        "没有订阅 {got}；订阅了 {packs}",
        "{got} is not followed; followed are {packs}",
    ),
    "problem.not_held": (
        "话术包 {pack} 还没有下载完整：运行 miaohui update",
        "the pack {pack} was not fetched whole yet: run miaohui update",
    ),
    "problem.not_an_invitation": (
        "不是秒回的邀请：请用主管发来的 .miaohui-invite 文件或 miaohui:// 链接",
        "this is no invitation: use the .miaohui-invite file or miaohui:// link you were sent",
    ),
    "problem.invitation_newer": (
        "邀请是更新版本的秒回做的：请先升级",
        "a newer version made this invitation: update miaohui first",
    ),
    "problem.invitation_damaged": (
        "邀请不完整：请让主管重新发一次，链接要整条复制",
        "the invitation is incomplete: ask for it again, and copy links whole",
    ),
    "problem.not_a_place": (
        "{got} 不是地址（http、https）也不是文件夹的完整路径",
        "{got} is neither an address (http, https) nor the full path of a folder",
    ),
    "problem.not_an_address": (
        "链接里只能有网址，{got} 不是：文件夹请用邀请文件",
        "a link holds web addresses, and {got} is none: for folders, use an invitation file",
    ),
    "problem.not_a_pack_id": (
        "{got} 不是话术包的编号：小写字母、数字和连字符",
        "{got} is no id of a pack: lower-case letters, digits and hyphens",
    ),
    "problem.passphrase_short": (
        "口令至少 {least} 个字符",
        "a passphrase takes at least {least} characters",
    ),
    # why prices are in doubt
    "doubt.expired": (
        "价格待核实：{since} 起没有核对到新的签名",
        "prices to be verified: no new signature since {since}",
    ),
    "doubt.clock": (
        "价格待核实：这台电脑的时间比 {since} 还早，请校准",
        "prices to be verified: this machine's clock is behind {since}; set it right",
    ),
}

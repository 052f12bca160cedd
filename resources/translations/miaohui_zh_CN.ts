<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Answer</name>
    <message>
        <source>Amount due</source>
        <translation>应收金额</translation>
    </message>
    <message>
        <source>Copy amount</source>
        <translation>复制金额</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Due (verify)</source>
        <translation>应收（待核实）</translation>
    </message>
    <message>
        <source>Fills the reply phrase with this quote (Ctrl+Enter)</source>
        <translation>把这笔报价填进回复话术 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Make the reply</source>
        <translation>生成回复</translation>
    </message>
</context>
<context>
    <name>AttachedRow</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>全部正常。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Not everything works: the lines with ✗ say how to mend it.</source>
        <translation>有的用不了，带 ✗ 的那几行写了怎么办。</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Back up now</source>
        <translation>马上备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Go back to the backup of {time}? What you have now is backed up first, then the program starts again.</source>
        <translation>要恢复到 {time} 的备份吗？会先把现在的数据备份一份，然后重新打开秒回。</translation>
    </message>
    <message>
        <source>One is made every day, and the last seven days are kept.</source>
        <translation>每天自动备份一次，保留最近七天。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation>备份好了。</translation>
    </message>
    <message>
        <source>Where your phrases, pins and settings are</source>
        <translation>您的话术、置顶和设置存在这里</translation>
    </message>
</context>
<context>
    <name>DifferenceWindow</name>
    <message>
        <source>What is new</source>
        <translation>有什么新的</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Dock again</source>
        <translation>重新吸附</translation>
    </message>
    <message>
        <source>Docked to {name}</source>
        <translation>已吸附到“{name}”</translation>
    </message>
    <message>
        <source>Docked. Drag this window away to undock</source>
        <translation>已吸附，把本窗口拖开就会取消</translation>
    </message>
    <message>
        <source>Docks to {name} when it is there</source>
        <translation>等“{name}”打开后自动吸附</translation>
    </message>
    <message>
        <source>Not docked</source>
        <translation>未吸附</translation>
    </message>
    <message>
        <source>Undocked</source>
        <translation>已取消吸附</translation>
    </message>
    <message>
        <source>{name} was closed. When it is opened again, this docks to it</source>
        <translation>“{name}”已关闭，再次打开时会自动吸附</translation>
    </message>
</context>
<context>
    <name>DockMenu</name>
    <message>
        <source>Dock</source>
        <translation>吸附</translation>
    </message>
    <message>
        <source>Dock to a window…</source>
        <translation>吸附到窗口…</translation>
    </message>
    <message>
        <source>Dock to {name}</source>
        <translation>吸附到“{name}”</translation>
    </message>
    <message>
        <source>On its left</source>
        <translation>在它左边</translation>
    </message>
    <message>
        <source>On its right</source>
        <translation>在它右边</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Undock</source>
        <translation>取消吸附</translation>
    </message>
</context>
<context>
    <name>DockingPage</name>
    <message>
        <source>Docking</source>
        <translation>吸附</translation>
    </message>
    <message>
        <source>Empty for any title; | stands between several.</source>
        <translation>留空表示任何标题；多个用 | 隔开。</translation>
    </message>
    <message>
        <source>Follows it, hides and comes back with it, and never takes the keyboard. Drag the window away to end it.</source>
        <translation>跟着它移动，和它一起隐藏、一起回来，不抢输入焦点。把本窗口拖开就会取消。</translation>
    </message>
    <message>
        <source>It is found again whenever its program is started.</source>
        <translation>以后每次打开这个程序都会自动找到它。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Point at it…</source>
        <translation>点选窗口…</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Stand beside another program&apos;s window</source>
        <translation>吸附在别的程序窗口旁边</translation>
    </message>
    <message>
        <source>The other one is taken where there is no room.</source>
        <translation>这一边放不下时会换到另一边。</translation>
    </message>
    <message>
        <source>Title contains</source>
        <translation>标题包含</translation>
    </message>
    <message>
        <source>Which window</source>
        <translation>吸附到哪个窗口</translation>
    </message>
</context>
<context>
    <name>EarlierRow</name>
    <message>
        <source>Hours ago</source>
        <translation>几小时前</translation>
    </message>
    <message>
        <source>Paid, not shipped</source>
        <translation>已付款，未发货</translation>
    </message>
    <message>
        <source>Postage paid</source>
        <translation>已付邮费</translation>
    </message>
    <message>
        <source>Regular goods</source>
        <translation>正价商品</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Special goods</source>
        <translation>特价商品</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>hours ago</source>
        <translation>小时前下单</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Add part</source>
        <translation>添加一段</translation>
    </message>
    <message>
        <source>Code, for finding it by a few keys</source>
        <translation>代码（输入几个字母就能找到它，可不填）</translation>
    </message>
    <message>
        <source>Edit phrase</source>
        <translation>编辑话术</translation>
    </message>
    <message>
        <source>Insert placeholder</source>
        <translation>插入占位符</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{name}, empty</source>
        <translation>{name}，还没填</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Add an earlier order</source>
        <translation>添加之前的订单</translation>
    </message>
    <message>
        <source>Add goods</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Always ships for free</source>
        <translation>店铺一直给这位顾客包邮</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders of the last days</source>
        <translation>最近几天的订单</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹数</translation>
    </message>
    <message>
        <source>Province, or paste the address</source>
        <translation>省份，或粘贴整个地址</translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>一直包邮</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Closing the window hides it in the tray</source>
        <translation>关闭窗口时隐藏到托盘</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Hotkeys go on working. Otherwise closing ends the program.</source>
        <translation>快捷键继续有效。不勾选的话，关闭窗口就退出程序。</translation>
    </message>
    <message>
        <source>Keep the window above others</source>
        <translation>窗口始终在最前</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>开机自动打开</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>What customers know you by; it fills {{ 客服 }}.</source>
        <translation>顾客看到的名字，话术里的 {{ 客服 }} 会换成它。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的客服名</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Always on top</source>
        <translation>窗口置顶</translation>
    </message>
    <message>
        <source>Dock to a window…</source>
        <translation>吸附到窗口…</translation>
    </message>
    <message>
        <source>Keep above other windows</source>
        <translation>一直显示在其他窗口上面</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Undock</source>
        <translation>取消吸附</translation>
    </message>
</context>
<context>
    <name>HotkeyNews</name>
    <message>
        <source>Change…</source>
        <translation>去修改…</translation>
    </message>
</context>
<context>
    <name>HotkeyPage</name>
    <message>
        <source>Hotkey</source>
        <translation>设置快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Pastes this phrase from any program. Backspace takes the hotkey away.</source>
        <translation>在任何程序里按下它，就会粘贴这条话术。按退格键可以取消快捷键。</translation>
    </message>
</context>
<context>
    <name>HotkeyRow</name>
    <message>
        <source>Back to {keys}</source>
        <translation>恢复为 {keys}</translation>
    </message>
    <message>
        <source>Take the hotkey away</source>
        <translation>清除快捷键</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>All commands back to their defaults</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Click a field and press the keys. Backspace takes them away.</source>
        <translation>点一下输入框，直接按快捷键；按退格键清除。</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>To give a phrase a hotkey, choose it in the list and press Ctrl+K.</source>
        <translation>要给话术设快捷键：在列表里选中它，按 Ctrl+K。</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Custom</source>
        <translation>定做</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>New price of this line; click to copy</source>
        <translation>这一行改价后的金额，点一下就复制</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现货</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>特价</translation>
    </message>
    <message>
        <source>Special price: no member discount</source>
        <translation>特价商品，不享受会员折扣</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>货源</translation>
    </message>
    <message>
        <source>To order</source>
        <translation>预订</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>公斤</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Frequent</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新建话术</translation>
    </message>
    <message>
        <source>No phrase of your own yet.
Press + to write one.</source>
        <translation>还没有自己的话术
点上面的 + 写一条吧</translation>
    </message>
    <message>
        <source>Nothing found.
Try fewer characters, or pinyin initials such as “bj”.</source>
        <translation>没有找到
少输几个字，或者试试拼音首字母，比如“bj”</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术列表</translation>
    </message>
    <message>
        <source>What you use and what you pin will stand here.</source>
        <translation>您用过的和收藏的话术会出现在这里</translation>
    </message>
    <message>
        <source>Write a phrase of your own (Ctrl+N)</source>
        <translation>写一条自己的话术 (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The pack of this shop has no rules for prices.</source>
        <translation>这家店的话术包里没有价格规则。</translation>
    </message>
    <message>
        <source>Miaohui</source>
        <translation>秒回</translation>
    </message>
</context>
<context>
    <name>NewsButton</name>
    <message>
        <source>Packs</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>有什么新的</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Check the red fields</source>
        <translation>请检查标红的地方</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Type a price</source>
        <translation>请输入商品价格</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>Leave…</source>
        <translation>退订…</translation>
    </message>
    <message>
        <source>{pack} — nothing has arrived yet</source>
        <translation>{pack}：还没有收到过</translation>
    </message>
    <message>
        <source>{pack} v{version} — found in order {when}</source>
        <translation>{pack} v{version}，{when} 核对无误</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Packs</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Packs you follow</source>
        <translation>已订阅的话术包</translation>
    </message>
    <message>
        <source>Follow another</source>
        <translation>订阅新的</translation>
    </message>
    <message>
        <source>None yet. Your supervisor has an invitation for you: a link, or a file.</source>
        <translation>还没有订阅。邀请由主管发给您：一条链接，或者一个文件。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Link of the invitation (miaohui://…)</source>
        <translation>邀请链接（miaohui://…）</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>选择邀请文件…</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>{done} of {all} kB</source>
        <translation>{done} / {all} kB</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>邀请文件</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Followed from now on: {packs}</source>
        <translation>已订阅：{packs}</translation>
    </message>
    <message>
        <source>Follow {name} no longer? Its editions are removed from this machine; your own phrases, pins and hotkeys stay.</source>
        <translation>不再订阅“{name}”？这台电脑上的版本会删掉；您自己的话术、置顶和热键都保留。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退订</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Go on</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Left without saving.</source>
        <translation>刚才的修改没有保存</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>Picture or file from the clipboard</source>
        <translation>剪贴板里的图片或文件</translation>
    </message>
    <message>
        <source>Pictures or files to send</source>
        <translation>要发送的图片或文件</translation>
    </message>
    <message>
        <source>Pictures or files…</source>
        <translation>图片或文件…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The part is removed.</source>
        <translation>这一段已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Move part {number} down</source>
        <translation>第 {number} 段下移</translation>
    </message>
    <message>
        <source>Move part {number} up</source>
        <translation>第 {number} 段上移</translation>
    </message>
    <message>
        <source>Remove part {number}</source>
        <translation>删除第 {number} 段</translation>
    </message>
</context>
<context>
    <name>PastingPage</name>
    <message>
        <source>A program that loses the beginning of a phrase needs a longer pause.</source>
        <translation>哪个程序粘贴后丢字，就把等待时间调长。</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>All other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>How programs take phrases</source>
        <translation>各个程序怎么粘贴</translation>
    </message>
    <message>
        <source>Off, nothing is ever sent for you: you look, then press the key yourself.</source>
        <translation>不勾选时绝不代您发送：看过之后，自己按发送。</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Phrases may be pasted and sent with one key</source>
        <translation>允许一键粘贴并发送</translation>
    </message>
    <message>
        <source>Program for a new rule</source>
        <translation>给哪个程序加规则</translation>
    </message>
    <message>
        <source>Program, e.g. AliWorkbench</source>
        <translation>程序名，例如 AliWorkbench</translation>
    </message>
</context>
<context>
    <name>PhraseActions</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit a copy in Mine…</source>
        <translation>复制到“我的”并编辑…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Hotkey…</source>
        <translation>设置快捷键…</translation>
    </message>
    <message>
        <source>Pin to Frequent</source>
        <translation>收藏到常用</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消收藏</translation>
    </message>
</context>
<context>
    <name>PhrasePanel</name>
    <message>
        <source>Nothing is pinned at place {place} yet.</source>
        <translation>还没有第 {place} 条收藏的话术</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>The team&apos;s phrases do not have this one now.</source>
        <translation>团队话术里现在没有这一条</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{title}” is deleted.</source>
        <translation>已删除“{title}”</translation>
    </message>
</context>
<context>
    <name>PickHint</name>
    <message>
        <source>Click the chat window to dock to. Esc cancels</source>
        <translation>点一下要吸附的聊天窗口，Esc 取消</translation>
    </message>
</context>
<context>
    <name>PreviewBox</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy without pasting (Ctrl+C)</source>
        <translation>只复制，不粘贴 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste into the chat window (Enter)</source>
        <translation>粘贴到聊天窗口 (Enter)</translation>
    </message>
    <message>
        <source>Paste, and press the chat&apos;s send key (Ctrl+Enter)</source>
        <translation>粘贴，再按聊天窗口的发送键（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>PublishForm</name>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Folder of the pack</source>
        <translation>话术包文件夹</translation>
    </message>
    <message>
        <source>What would be published</source>
        <translation>将要发布的内容</translation>
    </message>
    <message>
        <source>Note for agents</source>
        <translation>给客服的说明</translation>
    </message>
    <message>
        <source>Passphrase of the keys</source>
        <translation>密钥口令</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Publish despite the warnings</source>
        <translation>有提醒也发布</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>PublishWindow</name>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Folder of the pack</source>
        <translation>话术包文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of the pack.</source>
        <translation>请选择话术包文件夹。</translation>
    </message>
    <message>
        <source>Checking the pack…</source>
        <translation>正在检查话术包…</translation>
    </message>
    <message>
        <source>Nothing has changed: agents have exactly this.</source>
        <translation>没有变化：客服用的就是这一版。</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Publish a pack</source>
        <translation>发布话术包</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>Press the keys, e.g. Ctrl+Alt+J</source>
        <translation>请按下快捷键，如 Ctrl+Alt+J</translation>
    </message>
</context>
<context>
    <name>ReplyClockButton</name>
    <message>
        <source>Reply clock: {time}</source>
        <translation>回复用时：{time}</translation>
    </message>
    <message>
        <source>Start the reply clock</source>
        <translation>开始计回复用时</translation>
    </message>
    <message>
        <source>Times how long the customer waits: the next paste stops it</source>
        <translation>给顾客等待的时间计时，下一次粘贴时停下</translation>
    </message>
    <message>
        <source>Today: {count} answers, half of them within {median}</source>
        <translation>今天回复 {count} 次，一半在 {median} 以内</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>Paste key</source>
        <translation>粘贴键</translation>
    </message>
    <message>
        <source>Pause before pasting</source>
        <translation>粘贴前等待</translation>
    </message>
    <message>
        <source>Pause between parts</source>
        <translation>每段之间等待</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>删除这条规则</translation>
    </message>
    <message>
        <source>Send key</source>
        <translation>发送键</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Search phrases</source>
        <translation>搜索话术</translation>
    </message>
    <message>
        <source>Search phrases, pinyin, codes</source>
        <translation>搜索话术 / 拼音 / 代码</translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message>
        <source>Copied.</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The texts are copied; the clipboard holds no more at a time.</source>
        <translation>文字已复制；图片和文件要一个一个来，剪贴板一次放不下。</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Miaohui settings</source>
        <translation>秒回设置</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>设置分类</translation>
    </message>
</context>
<context>
    <name>ShopButton</name>
    <message>
        <source>Choose another shop</source>
        <translation>换一家店</translation>
    </message>
    <message>
        <source>Shop: {name}</source>
        <translation>店铺：{name}</translation>
    </message>
</context>
<context>
    <name>Signatures</name>
    <message>
        <source>Signing…</source>
        <translation>正在签名…</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Sign the index again</source>
        <translation>给索引续签</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Hotkeys go on working. Click this icon to bring the window back.</source>
        <translation>快捷键照常可用，点这个图标就能再打开窗口</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>秒回还在运行</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
</context>
<context>
    <name>TypedCodesPage</name>
    <message>
        <source>Codes typed in the chat become phrases</source>
        <translation>打快捷码出话术</translation>
    </message>
    <message>
        <source>Off, nothing. On, which keys are pressed: what follows the last semicolon is remembered, no more than the longest code, and forgotten at any other key, at a click and in another window. Nothing typed is ever stored or sent.</source>
        <translation>关着时什么都不看。打开后会看按了哪些键：只记最近一个分号后面的字母数字，最多记到最长的代码那么长；按了别的键、点了鼠标或换了窗口就忘掉。打的字从不保存，也不外传。</translation>
    </message>
    <message>
        <source>Type ;yj and a space in the chat box: the phrase with the code yj takes their place.</source>
        <translation>在聊天框里打 ;yj 再按空格，代码为 yj 的话术就会换上去。</translation>
    </message>
    <message>
        <source>Type codes in its English mode. While it composes Chinese, nothing is replaced.</source>
        <translation>请切到英文状态再打快捷码；正在拼中文时不会替换。</translation>
    </message>
    <message>
        <source>Typed codes</source>
        <translation>快捷码</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>会看什么</translation>
    </message>
    <message>
        <source>With an input method</source>
        <translation>用输入法时</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Publish a pack…</source>
        <translation>发布话术包…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
</context>
</TS>

message-sentence = { $words }。
message-with-path = { $what }：{ $path }
message-in-map = 地图“{ $map }”：{ $what }
message-at-line = 第 { NUMBER($line, useGrouping: "false") } 行：{ $what }
message-at-column = 第 { NUMBER($line, useGrouping: "false") } 行第 { NUMBER($column, useGrouping: "false") } 列：{ $what }

open-error-folder = 这是文件夹，请选择其中的文件
open-error-not-a-file = 这是设备或管道，不是文件
open-error-too-large = 文件有 { $size } MB，而项目文件最多 { $most } MB
open-error-empty = 文件是空的；如果它原来有内容，请打开更早的副本
open-error-lost = 文件的内容全部或部分丢失，请打开更早的副本
open-error-utf16 = 文件保存为 UTF-16；请在生成它的编辑器中另存为 UTF-8
open-error-not-utf8 = 这不是 UTF-8 文本：它不是项目文件，或已损坏，或以其他编码保存
open-error-merge-marker = 文件合并后在此处有冲突；请在文本编辑器中选择其中一方，并删除带有 <<<<<<<、======= 和 >>>>>>> 的行
open-error-newer = 文件由更新版本的 Touchline 生成（格式 { $format }），未作改动；请用该版本或更新的版本打开

save-error = 无法保存：{ $what }
save-error-changed = 打开之后，文件已被其他程序或其他人更改
save-error-differs = 项目的文本与项目本身不一致，请报告此问题
save-error-no-copy = 此文件夹无法新建文件，而在直接写入之前又无法保留文件的副本（{ $why }）
save-error-not-kept = 在直接写入之前无法保留文件当前内容的副本（{ $why }）
save-error-torn = 直接写入文件时中断（{ $why }）；文件可能已损坏，原来的内容在它的早期版本中

reason-no-file = 没有这个文件
reason-unreadable = 你没有读取此文件的权限
reason-no-folder = 没有这个文件夹
reason-forbidden = 你没有在此写入的权限
reason-exists = 已有同名文件
reason-disk-full = 磁盘已满
reason-read-only-disk = 此磁盘只能读取
reason-too-large = 此磁盘不接受这么大的文件
reason-bad-name = 此磁盘不接受这样的文件名
reason-not-a-folder = 路径中有一部分不是文件夹
reason-folder = 这是文件夹
reason-in-use = 其他程序正在使用此文件
reason-read-only-file = 此文件只能读取
reason-links-in-circle = 这些符号链接形成了循环
reason-defect = 程序内部错误

mistake-not-a-project = 这不是 Touchline 项目；项目以 ( 和各个字段开头
mistake-ends = 文件在中间就结束了：缺少一部分，或有括号没有闭合
mistake-open-text = 从这里开始的文本末尾没有引号，或文件的其余部分缺失
mistake-expected = 此处需要{ $what }
mistake-goes-on = 项目在此之前已经结束，请删除后面的内容
mistake-unknown-field = 此处没有字段“{ $found }”；可用的有 { $possible }
mistake-missing-field = 在此处结束的内容缺少字段“{ $field }”
mistake-repeated-field = 字段“{ $field }”在此出现了两次，请删除一个
mistake-unknown-word = 此处不认识“{ $found }”；可用的有 { $possible }
mistake-number-too-large = 这个数太大
mistake-too-deep = 此处括号嵌套太多
mistake-bad-escape = 不认识 \ 后面的内容；反斜杠本身请写作 \\
mistake-open-comment = 以 /* 开始的注释没有用 */ 结束
expected-list = 方括号 [ ] 中的列表
expected-list-end = 列表末尾的 ]
expected-yes-or-no = { " " }true 或 false
expected-comma = 逗号
expected-whole-number = 整数
expected-end = 末尾的 )
expected-table = {"{"} {"}"} 中的键和值
expected-colon = 冒号
expected-table-end = 末尾的 {"}"}
expected-group = ( ) 中的一组字段
expected-text = 引号中的文本
expected-straight-quotes = 直引号中的文本，像 "这样"
expected-word = 不带引号的词
expected-value = 一个值
expected-other-count = 另一个数量的值
expected-other = 项目中的其他内容

note-checksum = 文件在 Touchline 之外被更改，或已损坏，请检查一遍
note-no-header = 第一行没有说明文件由 Touchline 写入，因此无法判断文件是否完整
note-salvaged = 这是从损坏的文件中读出的内容，已作为新项目打开；请检查后用其他名称保存
note-reviews-left-out = 回顾时保留的内容没有全部恢复，仍在原文件中
note-merged = 文件的两个版本在 Touchline 之外被合并，请检查一遍
note-newer = 文件由更新版本的 Touchline 写入（格式 { $format }）；全部内容都能读取并保留

repair-card = 接触点 { $code }“{ $title }”
repair-link = 一条连线
repair-link-named = 连线“{ $label }”
repair-repeated-id = { $noun ->
    [maps] 两张地图
    [stages] 两个阶段
    [steps] 两个步骤
    [lanes] 两条泳道
    [links] 两条连线
    [personas] 两个用户画像
    [tasks] 两个任务
    [audits] 两次审计
    [snapshots] 两个快照
   *[touchpoints] 两个接触点
}的标识相同；后一个“{ $name }”已有新的标识
repair-code = 接触点“{ $title }”的编号 { $old } 无法保留，现在是 { $new }
repair-no-code = 接触点“{ $title }”没有编号，现在是 { $new }
repair-counter = 编号计数与接触点不符，下一个编号现在是 { $next }
repair-persona = 它的用户画像不在项目中，地图现在没有用户画像
repair-title = 接触点 { $code } 没有标题，现在名为“Untitled”
repair-step = { $card }所在的步骤缺失，现在位于收件箱
repair-lane = { $card }所在的泳道缺失，现在位于收件箱
repair-place = { $card }没有位置，现在位于收件箱
repair-rank = 无法读取{ $card }在其位置中的顺序，已重新指定
repair-emotion = { $card }的情绪为 { $value }，不在 −2 到 +2 之间，现在没有情绪值
repair-broken-link = { $link }的一端是缺失的接触点，已删除
repair-link-to-itself = { $link }从 { $code } 指向它自己，已删除
repair-repeated-link = { $link }第二次从 { $from } 指向 { $to }，已删除
repair-share = { $link }的占比为 { $share }%，不在 0 到 100% 之间，现在没有占比
repair-score = { $card }的评分为 { $value }，不在 1 到 5 之间，现在没有评分
repair-audit-score = 审计中“{ $title }”的评分为 { $value }，不在 1 到 5 之间，现在没有评分
repair-task = { $code } 的一个任务没有内容，现在名为“Untitled”
repair-date = 无法读取日期“{ $date }”，已删除
repair-date-now = 无法读取日期“{ $date }”，现在是 { $now }
repair-rhythm = 无法每 { $weeks } 周回顾一次，项目现在没有回顾周期

problem-repeated-id = { $noun ->
    [maps] 两张地图
    [stages] 两个阶段
    [steps] 两个步骤
    [lanes] 两条泳道
    [links] 两条连线
    [personas] 两个用户画像
    [tasks] 两个任务
    [audits] 两次审计
    [snapshots] 两个快照
   *[touchpoints] 两个接触点
}的标识同为 { $id }
problem-repeated-code = 两个接触点的编号同为 { $code }
problem-code-ahead = 编号 { $code } 尚未分配
problem-persona = 它的用户画像不在项目中
problem-title = 接触点 { $code } 没有标题
problem-step = 接触点 { $code } 所在的步骤缺失
problem-lane = 接触点 { $code } 所在的泳道缺失
problem-broken-link = 连线“{ $label }”的一端是缺失的接触点
problem-link-to-itself = 有一条连线从 { $code } 指向它自己
problem-repeated-link = 有两条连线从 { $from } 指向 { $to }
problem-share = 连线“{ $label }”的占比为 { $share }%，超过 100%
problem-task = { $code } 的一个任务没有内容
problem-repeated-task = { $code } 的两个任务标识相同
problem-rhythm = 无法每 { $weeks } 周回顾一次，可以是 1 到 { $most } 周
problem-too-many = { $noun ->
    [maps] 地图
    [stages] 阶段
    [steps] 步骤
    [lanes] 泳道
    [links] 连线
    [personas] 用户画像
    [tasks] 任务
    [audits] 审计
    [entries] 审计记录
    [snapshots] 快照
   *[touchpoints] 接触点
}有 { $count } 个，超过了上限 { $limit }
problem-too-long = { $noun ->
    [project-title] 项目标题
    [persona-name] 用户画像名称
    [map-title] 地图标题
    [stage-name] 阶段名称
    [customer-action] 客户行为
    [lane-name] 泳道名称
    [touchpoint-title] 接触点标题
    [channel] 渠道
    [owner] 负责人
    [link-label] 连线标签
    [scenario] 场景
    [goal] 目标
    [cost] 成本
    [task] 任务
    [tool] 工具
    [auditor] 审计人
    [snapshot-name] 快照名称
   *[note] 备注
}有 { $characters } 个字符，超过了上限 { $limit }

refusal-missing = { $noun ->
    [map] 这张地图
    [stage] 这个阶段
    [step] 这个步骤
    [lane] 这条泳道
    [link] 这条连线
    [persona] 这个用户画像
    [task] 这个任务
    [audit] 这次审计
    [snapshot] 这个快照
   *[touchpoint] 这个接触点
}已不在项目中
refusal-repeated = { $noun ->
    [map] 这张地图
    [stage] 这个阶段
    [step] 这个步骤
    [lane] 这条泳道
    [link] 这条连线
    [persona] 这个用户画像
    [task] 这个任务
    [audit] 这次审计
    [snapshot] 这个快照
   *[touchpoint] 这个接触点
}已在项目中
refusal-title = 接触点需要标题
refusal-task = 任务需要内容
refusal-rhythm = 无法每 { $weeks } 周回顾一次
refusal-link-to-itself = 连线要指向另一个接触点
refusal-repeated-link = 已有这条连线
refusal-share = 占比最多 100%
refusal-too-many = { $noun ->
    [maps] 地图
    [stages] 阶段
    [steps] 步骤
    [lanes] 泳道
    [links] 连线
    [personas] 用户画像
    [codes] 编号
    [tasks] 任务
    [audits] 审计
    [entries] 审计记录
    [snapshots] 快照
   *[touchpoints] 接触点
}最多 { $limit } 个
refusal-too-long = 此处最多 { $limit } 个字符

export-error-scale = 缩放 { $scale } 不可用，可用范围为 { $min } 到 { $max }
export-error-too-large = 图片将为 { NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } 像素，太大了；可用的最大缩放为 { $fits }
export-error-no-scale = 地图太大，任何缩放都无法生成图片
export-error-cancelled = 已取消导出
export-error-write = 无法写入：{ $why }

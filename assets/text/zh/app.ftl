language-name = 简体中文
untitled = 未命名

menu-file = 文件
menu-edit = 编辑
menu-map = 地图
menu-view = 视图
menu-help = 帮助
menu-template = 从模板新建
menu-recent = 打开最近的项目
menu-recent-none = 没有最近的项目
menu-recent-clear = 清空此列表
menu-language = 语言
menu-undo-step = 撤销“{ $step }”
menu-redo-step = 重做“{ $step }”
menu-export = 导出
menu-commands = 命令
menu-unsaved = 有未保存的更改

period-before = 购买前
period-during = 购买中
period-after = 购买后
period-service = 客户服务
control-direct = 直接
control-indirect = 间接
role-touchpoints = 接触点
role-front-stage = 前台
role-back-stage = 后台
role-support = 支持
role-custom = 自定义

step-edit-project = 编辑项目
step-add-persona = 添加用户画像
step-edit-persona = 编辑用户画像
step-delete-persona = 删除用户画像
step-add-map = 添加地图
step-edit-map = 编辑地图
step-move-map = 移动地图
step-delete-map = 删除地图
step-add-stage = 添加阶段
step-edit-stage = 编辑阶段
step-move-stage = 移动阶段
step-delete-stage = 删除阶段
step-add-step = 添加步骤
step-edit-step = 编辑步骤
step-move-step = 移动步骤
step-delete-step = 删除步骤
step-add-lane = 添加泳道
step-edit-lane = 编辑泳道
step-move-lane = 移动泳道
step-delete-lane = 删除泳道
step-add-touchpoint = 添加接触点
step-edit-touchpoint = 编辑接触点
step-mark-touchpoint = 标记
step-move-touchpoint = 移动接触点
step-delete-touchpoint = 删除接触点
step-add-link = 添加连线
step-edit-link = 编辑连线
step-delete-link = 删除连线
step-cut = 剪切
step-paste = 粘贴
step-duplicate = 复制一份

toast-undo = 撤销
toast-copy-path = 复制路径
toast-close = 关闭消息
toast-moved-to-inbox = { $count } 张卡片已移到收件箱。
toast-undone = 已撤销：{ $step }
toast-redone = 已重做：{ $step }
toast-copied = 已复制 { $count } 张卡片。
toast-pasted = 已粘贴 { $count } 张卡片。
toast-only-decisions = 结果连线从决策开始。请先把卡片标记为决策。
toast-put-in-inbox = { $count ->
    [1] 卡片在收件箱中，请把它拖到合适的位置。
   *[other] { $count } 张卡片在收件箱中，请把它们拖到合适的位置。
}
toast-exported = 已导出到 { $file }。
toast-settings-set-aside = 未能读取全部设置：能读取的已生效，原文件已另存为 { $file }。
toast-settings-not-saved = 无法保存设置。
toast-export-cancelled = 已取消导出。

tab-add = 添加地图
tab-menu = “{ $map }”的选项
tab-rename = 重命名
tab-duplicate = 复制一份
tab-delete = 删除地图
tab-name = 地图名称

start-title = Touchline
start-subtitle = 离线绘制客户旅程地图：把接触点拖到时间线上，看清客户在哪里受阻。
start-new = 新建项目
start-new-more = 一张空白地图，可以添加阶段和接触点
start-open = 打开…
start-open-more = 项目文件（.ron）
start-sample = 查看示例
start-sample-more = 网店的首次购买，共六个步骤
start-recent = 最近的项目
start-recent-none = 你打开或保存的项目会列在这里。
start-forget = 从列表中移除“{ $name }”
start-drop = 拖入项目文件即可打开
when-now = 刚刚
when-minutes = { $count } 分钟前
when-hours = { $count } 小时前
when-days = { $count ->
    [1] 昨天
   *[other] { $count } 天前
}

start-title = Touchline
start-subtitle = 离线绘制客户旅程地图：把接触点拖到时间线上，看清客户在哪里受阻。
start-new = 新建项目
start-open = 打开…
template-blank = 空白地图
template-blank-more = 四个阶段、三条泳道，等你放入接触点
template-retail = 零售四阶段
template-retail-more = 门店的 30 个接触点在收件箱里，等待放置
template-twenty = 二十个接触点
template-twenty-more = 从初次了解到忠实客户，位置都已排好，只待标记
template-blueprint = 服务蓝图
template-blueprint-more = 以自行车维修店为例：前台、后台与支持
template-sample = 示例：网店
template-sample-more = 六个步骤的首次购买，内容完整，可随意查看
start-recent = 最近的项目
start-recent-none = 你打开或保存的项目会列在这里。
start-missing = 找不到文件
start-recent-name = { $file }，{ $folder }，{ $when }
start-forget = 从列表中移除“{ $name }”
start-drop = 拖入项目文件即可打开
when-now = 刚刚
when-minutes = { $count } 分钟前
when-hours = { $count } 小时前
when-days = { $count ->
    [1] 昨天
   *[other] { $count } 天前
}

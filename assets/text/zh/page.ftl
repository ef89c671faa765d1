menu-workshop = 方法
action-show-map = 地图
action-show-table = 表格
page-switch = 页面：{ $page }
hint-page = 按 Esc 回到地图

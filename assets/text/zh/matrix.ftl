action-show-matrix = 优先级矩阵
matrix-empty = 还没有接触点。请先在地图上添加，然后在这里按影响和投入排序。
matrix-none-placed = 把右侧的接触点拖到这里：越高影响越大，越靠右投入越多。
matrix-none-left = 没有符合筛选条件的接触点。
matrix-quick-wins = 速赢项
matrix-big-projects = 大项目
matrix-fill-ins = 填充项
matrix-leave-it = 暂不做
matrix-all = 全部
matrix-maps = 地图
matrix-this-map = 当前地图
matrix-all-maps = 所有地图
matrix-waiting = 未评估
matrix-waiting-none = 全部接触点都已评估影响和投入。
matrix-ranked = 按优先级
matrix-unknown = 未知
matrix-card = { $card }，影响 { $impact }，投入 { $effort }，{ $quadrant ->
    [quick-win] 速赢项
    [big-project] 大项目
    [fill-in] 填充项
   *[other] 暂不做
}
matrix-card-waiting = { $card }，影响{ $impact }，投入{ $effort }
matrix-more = 影响 { $impact }、投入 { $effort } 的还有 { $count } 个
matrix-listed = 影响 { $impact }，投入 { $effort }
matrix-list-all = 列出全部

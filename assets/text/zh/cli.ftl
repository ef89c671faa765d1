cli-wrote = 已写入 { $files }
cli-wrote-picture = 已写入 { $path }：{ NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } 像素
cli-exists = 此路径已有内容；要替换请使用 --force：{ $path }
cli-same-file = 图片会覆盖项目文件本身，请换一个名称：{ $path }
cli-no-map = 此项目中没有地图：{ $path }
cli-choose-map = 有多张地图；请用 --map 加编号或标题选择一张：
    { $maps }
cli-unknown-map = 没有地图“{ $wanted }”；现有地图：
    { $maps }
cli-repeated-map = 有多张地图名为“{ $wanted }”；请按编号选择：
    { $maps }
cli-missing-characters = { $count ->
    [1] 此电脑上没有字体包含字符 { $characters }，图片中以方框代替
   *[other] 此电脑上没有字体包含其中 { $count } 个字符（{ $characters }），图片中以方框代替
}
cli-no-problems = { $count ->
    [1] 未发现问题
   *[other] { $count } 个文件中未发现问题
}
cli-opening = 正在打开…
cli-painting = 正在绘制：{ $percent }%

cli-info-title = 标题
cli-info-persona = 用户画像
cli-info-review = 下次回顾
cli-info-stages = 阶段
cli-info-steps = 步骤
cli-info-lanes = 泳道
cli-info-touchpoints = 接触点
cli-info-links = 连线
cli-info-code = 编号
cli-info-mark = 标记
cli-info-stage = 阶段
cli-info-step = 步骤
cli-info-lane = 泳道
cli-info-inbox = 收件箱
cli-info-map = 地图 { $number }：{ $title }
cli-info-count = { $inbox ->
    [0] { $count }
   *[other] { $count }，其中 { $inbox } 个在收件箱中
}
cli-info-marks = 标记
cli-info-mark-counts = 正面 { $positive }，决策 { $decision }，痛点 { $friction }，未标记 { $unmarked }
cli-info-mark-name = { $mark ->
    [positive] 正面
    [decision] 决策
   *[friction] 痛点
}

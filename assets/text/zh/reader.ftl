## 为看不到地图的人朗读的内容。

reader-steps = { $count } 个步骤
reader-outcomes = { $count } 个结果
reader-no-action = 无客户行为
reader-no-touchpoint = 尚无接触点
reader-emotion = 情绪 { $value }
reader-moment = 关键时刻
reader-notes = 有备注
reader-empty-cell = 空：{ $place }
reader-link = 连线“{ $label }”
reader-link-bare = 连线
reader-link-share = { $share }%
reader-link-way = 从 { $from } 到 { $to }
reader-link-loop = 有意返回
reader-link-not-decision = 起点不是决策
reader-emotion-curve = 情绪
reader-emotion-step = 步骤 { $number }：{ $value }

## 为看不到地图的人说明发生的变化。

reader-added = 已添加：{ $thing }，{ $place }
reader-added-bare = 已添加：{ $thing }
reader-moved = { $thing }：已移到 { $place }
reader-marked = { $thing }：{ $mark }
reader-deleted = 已删除：{ $thing }
reader-duplicated = 已创建副本：{ $thing }
reader-gone-step = 步骤 { $action }
reader-inbox = 收件箱
reader-place = 第 { $number } 位，共 { $count } 个
reader-selected = 已选择 { $count } 个接触点

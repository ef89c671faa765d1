outline = 大纲
action-toggle-outline = 大纲
outline-lanes = 泳道
outline-no-action = 无客户行为
outline-folded = 已折叠
outline-stages = { $count } 个阶段

quick-add-word-positive = 绿
quick-add-word-decision = 黄
quick-add-word-friction = 红

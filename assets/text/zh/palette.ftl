palette-title = 命令
palette-hint = 输入命令名称
palette-list = 找到的命令
palette-nothing = 没有这个命令。
# Why a command cannot do anything now; behind its name.
palette-no-project = 请先打开项目
palette-no-map = 请先添加地图
palette-no-undo = 没有可撤销的操作
palette-no-redo = 没有可重做的操作
palette-no-way = 那边没有地图
palette-no-decision = 请先选择一个决策和其他接触点
palette-no-cards = 地图上还没有接触点
palette-no-selected-card = 请先选择一个接触点
palette-no-selection = 请先在地图上选择对象

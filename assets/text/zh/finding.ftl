findings = 发现项
action-toggle-findings = 发现项
status-findings = { $count } 个发现项
findings-none = 没有发现项。
findings-none-note = 没有结果的决策、没有负责人的痛点、逾期的任务等会列在这里。
findings-none-shown = 已开启的类型中没有发现项。
findings-kinds = 检查哪些类型
findings-kinds-off = 检查哪些类型（已关闭 { $count } 类）
findings-hide = 不再检查“{ $kind }”
findings-group = { $kind }，{ $count }

finding-kind-review = 应当回顾
finding-kind-overdue = 逾期任务
finding-kind-no-outcomes = 决策没有结果
finding-kind-one-mark = 结果标记全部相同
finding-kind-shares = 占比超过 100%
finding-kind-backwards = 结果返回前面
finding-kind-no-owner = 痛点没有负责人
finding-kind-no-task = 痛点没有任务
finding-kind-no-touchpoint = 行为没有接触点
finding-kind-no-action = 接触点没有客户行为
finding-kind-empty-stage = 阶段没有接触点
finding-kind-repeated = 同一步骤重复出现

finding-review = 项目应于{ $day }回顾
finding-overdue = { $thing }：任务“{ $task }”已逾期，截止日期为{ $day }
finding-no-outcomes = { $thing }：该决策没有通向任何结果
finding-one-mark = { $thing }：该决策的所有结果标记相同
finding-shares = { $thing }：各结果的占比合计 { $sum }%
finding-backwards = { $thing }：结果返回到前面的步骤
finding-no-owner = { $thing }：该痛点没有负责人
finding-no-task = { $thing }：该痛点没有待办任务
finding-no-touchpoint = { $thing }：该行为没有接触点
finding-no-action = { $thing }：有接触点，但没有客户行为
finding-empty-stage = { $thing }：没有接触点
finding-repeated = { $thing }：同一步骤中已有该接触点
finding-way = { $from } → { $to }
finding-since = 截止{ $day }
finding-sum = 合计 { $sum }%

cli-no-findings = { $count ->
    [1] 没有问题，也没有发现项
   *[other] { $count } 个文件中没有问题，也没有发现项
}

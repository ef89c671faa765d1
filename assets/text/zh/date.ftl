date-short = { $month }月{ $day }日
date-month = { $month }月
date-month-of = { $year }年{ $month }
date-weekday-short = { $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
date-weekday = { $number ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}
date-said = { $day }{ $weekday }
date-today = 今天
date-tomorrow = 明天
date-yesterday = 昨天
date-none = 无日期
date-units = 天周月
date-hint = 12月4日、+2周…
date-wrong = 无法识别的日期。例如“12月4日”“明天”或“+2周”。
date-calendar = 日历：{ $name }
date-month-before = 上个月
date-month-after = 下个月

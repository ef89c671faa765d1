date-short = { $day } { $month ->
    [1] янв.
    [2] февр.
    [3] марта
    [4] апр.
    [5] мая
    [6] июня
    [7] июля
    [8] авг.
    [9] сент.
    [10] окт.
    [11] нояб.
   *[12] дек.
}
date-month = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[12] Декабрь
}
date-month-of = { $month } { $year }
date-weekday-short = { $number ->
    [1] Пн
    [2] Вт
    [3] Ср
    [4] Чт
    [5] Пт
    [6] Сб
   *[7] Вс
}
date-weekday = { $number ->
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
    [6] суббота
   *[7] воскресенье
}
date-said = { $weekday }, { $day }
date-today = Сегодня
date-tomorrow = Завтра
date-yesterday = Вчера
date-none = Без даты
date-units = днм
date-hint = 4 декабря, +2н…
date-wrong = Это не дата. Например: «4 декабря», «завтра» или «+2н».
date-calendar = Календарь: { $name }
date-month-before = Предыдущий месяц
date-month-after = Следующий месяц

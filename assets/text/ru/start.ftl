start-title = Touchline
start-subtitle = Карты пути клиента без интернета: перетаскивайте точки контакта на шкалу времени и смотрите, где клиенту трудно.
start-new = Новый проект
start-new-more = Пустая карта, готовая к этапам и точкам контакта
start-open = Открыть…
start-open-more = Файл проекта (.ron)
start-sample = Посмотреть образец
start-sample-more = Первая покупка в интернет-магазине, шесть шагов
start-recent = Недавние проекты
start-recent-none = Здесь появятся проекты, которые вы открыли или сохранили.
start-forget = Убрать «{ $name }» из списка
start-drop = Перетащите сюда файл проекта, чтобы открыть его
when-now = только что
when-minutes = { $count ->
    [one] { $count } минуту назад
    [few] { $count } минуты назад
    [many] { $count } минут назад
   *[other] { $count } минуты назад
}
when-hours = { $count ->
    [one] { $count } час назад
    [few] { $count } часа назад
    [many] { $count } часов назад
   *[other] { $count } часа назад
}
when-days = { $count ->
    [1] вчера
    [one] { $count } день назад
    [few] { $count } дня назад
    [many] { $count } дней назад
   *[other] { $count } дня назад
}

start-title = Touchline
start-subtitle = Карты пути клиента без интернета: перетаскивайте точки контакта на шкалу времени и смотрите, где клиенту трудно.
start-new = Новый проект
start-open = Открыть…
template-blank = Пустая карта
template-blank-more = Четыре этапа и три дорожки, готовые к вашим точкам контакта
template-retail = Розница: четыре этапа
template-retail-more = 30 точек контакта магазина ждут во входящих, чтобы их расставили
template-twenty = Двадцать точек контакта
template-twenty-more = От знакомства до лояльности, все на местах, осталось отметить
template-blueprint = Сервис-блупринт
template-blueprint-more = Фронт-офис, бэк-офис и поддержка на примере веломастерской
template-sample = Образец: интернет-магазин
template-sample-more = Первая покупка за шесть шагов: всё заполнено, можно осмотреться
start-recent = Недавние проекты
start-recent-none = Здесь появятся проекты, которые вы открыли или сохранили.
start-missing = файл не найден
start-recent-name = { $file }, { $folder }, { $when }
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

outline = Структура
action-toggle-outline = Структура
outline-lanes = Дорожки
outline-no-action = Действие не указано
outline-folded = свёрнуто
outline-stages = { $count ->
    [one] { $count } этап
    [few] { $count } этапа
    [many] { $count } этапов
   *[other] { $count } этапа
}

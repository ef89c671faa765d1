quick-add-word-positive = зелёный
quick-add-word-decision = жёлтый
quick-add-word-friction = красный
quick-add-title = Быстрое добавление
quick-add-close = Закрыть быстрое добавление
quick-add-hint = Покупка > Очередь на кассе @магазин !красный #анна
quick-add-keys = Enter — добавить · Tab — дополнить · Esc — закрыть
quick-add-completions = Варианты продолжения
quick-add-preview = Новая точка контакта: { $place }
quick-add-goes-to = Куда: { $place }
quick-add-place = { $stage }, { $step }, { $lane }
quick-add-new-stage = новый этап «{ $name }»
quick-add-step = шаг { $number }
quick-add-new-step = новый шаг { $number }
quick-add-new-action = новый шаг { $number } «{ $action }»
quick-add-new-lane = новая дорожка «{ $name }»
quick-add-from-library = из библиотеки
quick-add-added = Добавлено: «{ $title }»
quick-add-added-many = { $count ->
    [one] Добавлена { $count } точка контакта
    [few] Добавлены { $count } точки контакта
    [many] Добавлено { $count } точек контакта
   *[other] Добавлено { $count } точки контакта
}
quick-add-kind-stage = Этап
quick-add-kind-step = Шаг
quick-add-kind-library = Из библиотеки
quick-add-kind-lane = Дорожка
quick-add-kind-owner = Владелец
quick-add-kind-channel = Канал
quick-add-kind-mark = Отметка

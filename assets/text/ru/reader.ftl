## Что говорится о карте тем, кто её не видит.

reader-steps = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
    [many] { $count } шагов
   *[other] { $count } шага
}
reader-outcomes = { $count ->
    [one] { $count } исход
    [few] { $count } исхода
    [many] { $count } исходов
   *[other] { $count } исхода
}
reader-no-action = действие клиента не указано
reader-no-touchpoint = точки контакта пока нет
reader-emotion = эмоция { $value }
reader-moment = момент истины
reader-notes = с заметками
reader-empty-cell = Пусто: { $place }
reader-link = Связь «{ $label }»
reader-link-bare = Связь
reader-link-share = { $share } %
reader-link-way = от { $from } к { $to }
reader-link-loop = намеренно ведёт назад
reader-link-not-decision = начинается не с решения
reader-emotion-curve = Эмоции
reader-emotion-step = шаг { $number }: { $value }

## Что изменилось, для тех, кто этого не видит.

reader-added = Добавлено: { $thing }, { $place }
reader-added-bare = Добавлено: { $thing }
reader-moved = { $thing }: теперь здесь: { $place }
reader-marked = { $thing }: { $mark }
reader-deleted = Удалено: { $thing }
reader-duplicated = Продублировано: { $thing }
reader-gone-step = шаг { $action }
reader-inbox = входящие
reader-place = место { $number } из { $count }
reader-selected = { $count ->
    [one] Выбрана { $count } точка контакта
    [few] Выбраны { $count } точки контакта
    [many] Выбрано { $count } точек контакта
   *[other] Выбрано { $count } точки контакта
}

hint-canvas = Перетащите точку контакта из библиотеки · прокрутка — сдвиг · Ctrl + колесо — масштаб
hint-canvas-empty = Добавьте этап и дорожку, затем перетаскивайте на карту точки контакта из библиотеки
hint-card = { $title } · тяните — переместить · 1 2 3 — отметить · F2 — изменить
hint-decision = { $title } · тяните за маркер туда, куда клиенты идут дальше
hint-handle = Тяните к карточке, к которой ведёт это решение
hint-header = Тяните, чтобы переставить · двойной щелчок — переименовать
hint-link = Щелчок — выделить · Delete — удалить связь
hint-landing = Отпустите, чтобы поставить «{ $title }»: { $place } · Esc — отмена
hint-landing-many = { $count ->
    [one] Отпустите, чтобы поставить { $count } карточку: { $place } · Esc — отмена
    [few] Отпустите, чтобы поставить { $count } карточки: { $place } · Esc — отмена
    [many] Отпустите, чтобы поставить { $count } карточек: { $place } · Esc — отмена
   *[other] Отпустите, чтобы поставить { $count } карточки: { $place } · Esc — отмена
}
hint-no-landing = Если отпустить здесь, ничего не изменится · Esc — отмена
hint-brushing = { $count ->
    [one] Выделена { $count } карточка
    [few] Выделены { $count } карточки
    [many] Выделено { $count } карточек
   *[other] Выделено { $count } карточки
}
hint-panning = Сдвиг вида
hint-linking = Отпустите на карточке или выберите её стрелками · Esc — отмена
hint-linking-to = Отпустите или нажмите Enter, чтобы вести к «{ $title }» · Esc — отмена
hint-editing = Enter — дальше · Esc — оставить как было
status-positive = { $count ->
    [one] { $count } позитивная
    [few] { $count } позитивные
    [many] { $count } позитивных
   *[other] { $count } позитивной
}
status-decision = { $count ->
    [one] { $count } решение
    [few] { $count } решения
    [many] { $count } решений
   *[other] { $count } решения
}
status-friction = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
    [many] { $count } проблем
   *[other] { $count } проблемы
}
status-touchpoints = { $count ->
    [one] { $count } точка контакта
    [few] { $count } точки контакта
    [many] { $count } точек контакта
   *[other] { $count } точки контакта
}
status-inbox = Во входящих: { $count }
status-zoom = Масштаб { $percent } %
status-never = Ещё не сохранён
status-saved = Сохранено
status-saved-at = Сохранено в { $time }
status-unsaved = Есть несохранённые изменения
status-saving = Сохранение…
status-opening = Открытие…
status-exporting = Экспорт… { $percent } %
status-cancel = Отмена

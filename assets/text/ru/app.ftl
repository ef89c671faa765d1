language-name = Русский
untitled = Без названия

menu-file = Файл
menu-edit = Правка
menu-map = Карта
menu-view = Вид
menu-help = Справка
menu-template = Создать по шаблону
menu-maps = Карты
menu-recent = Открыть недавний
menu-recent-none = Недавних проектов нет
menu-recent-clear = Очистить список
menu-language = Язык
menu-undo-step = Отменить: { $step }
menu-redo-step = Повторить: { $step }
menu-export = Экспорт
menu-commands = Команды
menu-unsaved = Есть несохранённые изменения

period-before = До покупки
period-during = Во время покупки
period-after = После покупки
period-service = Обслуживание клиентов
control-direct = Прямая
control-indirect = Косвенная
role-touchpoints = Точки контакта
role-front-stage = Фронт-офис
role-back-stage = Бэк-офис
role-support = Поддержка
role-custom = Своя роль

step-edit-project = изменение проекта
step-add-persona = добавление персоны
step-edit-persona = изменение персоны
step-delete-persona = удаление персоны
step-add-map = добавление карты
step-edit-map = изменение карты
step-move-map = перемещение карты
step-delete-map = удаление карты
step-add-stage = добавление этапа
step-edit-stage = изменение этапа
step-move-stage = перемещение этапа
step-delete-stage = удаление этапа
step-add-step = добавление шага
step-edit-step = изменение шага
step-move-step = перемещение шага
step-delete-step = удаление шага
step-add-lane = добавление дорожки
step-edit-lane = изменение дорожки
step-move-lane = перемещение дорожки
step-delete-lane = удаление дорожки
step-add-touchpoint = добавление точки контакта
step-edit-touchpoint = изменение точки контакта
step-mark-touchpoint = отметка
step-move-touchpoint = перемещение точки контакта
step-delete-touchpoint = удаление точки контакта
step-rate-touchpoint = оценка качества
step-plan-touchpoint = осуществимость
step-add-task = добавление задачи
step-edit-task = изменение задачи
step-move-task = перемещение задачи
step-delete-task = удаление задачи
step-add-link = добавление связи
step-edit-link = изменение связи
step-delete-link = удаление связи
step-add-audit = начало аудита
step-edit-audit = аудит
step-delete-audit = удаление аудита
step-edit-review = график пересмотра
step-show-finding = виды замечаний
step-add-snapshot = пересмотр
step-rename-snapshot = переименование снимка
step-delete-snapshot = удаление снимка
step-cut = вырезание
step-paste = вставка
step-duplicate = дублирование

toast-undo = Отменить
toast-copy-path = Скопировать путь
toast-close = Закрыть сообщение
toast-moved-to-inbox = { $count ->
    [one] { $count } карточка перемещена во входящие.
    [few] { $count } карточки перемещены во входящие.
    [many] { $count } карточек перемещено во входящие.
   *[other] { $count } карточки перемещено во входящие.
}
toast-linked = { $count ->
    [one] Решение ведёт ещё к { $count } карточке.
    [few] Решение ведёт ещё к { $count } карточкам.
    [many] Решение ведёт ещё к { $count } карточкам.
   *[other] Решение ведёт ещё к { $count } карточки.
}
toast-undone = Отменено: { $step }
toast-redone = Повторено: { $step }
toast-copied = { $count ->
    [one] Скопирована { $count } карточка.
    [few] Скопированы { $count } карточки.
    [many] Скопировано { $count } карточек.
   *[other] Скопировано { $count } карточки.
}
toast-pasted = { $count ->
    [one] Вставлена { $count } карточка.
    [few] Вставлены { $count } карточки.
    [many] Вставлено { $count } карточек.
   *[other] Вставлено { $count } карточки.
}
toast-only-decisions = Связи с исходами начинаются у решения. Сначала отметьте карточку как решение.
toast-put-in-inbox = { $count ->
    [1] Карточка во входящих: перетащите её на место.
    [one] { $count } карточка во входящих: перетащите их на места.
    [few] { $count } карточки во входящих: перетащите их на места.
    [many] { $count } карточек во входящих: перетащите их на места.
   *[other] { $count } карточки во входящих: перетащите их на места.
}
toast-exported = Экспортировано в { $file }.
toast-settings-set-aside = Не все настройки удалось прочитать: прочитанные действуют, а прежний файл сохранён как { $file }.
toast-settings-not-saved = Не удалось сохранить настройки.
toast-export-cancelled = Экспорт отменён.

tab-add = Добавить карту
tab-menu = Действия с картой «{ $map }»
tab-rename = Переименовать
tab-duplicate = Дублировать
tab-duplicate-frame = Дублировать без точек контакта
tab-delete = Удалить карту
tab-name = Название карты

review = Пересмотр
review-owner = Владелец
review-owner-hint = Кто отвечает за проект
review-rhythm = Ритм
review-rhythm-none = Без графика
review-rhythm-quarter = Каждый квартал
review-rhythm-half-year = Каждые полгода
review-rhythm-year = Каждый год
review-rhythm-weeks = Раз в несколько недель
review-weeks = Недель
review-last = Прошлый
review-next = Следующий
review-today = Пересмотр назначен на сегодня.
review-in-days = { $days ->
    [one] До пересмотра { $days } день.
    [few] До пересмотра { $days } дня.
    [many] До пересмотра { $days } дней.
   *[other] До пересмотра { $days } дня.
}
review-overdue = { $days ->
    [one] Пересмотр просрочен на { $days } день.
    [few] Пересмотр просрочен на { $days } дня.
    [many] Пересмотр просрочен на { $days } дней.
   *[other] Пересмотр просрочен на { $days } дня.
}

cli-review-none = Пересматривать пока нечего
cli-review-day = Срок
cli-review-overdue = Просрочено
cli-review-owner = Владелец
cli-review-project = Проект
cli-review-file = Файл
cli-review-today = сегодня
cli-review-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}

action-review-now = Пересмотреть сейчас…
action-show-reviews = Пересмотры…
review-not-today = Не сегодня
review-now-title = Пересмотреть сейчас
review-now-body = Карты сохраняются под этим названием такими, какие они сейчас. С ними можно будет сравнить всё, что изменится потом.
review-name = Название пересмотра
review-default-name = Пересмотр { $day }
review-keep = Сохранить
review-copy = { $project }: { $name }
reviews-title = Пересмотры
reviews-none = Пересмотров ещё не было. «Пересмотреть сейчас» сохраняет карты такими, какие они есть, чтобы потом было видно, что изменилось.
reviews-changed = Что изменилось с { $day }:
reviews-unchanged = С { $day } точки контакта не менялись.
reviews-map-new = { $map } (новая)
reviews-map-gone = { $map } (удалена)
reviews-added = Добавлена
reviews-gone = Удалена
reviews-moved = Перемещена
reviews-remarked = Новая отметка
reviews-edited = Изменена
reviews-marked = Новая отметка: { $card }, было: { $was }, стало: { $is }
reviews-delete = Удалить
sheet-reviewed = Пересмотр: { $day }

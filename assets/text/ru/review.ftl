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

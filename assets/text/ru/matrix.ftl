action-show-matrix = Матрица приоритетов
matrix-empty = Точек контакта пока нет. Добавьте их на карту: здесь они выстроятся по эффекту и трудозатратам.
matrix-none-placed = Перетащите сюда точки контакта справа: выше — больше эффект, правее — больше трудозатраты.
matrix-none-left = Под фильтр ничего не подходит.
matrix-quick-wins = Быстрые победы
matrix-big-projects = Крупные проекты
matrix-fill-ins = Мелкие задачи
matrix-leave-it = Не браться
matrix-all = Все
matrix-maps = Карты
matrix-this-map = Эта карта
matrix-all-maps = Все карты
matrix-waiting = Без оценки
matrix-waiting-none = Эффект и трудозатраты заданы у всех.
matrix-ranked = По приоритету
matrix-unknown = не указано
matrix-card = { $card }, эффект { $impact }, трудозатраты { $effort }, { $quadrant ->
    [quick-win] быстрая победа
    [big-project] крупный проект
    [fill-in] мелкая задача
   *[other] не браться
}
matrix-card-waiting = { $card }, эффект: { $impact }, трудозатраты: { $effort }
matrix-more = { $count ->
    [one] Ещё { $count } с эффектом { $impact } и трудозатратами { $effort }
    [few] Ещё { $count } с эффектом { $impact } и трудозатратами { $effort }
    [many] Ещё { $count } с эффектом { $impact } и трудозатратами { $effort }
   *[other] Ещё { $count } с эффектом { $impact } и трудозатратами { $effort }
}
matrix-listed = Эффект { $impact }, трудозатраты { $effort }
matrix-list-all = Показать весь список

action-show-checklist = Чек-лист
checklist-bar = Задачи проекта
checklist-search = Поиск по задачам
checklist-by-touchpoint = По точкам
checklist-by-owner = По владельцам
checklist-by-day = По срокам
checklist-order = Порядок: { $order }
checklist-order-list = как в списке
checklist-order-day = по сроку
checklist-order-state = по состоянию
checklist-order-text = по тексту
checklist-open = Только открытые
checklist-done = Выполнено { $done } из { $count }
checklist-late = { $count ->
    [one] просрочена { $count }
   *[other] просрочено { $count }
}
checklist-overdue = Просрочено
checklist-week = В течение недели
checklist-later = Позже
checklist-nothing = Ничего не подходит. Измените запрос или покажите и выполненные задачи.
checklist-empty = Задач пока нет. Выберите точку контакта и добавьте в инспекторе, что нужно сделать.

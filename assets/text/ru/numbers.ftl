action-show-numbers = Показатели
numbers-friction = Доля проблем
numbers-of-marked = { $percent } % отмеченных точек
numbers-stretch = Самый длинный участок без позитива
numbers-steps = шаги { $first }–{ $last }
numbers-step = шаг { $number }
numbers-mean = { $mean } из 5 в среднем
numbers-tasks = Задачи
numbers-tasks-counts = не выполнено: { $open }, выполнено: { $done }, просрочено: { $overdue }

numbers-marks = Отметки
numbers-stages = Отметки по этапам
numbers-control = Прямые и косвенные
numbers-control-none = Не указано
numbers-inbox = Во входящих
numbers-quality-all = Все шесть
numbers-tasks-open = Открыты
numbers-tasks-doing = В работе
numbers-tasks-done = Выполнены
numbers-tasks-overdue = Просрочены
numbers-stretch-steps = { $steps ->
    [one] { $steps } шаг
    [few] { $steps } шага
    [many] { $steps } шагов
   *[other] { $steps } шага
}
numbers-stretch-none = На каждом шаге есть позитивная точка контакта.
numbers-empty = Считать пока нечего
numbers-empty-note = Как только на карте появятся точки контакта, здесь будут показатели.
numbers-empty-map = К карте
numbers-bar = { $label }: { $count } из { $all }
numbers-value = { $label }: { $value }
numbers-select = { $words }. Выделить эти точки на карте
numbers-no-ratings = Оценок пока нет.
numbers-no-tasks = Задач пока нет.
numbers-without-positive = Без позитива

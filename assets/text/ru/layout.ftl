map-direct = прямая
map-indirect = косвенная
map-front-stage = фронт-офис
map-back-stage = бэк-офис
map-support = поддержка
map-before = до
map-during = во время
map-after = после
map-service = сервис
map-actions = Действия клиента
map-emotion = Эмоции
map-emotion-source = по отметкам
map-interaction = линия взаимодействия
map-visibility = линия видимости
map-share = { $share } %
map-as-is = Как есть
map-to-be = Как должно быть
sheet-positive = Позитив
sheet-decision = Решение
sheet-friction = Проблема
sheet-unmarked = Без отметки
sheet-moment-of-truth = Момент истины
sheet-scenario = Сценарий: { $scenario }
sheet-goal = Цель: { $goal }
sheet-owner = Владелец: { $owner }
map-tasks = { $count ->
    [one] { $count } задача
    [few] { $count } задачи
    [many] { $count } задач
   *[other] { $count } задачи
}
map-tasks-done = { $done } из { $count } { $count ->
    [one] задачи
   *[other] задач
}

findings = Замечания
action-toggle-findings = Замечания
status-findings = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
    [many] { $count } замечаний
   *[other] { $count } замечания
}
findings-none = Замечаний нет.
findings-none-note = Здесь появятся решения без исходов, проблемы без владельца, просроченные задачи и тому подобное.
findings-none-shown = По включённым видам замечаний нет.
findings-kinds = Виды замечаний
findings-kinds-off = Виды замечаний (выключено: { $count })
findings-hide = Не искать «{ $kind }»
findings-group = { $kind }, { $count }

finding-kind-review = Пора пересмотреть
finding-kind-overdue = Просроченные задачи
finding-kind-no-outcomes = Решения без исходов
finding-kind-one-mark = Исходы с одной отметкой
finding-kind-shares = Доли больше 100 %
finding-kind-backwards = Исходы, ведущие назад
finding-kind-no-owner = Проблемы без владельца
finding-kind-no-task = Проблемы без задач
finding-kind-no-touchpoint = Действия без точки контакта
finding-kind-no-action = Точки без действия клиента
finding-kind-empty-stage = Этапы без точек контакта
finding-kind-repeated = Дважды на одном шаге

finding-review = срок пересмотра проекта наступил { $day }
finding-overdue = { $thing }: задача «{ $task }» просрочена, срок был { $day }
finding-no-outcomes = { $thing }: решение никуда не ведёт
finding-one-mark = { $thing }: у всех исходов решения одна и та же отметка
finding-shares = { $thing }: доли исходов в сумме дают { $sum } %
finding-backwards = { $thing }: исход ведёт назад
finding-no-owner = { $thing }: у проблемы нет владельца
finding-no-task = { $thing }: по проблеме не осталось задач
finding-no-touchpoint = { $thing }: действие без точки контакта
finding-no-action = { $thing }: точки контакта есть, а действие клиента не указано
finding-empty-stage = { $thing }: нет точек контакта
finding-repeated = { $thing }: эта точка контакта на этом шаге уже есть
finding-way = { $from } → { $to }
finding-since = срок: { $day }
finding-sum = в сумме { $sum } %

cli-no-findings = { $count ->
    [1] Ни проблем, ни замечаний не найдено
    [one] Ни проблем, ни замечаний не найдено в { $count } файле
   *[other] Ни проблем, ни замечаний не найдено в { $count } файлах
}

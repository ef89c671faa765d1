maps-purpose = Сценарий, цель, владелец…
maps-state = Вид карты
maps-state-none = Не указан
maps-scenario = Сценарий
maps-scenario-hint = В какой ситуации
maps-goal = Цель
maps-goal-hint = Чего хочет добиться клиент
maps-owner-hint = Кто отвечает за карту
maps-advice = Одной карты обычно мало. Составьте хотя бы четыре-пять: по одной на каждый тип клиентов.
maps-advice-close = Больше не напоминать
maps-same = Тот же, что
maps-same-by-name = Этап с тем же названием
maps-same-of = { $stage } · { $map }
maps-same-note = При сравнении карт одинаковые этапы стоят друг под другом.
matching-proposals = Подойдёт, возможно:
matching-add = Добавить «{ $title }» на этот шаг
matching-no-action = Для этих точек контакта ещё нет действия клиента: запишите, что он делает.
action-show-compare = Сравнить карты
compare-choose = { $count ->
    [one] { $count } карта
    [few] { $count } карты
    [many] { $count } карт
   *[other] { $count } карты
}
compare-hint = От двух до { $most }, одна под другой на общих этапах
compare-choose-more = Выберите ещё хотя бы одну карту.
compare-too-few = Пока есть только одна карта. Составьте карту для другого типа клиентов на тех же этапах:
compare-at-review = { $map } · { $snapshot }
compare-no-stage = нет такого этапа
compare-no-emotion = эмоций пока нет
compare-contrasts = У одних зелёное, у других красное
compare-no-contrasts = Нет точек контакта, которые на одной карте зелёные, а на другой красные.
compare-on-map = { $title }: { $mark }, карта «{ $map }»

toast-saved-in-place = Сохранено. В этой папке нельзя создавать файлы, поэтому файл записан поверх прежнего, а его копия осталась среди прежних версий.
toast-not-kept-full = Сохранено, но прежнюю версию оставить не удалось: диск с прежними версиями заполнен.
toast-not-kept = Сохранено, но прежнюю версию оставить не удалось: { $reason }.
toast-saved-unsure = Записано, но диск этого не подтвердил ({ $reason }): при сбое питания может вернуться прежняя версия.
step-restore = возврат другой версии
action-earlier-versions = Прежние версии…
error-save-again = Попробовать ещё раз
error-save-elsewhere = Сохранить в другое место…
open-failed-left = Несохранённая работа над этим файлом осталась на этом компьютере.
open-failed-open-left = Открыть несохранённое
open-failed-versions = На этом компьютере остались прежние версии этого файла.
open-failed-salvage = Из него можно прочитать { $cards ->
    [one] { $cards } точку контакта
    [few] { $cards } точки контакта
   *[many] { $cards } точек контакта
} и { $stages ->
    [one] { $stages } этап
    [few] { $stages } этапа
   *[many] { $stages } этапов
} и открыть их как новый проект. Сам файл не изменится.
open-failed-bring-back = Открыть то, что читается
versions-title = Прежние версии
versions-looking = Поиск…
versions-none = Прежних версий пока нет. С этого момента при каждом сохранении остаётся версия, которая была до него.
versions-failed = Не удалось получить список прежних версий: { $reason }.
versions-more = При каждом сохранении прежняя версия остаётся на этом компьютере: последние 20 и по одной за день в течение двух недель.
versions-bring-back = Вернуть эту версию
versions-open-copy = Открыть как копию
versions-same = Как сейчас
versions-since = С тех пор: { $changes }
versions-cards = { $count ->
    [one] { $count } точка контакта
    [few] { $count } точки контакта
   *[many] { $count } точек контакта
}
versions-unreadable = Эту версию не удаётся прочитать
toast-brought-back = Возвращена версия: { $when }.
difference-and = ,{" "}
difference-added = { $count ->
    [one] добавлена { $count } точка контакта
    [few] добавлены { $count } точки контакта
   *[many] добавлено { $count } точек контакта
}
difference-gone = { $count ->
    [one] { $count } исчезла
    [few] { $count } исчезли
   *[many] { $count } исчезло
}
difference-moved = { $count ->
    [one] { $count } перемещена
    [few] { $count } перемещены
   *[many] { $count } перемещено
}
difference-marked = { $count ->
    [one] { $count } с другой отметкой
   *[other] { $count } с другими отметками
}
difference-edited = { $count ->
    [one] { $count } изменена
    [few] { $count } изменены
   *[many] { $count } изменено
}
difference-other = изменено другое

slow-save-title = «{ $title }» всё ещё сохраняется
slow-save-body = Диск или сетевая папка не отвечает. Можно подождать, сохранить проект в другое место или выйти: ваша работа останется на этом компьютере и будет ждать на начальном экране.
slow-save-wait = Подождать
slow-save-leave = Выйти, работа останется здесь

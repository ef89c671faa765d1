cli-wrote = Записано: { $files }
cli-wrote-picture = Записано: { $path }, { NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } пикселей
cli-exists = по этому пути уже что-то есть; чтобы заменить, добавьте --force: { $path }
cli-same-file = картинка заменила бы сам проект; дайте ей другое имя: { $path }
cli-no-map = в этом проекте нет карты: { $path }
cli-choose-map = карт несколько; выберите одну с помощью --map и её номера или названия:
    { $maps }
cli-unknown-map = карты «{ $wanted }» нет; есть такие карты:
    { $maps }
cli-repeated-map = карт с названием «{ $wanted }» несколько; выберите одну по номеру:
    { $maps }
cli-missing-characters = { $count ->
    [1] ни в одном шрифте этого компьютера нет символа { $characters }; на картинке вместо него прямоугольник
    [one] ни в одном шрифте этого компьютера нет { $count } символа ({ $characters }); на картинке вместо них прямоугольники
   *[other] ни в одном шрифте этого компьютера нет { $count } символов ({ $characters }); на картинке вместо них прямоугольники
}
cli-no-problems = { $count ->
    [1] Проблем не найдено
    [one] Проблем не найдено в { $count } файле
   *[other] Проблем не найдено в { $count } файлах
}
cli-opening = Открытие…
cli-painting = Рисование: { $percent } %

cli-info-title = Название
cli-info-persona = Персона
cli-info-review = Следующий пересмотр
cli-info-stages = Этапы
cli-info-steps = Шаги
cli-info-lanes = Дорожки
cli-info-touchpoints = Точки контакта
cli-info-links = Связи
cli-info-code = Код
cli-info-mark = Отметка
cli-info-stage = Этап
cli-info-step = Шаг
cli-info-lane = Дорожка
cli-info-inbox = Входящие
cli-info-map = Карта { $number }: { $title }
cli-info-count = { $inbox ->
    [0] { $count }
   *[other] { $count }, из них во входящих: { $inbox }
}
cli-info-marks = Отметки
cli-info-mark-counts = позитив: { $positive }, решение: { $decision }, проблема: { $friction }, без отметки: { $unmarked }
cli-info-mark-name = { $mark ->
    [positive] позитив
    [decision] решение
   *[friction] проблема
}

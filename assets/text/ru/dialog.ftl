dialog-cancel = Отмена
dialog-close = Закрыть
dialog-ok = ОК
unsaved-title = Сохранить изменения в «{ $title }»?
unsaved-body = Без сохранения изменения, сделанные после последнего сохранения, пропадут.
unsaved-body-never = Проект ещё не сохраняли. Без сохранения он пропадёт.
unsaved-save = Сохранить
unsaved-discard = Не сохранять
error-open-title = Не удалось открыть проект
error-save-title = Не удалось сохранить проект
error-save-more = Ваши изменения на месте. Сохраните их в другое место или попробуйте ещё раз.
error-export-title = Не удалось создать картинку
error-lost-title = Внутри программы что-то пошло не так
error-lost-body = Задача прервалась, не закончившись. Проект остался прежним; попробуйте ещё раз.
notes-more = { $count ->
    [one] и ещё { $count }
   *[other] и ещё { $count }
}
notes-close = Закрыть это сообщение

path-open-title = Открыть проект
path-save-title = Сохранить проект как
path-export-title = Сохранить картинку как
path-hung = Системное окно выбора файла не отвечает. Введите путь к файлу или дождитесь окна.
path-missing = В этой системе нет окна выбора файла. Введите путь к файлу.
path-hung-save = Системное окно выбора файла не отвечает. Введите, куда сохранить, или дождитесь окна.
path-missing-save = В этой системе нет окна выбора файла. Введите, куда сохранить.
path-file = Файл
path-open = Открыть
path-save = Сохранить
path-up = На папку выше
path-exists = Файл { $file } уже есть.
path-replace = Заменить
path-no-folder = Нет такой папки: { $folder }.
path-is-folder = Это папка. Добавьте имя файла.
path-no-file = Такого файла нет.
dialog-filter-project = Проект Touchline
dialog-filter-picture = Изображение PNG
replace-title = Заменить файл?
replace-body = Файл { $path } уже есть. Его содержимое пропадёт.
replace-replace = Заменить

export-title = Экспорт картинки
export-map = Карта
export-size = Размер
export-scale = { $scale } ×
export-theme = Цвета
export-light = Светлые
export-dark = Тёмные
export-pixels = { $width } × { $height } пикселей
export-measuring = Измерение…
export-export = Экспортировать…

shortcuts-title = Сочетания клавиш
about-title = Touchline
about-version = Версия { $version }
about-body = Редактор карт пути клиента, работающий без интернета. Без учётной записи, без сервера, без сети.

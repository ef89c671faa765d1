message-sentence = { $words }.
message-with-path = { $what }: { $path }
message-in-map = карта «{ $map }»: { $what }
message-at-line = строка { NUMBER($line, useGrouping: "false") }: { $what }
message-at-column = строка { NUMBER($line, useGrouping: "false") }, столбец { NUMBER($column, useGrouping: "false") }: { $what }

open-error-folder = это папка; выберите файл внутри неё
open-error-not-a-file = это устройство или канал, а не файл
open-error-too-large = размер файла { $size } МБ, а файл проекта может занимать не больше { $most } МБ
open-error-empty = файл пуст; если в нём что-то было, откройте более раннюю копию
open-error-lost = содержимое файла потеряно целиком или частично; откройте более раннюю копию
open-error-utf16 = файл сохранён в UTF-16; сохраните его ещё раз в UTF-8 в том редакторе, где он сделан
open-error-not-utf8 = это не текст в UTF-8: файл не является проектом, повреждён или сохранён в другой кодировке
open-error-merge-marker = при слиянии файла здесь остался конфликт; выберите одну из двух версий в текстовом редакторе и удалите строки с <<<<<<<, ======= и >>>>>>>
open-error-newer = файл создан более новой версией Touchline (формат { $format }) и остался без изменений; откройте его в этой версии или в более новой

save-error = не удалось сохранить: { $what }
save-error-changed = с тех пор как файл открыли, его изменила другая программа или другой человек
save-error-differs = текст проекта расходится с самим проектом; пожалуйста, сообщите об этом
save-error-no-copy = в папке нельзя создать файл, а перед записью поверх прежнего не удалось сохранить его копию ({ $why })
save-error-not-kept = перед записью поверх файла не удалось сохранить копию его нынешнего содержимого ({ $why })
save-error-torn = запись поверх прежнего файла прервалась ({ $why }); файл может быть повреждён, прежнее содержимое есть среди его прежних версий

reason-no-file = такого файла нет
reason-unreadable = нет прав на чтение этого файла
reason-no-folder = такой папки нет
reason-forbidden = нет прав на запись сюда
reason-exists = файл с таким именем уже есть
reason-disk-full = на диске нет места
reason-read-only-disk = диск доступен только для чтения
reason-too-large = файл такого размера на этот диск не записать
reason-bad-name = файл с таким именем на этот диск не записать
reason-not-a-folder = часть пути не является папкой
reason-folder = это папка
reason-in-use = файл занят другой программой
reason-read-only-file = файл доступен только для чтения
reason-links-in-circle = символические ссылки замкнуты в круг
reason-defect = ошибка в самой программе

mistake-not-a-project = это не проект Touchline; проект начинается со скобки ( и полей
mistake-ends = файл обрывается на середине: часть его потеряна или скобка не закрыта
mistake-open-text = у текста, который начинается здесь, нет закрывающей кавычки, или остаток файла потерян
mistake-expected = здесь нужно другое: { $what }
mistake-goes-on = проект закончился раньше; удалите то, что идёт следом
mistake-unknown-field = поля «{ $found }» здесь не бывает; возможны { $possible }
mistake-missing-field = в том, что здесь заканчивается, нет поля «{ $field }»
mistake-repeated-field = поле «{ $field }» записано здесь дважды; удалите одно
mistake-unknown-word = слово «{ $found }» здесь неизвестно; возможны { $possible }
mistake-number-too-large = это число слишком велико
mistake-too-deep = здесь слишком много скобок внутри скобок
mistake-bad-escape = сочетание после \ неизвестно; сама косая черта пишется как \\
mistake-open-comment = комментарий, начатый знаками /*, не закрыт знаками */
expected-list = список в [ ]
expected-list-end = ] в конце списка
expected-yes-or-no = true или false
expected-comma = запятая
expected-whole-number = целое число
expected-end = ) в конце
expected-table = список ключей и значений в {"{"} {"}"}
expected-colon = двоеточие
expected-table-end = {"}"} в конце
expected-group = группа полей в ( )
expected-text = текст в кавычках
expected-straight-quotes = текст в прямых кавычках, вот "так"
expected-word = слово без кавычек
expected-value = значение
expected-other-count = другое число значений
expected-other = то, что бывает в проекте

note-checksum = файл изменили вне Touchline, или он повреждён; просмотрите его
note-no-header = в первой строке не сказано, что файл записан в Touchline, поэтому неизвестно, цел ли он
note-salvaged = это то, что удалось прочитать из повреждённого файла, в виде нового проекта; проверьте его и сохраните под другим именем
note-reviews-left-out = не всё сохранённое при пересмотрах удалось вернуть: оно осталось в файле
note-merged = две версии файла слили вне Touchline; просмотрите его
note-newer = файл записан более новой версией Touchline (формат { $format }); он читается целиком и ничего не потеряно

repair-card = точка контакта { $code } «{ $title }»
repair-link = связь
repair-link-named = связь «{ $label }»
repair-repeated-id = { $noun ->
    [maps] у двух карт
    [stages] у двух этапов
    [steps] у двух шагов
    [lanes] у двух дорожек
    [links] у двух связей
    [personas] у двух персон
    [tasks] у двух задач
    [audits] у двух аудитов
    [snapshots] у двух снимков
   *[touchpoints] у двух точек контакта
} был один и тот же идентификатор; у второго элемента, «{ $name }», теперь новый
repair-code = код { $old } точки контакта «{ $title }» не удалось оставить; теперь это { $new }
repair-no-code = у точки контакта «{ $title }» не было кода; теперь это { $new }
repair-counter = счётчик кодов не соответствовал точкам контакта; следующий код теперь { $next }
repair-persona = её персоны нет в проекте; теперь карта без персоны
repair-title = у точки контакта { $code } не было названия; теперь она называется “Untitled”
repair-step = { $card } стояла на шаге, которого нет; теперь она во входящих
repair-lane = { $card } стояла на дорожке, которой нет; теперь она во входящих
repair-place = { $card } не имела места; теперь она во входящих
repair-rank = { $card }: порядок в ячейке не удалось прочитать; он назначен заново
repair-emotion = { $card } имела эмоцию { $value }, а допустимы от −2 до +2; теперь эмоции нет
repair-broken-link = { $link } вела от точки контакта, которой нет, или к ней; удалена
repair-link-to-itself = { $link } вела от { $code } к ней же самой; удалена
repair-repeated-link = { $link } вела от { $from } к { $to } во второй раз; удалена
repair-share = { $link } имела долю { $share } %, а допустимы от 0 до 100 %; теперь доли нет
repair-score = { $card } имела оценку { $value }, а допустимы от 1 до 5; теперь оценки нет
repair-audit-score = в аудите у «{ $title }» была оценка { $value }, а допустимы от 1 до 5; теперь оценки нет
repair-task = у задачи в { $code } не было текста; теперь она называется “Untitled”
repair-date = дату «{ $date }» не удалось прочитать; она удалена
repair-date-now = дату «{ $date }» не удалось прочитать; теперь это { $now }
repair-rhythm = пересмотр раз в { $weeks } нед. невозможен; теперь у проекта нет графика

problem-repeated-id = { $noun ->
    [maps] у двух карт
    [stages] у двух этапов
    [steps] у двух шагов
    [lanes] у двух дорожек
    [links] у двух связей
    [personas] у двух персон
    [tasks] у двух задач
    [audits] у двух аудитов
    [snapshots] у двух снимков
   *[touchpoints] у двух точек контакта
} один и тот же идентификатор { $id }
problem-repeated-code = у двух точек контакта один и тот же код { $code }
problem-code-ahead = код { $code } ещё не выдавался
problem-persona = её персоны нет в проекте
problem-title = у точки контакта { $code } нет названия
problem-step = точка контакта { $code } стоит на шаге, которого нет
problem-lane = точка контакта { $code } стоит на дорожке, которой нет
problem-broken-link = связь «{ $label }» ведёт от точки контакта, которой нет, или к ней
problem-link-to-itself = связь ведёт от { $code } к ней же самой
problem-repeated-link = две связи ведут от { $from } к { $to }
problem-share = у связи «{ $label }» доля { $share } %, больше 100 %
problem-task = у задачи в { $code } нет текста
problem-repeated-task = у двух задач в { $code } один и тот же идентификатор
problem-rhythm = пересмотр раз в { $weeks } нед. невозможен; возможно от 1 до { $most }
problem-too-many = { $noun ->
    [maps] карт
    [stages] этапов
    [steps] шагов
    [lanes] дорожек
    [links] связей
    [personas] персон
    [tasks] задач
    [audits] аудитов
    [entries] записей аудита
    [snapshots] снимков
   *[touchpoints] точек контакта
} слишком много: { $count }, а возможно не больше { $limit }
problem-too-long = { $noun ->
    [project-title] название проекта
    [persona-name] имя персоны
    [map-title] название карты
    [stage-name] название этапа
    [customer-action] действие клиента
    [lane-name] название дорожки
    [touchpoint-title] название точки контакта
    [channel] канал
    [owner] владелец
    [link-label] подпись связи
    [scenario] сценарий
    [goal] цель
    [cost] стоимость
    [task] задача
    [tool] инструмент
    [auditor] имя проводившего аудит
    [snapshot-name] название снимка
   *[note] заметка
}: слишком длинный текст, символов { $characters }, а возможно не больше { $limit }

refusal-missing = { $noun ->
    [map] этой карты
    [stage] этого этапа
    [step] этого шага
    [lane] этой дорожки
    [link] этой связи
    [persona] этой персоны
    [task] этой задачи
    [audit] этого аудита
    [snapshot] этого снимка
   *[touchpoint] этой точки контакта
} в проекте больше нет
refusal-repeated = { $noun ->
    [map] эта карта
    [stage] этот этап
    [step] этот шаг
    [lane] эта дорожка
    [link] эта связь
    [persona] эта персона
    [task] эта задача
    [audit] этот аудит
    [snapshot] этот снимок
   *[touchpoint] эта точка контакта
} в проекте уже есть
refusal-title = точке контакта нужно название
refusal-task = задаче нужен текст
refusal-rhythm = пересмотр раз в { $weeks } нед. невозможен
refusal-link-to-itself = связь ведёт к другой точке контакта
refusal-repeated-link = такая связь уже есть
refusal-share = доля не бывает больше 100 %
refusal-too-many = { $noun ->
    [maps] карт
    [stages] этапов
    [steps] шагов
    [lanes] дорожек
    [links] связей
    [personas] персон
    [codes] кодов
    [tasks] задач
    [audits] аудитов
    [entries] записей аудита
    [snapshots] снимков
   *[touchpoints] точек контакта
} не может быть больше { $limit }
refusal-too-long = здесь не может быть больше { $limit } символов

export-error-scale = масштаб { $scale } невозможен; он бывает от { $min } до { $max }
export-error-too-large = картинка получилась бы размером { NUMBER($width, useGrouping: "false") } × { NUMBER($height, useGrouping: "false") } пикселей, это слишком много; наибольший подходящий масштаб — { $fits }
export-error-no-scale = карта слишком велика для картинки при любом масштабе
export-error-cancelled = экспорт отменён
export-error-write = не удалось записать: { $why }

action-settings = Настройки…
action-interface-larger = Увеличить интерфейс
action-interface-smaller = Уменьшить интерфейс
action-interface-normal = Обычный размер интерфейса
action-folders = Где хранятся файлы…

settings-title = Настройки
settings-theme = Цвета
settings-theme-system = Как в системе
settings-theme-light = Светлые
settings-theme-dark = Тёмные
settings-language = Язык
settings-language-system = Как в системе
settings-interface = Размер интерфейса
settings-interface-percent = { $percent } %
settings-motion = Анимация
settings-motion-system = Как в системе
settings-motion-on = Вкл.
settings-motion-off = Выкл.
settings-motion-note = Карточка плавно переезжает на новое место.
settings-note = Панели, размер окна, недавние файлы и параметры экспорта запоминаются сами.
settings-folders = Где хранятся файлы…

folders-title = Где хранятся файлы
folders-settings = Настройки
folders-data = Восстановленная работа и прежние версии
folders-none = Не хранится: в этой системе нет подходящей папки.
folders-note = Ваши проекты лежат там, где вы их сохранили, и больше нигде.
folders-copy = Скопировать путь

about-licences = Лицензии
about-plex = IBM Plex Sans, лицензия SIL Open Font License
about-lucide = Значки Lucide, лицензии ISC и MIT

type-missing = В системе нет шрифта с упрощёнными китайскими иероглифами: вместо них видны прямоугольники.
type-linux = Установите такой шрифт, например Noto Sans CJK (пакеты fonts-noto-cjk, google-noto-sans-cjk-fonts или noto-fonts-cjk), и запустите Touchline снова.
type-windows = Добавьте китайский (упрощённое письмо) в разделе «Параметры › Время и язык › Язык и регион» — с ним появится Microsoft YaHei — и запустите Touchline снова.
type-mac = Включите PingFang SC в программе «Шрифты» и запустите Touchline снова.
type-close = Закрыть сообщение о шрифте
toast-exported-without-chinese = Экспортировано в { $file }, но без китайских иероглифов: в системе нет шрифта для них.

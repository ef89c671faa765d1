palette-title = Команды
palette-hint = Введите название команды
palette-list = Найденные команды
palette-nothing = Такой команды нет.
# Why a command cannot do anything now; behind its name.
palette-no-project = сначала откройте проект
palette-no-map = сначала добавьте карту
palette-no-undo = отменять нечего
palette-no-redo = повторять нечего
palette-no-way = там нет карты
palette-no-decision = сначала выделите решение и другие точки контакта
palette-no-cards = на карте пока нет точек контакта
palette-no-selected-card = сначала выделите точку контакта
palette-no-selection = сначала выделите что-нибудь на карте

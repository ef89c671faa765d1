menu-workshop = Метод
action-show-map = Карта
action-show-table = Таблица
page-switch = Страница: { $page }
hint-page = Esc — назад к карте

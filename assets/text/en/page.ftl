menu-workshop = Workshop
action-show-map = Map
action-show-table = Table
# $page (String) - name of the page that is shown
page-switch = Page: { $page }
hint-page = Esc goes back to the map

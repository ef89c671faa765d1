"""What a screen reader gets of the running program: names, roles, states and order of the map, the
focus as it follows the arrows, what is said by itself, and the outline, which edits."""

import time

import pyatspi
from gi.repository import GLib

from window import Window, fresh_home, wait_for

ORDER = ["Lane Website", "Lane Other sites", "Lane Support", "Stage Become aware",
         "Step 1 Notices a problem", "T1 ", "Stage Consider", "Step 2 ", "T2 ", "Step 3 ",
         "T3 Unsponsored reviews on our own site, decision, Consider, step 3, Website; 2 outcomes",
         "Link “convinced”, 70 %", "Link “too few reviews”, 30 %", "Stage Buy", "Step 4 ", "T4 ",
         "T7 ", "Stage Use", "Step 5 ", "T5 ", "Stage Get help", "Step 6 ", "T6 ", "Emotion"]


class Said:
    """Announcements and focus changes of one program, as they come over the bus."""

    def __init__(self, window):
        self.window = window
        self.announced = []
        self.focused = []
        pyatspi.Registry.registerEventListener(self._announce, "object:announcement")
        pyatspi.Registry.registerEventListener(self._focus, "object:state-changed:focused")

    def _is_ours(self, event):
        try:
            return event.source.get_process_id() == self.window.process.pid
        except GLib.Error:
            return False

    def _announce(self, event):
        if self._is_ours(event):
            self.announced.append(str(event.any_data))

    def _focus(self, event):
        if event.detail1 and self._is_ours(event):
            self.focused.append(event.source.name or "")

    def _pump(self, seconds=0.2):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.02)

    def wait(self, what, heard):
        def look():
            self._pump()
            return any(what in words for words in heard)

        try:
            wait_for(f"“{what}” to be said", look, 20)
        except AssertionError:
            print(f"heard: {heard}")
            raise
        # What is waited for next has to be said after this.
        heard.clear()

    def announces(self, what):
        self.wait(what, self.announced)

    def focuses(self, what):
        self.wait(what, self.focused)


def states(node):
    return {pyatspi.stateToString(state) for state in node.getState().getStates()}


def fits(names):
    """Whether the things of the order are there, one after the other."""
    rest = iter(names)
    return all(any(name.startswith(start) for name in rest) for start in ORDER)


def read_map(window):
    window.key("ctrl+1")
    listed = window.find("Anna, first purchase", role="list box")
    wait_for("the map in its order", lambda: fits([child.name for child in listed]), 20)
    for child in listed:
        assert child.getRoleName() == "list item", (child.name, child.getRoleName())
    stage = window.find("Stage Consider", role="list item")
    assert stage.description == "Before the purchase, 2 steps, 2 touchpoints", stage.description
    card = window.find("T4 ", role="list item", exact=False)
    assert {"focusable", "selectable", "showing"} <= states(card), states(card)
    assert [card.queryAction().getName(at) for at in range(card.queryAction().nActions)] == ["click"]


def walk_and_change(window, said):
    for key, name in [("Home", "T1 "), ("Right", "Empty: Consider, step 2, Website"),
                      ("Up", "Step 2 "), ("Up", "Stage Consider")]:
        window.key(key)
        said.focuses(name)
    card = window.find("T4 ", role="list item", exact=False)
    assert card.queryAction().doAction(0)
    wait_for("the card to be selected", lambda: "selected" in states(card), 20)
    wait_for("the card to have the focus", lambda: "focused" in states(card), 20)
    window.key("3")
    said.announces("T4 Customer portal: check out, order status: friction")
    window.key("alt+Right")
    said.announces("moved to Use, step 5, Website")
    window.key("ctrl+z")
    said.announces("Undone: Move touchpoint")
    window.key("Delete")
    said.announces("Deleted: T4 ")
    window.key("ctrl+z", "ctrl+z")
    said.announces("Undone: Mark")


def edit_in_outline(window, said):
    window.key("ctrl+shift+o")
    tree = window.find("Outline", role="tree")
    root = wait_for("the rows", lambda: list(tree), 20)[0]
    assert (root.getRoleName(), root.name) == ("tree item", "Anna, first purchase")
    assert [child.name for child in root][:2] == ["Stage Become aware", "Stage Consider"]
    window.key("Home")
    window.type("blog")
    said.focuses("T1 ")
    window.key("F2", "ctrl+a")
    window.type("Guide")
    window.key("Return")
    window.find("T1 Guide, positive, Website", exact=False, role="tree item")
    window.find("T1 Guide, positive, Become aware, step 1, Website", exact=False, role="list item")
    window.key("Left", "Left")
    said.focuses("Step 1 ")
    step = window.find("Step 1 ", exact=False, role="tree item")
    wait_for("what is folded to be told", lambda: "folded" in step.description, 20)
    assert len(list(step)) == 0


def screen_reader(program, run, work, shots):
    """The sample is read, walked, changed and edited by what a screen reader gets of it."""
    path = f"{work}/reader.ron"
    run("new", "--template", "sample", path)
    window = Window(program, [path], fresh_home(work, "reader"), shots)
    said = Said(window)
    read_map(window)
    walk_and_change(window, said)
    edit_in_outline(window, said)
    window.shot("screen-reader")
    window.key("ctrl+s")
    said.announces("Saved")
    window.key("ctrl+q")
    window.quits()

"""What a person does with the program, from the first click to the file, in a real window."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import pyatspi

from window import Window, enable_accessibility, fresh_home, wait_for, xdo

PROGRAM, SHOTS, *CHOSEN = sys.argv[1:]
WORK = tempfile.mkdtemp(prefix="touchline-desktop-")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def cards(path):
    """The touchpoints of the file's only map, by title."""
    (one,) = json.loads(run("info", path, "--json"))["maps"]
    return {card["title"]: card for card in one["touchpoints"]}


def cell(window, step, lane):
    """The middle of the cell where a step and a lane cross."""
    x, _ = window.place(window.find(step, exact=False))
    _, y = window.place(window.find(lane))
    return x, y


def drag_mark_undo_save():
    """A touchpoint is dragged from the library, marked, undone, redone and saved."""
    path = f"{WORK}/first.ron"
    run("new", "--template", "blank", path)
    window = Window(PROGRAM, [path], fresh_home(WORK, "first"), SHOTS)
    entry = window.find("Word of mouth")
    target = cell(window, "Step 2", "Lane Website")
    window.drag(window.place(entry), target)
    card = window.find("Word of mouth, no mark", exact=False, role="list item")
    x, y = window.place(card)
    assert abs(y - target[1]) < 80, f"the card is at {y}, the lane at {target[1]}"
    window.key("3")
    window.find("Word of mouth, friction", exact=False)
    window.key("ctrl+z")
    window.find("Word of mouth, no mark", exact=False)
    window.key("ctrl+z")
    wait_for("the card to go", lambda: not any("T1 Word of mouth" in n for _, n in window.names()))
    window.key("ctrl+shift+z", "ctrl+shift+z")
    window.find("Word of mouth, friction", exact=False)
    window.shot("drag-mark-undo-save")
    window.key("ctrl+s")
    window.find("Saved")
    window.key("ctrl+q")
    assert window.quits() is not None and window.process.returncode == 0
    card = cards(path)["Word of mouth"]
    assert (card["mark"], card["step"], card["lane"], card["inbox"]) == (
        "friction", 2, "Website", False), card
    assert run("check", path) == "" or "no problems" in run("check", path).lower()


def copy_between_programs():
    """A card is copied in one running program and pasted in another, through the clipboard."""
    first, second = f"{WORK}/copy-from.ron", f"{WORK}/copy-to.ron"
    run("new", "--template", "sample", first)
    run("new", "--template", "blank", second)
    source = Window(PROGRAM, [first], fresh_home(WORK, "from"), SHOTS)
    source.click("T3 ", exact=False, role="list item")
    source.key("ctrl+c")
    target = Window(PROGRAM, [second], fresh_home(WORK, "to"), SHOTS)
    x, y = cell(target, "Step 2", "Lane Website")
    xdo("mousemove", x, y)
    xdo("click", 1)
    time.sleep(0.3)
    target.key("ctrl+v")
    target.find("Unsponsored reviews", exact=False, role="list item")
    target.shot("copy-between-programs")
    target.key("ctrl+s")
    target.find("Saved")
    target.key("ctrl+q")
    target.quits()
    source.kill()
    (title,) = cards(second)
    assert title.startswith("Unsponsored reviews"), title


def portal_that_hangs():
    """The desktop's file dialog never answers: the program says so and takes a typed path."""
    path = f"{WORK}/typed.ron"
    run("new", "--template", "sample", path)
    portal = subprocess.Popen([sys.executable, "-c", (
        "import dbus, time\n"
        "bus = dbus.SessionBus()\n"
        "bus.request_name('org.freedesktop.portal.Desktop')\n"
        "print('here', flush=True)\n"
        "time.sleep(600)\n")], stdout=subprocess.PIPE)
    portal.stdout.readline()
    try:
        window = Window(PROGRAM, [], fresh_home(WORK, "portal"), SHOTS)
        window.find("Touchline")
        window.key("ctrl+o")
        field = window.find("File", role="entry")
        window.shot("portal-that-hangs")
        xdo("mousemove", *window.place(field))
        xdo("click", 1)
        window.key("ctrl+a")
        window.type(path)
        window.key("Return")
        window.find("Stage Become aware")
        window.key("ctrl+q")
        window.quits()
    finally:
        portal.kill()


# The worked example: (step, lane, title, mark key, channel, control, owner).
ACTIONS = [
    "Notices a problem, researches how to solve it",
    "Looks for a product: search listings, then retailers' sites",
    "Searches for reviews of the product",
    "Has enough information and buys",
    "Runs into trouble, looks for articles to fix it alone",
    "Contacts a customer service representative",
]
TOUCHPOINTS = [
    (1, "Website", "Blog on problems that customers research", "1", "Web", "Direct", "Content team"),
    (2, "Other sites", "Paid ads on search and product pages", "1", "Search", "Direct", "Marketing"),
    (3, "Website", "Unsponsored reviews on our own site", "2", "Web", "Indirect", "Online shop"),
    (4, "Website", "Customer portal: check out, order status", "1", "Web", "Direct", "Online shop"),
    (5, "Website", "Self-service: knowledge base, how-to guides", "3", "Web", "Direct", "Support"),
    (6, "Support", "Service portal or phone, easy to find", "1", "Phone", "Direct", "Support"),
    (4, "Other sites", "Leaves for a retailer's site", "3", "Web", "Indirect", ""),
]


def worked_example():
    """The worked example of six actions and seven touchpoints, made from an empty project."""
    path = f"{WORK}/worked-example.ron"
    window = Window(PROGRAM, [], fresh_home(WORK, "worked"), SHOTS)
    window.click("New project")
    window.find("Stage Discover")

    window.rename("Stage Discover", "Become aware")
    window.click("Step 2", exact=False)
    window.key("Delete")
    window.gone("Step 6")
    window.click("Stage Become aware")
    window.key("g")
    window.type("Consider")
    window.key("Return", "Escape")
    window.click("Stage Consider")
    window.choose("Period", "Before the purchase")
    window.key("s")
    window.click("Step 5", exact=False)
    window.key("Delete")
    window.gone("Step 7")
    window.double_click("Step 1", exact=False)
    for action in ACTIONS:
        window.type(action)
        window.key("Return")
    window.key("Escape")

    window.rename("Lane Store", "Other sites")
    window.click("Lane Support")
    window.choose("Role", "Front stage")

    for step, lane, title, mark, channel, control, owner in TOUCHPOINTS:
        xdo("mousemove", *cell(window, f"Step {step}", f"Lane {lane}"))
        xdo("click", "--repeat", 2, "--delay", 80, 1)
        time.sleep(0.6)
        window.type(title)
        window.key("Return", "Escape")
        window.click(f" {title}", exact=False, role="list item")
        window.key(mark)
        window.fill("Channel", channel)
        window.fill("Owner", owner)
        window.choose("Control", control)

    decision = window.find("T3 ", exact=False, role="list item")
    for target, label, share in [("T4 ", "convinced", "70"), ("T7 ", "too few reviews", "30")]:
        window.click("T3 ", exact=False, role="list item")
        box = decision.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        handle = (box.x + box.width, box.y + box.height // 2)
        window.drag(handle, window.place(window.find(target, exact=False, role="list item")))
        window.fill("Label", label)
        window.fill("Share", share)
    window.key("Escape", "Escape")
    window.shot("worked-example")
    window.key("ctrl+s")
    window.give_path(path)
    window.find("Saved")
    window.key("ctrl+q")
    window.quits()

    (one,) = json.loads(run("info", path, "--json"))["maps"]
    assert [step["action"] for stage in one["stages"] for step in stage["steps"]] == ACTIONS
    made = {(t["step"], t["lane"], t["title"]) for t in one["touchpoints"]}
    assert made == {(step, lane, title) for step, lane, title, *_ in TOUCHPOINTS}, made
    run("export", path, "-o", f"{SHOTS}/worked-example-export.png", "--force")
    shutil.copy(path, f"{SHOTS}/worked-example.ron")


SCENARIOS = [worked_example, drag_mark_undo_save, copy_between_programs, portal_that_hangs]


def main():
    enable_accessibility()
    os.makedirs(SHOTS, exist_ok=True)
    failed = 0
    for scenario in SCENARIOS:
        if CHOSEN and scenario.__name__ not in CHOSEN:
            continue
        try:
            scenario()
            print(f"desktop: {scenario.__name__}: ok", flush=True)
        except Exception as error:
            failed += 1
            print(f"desktop: {scenario.__name__}: FAILED: {error!r}", flush=True)
            subprocess.run(["import", "-window", "root", f"{SHOTS}/failed-{scenario.__name__}.png"],
                           check=False)
        subprocess.run(["pkill", "-f", f"{PROGRAM} .*{WORK}"], check=False)
    shutil.rmtree(WORK, ignore_errors=True)
    sys.exit(1 if failed else 0)


main()

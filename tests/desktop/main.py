"""What a person does with the program, from the first click to the file, in a real window."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import pyatspi

import reader
from kept import Kept
from window import Window, enable_accessibility, fresh_home, wait_for, xdo

PROGRAM, SHOTS, *CHOSEN = sys.argv[1:]
WORK = tempfile.mkdtemp(prefix="touchline-desktop-")


def run(*arguments):
    env = dict(os.environ, LC_ALL="C.UTF-8")
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True,
                          env=env).stdout


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
    window.key_until("ctrl+shift+f", "Find a touchpoint…")
    window.type("mouth")
    entry = window.find("Word of mouth", role="push button")
    window.gone("Website")
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
    # What was announced may still name it.
    wait_for("the card to go", lambda: not any(
        role == "list item" and "T1 Word of mouth" in name for role, name in window.names()))
    window.key("ctrl+shift+z", "ctrl+shift+z")
    window.find("Word of mouth, friction", exact=False)
    window.shot("drag-mark-undo-save")
    window.key("ctrl+s")
    window.find("Saved", exact=False)
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
    target.find("Saved", exact=False)
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
        window.find("File", role="entry")
        window.shot("portal-that-hangs")
        window.give_path(path)
        window.find("Stage Become aware")
        window.key("ctrl+q")
        window.quits()
    finally:
        portal.kill()


ACTIONS = [
    "Notices a problem, researches how to solve it",
    "Looks for a product: search listings, then retailers' sites",
    "Searches for reviews of the product",
    "Has enough information and buys",
    "Runs into trouble, looks for articles to fix it alone",
    "Contacts a customer service representative",
]
# Each: step, lane, entry of the library that it is dragged from, mark key, and its fields.
TOUCHPOINTS = {
    "Blog on problems that customers research": (1, "Website", "Content marketing", "1", {
        "Channel": "Web", "Owner": "Content team",
        "Notes": "A strategy of content clusters; the first five articles out within four weeks; "
                 "four freelance writers; what is known of the persona and of how customers come "
                 "decides the subjects."}),
    "Paid ads on search and product pages": (2, "Other sites", "Online advertising", "1", {
        "Channel": "Search", "Owner": "Marketing",
        "Notes": "Open the merchant and seller accounts; two freelancers write a description for "
                 "each product; gather photos and product facts; list the products."}),
    "Unsponsored reviews on our own site": (3, "Website", "Reviews and testimonials", "2", {
        "Channel": "Web", "Owner": "Online shop", "Moment of truth": True,
        "Notes": "Add a review plug-in to the site; invite present customers, with 10 % off a "
                 "later purchase; answer every review."}),
    "Customer portal: check out, order status": (4, "Website", "Customer portal", "1", {
        "Channel": "Web", "Owner": "Online shop", "Emotion": "+2", "Period": "During the purchase",
        "Notes": "Order and delivery day on one page, on her phone, without signing in again."}),
    "Self-service: knowledge base, how-to guides": (5, "Website", "Self-service resources", "3", {
        "Channel": "Web", "Owner": "Support", "Emotion": "−2", "Period": "After the purchase",
        "Notes": "The guide for her chair is hard to find: the search knows order numbers, not "
                 "what people call things."}),
    "Service portal or phone, easy to find": (6, "Support", "Support channels", "1", {
        "Channel": "Phone", "Owner": "Support", "Emotion": "+2", "Moment of truth": True,
        "Notes": "The number stands on every page. She gets through in two minutes, and the guide "
                 "comes by message while she is on the phone."}),
    "Leaves for a retailer's site": (4, "Other sites", None, "3", {
        "Channel": "Web", "Control": "Indirect", "Period": "During the purchase",
        "Notes": "Buys the same chair where there are more reviews; the shop never learns why."}),
}


def make_stages(window):
    """Five stages with six steps, from the four stages of an empty project."""
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
    window.click("Stage Consider")
    window.key("s", "Return", "Escape")
    window.find("Step 7", exact=False)
    window.click("Step 5", exact=False)
    window.key("Delete")
    window.double_click("Step 1", exact=False)
    for action in ACTIONS:
        window.type(action)
        window.key("Return")
    window.key("Escape")


def make_card(window, title):
    """A touchpoint from the library, or typed where it belongs, with its mark and its fields."""
    step, lane, entry, mark, fields = TOUCHPOINTS[title]
    at = cell(window, f"Step {step}", f"Lane {lane}")
    if entry:
        window.key("ctrl+shift+f", "ctrl+a")
        window.type(entry)
        window.drag(window.place(window.find(entry, role="push button", exact=False)), at)
        window.key("F2", "ctrl+a")
    else:
        xdo("mousemove", *at)
        xdo("click", "--repeat", 2, "--delay", 80, 1)
        time.sleep(0.6)
    window.type(title)
    window.key("Return", "Escape")
    window.click(f" {title}", exact=False, role="list item")
    window.key(mark)
    for field, value in fields.items():
        if field in ("Control", "Period"):
            window.choose(field, value)
        elif field == "Emotion":
            window.click(f"Emotion {value}")
        elif value is True:
            window.click(field)
        else:
            window.fill(field, value)


def name_project(window):
    """Project, persona and map get their names; nothing selected shows the map's fields."""
    def show_map():
        window.click("Stage Buy")
        window.key("Escape")

    show_map()
    window.click("Project and personas…")
    window.fill("Title", "Online shop")
    window.fill("Notes", "The sample of the program: the first purchase of one customer. Change it as "
                         "you like.")
    window.click("Add persona")
    window.fill("Name", "Anna, 34, works from home")
    window.fill("About this persona",
                "Her back hurts after a day at the desk, and she wants it solved this week. Reads "
                "before she buys, trusts other customers more than advertising, orders on her "
                "phone.")
    show_map()
    window.fill("Title", "Anna, first purchase")
    window.fill("Notes", "Green: it went well. Yellow: she has to decide. Red: it held her up.")
    window.choose("Persona", "Anna, 34, works from home")


def worked_example():
    """The worked example of six actions and seven touchpoints, made from an empty project."""
    path = f"{WORK}/worked-example.ron"
    window = Window(PROGRAM, [], fresh_home(WORK, "worked"), SHOTS)
    window.click("Blank map")
    window.find("Stage Discover")
    make_stages(window)
    window.rename("Lane Store", "Other sites")
    window.click("Lane Support")
    window.choose("Role", "Front stage")
    for title in TOUCHPOINTS:
        make_card(window, title)
    for target, label, share in [("T4 ", "convinced", "70"), ("T7 ", "too few reviews", "30")]:
        window.click("T3 ", exact=False, role="list item")
        decision = window.find("T3 ", exact=False, role="list item")
        x, y = window.place(decision)
        width = decision.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).width
        goal = window.place(window.find(target, exact=False, role="list item"))
        window.drag((x + width // 2, y), goal)
        window.fill("Label", label)
        window.fill("Share", share)
    name_project(window)
    window.shot("worked-example")
    window.key("ctrl+s")
    window.give_path(path)
    window.find("Saved", exact=False)
    window.key("ctrl+q")
    window.quits()

    (one,) = json.loads(run("info", path, "--json"))["maps"]
    assert [step["action"] for stage in one["stages"] for step in stage["steps"]] == ACTIONS
    made = {t["title"]: (t["step"], t["lane"]) for t in one["touchpoints"]}
    assert made == {title: (step, lane) for title, (step, lane, *_) in TOUCHPOINTS.items()}, made
    run("export", path, "-o", f"{SHOTS}/worked-example-export.png", "--force")
    shutil.copy(path, f"{SHOTS}/worked-example.ron")


def screen_reader():
    """The map and the outline as a screen reader has them, over AT-SPI."""
    reader.screen_reader(PROGRAM, run, WORK, SHOTS)


KEPT = Kept(PROGRAM, run, WORK, SHOTS)
SCENARIOS = [worked_example, drag_mark_undo_save, copy_between_programs, portal_that_hangs,
             screen_reader, KEPT.ways_out, KEPT.panic_in_the_window, KEPT.panic_beside_the_window,
             KEPT.graphics, KEPT.no_graphics, KEPT.no_sockets]


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

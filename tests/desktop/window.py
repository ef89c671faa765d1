"""One running window of the program: found through AT-SPI, driven through X."""

import os
import shutil
import subprocess
import time

import dbus
import pyatspi

PATIENCE = 60  # seconds: a software GPU on a busy machine is slow to show a first frame


def enable_accessibility():
    bus = dbus.SessionBus()
    status = bus.get_object("org.a11y.Bus", "/org/a11y/bus")
    dbus.Interface(status, "org.freedesktop.DBus.Properties").Set(
        "org.a11y.Status", "IsEnabled", dbus.Boolean(True, variant_level=1))
    dbus.Interface(status, "org.freedesktop.DBus.Properties").Set(
        "org.a11y.Status", "ScreenReaderEnabled", dbus.Boolean(True, variant_level=1))


def wait_for(what, question, patience=PATIENCE):
    end = time.monotonic() + patience
    while True:
        try:
            answer = question()
        except Exception:  # a tree that changes while it is read
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s for {what}")
        time.sleep(0.1)


def xdo(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def environment(home, **more):
    """Of a program that has this folder for its home."""
    return dict(os.environ, HOME=home, XDG_CONFIG_HOME=f"{home}/config",
                XDG_DATA_HOME=f"{home}/data", LANG="en_US.UTF-8", LC_ALL="C.UTF-8", **more)


class Screen:
    """A screen of its own, with a window manager: it can be taken away."""

    def __enter__(self):
        self.before = os.environ["DISPLAY"]
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        wait_for("the window manager", lambda: subprocess.run(
            ["wmctrl", "-m"], capture_output=True).returncode == 0)
        return self

    def goes_away(self):
        self.server.kill()
        self.server.wait()
        self.manager.wait()

    def __exit__(self, *_):
        os.environ["DISPLAY"] = self.before
        self.goes_away()


class Stranger:
    """A process that we did not start."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            with open(f"/proc/{self.pid}/stat") as stat:
                return 0 if stat.read().rsplit(")", 1)[1].split()[0] == "Z" else None
        except FileNotFoundError:
            return 0

    def kill(self):
        os.kill(self.pid, 9)

    def wait(self):
        wait_for("a process to end", lambda: self.poll() is not None)


class Window:
    def __init__(self, program, arguments, home, shots, before=(), **env):
        """`before`: words of a command that runs the program."""
        self.program, self.shots, self.env = program, shots, environment(home, **env)
        self._look_at(subprocess.Popen([*before, program, *arguments], env=self.env))

    def _look_at(self, process):
        self.process = process
        self.app = wait_for("the window", self._application)
        self.focus()

    def _application(self):
        assert self.process.poll() is None, "the program ended"
        desktop = pyatspi.Registry.getDesktop(0)
        for app in desktop:
            if app and app.get_process_id() == self.process.pid and app.childCount:
                return app
        return None

    def follow(self):
        """To the process that went on in place of this one."""
        gone = self.process.pid

        def next_one():
            for name in filter(str.isdigit, os.listdir("/proc")):
                try:
                    if int(name) > gone and os.readlink(f"/proc/{name}/exe") == self.program:
                        return Stranger(int(name))
                except OSError:
                    continue
            return None

        self.quits()
        self._look_at(wait_for("the next process", next_one, 20))

    def focus(self):
        """Keys go to this window, which is in front: there is no window manager here."""
        def raised():
            found = subprocess.run(["xdotool", "search", "--pid", str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            for one in found:
                subprocess.run(["xdotool", "windowraise", one, "windowfocus", one], check=False,
                               capture_output=True)
            return found

        wait_for("the window in front", raised)
        time.sleep(0.5)

    def _all(self, node=None, depth=0):
        node = node or self.app
        yield node
        if depth < 60:
            for child in node:
                if child:
                    yield from self._all(child, depth + 1)

    def names(self):
        return [(node.getRoleName(), node.name) for node in self._all() if node.name]

    def find(self, name, role=None, exact=True, patience=20):
        def look():
            for node in self._all():
                fits = node.name == name if exact else name in (node.name or "")
                if fits and (role is None or node.getRoleName() == role):
                    return node
            return None

        try:
            return wait_for(f"“{name}”", look, patience)
        except AssertionError:
            self.shot("missing")
            print("\n".join(f"{r}: {n}" for r, n in self.names()))
            raise

    def gone(self, name, patience=20):
        wait_for(f"“{name}” to go", lambda: all(n != name for _, n in self.names()), patience)

    def place(self, node):
        """The middle of a thing, once it has stopped moving."""
        def still():
            box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            time.sleep(0.4)
            again = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return box if list(box) == list(again) else None

        box = wait_for(f"“{node.name}” to stand still", still)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name, role=None, exact=True):
        x, y = self.place(self.find(name, role, exact))
        xdo("mousemove", x, y)
        time.sleep(0.15)
        xdo("click", 1)
        time.sleep(0.3)

    def double_click(self, name, exact=True):
        xdo("mousemove", *self.place(self.find(name, exact=exact)))
        time.sleep(0.15)
        xdo("click", "--repeat", 2, "--delay", 80, 1)
        time.sleep(0.6)

    def rename(self, name, new):
        self.double_click(name)
        self.key("ctrl+a")
        self.type(new)
        self.key("Return", "Escape")
        self.find(f"{name.split()[0]} {new}")

    def fill(self, name, text):
        """Types into a field of the inspector."""
        if text:
            self.click(name, role="entry")
            self.key("ctrl+a")
            self.type(text)

    def choose(self, name, value):
        """Picks from a list of the inspector."""
        self.click(name, role="combo box")
        # The list is the last thing on the screen; the library may have the same words.
        time.sleep(0.5)
        listed = wait_for(value, lambda: [n for n in self._all() if n.name == value])
        xdo("mousemove", *self.place(listed[-1]))
        time.sleep(0.15)
        xdo("click", 1)
        time.sleep(0.3)

    def give_path(self, path):
        """Types a path into the program's own field: there is no file dialog here."""
        self.click("File", role="entry")
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")

    def drag(self, start, end, steps=12):
        (x0, y0), (x1, y1) = start, end
        xdo("mousemove", x0, y0)
        time.sleep(0.2)
        xdo("mousedown", 1)
        # A frame between the press and the first move: a software GPU shows few of them.
        time.sleep(0.6)
        for step in range(1, steps + 1):
            xdo("mousemove", x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps)
            time.sleep(0.05)
        time.sleep(0.3)
        xdo("mouseup", 1)
        time.sleep(0.3)

    def key(self, *keys):
        for key in keys:
            xdo("key", "--clearmodifiers", key)
            time.sleep(0.5)

    def key_until(self, key, name):
        """Presses a key until the field that it leads to has the keyboard: a window that was just
        shown may not hear the first one."""
        def has_keyboard():
            self.key(key)
            field = self.find(name, role="entry", patience=1)
            return field.getState().contains(pyatspi.STATE_FOCUSED)

        wait_for(f"“{name}” to have the keyboard", has_keyboard)

    def type(self, text):
        xdo("type", "--delay", "40", text)
        time.sleep(0.3)

    def shot(self, name):
        time.sleep(0.7)  # what the screen reader knows already is still being painted
        subprocess.run(["import", "-window", "root", f"{self.shots}/{name}.png"], check=True)

    def quits(self, patience=20):
        return wait_for("the program to end", lambda: self.process.poll() is not None, patience)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def fresh_home(base, name):
    home = f"{base}/home-{name}"
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(f"{home}/config")
    os.makedirs(f"{home}/data")
    return home

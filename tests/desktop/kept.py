"""Whatever ends the program, the work is there: every way out, panics, graphics that fail. And no
way in: what sockets it opens."""

import glob
import json
import os
import re
import signal
import subprocess
import time

from window import Screen, Window, environment, fresh_home, wait_for


class Kept:
    """The scenarios of one program."""

    def __init__(self, program, run, work, shots):
        self.program, self.run, self.work, self.shots = program, run, work, shots

    def _place(self, name):
        """A sample to work on, and a home of its own."""
        path = f"{self.work}/{name}.ron"
        self.run("new", "--template", "sample", path)
        return path, fresh_home(self.work, name)

    def _window(self, arguments, home, **more):
        return Window(self.program, arguments, home, self.shots, **more)

    def _marks(self, path):
        maps = json.loads(self.run("info", path, "--json"))["maps"]
        return {card["code"]: card["mark"] for map in maps for card in map["touchpoints"]}

    # Ways out

    def ways_out(self):
        """Each way out asks, or the work is there at the next start."""
        path, home = self._place("ways-out")
        before = read(path)
        with Screen() as screen:
            window = self._window([path], home)
            mark(window, "T1", "3", "friction")
            for leave in [close, close_minimised, lambda it: it.key("ctrl+q")]:
                leave(window)
                window.find("Save changes to", exact=False)
                window.key("Escape")
                wait_for("the question to go", lambda: not asks(window))
            window.key("ctrl+q")
            window.shot("ways-out-asks")
            window.click("Discard changes")
            window.quits()
            assert window.process.returncode == 0 and read(path) == before
            assert slots(home) == [], "given up"

            window = self._window([path], home)
            mark(window, "T1", "3", "friction")
            # In the middle of a word.
            window.key("F2", "ctrl+a")
            window.type("Half a thou")
            window.process.send_signal(signal.SIGTERM)
            window.quits(10)
            assert window.process.returncode == 0, "a log-out is no error"
            assert read(path) == before, "nobody asked for a save"

            window = self._window([], home)
            window.find("Your unsaved changes to ways-out.ron", exact=False)
            window.find("T1 Half a thou", exact=False, role="list item")
            window.shot("ways-out-recovered")
            mark(window, "T2", "3", "friction")
            # Work is kept within five seconds; this screen does not wait for it.
            time.sleep(1.5)
            screen.goes_away()
            window.quits(20)
        with Screen():
            window = self._window([], home)
            window.find("Your unsaved changes to ways-out.ron", exact=False)
            window.key("ctrl+s")
            window.find("Saved", exact=False)
            window.key("ctrl+q")
            window.quits()
        marks = self._marks(path)
        assert (marks["T1"], marks["T2"]) == ("friction", "friction"), marks
        assert slots(home) == [], "it is in its file"

    # Panics

    def panic_in_the_window(self):
        """The program comes back with the work, twice; then it ends, and the work waits."""
        path, home = self._place("panic")
        before = read(path)
        window = self._window([path], home, TOUCHLINE_PANIC="window")
        for number, code in enumerate(["T1", "T2", "T3"], 1):
            mark(window, code, "3", "friction")
            provoke_in_window(window)
            if number < 3:
                begin = time.monotonic()
                window.follow()
                window.find("An error inside Touchline ended it", exact=False)
                print(f"desktop: back {time.monotonic() - begin:.1f} s after panic {number}")
        window.quits()
        time.sleep(1)
        assert running(self.program) == [], "twice, not for ever"
        assert len(reports(home)) == 3, reports(home)
        assert "was asked for" in read(reports(home)[0]).decode()
        assert read(path) == before, "the last good project"
        (kept,) = slots(home)
        marks = self._marks(kept)
        assert [marks[code] for code in ("T1", "T2", "T3")] == ["friction"] * 3, marks

    def panic_beside_the_window(self):
        """Saving and exporting have a copy of the project: the window goes on with its own."""
        path, home = self._place("panic-beside")
        before = read(path)
        window = self._window([path], home, TOUCHLINE_PANIC="save,export")
        mark(window, "T1", "3", "friction")
        window.key("ctrl+s")
        window.find("Something went wrong inside the program")
        window.shot("panic-while-saving")
        window.key("Escape")
        window.gone("Something went wrong inside the program")
        assert len(reports(home)) == 1 and read(path) == before
        window.key("ctrl+e")
        window.click("Export…", role="push button")
        window.give_path(f"{self.work}/picture.png")
        window.find("Something went wrong inside the program")
        window.key("Escape")
        assert len(reports(home)) == 2 and not os.path.exists(f"{self.work}/picture.png")
        # The window is whole: the steps before are there to be undone and done again.
        window.key("ctrl+z")
        window.find("T1 ", exact=False, role="list item")
        window.key("ctrl+shift+z")
        wait_for("the work to be kept", lambda: slots(home))
        window.kill()
        (kept,) = slots(home)
        assert self._marks(kept)["T1"] == "friction" and read(path) == before

    # Graphics

    def graphics(self):
        """Each renderer shows the window; one that died is not tried first again."""
        path, home = self._place("graphics")
        settings = f"{home}/config/touchline/settings.conf"
        for renderer in ["glow", "wgpu"]:
            window = self._window(["--renderer", renderer, path], home)
            window.find("T1 ", exact=False, role="list item")
            window.key("ctrl+q")
            window.quits()
            assert f"renderer = {renderer}\n".encode() in read(settings), read(settings)
        # The program dies while wgpu is tried.
        started = subprocess.Popen([self.program, path], env=environment(home))
        wait_for("wgpu to be tried", lambda: os.path.exists(
            f"{home}/config/touchline/trying-wgpu"))
        started.kill()
        started.wait()
        window = self._window([path], home)
        window.find("T1 ", exact=False, role="list item")
        window.key("ctrl+q")
        window.quits()
        assert b"renderer = glow\n" in read(settings), read(settings)

    def no_graphics(self):
        """Without a display or without drivers: one clear message, exit status 2."""
        path, home = self._place("no-graphics")
        drivers = {"VK_DRIVER_FILES": "/none", "VK_ICD_FILENAMES": "/none",
                   "LIBGL_DRIVERS_PATH": "/none", "__EGL_VENDOR_LIBRARY_FILENAMES": "/none",
                   "GALLIUM_DRIVER": "none"}
        nowhere = environment(home)
        del nowhere["DISPLAY"]
        for env, words in [
                (nowhere, "there is no display to open the window on"),
                (environment(home, DISPLAY=":987"), "there is no display to open the window on"),
                (environment(home, **drivers), "graphics cannot show the window")]:
            done = subprocess.run([self.program, path], env=env, capture_output=True, text=True,
                                  timeout=60)
            # Drivers have their own words before ours.
            lines = done.stderr.strip().splitlines()
            ours = [line for line in lines if line.startswith("touchline: ")]
            assert done.returncode == 2 and ours == lines[-1:], (done.returncode, lines)
            (said,) = ours
            assert words in said and len(said) < 700, said
            print(f"desktop: {said}")
        info = subprocess.run([self.program, "info", path], env=nowhere, capture_output=True)
        assert info.returncode == 0, "the command line works"

    # No way in

    def no_sockets(self):
        """Open, edit, save and export under strace: no socket but local ones."""
        trace = f"{self.work}/trace"
        watched = ["strace", "-D", "-f", "-qq", "-e", "trace=socket,socketpair", "-o", trace]
        tried = subprocess.run([*watched, "/usr/bin/python3", "-c",
                                "import socket, time; socket.socket(); time.sleep(0.5)"],
                               capture_output=True, text=True)
        if tried.returncode != 0:
            print(f"desktop: no_sockets: not tested, strace may not run here: {tried.stderr}")
            return
        wait_for("the control", lambda: strange(trace) == ["AF_INET"])
        path, home = self._place("sockets")
        window = self._window([path], home, before=watched)
        mark(window, "T1", "3", "friction")
        window.key("ctrl+s")
        window.find("Saved", exact=False)
        window.key("ctrl+e")
        window.click("Export…", role="push button")
        window.give_path(f"{self.work}/traced.png")
        wait_for("the picture", lambda: os.path.exists(f"{self.work}/traced.png"))
        window.key("ctrl+o")
        window.give_path(path)
        wait_for("the path field to go", lambda: ("entry", "File") not in window.names())

        def leaves():
            # Keys are for nobody while a file is being opened.
            window.key("ctrl+q")
            return window.process.poll() is not None

        wait_for("the program to end", leaves)
        assert self._marks(path)["T1"] == "friction"
        wait_for("the trace", lambda: domains(trace))
        assert strange(trace) == [], strange(trace)
        print(f"desktop: sockets opened: {sorted(set(domains(trace)))}")


def domains(trace):
    """The kinds of the sockets in a trace."""
    return re.findall(r"socket(?:pair)?\((\w+)", read(trace).decode())


def strange(trace):
    return sorted(set(domains(trace)) - {"AF_UNIX", "AF_NETLINK"})


def read(path):
    with open(path, "rb") as file:
        return file.read()


def slots(home):
    """The work that is kept for recovery."""
    return glob.glob(f"{home}/data/touchline/recovery/*/work.ron")


def reports(home):
    return sorted(glob.glob(f"{home}/data/touchline/reports/*.txt"))


def running(program):
    def is_it(name):
        try:
            return os.readlink(f"/proc/{name}/exe") == program
        except OSError:
            return False

    return [name for name in os.listdir("/proc") if name.isdigit() and is_it(name)]


def mark(window, code, key, name):
    window.click(f"{code} ", exact=False, role="list item")
    window.key(key)
    wait_for(f"{code} to be marked", lambda: any(
        role == "list item" and words.startswith(f"{code} ") and f", {name}" in words
        for role, words in window.names()))


def provoke_in_window(window):
    window.key("ctrl+k")
    window.type("about touchline")
    window.key("Return")


def asks(window):
    return any("Save changes to" in name for _, name in window.names())


def handle(window):
    """The window as the window manager knows it."""
    listed = subprocess.run(["wmctrl", "-lp"], capture_output=True, text=True).stdout
    return next(line.split()[0] for line in listed.splitlines()
                if line.split()[2] == str(window.process.pid))


def close(window):
    """As its close button does."""
    subprocess.run(["wmctrl", "-i", "-c", handle(window)], check=True)


def close_minimised(window):
    subprocess.run(["xdotool", "windowminimize", handle(window)], check=True)
    time.sleep(1)
    close(window)
    wait_for("the window to come back", lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid)],
        capture_output=True).stdout)

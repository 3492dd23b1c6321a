# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own: a display, a session bus, the registry of assistive tools, and the console with a lab in a home of its
own. What was started is ended by its process id."""
import os
import shutil
import signal
import subprocess
import tempfile

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LAUNCHER = next((path for path in LAUNCHERS if os.access(path, os.X_OK)), None)
SIZE = "1600x1000"


def missing():
    """What this machine has not got, in words; empty: a desk can be made."""
    gone = [name for name in ("Xvfb", "dbus-daemon") if not shutil.which(name)]
    if not LAUNCHER:
        gone.append("at-spi-bus-launcher")
    try:
        import gi

        gi.require_version("Atspi", "2.0")
        import pyatspi  # noqa: F401
    except (ImportError, ValueError):
        gone.append("pyatspi")
    return gone


class Desk:
    """`with Desk(folder_of_the_programs) as desk:`"""

    def __init__(self, programs):
        self.programs = programs
        self.home = tempfile.mkdtemp(prefix="gr-", dir="/tmp")  # short: there will be sockets in it
        self.parts = []
        self.console = None
        self.env = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        self.env.update(HOME=self.home, XDG_RUNTIME_DIR=self.home, LANG="C.UTF-8", LC_ALL="C.UTF-8")

    def __enter__(self):
        try:
            self.make()
        except BaseException:
            self.clear()
            raise
        return self

    def __exit__(self, *_):
        self.clear()

    def make(self):
        self.env["DISPLAY"] = ":" + self.start_telling(["Xvfb", "-displayfd", "%d", "-noreset", "-screen", "0", SIZE + "x24", "-nolisten", "tcp"])
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=%d"]
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.start_telling(bus)
        self.parts.append(self.start([LAUNCHER, "--launch-immediately", "--a11y=1"]))
        # Before the first window: it is read as soon as one opens. The tools that look at it are this process.
        os.environ.update({name: self.env[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")})
        self.run("lab", "start")

    def start(self, words, **more):
        return subprocess.Popen(words, env=self.env, start_new_session=True, stdin=subprocess.DEVNULL, **more)

    def start_telling(self, words):
        """Starts a program that tells on a descriptor, of which the number stands for %d, where it is to be found."""
        told, telling = os.pipe()
        with open(told, encoding="utf-8") as words_of:
            self.parts.append(self.start([word.replace("%d", str(telling)) for word in words], pass_fds=(telling,), stderr=subprocess.DEVNULL))
            os.close(telling)
            said = words_of.readline().strip()
        if not said:
            raise RuntimeError("%s did not start" % words[0])
        return said

    def words(self, *words):
        return [os.path.join(self.programs, "graticule"), "--home", self.home, *words]

    def open_window(self):
        self.console = self.start(self.words(), stdout=subprocess.DEVNULL)

    def run(self, *words):
        """What a verb of the console prints."""
        done = subprocess.run(self.words(*words), env=self.env, capture_output=True, text=True, timeout=90)
        if done.returncode:
            raise RuntimeError("graticule %s: %s" % (" ".join(words), done.stderr.strip()))
        return done.stdout

    def clear(self):
        """The window first, then its keeper, then what they stood on, in the order opposite to their start."""
        if self.console:
            self.end(self.console)
            subprocess.run(self.words("keeper", "stop"), env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
        for part in reversed(self.parts):
            self.end(part)
        shutil.rmtree(self.home, ignore_errors=True)

    @staticmethod
    def end(process):
        """With what it has started itself, which stayed in its group."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            if process.poll() is not None:
                return
            os.killpg(process.pid, how)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                pass

# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's window as assistive tools see it: found by role and name, used by what it says can be done with it. Import only
with a desk: pyatspi connects to the session's bus at once."""
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402
import pyatspi  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)  # pyatspi's own
Atspi.init()
Atspi.set_timeout(15000, 15000)  # a machine with much to do is slow, not dead
SECONDS = 60
CHECKED, FOCUSABLE = pyatspi.STATE_CHECKED, pyatspi.STATE_FOCUSABLE
NO_ROLES = (pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_INVALID)
KEYS = {"Escape": 0xFF1B}  # of X11
MOST_ROWS = 60  # of a list or table: all are made alike


def wait_for(what, condition, seconds=SECONDS):
    """What condition() says, once that is something. Until then events are taken in, and it is asked again now and then."""
    context, late = GLib.MainContext.default(), []
    deadline = GLib.timeout_add_seconds(seconds, lambda: late.append(True) or GLib.SOURCE_REMOVE)
    look = GLib.timeout_add(100, lambda: GLib.SOURCE_CONTINUE)
    try:
        while True:
            try:
                said = condition()
            except GLib.Error:
                said = None  # it went while it was looked at
            if said:
                return said
            if late:
                raise AssertionError("not within %d s: %s" % (seconds, what))
            context.iteration(True)
    finally:
        GLib.source_remove(look)
        if not late:
            GLib.source_remove(deadline)


def fresh(node):
    """Without what this process remembers of it: not every change is told."""
    node.clear_cache()
    return node


def has(node, state):
    fresh(node)
    return node.getState().contains(state)


def is_seen(node):
    return has(node, pyatspi.STATE_SHOWING) and has(node, pyatspi.STATE_VISIBLE)


def children(node):
    """Those on screen; of lists and tables the first rows."""
    for index in range(min(node.childCount, MOST_ROWS)):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def walk(node, path=()):
    """Every node on screen with the names above it, itself included."""
    yield node, path
    for child in children(node):
        if is_seen(child):
            yield from walk(child, path + (said(node),))


def said(node):
    return "%s “%s”" % (node.getRoleName(), node.name)


class Window:
    """Of the program that calls itself graticule on this desk."""

    def __init__(self):
        self.app = wait_for("the program on the bus", self.find_program)
        self.top = wait_for("its window", lambda: next((each for each in children(self.app) if is_seen(each)), None))

    @staticmethod
    def find_program():
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in children(desktop) if app.name == "graticule"), None)

    def walk(self):
        return walk(self.top)

    def all(self, role, within=None):
        return [node for node, _ in walk(within or self.top) if node.getRoleName() == role]

    def one(self, role, name, within=None):
        """Waits for the node of this role whose name is this one, or else begins with it."""

        def look():
            found = self.all(role, within)
            exact = [node for node in found if node.name == name]
            return next(iter(exact + [node for node in found if node.name.startswith(name)]), None)

        return wait_for("%s “%s”" % (role, name), look)

    @staticmethod
    def do(node, *names):
        """The first of these actions that the node has."""
        actions = node.queryAction()
        has_them = [actions.getName(index) for index in range(actions.nActions)]
        for name in names or ("Press", "Toggle"):
            if name in has_them:
                actions.doAction(has_them.index(name))
                return
        raise AssertionError("%s: none of %s among %s" % (said(node), names, has_them))

    @staticmethod
    def enter(node, text):
        node.queryEditableText().setTextContents(text)
        wait_for("%s holds %r" % (said(node), text), lambda: Window.text(node) == text)

    @staticmethod
    def text(node):
        words = node.queryText()
        return words.getText(0, words.characterCount)

    @staticmethod
    def type(text):
        """On the keyboard, into what has the focus."""
        pyatspi.Registry.generateKeyboardEvent(0, text, pyatspi.KEY_STRING)

    @staticmethod
    def press(key):
        """A key by its name in X11, such as "Escape"."""
        pyatspi.Registry.generateKeyboardEvent(KEYS[key], None, pyatspi.KEY_SYM)

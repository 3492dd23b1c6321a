# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window, driven from outside as a screen reader drives it: what is on it is found by role and name, and used by its own
actions or the keyboard. Prints what it does, step by step."""
import os
import sys
import unittest

import desk

PROGRAMS = os.environ.get("GRATICULE_PROGRAMS", "")
BROKEN = "fra1"  # a site of every lab
LACKING = desk.missing()
if not os.access(os.path.join(PROGRAMS, "graticule"), os.X_OK):
    LACKING.append("graticule (GRATICULE_PROGRAMS)")


def tell(words):
    print("   " + words.replace("\n", " · "), file=sys.stderr, flush=True)


@unittest.skipIf(LACKING, "not here: " + ", ".join(LACKING))
class TheWindow(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.desk = self.enter(desk.Desk(PROGRAMS))
        print(file=sys.stderr)

    def enter(self, what):
        entered = what.__enter__()
        self.addCleanup(what.__exit__, None, None, None)
        return entered

    def open(self):
        self.desk.open_window()
        import window  # connects to the desk's bus

        self.at = window
        self.window = window.Window()
        tell("the window is a %s" % window.said(self.window.top))

    def use(self, role, name, within=None):
        self.window.do(self.window.one(role, name, within))
        tell("used: %s “%s”" % (role, name))

    def go_to(self, page):
        self.use("radio button", page)
        self.at.wait_for(page + " to be the page", lambda: self.at.has(self.window.one("radio button", page), self.at.CHECKED))

    def failed_site_on_map(self):
        """Of the list that the map says is worst first."""
        marks = self.window.one("list", "Sites in view, worst first")
        return next((mark for mark in self.at.children(marks) if "\nDown\n" in mark.name), None)

    def test_everything_without_eyes_or_a_mouse(self):
        self.desk.run("sites", "--wait", "60")
        tell("a lab runs; %s" % self.desk.run("lab", "fault", "site-down", BROKEN).strip())
        self.open()
        with self.subTest("finds a failed site on the map, opens its drawer and reads its state"):
            self.read_failed_site()
        with self.subTest("adds a connection by its form"):
            self.add_connection()
        pages = [page.name for page in self.window.all("radio button", self.window.one("panel", "Views"))]
        self.assertIn("Settings", pages)
        for page in pages:
            with self.subTest("every control says what it is", page=page):
                self.go_to(page)
                self.check_controls()
        for opener in ("Find or run a command", "Help"):
            with self.subTest("every control says what it is", over=opener):
                self.use("push button", opener)
                self.window.one("dialog", "")
                self.check_controls()
                self.window.press("Escape")
                self.at.wait_for("the dialog to close", lambda: not self.window.all("dialog"))

    def read_failed_site(self):
        self.go_to("Overview")
        mark = self.at.wait_for("a failed site on the map", self.failed_site_on_map)
        tell("the map's worst mark says: %s" % mark.name)
        self.assertTrue(mark.name.startswith("%s, Frankfurt, DE\nDown\n" % BROKEN), mark.name)
        self.window.do(mark)
        drawer = self.window.one("panel", "Site " + BROKEN)
        tell("its drawer is open: %s" % self.at.said(drawer))
        words = self.at.wait_for("the reason in the drawer", lambda: self.reasons_in(drawer))
        tell("which says: %s" % words)
        self.assertIn("Down", [label.name for label in self.window.all("label", drawer)])
        self.use("push button", "Close", drawer)
        self.at.wait_for("the drawer to close", lambda: not self.at.is_seen(drawer))

    def reasons_in(self, drawer):
        return next((label.name for label in self.window.all("label", drawer) if label.name.startswith("Lab fault: site down")), None)

    def add_connection(self):
        self.go_to("Connections")
        self.use("push button", "Add connection …")
        form = self.window.one("frame", "Add connection")
        self.use("radio button", "This host", form)
        self.at.wait_for("the form of a host", lambda: self.window.one("text", "Address", form).description.startswith("local "))
        self.window.enter(self.window.one("text", "Address", form), "local")
        name = self.window.one("text", "Name", form)
        name.queryComponent().grabFocus()
        self.window.type("my desk")
        self.at.wait_for("what was typed", lambda: self.window.text(name) == "my desk")
        tell("entered as its address: local; typed as its name: my desk")
        self.use("push button", "Test", form)
        self.use("push button", "Add connection", form)
        card = self.window.one("list item", "Live, my desk, ")
        tell("its card says: %s" % card.name)

    def check_controls(self):
        """Whatever takes the keyboard or can be pressed says in words what it is."""
        nameless, roleless, controls = [], [], 0
        for node, path in self.window.walk():
            name = "%s in %s" % (self.at.said(node), " > ".join(path[-3:]))
            if node.getRole() in self.at.NO_ROLES:
                roleless.append(name)
            if self.at.has(node, self.at.FOCUSABLE):
                controls += 1
                if not node.name.strip():
                    nameless.append(name)
                if node.getRoleName() == "combo box" and not node.description:
                    nameless.append(name + ", of which only the value is said")
        tell("%d controls, without a name: %s, without a role: %s" % (controls, nameless or "none", roleless or "none"))
        self.assertGreater(controls, 10)
        self.assertEqual((nameless, roleless), ([], []))


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What every source file keeps to: a licence line, a sensible length, no left-overs, no paths of one machine."""
import operator
import os
import re
import unittest

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
SKIPPED = {".git", "build", "__pycache__", ".cache", "LICENSES", "fixtures", "node_modules"}
SOURCE = re.compile(r"(\.(h|cpp|py|proto|cmake|sh|yml)|CMakeLists\.txt)$")
TEXT = re.compile(r"\.(md|ts|json|yaml|qrc|txt)$")
MACHINE = re.compile(r"(^|[^\w.])/(root|home|work)/|\.\./shared|\.library\b")
LEFT = re.compile(r"\b(TODO|FIXME|XXX|HACK|[Nn]ot implemented)\b")
SLEEP = re.compile(r"\b(qSleep|msleep|usleep|sleep_for|sleep_until|time\.sleep)\b|QThread::sleep")


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8", errors="replace") as source:
        return source.read()


def files():
    for folder, folders, names in os.walk(TOP):
        folders[:] = sorted(set(folders) - SKIPPED)
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), TOP)
            if os.path.islink(os.path.join(TOP, path)):
                continue
            yield path


def is_script(path):
    if "." in os.path.basename(path) or not os.access(os.path.join(TOP, path), os.X_OK):
        return False
    return read(path).startswith("#!")


SELF = os.path.relpath(os.path.realpath(__file__), TOP)  # says the forbidden words itself
SOURCES = [path for path in files() if SOURCE.search(path) or is_script(path)]
TEXTS = [path for path in files() if TEXT.search(path)]


def matches(paths, pattern):
    """path:line of every match, for a message that leads there."""
    found = []
    for path in paths:
        if path == SELF:
            continue
        for number, line in enumerate(read(path).splitlines(), 1):
            if pattern.search(line):
                found.append("%s:%d: %s" % (path, number, line.strip()[:100]))
    return found


def size(path):
    """Lines, and how many there may be: a header is read by those who use it, unless it holds a template's code."""
    text = read(path)
    limit = 200 if path.endswith(".h") and "template" not in text else 600
    return len(text.splitlines()), limit


class Sources(unittest.TestCase):
    maxDiff = None

    def test_there_are_sources(self):
        self.assertGreater(len(SOURCES), 10)

    def test_each_names_the_licence_in_its_first_lines(self):
        line = "SPDX-License-Identifier: GPL-3.0-or-later"
        self.assertEqual([path for path in SOURCES if line not in "".join(read(path).splitlines(True)[:3])], [])

    def test_none_is_too_long(self):
        long = ["%s: %d lines, at most %d" % (path, *size(path)) for path in SOURCES if operator.gt(*size(path))]
        self.assertEqual(long, [])

    def test_headers_are_guarded_by_pragma_once(self):
        headers = [path for path in SOURCES if path.endswith(".h")]
        self.assertEqual([path for path in headers if "#pragma once" not in read(path)], [])

    def test_none_names_a_path_of_one_machine(self):
        self.assertEqual(matches(SOURCES + TEXTS, MACHINE), [])

    def test_nothing_is_left_for_later(self):
        self.assertEqual(matches(SOURCES, LEFT), [])

    def test_no_test_sleeps(self):
        self.assertEqual(matches([path for path in SOURCES if path.startswith("tests/")], SLEEP), [])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The help texts lead to each other, and say the words and the states that the program has."""
import os
import re
import unittest

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
HELP = os.path.join(TOP, "resources", "help")
PAGES = sorted(name for name in os.listdir(HELP) if name.endswith(".md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]*)\)")


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as source:
        return source.read()


def page(name):
    return read("resources", "help", name)


def anchors(name):
    """As Markdown viewers make them from headings."""
    titles = re.findall(r"(?m)^#+ (.*)$", page(name))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def values_of(enumeration):
    """In words, "never asked" for NeverAsked; without the first, which is Unknown."""
    body = re.search(r"enum class %s \{(.*?)\};" % enumeration, read("backend", "domain", "states.h"), re.DOTALL)
    names = re.findall(r"(?m)^\s*([A-Z]\w*) = [1-9]", body.group(1))
    return [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower() for name in names]


def first_cells(name):
    """What each row of the page's tables is about."""
    return re.findall(r"(?m)^\| ([^|-][^|]*?) \|", page(name))


class HelpPages(unittest.TestCase):
    maxDiff = None

    def test_there_are_few_and_short_ones(self):
        self.assertTrue(6 <= len(PAGES) <= 14, PAGES)
        self.assertEqual([name for name in PAGES if len(page(name).split()) > 600], [])

    def test_each_begins_with_its_only_title(self):
        titles = {name: re.findall(r"(?m)^# (.+)$", page(name)) for name in PAGES}
        self.assertEqual([name for name in PAGES if len(titles[name]) != 1 or not page(name).startswith("# ")], [])

    def test_every_link_leads_somewhere(self):
        broken = []
        for name in PAGES:
            for target in LINK.findall(page(name)):
                path, _, anchor = target.partition("#")
                known = (path or name) in PAGES or os.path.isfile(os.path.join(HELP, path))
                if not known or (anchor and anchor not in anchors(path or name)):
                    broken.append("%s: %s" % (name, target))
        self.assertEqual(broken, [])

    def test_other_languages_have_the_same_pages_with_the_same_links_and_tables(self):
        languages = [name for name in sorted(os.listdir(HELP)) if os.path.isfile(os.path.join(HELP, name, "index.md"))]
        self.assertIn("de", languages)
        differing = []
        for language in languages:
            self.assertEqual(sorted(os.listdir(os.path.join(HELP, language))), PAGES)
            for name in PAGES:
                here, there = page(name), page(os.path.join(language, name))
                for what in (LINK, re.compile(r"(?m)^\|"), re.compile(r"(?m)^(#+) "), re.compile(r"`(?:graticule|site-|link-)[^`]*`")):
                    if sorted(what.findall(here)) != sorted(what.findall(there)):
                        differing.append("%s/%s: %s" % (language, name, what.pattern))
        self.assertEqual(differing, [])

    def test_none_leads_out_of_the_program(self):
        self.assertEqual([name for name in PAGES if re.search(r"\]\([a-z]+:", page(name))], [])

    def test_the_index_leads_to_every_page(self):
        links = [link for link in LINK.findall(page("index.md")) if link.endswith(".md")]
        self.assertEqual(sorted(links), [name for name in PAGES if name != "index.md"])

    def test_every_state_is_explained(self):
        self.assertEqual(values_of("SiteState") + ["unknown"], first_cells("states.md")[1:])
        self.assertEqual(values_of("ConnectionState"), first_cells("connections.md")[1:])

    def test_every_fault_of_the_lab_is_explained(self):
        known = re.findall(r'LabFaultKind::\w+, "([a-z-]+)"', read("backend", "connectors", "lab", "labfaults.cpp"))
        rows = " ".join(first_cells("lab.md"))
        self.assertGreater(len(known), 3)
        self.assertEqual(sorted(re.findall(r"`([a-z-]+)`", rows)), sorted(known))

    def test_keys_that_hold_everywhere_are_those_of_the_window(self):
        window = "".join(read("ui", "shell", "mainwindow%s.cpp" % part) for part in ("actions", "palette", "help"))
        names = {"Escape": "Esc"}
        for modifiers, key in re.findall(r"((?:Qt::(?:CTRL|SHIFT) \| )*)Qt::Key_(\w+)", window):
            said = modifiers.replace("Qt::CTRL | ", "Ctrl+").replace("Qt::SHIFT | ", "Shift+") + names.get(key, key)
            self.assertRegex(page("keys.md"), r"(?m)^\|.*(?<!\+)\b%s\b.* \|" % re.escape(said))


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/translations --check finds every kind of untranslated string, and nothing else."""
import importlib.machinery
import importlib.util
import os
import tempfile
import unittest

TOOL = os.path.join(os.path.dirname(__file__), "..", "..", "tools", "translations")
LOADER = importlib.machinery.SourceFileLoader("translations", TOOL)
translations = importlib.util.module_from_spec(importlib.util.spec_from_loader("translations", LOADER))
LOADER.exec_module(translations)

PLAIN = "<message><source>%s</source><translation%s>%s</translation></message>"
PLURAL = '<message numerus="yes"><source>%s</source><translation%s>%s</translation></message>'


def plain(source, translation, kind=""):
    return PLAIN % (source, kind and ' type="%s"' % kind, translation)


def plural(source, *forms):
    return PLURAL % (source, "", "".join("<numerusform>%s</numerusform>" % form for form in forms))


def complaints(have, wanted=None, context="graticule::X"):
    """What is said of a .ts file with these messages, where the sources have others."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, texts in (("have", have), ("wanted", wanted or have)):
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write("<TS><context><name>%s</name>%s</context></TS>" % (context, "".join(texts)))
        return [said.split(": ", 1)[1] for said in translations.complaints("de", *paths)]


class Pseudo(unittest.TestCase):
    def test_long_is_longer_and_keeps_what_is_filled_in(self):
        self.assertEqual(translations.with_edges(translations.longer, " %1 of &all: "), " %1 of &all:öööö¦ ")
        self.assertEqual(translations.longer("Needs a person now"), "Needs a person now ööööööö¦")
        self.assertEqual(translations.longer("–"), "–")

    def test_mirrored_is_written_from_right_to_left(self):
        self.assertEqual(translations.mirrored("&Sites: %1 of %n"), "&קטרהק: %1 סו %n")

    def test_both_are_languages_for_every_text(self):
        german = translations.messages(translations.path_of("de"))
        texts = len([each for each in german  # but names of keys, folders and forms of dates
                     if each.source != "en" and each.context != translations.KEYS and not translations.PATTERN.match(each.source)])
        with tempfile.TemporaryDirectory() as folder:
            for kind, more in (("long", 0), ("mirrored", 1)):
                path = os.path.join(folder, "x.ts")
                translations.pseudo(kind, path)
                made = translations.messages(path)
                self.assertEqual([str(each) for each in made if each.faults()], [])
                self.assertIn(len(made), (texts + more, texts + more - 1))


class Check(unittest.TestCase):
    def test_finds_nothing_in_good_ones(self):
        self.assertEqual(complaints([plain("%1 of %2", "von %2 nun %1"), plural("%n sites", "%n Standort", "%n Standorte")]), [])

    def test_finds_what_is_missing_or_no_longer_used(self):
        self.assertEqual(
            complaints([plain("Old", "Alt")], [plain("New", "", "unfinished")]),
            ["missing: graticule::X: 'New'", "no longer used: graticule::X: 'Old'"],
        )

    def test_tells_a_plural_from_a_plain_string(self):
        self.assertEqual(
            complaints([plain("%n sites", "%n Standorte")], [plural("%n sites", "", "")]),
            ["missing: graticule::X: '%n sites'", "no longer used: graticule::X: '%n sites'"],
        )

    def test_finds_what_is_unfinished_or_empty(self):
        self.assertEqual(complaints([plain("Site", "Standort", "unfinished")]), ["unfinished: graticule::X: 'Site'"])
        self.assertEqual(complaints([plain("Site", "")]), ["unfinished: graticule::X: 'Site'"])
        self.assertEqual(complaints([plural("%n sites", "%n Standort", "")]), ["unfinished: graticule::X: '%n sites'"])

    def test_finds_other_placeholders(self):
        for source, translation in (("%1 of %2", "von %1"), ("%1", "%1 %1"), ("Sites", "%n Standorte"), ("%L1", "%1")):
            self.assertEqual(len(complaints([plain(source, translation)])), 1, translation)
        self.assertEqual(len(complaints([plural("%n sites", "ein Standort", "%n Standorte")])), 1)

    def test_finds_lost_mnemonics_and_blanks(self):
        self.assertEqual(len(complaints([plain("&amp;Open", "Öffnen")])), 1)
        self.assertEqual(len(complaints([plain(", ", ",")])), 1)

    def test_finds_strings_that_the_program_would_look_for_elsewhere(self):
        self.assertEqual(complaints([plain("Site", "Standort")], context="X"), ["outside the namespace: X: 'Site'"])


if __name__ == "__main__":
    unittest.main()

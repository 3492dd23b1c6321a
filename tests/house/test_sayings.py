# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keeper says has one list: nothing is said beside it, and nothing stands in it that nobody says."""
import glob
import os
import re
import unittest

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
LISTS = sorted(os.path.relpath(path, TOP) for path in glob.glob(os.path.join(TOP, "backend/domain/*sayings.h")))
ROW = re.compile(r'^\s*\{\s*"([a-z0-9.-]+)",\s*(?:QT_TRANSLATE_NOOP\(\s*"graticule::Saying",\s*)?"((?:[^"\\]|\\.)*)"', re.M)
LITERAL = re.compile(r'"([a-z]+\.[a-z0-9-]+|more)"')
SAID = re.compile(r'\bsaid(?:Reason|Error)\((?:[^"();]|\([^()]*\))*?"([^"]*)"')
BY_HAND = re.compile(r'\bReason\{QStringLiteral|\{QStringLiteral\("[a-z]+\.[a-z-]+"\), QStringLiteral')
JUDGES = "backend/health/"


def sources():
    for room in ("app/keeper", "backend"):
        for folder, folders, names in os.walk(os.path.join(TOP, room)):
            folders.sort()
            for name in sorted(names):
                path = os.path.relpath(os.path.join(folder, name), TOP)
                if name.endswith((".cpp", ".h")) and path not in LISTS:
                    with open(os.path.join(TOP, path), encoding="utf-8") as source:
                        yield path, source.read()


class Sayings(unittest.TestCase):
    def setUp(self):
        self.texts = {}
        for path in LISTS:
            with open(os.path.join(TOP, path), encoding="utf-8") as source:
                self.texts.update(ROW.findall(source.read()))
        self.known = set(self.texts)
        self.assertGreater(len(LISTS), 5)
        self.assertGreater(len(self.known), 50)

    def test_every_code_that_is_said_is_known(self):
        said = {(path, code) for path, text in sources() for code in SAID.findall(text)}
        self.assertGreater(len(said), 30)
        self.assertEqual(sorted(one for one in said if one[1] not in self.known), [])

    def test_every_known_code_is_said(self):
        everything = "".join(text for _, text in sources())
        literals = set(LITERAL.findall(everything))
        # A phrase is known by its words, so these may stand where it is said.
        left = [code for code in self.known - literals
                if not (code.startswith("phrase.") and '"%s"' % self.texts[code] in everything)]
        self.assertEqual(sorted(left), [])

    def test_no_reason_is_worded_by_hand(self):
        self.assertEqual([path for path, text in sources() if path.startswith(JUDGES) and BY_HAND.search(text)], [])


if __name__ == "__main__":
    unittest.main()

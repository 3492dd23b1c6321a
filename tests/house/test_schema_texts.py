# SPDX-License-Identifier: GPL-3.0-or-later
"""Every title and help of a connector's fields is known to the console, and so has a translation."""
import glob
import os
import re
import unittest

TOP = os.path.join(os.path.dirname(__file__), "..", "..")
LITERAL = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
WRITTEN = [
    r"\.(?:title|addressHelp)\s*=\s*QStringLiteral\(\s*" + LITERAL,
    r"OptionSchema \w+\{QStringLiteral\([^)]*\),\s*QStringLiteral\(\s*" + LITERAL,
    r'\b(?:field|tls|place|option|labelOption)\(\s*"[^"]*",\s*' + LITERAL,
    r'\b(?:field|tls|place|option|labelOption)\(\s*"[^"]*",\s*"[^"]*",\s*' + LITERAL,
]


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


class SchemaTexts(unittest.TestCase):
    def test_all_of_them_are_known_to_the_console(self):
        known = {joined(each) for each in re.findall(r'"graticule::SchemaText",\s*' + LITERAL, read("models/schematext.cpp"))}
        said = set()
        for path in glob.glob(os.path.join(TOP, "backend/connectors/**/*.cpp"), recursive=True):
            if path.endswith(("connector.cpp", "commonfields.cpp", "settings.cpp")):
                said |= {joined(each) for form in WRITTEN for each in re.findall(form, read(path))}
        self.assertGreater(len(said), 30)
        self.assertEqual(sorted(said - known - {"Docker Engine", "Kubernetes", "Lab", "Prometheus"}), [])  # names of products


if __name__ == "__main__":
    unittest.main()

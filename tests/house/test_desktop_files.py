# SPDX-License-Identifier: GPL-3.0-or-later
"""The files by which a desktop knows the console agree with each other and with the program."""
import configparser
import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
ID = "dev.graticule.Graticule"
DESKTOP = os.path.join(TOP, "packaging", ID + ".desktop")
METAINFO = os.path.join(TOP, "packaging", ID + ".metainfo.xml")


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as source:
        return source.read()


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)


class DesktopFiles(unittest.TestCase):
    def setUp(self):
        self.desktop = configparser.ConfigParser(interpolation=None, delimiters="=")
        self.desktop.optionxform = str
        self.desktop.read(DESKTOP, encoding="utf-8")
        self.metainfo = xml.parse(METAINFO).getroot()

    def test_the_program_names_itself_as_its_file_is_named(self):
        named = re.search(r'setDesktopFileName\(u"([^"]+)"', read("app", "console", "windowmode.cpp"))
        self.assertEqual(named.group(1), ID)
        self.assertEqual(self.metainfo.findtext("id"), ID)
        self.assertEqual(self.metainfo.findtext("launchable"), ID + ".desktop")
        self.assertEqual(self.desktop["Desktop Entry"]["Icon"], ID)

    def test_every_action_is_there_and_starts_a_page_of_the_window(self):
        names = [name for name in self.desktop["Desktop Entry"]["Actions"].split(";") if name]
        self.assertEqual(["Desktop Action " + name for name in names], self.desktop.sections()[1:])
        window = read("ui", "shell", "mainwindow.cpp")
        for name in names:
            section = self.desktop["Desktop Action " + name]
            self.assertEqual(section["Exec"], "graticule --page " + name)
            self.assertIn('QStringLiteral("%s")' % name, window)

    def test_what_is_said_in_one_language_is_said_in_all(self):
        for section in self.desktop.sections():
            for key in self.desktop[section]:
                if key in ("GenericName", "Comment", "Keywords") or (key == "Name" and section != "Desktop Entry"):
                    self.assertIn(key + "[de]", self.desktop[section], section)

    def test_the_newest_release_is_this_version(self):
        version = re.search(r"project\(Graticule VERSION (\S+)", read("CMakeLists.txt")).group(1)
        self.assertEqual(self.metainfo.find("releases/release").get("version"), version)

    def test_the_validators_agree(self):
        for command in (["desktop-file-validate", DESKTOP], ["appstreamcli", "validate", "--no-net", METAINFO]):
            if shutil.which(command[0]):
                done = run(*command)
                self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    unittest.main()

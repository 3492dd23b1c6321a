# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages say all that the programs' --help says, and nothing else."""
import os
import re
import shutil
import subprocess
import unittest

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
PAGES = os.path.join(TOP, "packaging", "man")
PROGRAMS = os.environ.get("GRATICULE_PROGRAMS", "")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-zA-Z])(?![\w-])")
FIELD = re.compile(r'(?:text|requiredText|sub|list|flag|number|textMap)\(\s*QStringLiteral\("([^"]+)"\)')


def needs(program):
    path = os.path.join(PROGRAMS, program)
    return unittest.skipUnless(PROGRAMS and os.access(path, os.X_OK), "%s is not built (GRATICULE_PROGRAMS)" % program)


def help_of(program, *verb):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run([os.path.join(PROGRAMS, program), *verb, "--help"], env=environment, check=True,
                          stdout=subprocess.PIPE, universal_newlines=True)
    return done.stdout


def options_in(text):
    """Options that a help text describes: those at the beginning of its lines."""
    found = set()
    for line in text.splitlines():
        described = re.match(r" +(-.*?)(  |$)", line)
        found.update(OPTION.findall(described.group(1)) if described else [])
    return found


def plain(roff):
    """The words of a page without its fonts, as one line."""
    roff = re.sub(r'(?m)^\.(?:BI|BR|RB|IR|RI|B|I|SS|SH|TP|PP|EX|EE|br)\b ?', "", roff)
    roff = re.sub(r"\\f.|\"", "", roff).replace("\\-", "-").replace("\\(aq", "'")
    return " ".join(roff.split())


def page(name):
    with open(os.path.join(PAGES, name), encoding="utf-8") as source:
        return source.read()


def sections(roff):
    """Title of each .SS of a page: its words."""
    parts = re.split(r"(?m)^\.S[SH] (.*)$", roff)
    return dict(zip(parts[1::2], map(plain, parts[2::2])))


def described(roff):
    """Options that a page describes: those in the line after .TP."""
    tags = " ".join(plain(tag) for tag in re.findall(r"(?m)^\.TP\n(.*)$", roff))
    return set(OPTION.findall(tags))


@needs("graticule")
class Console(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.page = page("graticule.1")
        self.help = help_of("graticule")
        verbs = self.help.split("verbs (")[1].split("\n\n")[0]
        self.verbs = re.findall(r"(?m)^  ([a-z]+(?: [a-z]+)*)(?: [A-Z \[\]]+?)? {2}", verbs)

    def section_of(self, verb):
        for title, words in sections(self.page).items():
            names = [re.sub(r" [\[A-Z].*", "", name) for name in title.split(", ")]
            if verb in names:
                return words
        return None

    def test_there_are_verbs(self):
        self.assertGreater(len(self.verbs), 15, self.help)

    def test_every_verb_has_its_section_with_all_of_its_options(self):
        common = sections(self.page)["Options of every verb"]
        missing = []
        for verb in self.verbs:
            section = self.section_of(verb)
            if section is None:
                missing.append(verb)
                continue
            said = set(OPTION.findall(section)) | set(OPTION.findall(common))
            missing += ["%s %s" % (verb, option) for option in options_in(help_of("graticule", *verb.split())) - said]
        self.assertEqual(missing, [])

    def test_the_options_of_the_window_are_said(self):
        self.assertEqual(options_in(self.help) - set(OPTION.findall(plain(self.page))), set())

    def test_no_option_is_said_that_is_none(self):
        known = options_in(self.help).union(*(options_in(help_of("graticule", *verb.split())) for verb in self.verbs))
        self.assertEqual(described(self.page) - known, set())

    def test_every_exit_code_is_said_in_the_same_words(self):
        status = sections(self.page)['"EXIT STATUS"']
        codes = re.findall(r"(?m)^  (\d)  (.*)$", self.help)
        self.assertEqual(" ".join("%s %s" % code for code in codes), status)


@needs("graticuled")
class Keeper(unittest.TestCase):
    def setUp(self):
        self.page = page("graticuled.8")
        self.help = help_of("graticuled")

    def test_every_option_is_said_and_no_other(self):
        options = options_in(self.help)
        self.assertGreater(len(options), 8, self.help)
        self.assertEqual(described(self.page), options)

    def test_every_exit_code_is_said_in_the_same_words(self):
        codes = re.findall(r"(\d) ([^,.]+)", self.help.split("Exit codes: ")[1])
        self.assertEqual(" ".join("%s %s" % code for code in codes), sections(self.page)['"EXIT STATUS"'])

    def test_every_signal_is_said(self):
        signals = re.findall(r"[A-Z]{3,}", self.help.split("Signals:")[1].split("\n")[0])
        self.assertEqual([name for name in signals if name not in sections(self.page)["SIGNALS"]], [])


class Files(unittest.TestCase):
    def test_every_key_that_is_read_is_said(self):
        for source, title in (("keeperconfig.cpp", "KEEPER.YAML"), ("connectionfile.cpp", "CONNECTIONS.D"),
                              ("labfile.cpp", "LAB.YAML")):
            with open(os.path.join(TOP, "backend", "config", source), encoding="utf-8") as code:
                keys = set(FIELD.findall(code.read()))
            self.assertGreater(len(keys), 4, source)
            words = re.findall(r"[\w-]+", sections(page("graticule-config.5"))[title])
            self.assertEqual(keys - set(words), set(), title)


class Form(unittest.TestCase):
    def test_each_names_itself_and_the_licence(self):
        for name in sorted(os.listdir(PAGES)):
            title, section = name.rsplit(".", 1)
            self.assertIn(".TH %s %s " % (title.upper(), section), page(name))
            self.assertIn("SPDX-License-Identifier: GPL-3.0-or-later", page(name).splitlines()[0])

    @unittest.skipUnless(shutil.which("groff"), "no groff")
    def test_groff_warns_of_nothing(self):
        for name in sorted(os.listdir(PAGES)):
            done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", os.path.join(PAGES, name)],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
            self.assertEqual((done.stdout, done.returncode), ("", 0))


if __name__ == "__main__":
    unittest.main()

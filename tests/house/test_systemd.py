# SPDX-License-Identifier: GPL-3.0-or-later
"""The keeper's systemd unit and the example of its configuration: both are taken by those who read them."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAMS = os.environ.get("GRATICULE_PROGRAMS", "")
KEEPER = os.path.join(PROGRAMS, "graticuled")
needs_keeper = unittest.skipUnless(os.access(KEEPER, os.X_OK), "graticuled is not built (GRATICULE_PROGRAMS)")


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as source:
        return source.read()


def write(path, text=""):
    with open(path, "w", encoding="utf-8") as target:
        target.write(text)
    os.chmod(path, 0o600)


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)


def unit(bin_directory, name="graticuled.service.in"):
    text = read("packaging", "systemd", name)
    return text.replace("@CMAKE_INSTALL_FULL_BINDIR@", bin_directory).replace("@CMAKE_INSTALL_FULL_DOCDIR@", "/doc")


def user_unit(bin_directory):
    return unit(bin_directory, "graticuled-user.service.in")


class Unit(unittest.TestCase):
    def test_nothing_is_left_to_be_filled_in(self):
        self.assertEqual(re.findall(r"@[A-Z_]+@", unit("/usr/bin")), [])

    def test_nothing_is_left_to_be_filled_in_for_users(self):
        self.assertEqual(re.findall(r"@[A-Z_]+@", user_unit("/usr/bin")), [])

    def test_the_users_keeper_is_the_private_one_and_comes_back(self):
        text = user_unit("/usr/bin")
        self.assertIn("\nExecStart=/usr/bin/graticuled --private ", text)
        self.assertIn("\nRestart=always\n", text)
        self.assertIn("\nWantedBy=default.target\n", text)

    def test_it_reads_what_the_example_is_written_for(self):
        self.assertIn("--config /etc/graticule/keeper.yaml", unit("/usr/bin"))
        self.assertIn("data: /var/lib/graticule\n", read("packaging", "keeper.yaml"))
        self.assertIn("\nStateDirectory=graticule\n", unit("/usr/bin"))

    @needs_keeper
    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd-analyze")
    def test_systemd_finds_nothing_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "graticuled.service")
            write(path, unit(PROGRAMS))
            done = run("systemd-analyze", "verify", "--man=no", path)
            write(path, user_unit(PROGRAMS))
            users = run("systemd-analyze", "--user", "verify", "--man=no", path)
        about_us = [line for line in done.stdout.splitlines() if "graticuled" in line]
        self.assertEqual((about_us, done.returncode), ([], 0), done.stdout)
        about_us = [line for line in users.stdout.splitlines() if "graticuled" in line]
        self.assertEqual(about_us, [], users.stdout)


@needs_keeper
class Example(unittest.TestCase):
    def check(self, folder, text):
        path = os.path.join(folder, "keeper.yaml")
        write(path, text)
        done = run(KEEPER, "check", "--config", path)
        self.assertEqual((done.stdout, done.returncode), ("0 connections, no mistakes\n", 0))

    def test_it_is_good_as_it_stands(self):
        with tempfile.TemporaryDirectory() as folder:
            self.check(folder, self.moved(folder))

    def chosen(self, folder, left_out):
        """The example with every setting but one block, which does not go with another."""
        text = re.sub(r"(?m)^#(?=\S| {2,})", "", self.moved(folder))
        self.assertEqual(len(re.findall(r"(?m)^[a-z]+:", text)), 14)
        return re.sub(r"(?m)^%s:.*\n(  .*\n)*" % left_out, "", text)

    def enrol(self, folder):
        """Makes the authority that the example names."""
        path = os.path.join(folder, "keeper.yaml")
        write(path, self.chosen(folder, "tls"))
        done = run(KEEPER, "enrol", "alice", "--role", "viewer", "--dir", folder + "/alice", "--config", path)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_it_is_good_with_an_authority_of_its_own(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "secrets"))
            self.enrol(folder)
            self.check(folder, self.chosen(folder, "tls"))

    def test_it_is_good_with_certificates_from_elsewhere(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "secrets"))
            self.enrol(folder)
            for name, source in (("server.pem", "server.pem"), ("server.key", "server.pem"),
                                 ("clients.pem", "trusted.pem")):
                shutil.copy(os.path.join(folder, "authority", source), os.path.join(folder, name))
            self.check(folder, self.chosen(folder, "authority"))

    def moved(self, folder):
        """The example, with its directories in folder instead of the system's."""
        text = read("packaging", "keeper.yaml")
        for place in ("/var/lib/graticule", "/var/log/graticule", "/run/credentials/graticuled.service", "/etc/graticule/secrets"):
            new = folder + "/secrets" if place.endswith("secrets") else folder
            text = re.sub(r"(?m)^(#? *[a-z-]+: )" + re.escape(place), lambda found: found.group(1) + new, text)
        return text


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/check-includes refuses every kind of forbidden include, and nothing else."""
import os
import subprocess
import sys
import tempfile
import unittest

CHECK = os.path.join(os.path.dirname(__file__), "..", "..", "tools", "check-includes")


def check(files):
    """Runs the check over a tree of {path: text}; returns what it printed and whether it passed."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as source:
                source.write(text + "\n")
        run = subprocess.run([sys.executable, "-B", CHECK, root], capture_output=True, text=True, check=False)
    return run.stdout.strip().splitlines(), run.returncode == 0


REFUSED = [
    ("ui/shell/window.cpp", '#include "app/console/main.h"', "app is included by nobody"),
    ("tests/ui/tst_x.cpp", '#include "app/console/main.h"', "app is included by nobody"),
    ("models/sites.cpp", '#include "ui/shell/window.h"', "models must not include ui"),
    ("models/sites.cpp", '#include "widgets/map/map.h"', "models must not include widgets"),
    ("models/sites.cpp", "#include <QLabel>", "models must not know widgets"),
    ("models/sites.cpp", "#include <QtWidgets/QLabel>", "models must not know widgets"),
    ("widgets/map/map.cpp", '#include "backend/domain/site.h"', "widgets must not include backend"),
    ("widgets/map/map.cpp", '#include "models/sites.h"', "widgets must not include models"),
    ("widgets/map/map.cpp", '#include "ui/shell/window.h"', "widgets must not include ui"),
    ("backend/domain/site.cpp", '#include "models/sites.h"', "backend must not include models"),
    ("backend/domain/site.cpp", '#include "widgets/map/map.h"', "backend must not include widgets"),
    ("backend/domain/site.cpp", '#include "ui/shell/window.h"', "backend must not include ui"),
    ("backend/domain/site.h", "#include <QColor>", "backend must build without Qt Gui"),
    ("backend/domain/site.cpp", "#include <QtGui/QColor>", "backend must build without Qt Gui"),
    ("backend/domain/site.cpp", "#include <QApplication>", "backend must build without Qt Gui"),
    ("backend/domain/site.cpp", "#include <QSvgRenderer>", "backend must build without Qt Gui"),
    ("backend/domain/site.cpp", "#include <QtCharts/QChart>", "backend must build without Qt Gui"),
    (
        "backend/domain/site.cpp",
        '#include "backend/fleet/fleet.h"',
        "backend/domain must not include backend/fleet (see the table in tools/check-includes)",
    ),
    (
        "backend/connectors/docker/engine.cpp",
        '#include "backend/control/client.h"',
        "backend/connectors/docker must not include backend/control (see the table in tools/check-includes)",
    ),
    (
        "backend/surprise/new.cpp",
        '#include "backend/domain/site.h"',
        "backend/surprise has no row in the table of tools/check-includes",
    ),
    (
        "ui/sites/page.cpp",
        '#include "../shell/window.h"',
        "relative include; write the path from the repository's root",
    ),
]

ALLOWED = {
    "app/console/main.cpp": '#include "ui/shell/window.h"\n#include "backend/keeper/keeper.h"',
    "ui/shell/window.cpp": '#include "models/sites.h"\n#include "widgets/map/map.h"\n#include <QLabel>',
    "models/sites.cpp": '#include "backend/domain/site.h"\n#include <QColor>\n#include <QAbstractTableModel>',
    "widgets/charts/line.cpp": "#include <QtCharts/QLineSeries>\n#include <vector>",
    "backend/domain/site.h": "#include <QStringView>\n#include <QtCore/QString>",
    "backend/control/client.cpp": '#include "backend/fleet/fleet.h"\n#include <grpcpp/channel.h>',
    "backend/control/service.h": "#include <grpcpp/server.h>",
    "backend/control/service.cpp": '#include "backend/control/service.h"',
    "tests/control/tst_service.cpp": '#include "backend/control/service.h"',
    "backend/connectors/grpc/reader.cpp": '#include "backend/control/client.h"\n#include "backend/connectors/connector.h"',
    "tests/control/tst_client.cpp": '#include "backend/control/client.h"\n#include "tests/testing/test.h"',
    "tests/console/tst_arguments.cpp": '#include "app/console/verbs/arguments.h"',
    "ui/sites/page.cpp": '/* #include "app/console/main.h"\n*/ // #include "../x.h"',
}


class CheckIncludes(unittest.TestCase):
    def test_refuses_each_kind_of_violation(self):
        for path, line, why in REFUSED:
            with self.subTest(path=path, line=line):
                name = line.split()[1].strip('<>"')
                expected = ["%s:2: #include %s: %s" % (path, name, why), "1 files, 1 forbidden includes"]
                self.assertEqual(check({path: "#pragma once\n" + line}), (expected, False))

    def test_keeps_grpc_and_charts_inside_their_folder(self):
        why = "it brings gRPC or QtCharts, which must stay inside its folder"
        for heavy in ("<grpcpp/server.h>", "<control.grpc.pb.h>", "<QtCharts/QLineSeries>"):
            with self.subTest(heavy=heavy):
                files = {
                    "backend/control/service.h": "#include " + heavy if "Qt" not in heavy else "",
                    "widgets/charts/line.h": "#include " + heavy if "Qt" in heavy else "",
                    "backend/control/server.h": '#include "backend/control/service.h"',
                    "backend/keeper/keeper.cpp": '#include "backend/control/server.h"',
                    "ui/sites/page.cpp": '#include "widgets/charts/line.h"',
                }
                refused = "ui/sites/page.cpp:1: #include widgets/charts/line.h"
                if "Qt" not in heavy:
                    refused = "backend/keeper/keeper.cpp:1: #include backend/control/server.h"
                self.assertEqual(check(files), (["%s: %s" % (refused, why), "5 files, 1 forbidden includes"], False))

    def test_lets_everything_else_pass(self):
        self.assertEqual(check(ALLOWED), (["%d files, 0 forbidden includes" % len(ALLOWED)], True))

    def test_a_violation_inside_a_block_comment_is_none_and_lines_keep_their_numbers(self):
        text = '/*\n#include "ui/a.h"\n*/\n#include "ui/b.h"'
        expected = ["backend/domain/x.cpp:4: #include ui/b.h: backend must not include ui", "1 files, 1 forbidden includes"]
        self.assertEqual(check({"backend/domain/x.cpp": text}), (expected, False))


if __name__ == "__main__":
    unittest.main()

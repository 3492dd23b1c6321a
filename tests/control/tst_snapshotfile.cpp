// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/snapshotfile.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using testing::FleetScript;

namespace {

QString counts(const FleetTables &tables)
{
    return QStringLiteral("%1 connections, %2 sites, %3 verdicts, %4 links, %5 services, %6 placements, %7 replicas")
        .arg(tables.connections.size())
        .arg(tables.sites.size())
        .arg(tables.verdicts.size())
        .arg(tables.links.size())
        .arg(tables.services.size())
        .arg(tables.placements.size())
        .arg(tables.replicas.size());
}

} // namespace

class TestSnapshotFile : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfTheSitesBeforeWhatIsAtThem()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.snapshot"));
        const FleetScript script(QStringLiteral("connection a\n"
                                                "site fra1 via=a state=down\n"
                                                "site iad1 via=a\n"
                                                "link fra1->iad1 rtt=90\n"
                                                "placement shop@fra1 ready=2/3\n"
                                                "replica orders@iad1 role=primary"));
        QVERIFY(writeSnapshot(path, *script.snapshot()));
        QStringList told;
        const auto read = readSnapshot(path, [&](const SnapshotPtr &sites) { told << counts(sites->tables); });
        QVERIFY(read);
        QCOMPARE(told.join('\n'), QStringLiteral("1 connections, 2 sites, 2 verdicts, 1 links, "
                                                 "0 services, 0 placements, 0 replicas"));
        QCOMPARE(counts((*read)->tables), QStringLiteral("1 connections, 2 sites, 2 verdicts, 1 links, "
                                                         "1 services, 1 placements, 1 replicas"));
        QVERIFY(diff((*read)->tables, script.snapshot()->tables).sites.upserted.size() == 2); // other objects, as many
    }

    void aFileThatEndsAfterTheSitesIsNotWhole()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.snapshot"));
        const FleetScript script(QStringLiteral("connection a\nsite fra1 via=a\nplacement shop@fra1 ready=1/1"));
        QVERIFY(writeSnapshot(path, *script.snapshot()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        const qsizetype end = whole.indexOf(QByteArray(4, '\0')) + 4; // the empty message
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole.first(end));
        file.close();
        const auto read = readSnapshot(path);
        QVERIFY(!read);
        QVERIFY(read.error().text.contains(path));
    }

    void theSitesAreToldOfOnce()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.snapshot"));
        QVERIFY(writeSnapshot(path, *FleetScript(QStringLiteral("connection a\nsite fra1 via=a")).snapshot()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        const qsizetype separator = bytes.indexOf(QByteArray(4, '\0'));
        bytes.insert(separator, QByteArray(4 * 1000, '\0')); // each would be a snapshot to show
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        int told = 0;
        const auto read = readSnapshot(path, [&](const SnapshotPtr &) { ++told; });
        QVERIFY(told <= 1);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Malformed);
        QVERIFY(read.error().text.contains(QStringLiteral("not a whole snapshot file")));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotFile)
#include "tst_snapshotfile.moc"

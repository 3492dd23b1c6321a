// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/host/hostconnector.h"
#include "backend/connectors/host/hostparser.h"
#include "tests/connectors/connectorrig.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using graticule::testing::ConnectorRig;
using namespace graticule;

/// The machine's own files as text, and the connector over them.
class TestHost : public graticule::testing::Test
{
    Q_OBJECT

private:
    static void write(const QTemporaryDir &root, const char *path, const QByteArray &text)
    {
        const QString full = root.filePath(QLatin1String(path));
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// A machine with two processors, half of 4 GB used.
    static void writeMachine(const QTemporaryDir &root)
    {
        write(root, "proc/stat", "cpu  100 0 50 800 50 0 0 0 0 0\ncpu0 1 0 0 0\ncpu1 1 0 0 0\nbtime 1795300000\n");
        write(root, "proc/meminfo", "MemTotal: 4096 kB\nMemFree: 100 kB\nMemAvailable: 2048 kB\n");
        write(root, "proc/loadavg", "0.25 0.10 0.05 1/100 4242\n");
        write(root, "proc/self/mounts", "/dev/vda / ext4 rw 0 0\n");
        write(root, "proc/sys/kernel/hostname", "edge-7\n");
        write(root, "proc/sys/kernel/osrelease", "6.1.0-18-amd64\n");
        write(root, "etc/machine-id", "3d1219c7c4c5404aaa1f6d2a48adfda4\n");
        write(root, "etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n");
    }
    static ConnectionConfig config()
    {
        ConnectionConfig config;
        config.type = QStringLiteral("host");
        config.address = QStringLiteral("local");
        config.origin = Origin::Real;
        return config;
    }

private Q_SLOTS:
    void readsProcessorTimes()
    {
        const auto times = parseCpuTimes("cpu  100 10 50 800 40 0 0 0 5 5\ncpu0 1\ncpu1 1\nintr 5\n");
        QVERIFY(times);
        QCOMPARE(times->busy, 160.0);
        QCOMPARE(times->total, 1000.0);
        QCOMPARE(times->processors, 2);
    }

    void countsEachDiskOnceAndNoNetwork()
    {
        const QList<LocalDisk> disks = parseMounts("/dev/vda /srv/deep/bind ext4 rw 0 0\n"
                                                   "/dev/vda / ext4 rw 0 0\n"
                                                   "/dev/vdb /var/lib/my\\040data xfs rw 0 0\n"
                                                   "tank/a /tank/a zfs rw 0 0\n"
                                                   "tank/b /tank/b zfs rw 0 0\n"
                                                   "server:/export /mnt nfs4 rw 0 0\n"
                                                   "tmpfs /run tmpfs rw 0 0\n"
                                                   "overlay /var/lib/docker/overlay2/x/merged overlay rw 0 0\n"
                                                   "broken line\n\n");
        QStringList lines;
        for (const LocalDisk &disk : disks)
            lines.append(disk.device + QLatin1Char(' ') + disk.path);
        QCOMPARE(lines, (QStringList{QStringLiteral("/dev/vda /"), QStringLiteral("tank /tank/a"),
                                     QStringLiteral("/dev/vdb /var/lib/my data")}));
    }

    void takesNothingFromBrokenFiles()
    {
        const QByteArray huge(1 << 20, '9');
        const QList<QByteArray> files{
            QByteArray(),  "cpu", "cpu a b c d\ncpu0\n", "MemTotal: -5 kB\n",          "\0\xff\xfe garbage",
            "nan nan nan", huge,  "btime " + huge,       "cpu  -1 -1 -1 -1 -1\ncpu0\n"};
        for (const QByteArray &file : files) {
            QVERIFY2(!parseCpuTimes(file), file.left(40).constData());
            QVERIFY2(!parseBootTime('\n' + file), file.left(40).constData());
            QVERIFY2(!parseMemory(file), file.left(40).constData());
            QVERIFY2(!parseLoad(file), file.left(40).constData());
            QVERIFY2(parseMounts(file).isEmpty(), file.left(40).constData());
            QVERIFY2(parseSystemName(file).isEmpty(), file.left(40).constData());
        }
    }

    void isOneNodeInASiteOfItsOwn()
    {
        QTemporaryDir root;
        writeMachine(root);
        ConnectorRig rig(hostConnectorType(root.path()), config());
        rig.start();
        QTRY_COMPARE(rig.listings, 1);
        Node node;
        rig.tables.nodes.forEach([&](const Node &n) { node = n; });
        QCOMPARE(node.name, QStringLiteral("edge-7"));
        QCOMPARE(node.platform, QStringLiteral("Debian GNU/Linux 12 (bookworm), Linux 6.1.0-18-amd64"));
        QCOMPARE(toIso(node.bootedAt), QStringLiteral("2026-11-21T22:26:40.000Z"));
        QCOMPARE(node.memory, (Usage{2048.0 * 1024, 4096.0 * 1024}));
        QCOMPARE(node.load1, 0.25);
        QCOMPARE(node.cpu.total, 0.0); // the file did not change, so nothing is known of its use
        QVERIFY2(!node.id.toString().contains(QLatin1String("3d1219c7")), "the machine id itself is never shown");
        QCOMPARE(rig.tables.sites.size(), 1);
        QVERIFY(rig.tables.sites.contains(node.site));
    }

    void answersProbesAndFailsWithTheFileThatIsMissing()
    {
        QTemporaryDir root;
        writeMachine(root);
        ConnectorRig rig(hostConnectorType(root.path()), config());
        rig.start();
        QTRY_COMPARE(rig.listings, 1);
        rig.connector().probe();
        QCOMPARE(rig.beats.size(), 1);
        QCOMPARE(rig.beats[0].version, QStringLiteral("Linux 6.1.0-18-amd64"));

        QVERIFY(QFile::remove(root.filePath(QStringLiteral("proc/meminfo"))));
        rig.connector().probe();
        QCOMPARE(rig.lastFailure(),
                 QStringLiteral("unsupported, endpoint: %1/proc/meminfo cannot be read as Linux writes it.")
                     .arg(root.path()));
        QCOMPARE(rig.failures.size(), 1);
    }

    void readsThisMachine()
    {
        ConnectorRig rig(hostConnectorType(), config());
        rig.start();
        QTRY_VERIFY(rig.listings > 0 || !rig.failures.isEmpty());
        QCOMPARE(rig.lastFailure(), QString());
        Node node;
        rig.tables.nodes.forEach([&](const Node &n) { node = n; });
        QVERIFY(node.memory.total > 0 && node.memory.used > 0 && node.memory.used < node.memory.total);
        QVERIFY(node.cpu.total >= 1 && node.cpu.used >= 0 && node.cpu.used <= node.cpu.total);
        QVERIFY(node.bootedAt > kNever);
        QTRY_VERIFY(!rig.samples.isEmpty());
    }

    void takesNoOtherAddress()
    {
        ConnectionConfig other = config();
        other.address = QStringLiteral("10.0.0.1");
        QCOMPARE(hostConnectorType().check(config()), QStringList());
        QCOMPARE(hostConnectorType().check(other).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::testing;
using namespace std::chrono_literals;

/// What a person does to connections at the wrong keeper, or with an editor.
class TestKeeperFiles : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// An editor's half-written file does not end the connection that it is about.
    void goesOnWhileAFileIsBroken()
    {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("connections.d")));
        QFile file(directory.filePath(QStringLiteral("connections.d/a.yaml")));
        const auto write = [&](const QByteArray &text) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
            file.close();
        };
        write("type: fake\naddress: fake://a\n");
        Desk desk(directory.path());
        desk.start();
        desk.clock.advance(5s);
        QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
        write("type: fa");
        desk.keeper->reload();
        desk.clock.advance(5s);
        QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
        QCOMPARE(desk.keeper->brokenFiles().size(), 1);
        desk.keeper->reload(); // and at the next look
        desk.clock.advance(5s);
        QCOMPARE(desk.connections(), QStringLiteral("a live\nbehind a live"));
        QVERIFY(file.remove());
        desk.keeper->reload();
        desk.clock.advance(5s);
        QCOMPARE(desk.connections(), QString());
        QVERIFY(desk.keeper->brokenFiles().isEmpty());
    }

    void saysWhoseARelayedConnectionIs()
    {
        QTemporaryDir directory;
        Desk desk(directory.path());
        desk.start();
        QVERIFY(bool(desk.keeper->save(fake("a", "fake://a"))));
        desk.clock.advance(5s);
        const QString there = QStringLiteral("\"behind a\" is behind \"a\": do it at that keeper.");
        QCOMPARE(desk.keeper->setPaused(QStringLiteral("behind a"), true).error().text, there);
        QCOMPARE(desk.keeper->remove(QStringLiteral("behind-a")).error().text, there);
        QCOMPARE(desk.keeper->retry(QStringLiteral("behind a")).error().text, there);
        QCOMPARE(desk.keeper->remove(QStringLiteral("nobody")).error().text,
                 QStringLiteral("There is no connection \"nobody\"."));
    }
};

QTEST_GUILESS_MAIN(TestKeeperFiles)
#include "tst_keeperfiles.moc"

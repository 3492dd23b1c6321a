// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/meshchoice.h"
#include "tests/testing/test.h"

#include <QMap>
#include <QSet>

using namespace graticule;

namespace {

QStringList keepers(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("keeper-%1").arg(i));
    return names;
}

QStringList peersOf(const QString &self, QStringList all)
{
    all.removeAll(self);
    return all;
}

} // namespace

/// Which ways of many are measured.
class TestMeshChoice : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void fewAreAllMeasured()
    {
        const QStringList peers = keepers(16);
        QCOMPARE(meshChoice(QStringLiteral("me"), peers, 7, 16), peers);
    }

    void manyAreBounded()
    {
        const QStringList peers = keepers(200);
        for (quint64 turn = 0; turn < 20; ++turn)
            QCOMPARE(meshChoice(QStringLiteral("me"), peers, turn, 16).size(), 16);
    }

    void everyPairHasItsTurn()
    {
        const QStringList peers = keepers(60);
        QSet<QString> seen;
        quint64 turn = 0;
        while (seen.size() < peers.size() && turn < 200) {
            const QStringList chosen = meshChoice(QStringLiteral("me"), peers, turn++, 16);
            seen.unite(QSet<QString>(chosen.begin(), chosen.end()));
        }
        QCOMPARE(seen.size(), peers.size());
        QVERIFY2(turn < 80, qPrintable(QString::number(turn)));
    }

    /// Whoever is cut off alone is told apart only if the measured pairs join all.
    void allAreJoinedInEveryTurn()
    {
        const QStringList all = keepers(50);
        for (quint64 turn = 0; turn < 5; ++turn) {
            QMap<QString, QStringList> chosen;
            for (const QString &keeper : all)
                chosen[keeper] = meshChoice(keeper, peersOf(keeper, all), turn, 8);
            QSet<QString> reached{all.first()};
            QStringList next{all.first()};
            while (!next.isEmpty()) {
                for (const QString &peer : std::as_const(chosen[next.takeFirst()])) {
                    if (!reached.contains(peer)) {
                        reached.insert(peer);
                        next.append(peer);
                    }
                }
            }
            QCOMPARE(reached.size(), all.size());
        }
    }

    void isTheSameEverywhere()
    {
        QCOMPARE(meshChoice(QStringLiteral("me"), keepers(100), 3, 6).join(u' '),
                 meshChoice(QStringLiteral("me"), keepers(100), 3, 6).join(u' '));
    }
};

QTEST_GUILESS_MAIN(TestMeshChoice)
#include "tst_meshchoice.moc"

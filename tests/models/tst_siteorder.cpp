// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the table of sites quick, piece by piece; that it answers right is in tst_sitetable.
#include "models/sitetable/keyedrows.h"
#include "models/sitetable/mettexts.h"
#include "models/sitetable/nameorder.h"
#include "models/sitetable/naturalkey.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace graticule;

namespace {

FoldedTexts textsOf(const QStringList &names)
{
    FoldedTexts texts;
    for (const QString &name : names)
        texts.append(name, {});
    return texts;
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

} // namespace

class TestSiteOrder : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void equalKeysStayAsTheyWere_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<quint64>("mask");
        QTest::newRow("few") << 20 << quint64(0x3);
        QTest::newRow("many, few keys") << 5000 << quint64(0xF);
        QTest::newRow("many, whole keys") << 5000 << ~quint64(0);
        QTest::newRow("many, first and last byte") << 5000 << quint64(0xFF000000000000FF);
        QTest::newRow("many, one key") << 5000 << quint64(0);
        QTest::newRow("none") << 0 << quint64(0);
    }
    void equalKeysStayAsTheyWere()
    {
        QFETCH(int, rows);
        QFETCH(quint64, mask);
        QRandomGenerator random(7);
        std::vector<KeyedRow> sorted;
        for (int row = 0; row < rows; ++row)
            sorted.push_back({random.generate64() & mask, row});
        std::vector<KeyedRow> expected = sorted;
        std::stable_sort(expected.begin(), expected.end(),
                         [](const KeyedRow &a, const KeyedRow &b) { return a.key < b.key; });
        sortByKey(sorted);
        QVERIFY(sorted == expected);
    }

    void namesAreOrderedAsPeopleDo()
    {
        const QStringList names{QStringLiteral("halyard-frankfurt-edge-10"),
                                QStringLiteral("halyard-frankfurt-edge-9"),
                                QStringLiteral("halyard-frankfurt"),
                                QStringLiteral("Halyard-Frankfurt-Edge-9"),
                                QStringLiteral("ams2"),
                                QStringLiteral("halyard-amsterdam"),
                                QString(),
                                QStringLiteral("ams10")};
        const NameOrder order = NameOrder::of(textsOf(names), [](int a, int b) { return a > b; });
        QStringList said;
        for (const int row : order.rows)
            said << QStringLiteral("%1:%2@%3")
                        .arg(names[row])
                        .arg(order.positions[size_t(row)])
                        .arg(order.ranks[size_t(row)]);
        QCOMPARE(said.join(QLatin1Char(' ')),
                 QStringLiteral(":0@0 ams2:1@1 ams10:2@2 halyard-amsterdam:3@3 halyard-frankfurt:4@4 "
                                "Halyard-Frankfurt-Edge-9:5@5 halyard-frankfurt-edge-9:6@5 "
                                "halyard-frankfurt-edge-10:7@7"));
    }

    void hostileNamesHaveAnOrderToo()
    {
        QStringList names;
        for (int i = 0; i < 300; ++i)
            names << QString(i % 7, QChar(0)) + QString(i % 3, QLatin1Char('x'));
        names << QString(100'000, QLatin1Char('9')) << QString(100'000, QLatin1Char('a'));
        const NameOrder order = NameOrder::of(textsOf(names), [](int a, int b) { return a < b; });
        std::vector<int> rows = order.rows;
        for (size_t i = 1; i < rows.size(); ++i)
            QVERIFY(naturalKey(foldedBytes(names[rows[i - 1]])) <= naturalKey(foldedBytes(names[rows[i]])));
        std::sort(rows.begin(), rows.end());
        for (int row = 0; row < int(rows.size()); ++row)
            QCOMPARE(rows[size_t(row)], row);
    }

    void textsAreFoldedReplacedAndRemoved()
    {
        FoldedTexts texts = textsOf({QStringLiteral("FRA1"), QStringLiteral("Zürich"), QStringLiteral("sin1")});
        QVERIFY(!texts.replace(0, u"fra1", u"Disk FULL"));
        QVERIFY(!texts.replace(1, u"ZÜRICH", {}));
        QVERIFY(texts.replace(2, u"sin2", {}));
        QCOMPARE(text(texts.all(0)), QStringLiteral("fra1\ndisk full"));
        QCOMPARE(text(texts.name(0)), QStringLiteral("fra1"));
        QCOMPARE(text(texts.all(1)), QStringLiteral("zürich"));
        texts.remove(0, 1);
        QCOMPARE(texts.size(), size_t(1));
        QCOMPARE(text(texts.all(0)), QStringLiteral("sin2"));
    }

    void textsThatChangeOftenKeepLittle()
    {
        FoldedTexts texts = textsOf({QStringLiteral("fra1"), QStringLiteral("sin1")});
        for (int i = 0; i < 100'000; ++i)
            texts.replace(0, u"fra1", QStringLiteral("no answer for %1 s").arg(i));
        QVERIFY2(texts.kept() < 300'000, qPrintable(QString::number(texts.kept())));
        QCOMPARE(text(texts.all(0)), QStringLiteral("fra1\nno answer for 99999 s"));
        QCOMPARE(text(texts.all(1)), QStringLiteral("sin1"));
    }

    void whatWasMetIsForgottenWithItsPass()
    {
        MetTexts<int> met;
        const QString word = QStringLiteral("aws");
        QVERIFY(!met.find(word.constData(), word.size()));
        met.put(word.constData(), word.size(), 5);
        QCOMPARE(*met.find(word.constData(), word.size()), 5);
        QVERIFY(!met.find(word.constData(), word.size() - 1));
        met.startPass();
        QVERIFY(!met.find(word.constData(), word.size()));
    }
};

QTEST_GUILESS_MAIN(TestSiteOrder)
#include "tst_siteorder.moc"

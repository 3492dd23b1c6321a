// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/basic/cellpainter.h"
#include "widgets/theme/elision.h"
#include "widgets/theme/glyphtexts.h"

#include <QImage>
#include <QPainter>

#include <functional>

using namespace graticule;

namespace {

QImage painted(qreal ratio, const std::function<void(QPainter &)> &draw)
{
    QImage image((QSizeF(240, 28) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

class TestGlyphTexts : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keptTextsLookLikeFreshOnes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isRight");
        QTest::addColumn<qreal>("ratio");
        const QString reason = QStringLiteral("edge-cache unhealthy, 0 of 1 ready: its health check fails");
        QTest::newRow("whole") << reason.left(20) << 220 << false << 1.0;
        QTest::newRow("cut") << reason << 220 << false << 1.0;
        QTest::newRow("right") << QStringLiteral("12 min") << 70 << true << 1.0;
        QTest::newRow("fine screen") << QStringLiteral("São Paulo – Łódź") << 220 << false << 2.0;
        QTest::newRow("from right to left") << QStringLiteral("\u05d7\u05d9\u05e4\u05d4 12 s") << 220 << false << 1.0;
        QTest::newRow("two lines in a name") << QStringLiteral("one\ntwo\u2028three") << 220 << false << 1.0;
        QTest::newRow("nothing") << QString() << 220 << false << 1.0;
        QTest::newRow("no room") << reason << 0 << false << 1.0;
    }
    void keptTextsLookLikeFreshOnes()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QFETCH(bool, isRight);
        QFETCH(qreal, ratio);
        const Theme theme(Theme::Kind::Dark);
        const TextLook look{
            .style = TextStyle::Body, .colour = Colour::Text2, .alignment = isRight ? Qt::AlignRight : Qt::AlignLeft};
        const QRect box(8, 0, width, 27);
        const QImage fresh = painted(ratio, [&](QPainter &painter) { paintText(painter, box, text, look, theme); });
        GlyphTexts texts;
        for (int round = 0; round < 2; ++round) {
            const QImage kept =
                painted(ratio, [&](QPainter &painter) { texts.paint(painter, box, text, look, theme); });
            QVERIFY(kept == fresh);
        }
        QCOMPARE(texts.width(theme, TextStyle::Body, text), textWidth(theme, TextStyle::Body, text));
    }

    /// Machines of one domain, which a table cuts.
    void namesThatEndAlikeCanBeTold()
    {
        const Theme theme(Theme::Kind::Light);
        const QFontMetricsF metrics(theme.font(TextStyle::BodyStrong));
        const QString one = QStringLiteral("ip-10-90-0-41.ap-northeast-1.compute.internal");
        const QString other = QStringLiteral("ip-10-90-0-46.ap-northeast-1.compute.internal");
        const auto cut = [&](const QString &text, qreal room) { return elided(text, metrics, Qt::ElideMiddle, room); };
        const qreal whole = metrics.horizontalAdvance(one);
        QCOMPARE(cut(one, whole + 1), one);
        for (qreal room = whole - 1; room > metrics.horizontalAdvance(one.left(15)); room -= 3) {
            QVERIFY2(cut(one, room).startsWith(QStringLiteral("ip-10-90-0-41…")), qPrintable(cut(one, room)));
            QVERIFY(cut(one, room) != cut(other, room));
            QVERIFY(metrics.horizontalAdvance(cut(one, room)) <= room + 1);
        }
        // Without a dot, or with no room for what stands before it: both ends.
        QCOMPARE(cut(one, 60), metrics.elidedText(one, Qt::ElideMiddle, 60));
        const QString pod = QStringLiteral("frontend-us-west-2-864689db46-xpfn9");
        QCOMPARE(cut(pod, 100), metrics.elidedText(pod, Qt::ElideMiddle, 100));
        QCOMPARE(elided(one, metrics, Qt::ElideRight, 100), metrics.elidedText(one, Qt::ElideRight, 100));
    }

    void manyTextsPushOutThoseNotPaintedForLong()
    {
        const Theme theme(Theme::Kind::Light);
        GlyphTexts texts;
        int total = 0;
        for (int i = 0; i < 5000; ++i)
            total += texts.width(theme, TextStyle::Small, QStringLiteral("site %1").arg(i % 1500));
        int expected = 0;
        for (int i = 0; i < 5000; ++i)
            expected += textWidth(theme, TextStyle::Small, QStringLiteral("site %1").arg(i % 1500));
        QCOMPARE(total, expected);
    }

    void keptCellsAreOfTheThemeThatIs()
    {
        CellPainter cells;
        CellContent down;
        down.symbol = StateShape::Down;
        down.text = QStringLiteral("Down");
        CellContent meter;
        meter.meter = MeterLevel{.value = 0.95, .mark = {}};
        const auto look = [&](const CellContent &content, Theme::Kind kind) {
            const Theme theme(kind);
            return painted(1, [&](QPainter &painter) { cells.paint(painter, QRect(0, 0, 200, 27), content, theme); });
        };
        for (const CellContent &content : {down, meter}) {
            const QImage dark = look(content, Theme::Kind::Dark);
            QVERIFY(dark != look(content, Theme::Kind::LightContrast));
            QVERIFY(dark == look(content, Theme::Kind::Dark));
        }
    }
};

QTEST_MAIN(TestGlyphTexts)
#include "tst_glyphtexts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/stateshape.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>

using namespace graticule;

namespace {

QString sourceRoot()
{
    return QFile::decodeName(qgetenv("GRATICULE_SOURCE"));
}

QImage draw(StateShape shape, int size, const Theme &theme)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStateShape(painter, image.rect(), shape, theme);
    return image;
}

/// The picture without its colour: '#' where something is drawn, '.' elsewhere.
QStringList mask(const QImage &image)
{
    QStringList rows;
    for (int y = 0; y < image.height(); ++y) {
        QString row;
        for (int x = 0; x < image.width(); ++x)
            row += qAlpha(image.pixel(x, y)) > 127 ? u'#' : u'.';
        rows << row;
    }
    return rows;
}

/// WCAG's relative luminance and contrast, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void bothThemesHaveTheirOwnColours()
    {
        QCOMPARE(Theme(Theme::Kind::Dark).colour(Colour::Accent).name(), QStringLiteral("#63a4ff"));
        QCOMPARE(Theme(Theme::Kind::Light).colour(Colour::Accent).name(), QStringLiteral("#1d62c8"));
        QCOMPARE(Theme(Theme::Kind::Light).heat(99), Theme(Theme::Kind::Light).colour(Colour::Heat5));
        QCOMPARE(Theme(Theme::Kind::Dark).name(), QStringLiteral("dark"));
    }

    void fontsHaveSizesInPixelsAndDigitsOfOneWidth()
    {
        const Theme theme;
        QCOMPARE(theme.font(TextStyle::Kpi).pixelSize(), 24);
        QCOMPARE(theme.lineHeight(TextStyle::Kpi), 28);
        QCOMPARE(theme.font(TextStyle::Body).families().join(u','), QStringLiteral("Roboto,Noto Sans,DejaVu Sans"));
        QCOMPARE(theme.font(TextStyle::Mono).families().first(), QStringLiteral("JetBrains Mono"));
        const QFontMetricsF metrics(theme.font(TextStyle::Body));
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("1111")), metrics.horizontalAdvance(QStringLiteral("0000")));
    }

    void textCanBeReadOnEverySurface()
    {
        for (const Theme &theme : {Theme(Theme::Kind::Dark), Theme(Theme::Kind::Light),
                                   Theme(Theme::Kind::DarkContrast), Theme(Theme::Kind::LightContrast)}) {
            for (const Colour ground : {Colour::Window, Colour::Chrome, Colour::Surface, Colour::Raised}) {
                for (const Colour text : {Colour::Text, Colour::Text2, Colour::Text3, Colour::AccentText,
                                          Colour::CriticalText, Colour::HighText, Colour::MediumText}) {
                    const double ratio = contrast(theme.colour(text), theme.colour(ground));
                    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1: text %2 on %3 has %4:1")
                                                          .arg(theme.name())
                                                          .arg(int(text))
                                                          .arg(int(ground))
                                                          .arg(ratio)));
                }
            }
        }
    }

    void highContrastHasStrongLinesAndNoTints()
    {
        for (const bool isDark : {true, false}) {
            const Theme usual(Theme::kindOf(isDark, false));
            const Theme strong(Theme::kindOf(isDark, true));
            QCOMPARE(strong.name(), usual.name() + QStringLiteral("-contrast"));
            QCOMPARE(strong.colour(Colour::Line), usual.colour(Colour::Text3));
            QCOMPARE(strong.colour(Colour::HighTint), usual.colour(Colour::Surface));
            QCOMPARE(strong.colour(Colour::Critical), usual.colour(Colour::Critical));
            for (const Colour ground : {Colour::Window, Colour::Chrome, Colour::Surface, Colour::Raised}) {
                QVERIFY(contrast(strong.colour(Colour::Line), strong.colour(ground)) >= 3);
                QVERIFY(contrast(strong.colour(Colour::Text3), strong.colour(ground)) >= 7);
            }
            QVERIFY(strong.styleSheet().contains(strong.colour(Colour::Line).name()));
        }
    }

    void switchingDressesTheApplicationOnce()
    {
        ThemeSwitch themes(*qApp, Theme::Kind::Dark);
        QCOMPARE(qApp->palette().color(QPalette::Window).name(), QStringLiteral("#0f1317"));
        QVERIFY(qApp->styleSheet().contains(QStringLiteral("#e6ebf0")));

        QSignalSpy changed(&themes, &ThemeSwitch::themeChanged);
        themes.use(Theme::Kind::Dark); // already
        QCOMPARE(changed.size(), 0);
        themes.toggle();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(themes.theme().name(), QStringLiteral("light"));
        QCOMPARE(qApp->palette().color(QPalette::Window).name(), QStringLiteral("#e9edf0"));
        QVERIFY(!qApp->styleSheet().contains(QStringLiteral("{{")));

        themes.use(Theme::Kind::LightContrast);
        themes.toggle(); // the contrast stays
        QCOMPARE(themes.theme().name(), QStringLiteral("dark-contrast"));
        themes.use(Theme::Kind::DarkContrast, Theme::Density::Comfortable);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(themes.theme().rowHeight(), 36);
    }

    void statesDifferByShapeNotOnlyByColour()
    {
        const Theme theme;
        const QList<StateShape> together{StateShape::Unknown,
                                         StateShape::Healthy,
                                         StateShape::Degraded,
                                         StateShape::Down,
                                         StateShape::Unreachable,
                                         StateShape::Maintenance,
                                         StateShape::Slow,
                                         StateShape::Stale,
                                         StateShape::Refused,
                                         StateShape::Paused,
                                         StateShape::NeverAsked,
                                         StateShape::Connecting,
                                         StateShape::StaleDegraded,
                                         StateShape::StaleDown,
                                         StateShape::StaleUnreachable,
                                         StateShape::StaleMaintenance,
                                         StateShape::Pass,
                                         StateShape::Warn};
        QSet<QStringList> seen;
        for (const StateShape shape : together) {
            const QStringList rows = mask(draw(shape, 16, theme));
            QVERIFY2(rows.join(QString()).contains(u'#'), qPrintable(QString::number(int(shape))));
            seen.insert(rows);
        }
        // Degraded and Warn share the triangle; the mark inside Warn is drawn in another colour.
        QCOMPARE(seen.size(), together.size() - 1);
    }

    void anUnknownValueIsDrawnAsUnknown()
    {
        const Theme theme;
        QCOMPARE(draw(static_cast<StateShape>(4711), 16, theme), draw(StateShape::Unknown, 16, theme));
        QCOMPARE(draw(static_cast<StateShape>(-1), 16, theme), draw(StateShape::Unknown, 16, theme));
    }

    void squaresAreCrispAtTheSizesOfTablesAndRows()
    {
        for (const int size : {14, 16}) {
            const QImage image = draw(StateShape::Down, size, Theme());
            for (int x = 0; x < size; ++x) { // along the middle of the left and right edge: drawn or not, never half
                const int alpha = qAlpha(image.pixel(x, size / 4));
                QVERIFY2(alpha == 0 || alpha == 255, qPrintable(QStringLiteral("%1 at %2").arg(alpha).arg(x)));
            }
        }
    }

    void aStaleSiteKeepsItsLastShapeHollow()
    {
        QCOMPARE(staleForm(StateShape::Down), StateShape::StaleDown);
        QCOMPARE(staleForm(StateShape::Unknown), StateShape::Unknown);
        QCOMPARE(qAlpha(draw(StateShape::Degraded, 16, Theme()).pixel(8, 10)), 255);
        QCOMPARE(qAlpha(draw(StateShape::StaleDegraded, 16, Theme()).pixel(8, 10)), 0);
    }

    void shapePixmapsKnowTheirPixelRatio()
    {
        const QPixmap pixmap = stateShapePixmap(StateShape::Down, 14, 1.5, Theme());
        QCOMPARE(pixmap.size(), QSize(21, 21));
        QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(14, 14));
    }

    void everyIconDraws()
    {
        const Theme theme;
        int icons = 0;
        for (QDirIterator it(QStringLiteral(":/graticule/icons")); it.hasNext(); ++icons) {
            const QImage image = iconPixmap(QFileInfo(it.next()).baseName(), 18, 1, theme).toImage();
            QVERIFY2(mask(image).join(QString()).contains(u'#'), qPrintable(it.filePath()));
        }
        QVERIFY(icons > 40);
        QTest::ignoreMessage(QtWarningMsg, "there is no icon named unicorn");
        QVERIFY(!iconPixmap(QStringLiteral("unicorn"), 18, 1, theme).isNull());
    }

    void iconsTakeTheColourOfTheirMode()
    {
        const Theme theme;
        const QIcon icon = themedIcon(QStringLiteral("minus"), theme, Colour::Text);
        const auto ink = [&](QIcon::Mode mode) {
            return icon.pixmap(QSize(24, 24), 4, mode).toImage().pixelColor(48, 48).name();
        };
        QCOMPARE(ink(QIcon::Normal), theme.colour(Colour::Text).name());
        QCOMPARE(ink(QIcon::Disabled), theme.colour(Colour::TextDisabled).name());
        QCOMPARE(ink(QIcon::Selected), theme.colour(Colour::AccentText).name());
    }

    void iconsKeepTheirShapeInWhatIsNotSquare()
    {
        const QIcon icon = themedIcon(QStringLiteral("globe"), Theme(), Colour::Text);
        QImage tall(16, 40, QImage::Format_ARGB32_Premultiplied);
        tall.fill(Qt::transparent);
        QPainter painter(&tall);
        icon.paint(&painter, tall.rect());
        painter.end();
        const QStringList rows = mask(tall);
        QVERIFY(!rows.first(12).join(QString()).contains(u'#'));
        QVERIFY(rows.mid(12, 16).join(QString()).contains(u'#'));
        QVERIFY(!rows.mid(28).join(QString()).contains(u'#'));
    }

    void coloursAreWrittenDownInOnePlaceOnly()
    {
        static const QRegularExpression literal(
            QStringLiteral("\"#[0-9a-fA-F]{3,8}\"|QColor(::fromRgb)?\\(\\s*(0x|[0-9])|qRgba?\\(\\s*(0x|[0-9])|"
                           "Qt::(black|white|red|green|blue|gray|darkGray|lightGray|yellow|cyan|magenta)\\b"));
        QStringList found;
        for (const char *room : {"widgets", "ui", "models", "app"}) {
            QDirIterator it(sourceRoot() + u'/' + QLatin1String(room), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto hit = literal.globalMatch(text); hit.hasNext();)
                    found << it.fileName() + QStringLiteral(": ") + hit.next().captured();
            }
        }
        QCOMPARE(found.join(u'\n'), QString());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

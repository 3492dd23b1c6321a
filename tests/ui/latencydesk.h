// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/windowfixture.h"
#include "ui/latency/latencypage.h"
#include "ui/latency/linkfigure.h"
#include "ui/latency/linkpanel.h"
#include "ui/latency/matrixpanel.h"
#include "ui/site/statemark.h"
#include "widgets/basic/label.h"
#include "widgets/heatmap/heatmap.h"

#include <QTest>

namespace graticule::testing {

inline constexpr const char *kLinkedFleet = R"(
connection mesh
site iad1 region="North America" city=Ashburn country=US at=39,-77 via=mesh
site fra1 region=Europe city=Frankfurt country=DE at=50,8 via=mesh
site lhr1 region=Europe city=London country=GB at=51,0 via=mesh
site sin1 region=Asia city=Singapore country=SG at=1,103 via=mesh
site lone region=Asia city=Osaka country=JP at=34,135 via=mesh
link fra1->lhr1 rtt=12 limit=30
link lhr1->fra1 rtt=12 limit=30
link fra1->iad1 rtt=90 limit=100
link iad1->fra1 rtt=91 limit=100
link sin1->fra1 rtt=160 limit=200
link fra1->sin1 condition=down loss=1
)";

inline LinkWindow window(const char *link, double p50, double p95, double usual, double loss = 0)
{
    LinkWindow result;
    result.link = EntityId(link);
    result.count = 300;
    result.p50 = p50;
    result.p95 = p95;
    result.p99 = p95 + 3;
    result.jitter = 1.5;
    result.loss = loss;
    result.usual = LinkUsual{7, {usual, 1}, {usual + 5, 1}, {usual + 6, 1}, {0, 0}};
    return result;
}

inline QString plainText(QString text)
{
    return text.replace(QChar(0x202f), u' ');
}

/// The page Latency of a window.
struct LatencyDesk
{
    explicit LatencyDesk(const char *fleet = kLinkedFleet)
        : f(QString::fromUtf8(fleet), {1600, 1000})
    {
        f.commands.linkFigures = {window("link/fra1->lhr1", 12, 14, 12), window("link/lhr1->fra1", 31, 33, 12, 0.02),
                                  window("link/fra1->iad1", 120, 130, 90), window("link/iad1->fra1", 91, 95, 90)};
        f.window->showPage(QStringLiteral("latency"));
        page = f.window->findChild<LatencyPage *>();
        map = page->findChild<HeatMap *>();
        settle();
        second();
    }
    /// Time for questions, and for their answers.
    void second()
    {
        f.clock.advance(std::chrono::seconds(1));
        f.settle();
        settle();
    }
    /// What is worked out beside the window comes.
    void settle()
    {
        const auto *panel = page->findChild<MatrixPanel *>();
        QVERIFY(QTest::qWaitFor([panel] { return !panel->isBusy(); }));
        f.settle();
    }
    /// Row by row: "-" itself, "." not measured, "~" stale, "x" no answer, "!" over its limit, "?" over what is usual.
    QString matrix() const
    {
        QStringList rows;
        const HeatMatrix &matrix = map->matrix();
        for (int row = 0; row < matrix.rows.count(); ++row) {
            QStringList cells{matrix.rows.names[row]};
            for (int column = 0; column < matrix.columns.count(); ++column) {
                const HeatCell &cell = matrix.at(row, column);
                static const char *const marks[] = {".", "", "?", "!", "~", "x", "-"};
                cells << (std::isnan(cell.value) ? QString() : QString::number(cell.value)) +
                             QLatin1String(marks[int(cell.kind)]);
            }
            rows << cells.join(u' ');
        }
        return rows.join(u'\n');
    }
    QString text(const char *name) const { return plainText(page->findChild<Label *>(QLatin1String(name))->text()); }
    QString figures() const
    {
        QStringList all;
        for (const LinkFigure *figure : page->findChildren<LinkFigure *>())
            all << plainText(figure->text());
        return all.join(QStringLiteral("; "));
    }
    /// What is said of the pair as a whole.
    QString mark() const { return page->findChild<LinkPanel *>()->findChild<StateMark *>()->accessibleName(); }
    void choose(const QString &row, const QString &column) const
    {
        map->setCurrent({int(map->matrix().columns.names.indexOf(column)), int(map->matrix().rows.names.indexOf(row))});
    }

    WindowFixture f;
    LatencyPage *page = nullptr;
    HeatMap *map = nullptr;
};

} // namespace graticule::testing

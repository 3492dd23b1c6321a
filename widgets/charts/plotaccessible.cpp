// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotaccessible.h"

#include "widgets/charts/timeplot.h"

#include <QAccessibleWidget>

namespace graticule {

namespace {

class PlotAccessible : public QAccessibleWidget
{
public:
    explicit PlotAccessible(TimePlot *plot)
        : QAccessibleWidget(plot, QAccessible::Chart)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const auto *plot = qobject_cast<const TimePlot *>(widget());
        if (!plot || (kind != QAccessible::Description && kind != QAccessible::Value))
            return QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value)
            return plot->cursor().time() ? plot->copyText() : QString();
        return plot->summary();
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *plot = qobject_cast<TimePlot *>(object);
    return plot ? new PlotAccessible(plot) : nullptr;
}

} // namespace

void installPlotAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timebaraccessible.h"

#include "widgets/timeline/timetrack.h"

#include <QAccessibleWidget>

namespace graticule {

namespace {

/// Its value is the instant in seconds: what a reader says is the text.
class TrackAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit TrackAccessible(TimeTrack *track)
        : QAccessibleWidget(track, QAccessible::Slider)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? track()->valueText() : QAccessibleWidget::text(kind);
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return double(track()->instant()) / 1000; }
    void setCurrentValue(const QVariant &value) override
    {
        Q_EMIT track()->instantAsked(qint64(value.toDouble() * 1000), true);
    }
    QVariant maximumValue() const override { return double(track()->data().now) / 1000; }
    QVariant minimumValue() const override { return double(track()->data().earliest) / 1000; }
    QVariant minimumStepSize() const override { return 10.0; }

private:
    TimeTrack *track() const { return qobject_cast<TimeTrack *>(widget()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *track = qobject_cast<TimeTrack *>(object);
    return track ? new TrackAccessible(track) : nullptr;
}

} // namespace

void installTimeBarAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace graticule

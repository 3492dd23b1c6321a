// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/gotopopup.h"

#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QTimeEdit>

namespace graticule {

GoToPopup::GoToPopup(const ThemeSwitch &themes, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_days(new DayPicker(themes, this))
    , m_time(new QTimeEdit(this))
    , m_month(new Label(themes, {.style = TextStyle::Heading, .alignment = Qt::AlignHCenter}, this))
{
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("Go to a day and time"));
    setObjectName(QStringLiteral("goTo"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space::m, tokens::space::m, tokens::space::m, tokens::space::m);
    layout->setSpacing(tokens::space::s);

    auto *head = new QHBoxLayout;
    const auto turn = [&](const char *icon, const QString &name, int by) {
        auto *button = new Button(themes, QString(), Button::Kind::Quiet, this);
        button->setIconName(QLatin1String(icon));
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QPushButton::clicked, this, [this, by] { m_days->setDay(m_days->day().addMonths(by)); });
        return button;
    };
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    head->addWidget(turn(isMirrored ? "chevron-right" : "chevron-left", tr("Month before"), -1));
    head->addWidget(m_month, 1);
    head->addWidget(turn(isMirrored ? "chevron-left" : "chevron-right", tr("Month after"), 1));
    layout->addLayout(head);
    layout->addWidget(m_days);

    auto *foot = new QHBoxLayout;
    m_time->setDisplayFormat(QStringLiteral("HH:mm:ss"));
    m_time->setAccessibleName(tr("Time of day, UTC"));
    m_time->setObjectName(QStringLiteral("time"));
    foot->addWidget(m_time);
    auto *utc = new Label(themes, {.colour = Colour::Text3}, this);
    utc->setText(QStringLiteral("UTC"));
    foot->addWidget(utc, 1);
    auto *go = new Button(themes, tr("Go"), Button::Kind::Primary, this);
    go->setObjectName(QStringLiteral("go"));
    go->setKeyHint(Qt::Key_Return);
    foot->addWidget(go);
    layout->addLayout(foot);

    connect(go, &QPushButton::clicked, this, &GoToPopup::choose);
    connect(m_days, &DayPicker::dayActivated, this, &GoToPopup::choose);
    connect(m_days, &DayPicker::monthShown, this, &GoToPopup::showMonth);
    showMonth();
}

void GoToPopup::showMonth()
{
    m_month->setText(QLocale().toString(m_days->month(), QStringLiteral("MMMM yyyy")));
}

void GoToPopup::setLimits(qint64 earliest, qint64 now)
{
    m_earliest = earliest;
    m_now = now;
    const auto day = [](qint64 time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date(); };
    const QSignalBlocker quiet(m_days);
    m_days->setLimits(day(earliest), day(now));
    showMonth();
}

void GoToPopup::setInstant(qint64 instant)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC);
    const QSignalBlocker quiet(m_days);
    m_days->setDay(when.date());
    showMonth();
    m_time->setTime(when.time());
}

qint64 GoToPopup::instant() const
{
    const qint64 wanted = QDateTime(m_days->day(), m_time->time(), Qt::UTC).toMSecsSinceEpoch();
    return std::clamp(wanted, m_earliest, std::max(m_earliest, m_now));
}

void GoToPopup::popUp(const QWidget &anchor)
{
    adjustSize();
    const QRect window(anchor.window()->mapToGlobal(QPoint()), anchor.window()->size());
    QPoint corner = anchor.mapToGlobal(QPoint(anchor.width() - width(), -height() - tokens::space::xs));
    corner.setX(std::clamp(corner.x(), window.left(), std::max(window.left(), window.right() - width())));
    corner.setY(std::max(corner.y(), anchor.screen()->availableGeometry().top()));
    move(corner);
    show();
    m_days->setFocus();
}

void GoToPopup::choose()
{
    hide();
    Q_EMIT instantChosen(instant());
}

void GoToPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose();
    QFrame::keyPressEvent(event); // Esc closes
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timebar.h"

#include "widgets/basic/button.h"
#include "widgets/charts/chartaxis.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"
#include "widgets/timeline/gotopopup.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kModeBlock = tokens::size::navRail;
constexpr int kPlayWithin = 60'000; ///< ms for a whole span
constexpr int kFrame = 100;
constexpr int kCalmFrame = 1000;

} // namespace

TimeBar::TimeBar(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_track(new TimeTrack(themes, this))
    , m_before(addButton("incidentBefore", tr("Incident before"), "step-back", Qt::Key_BracketLeft, true))
    , m_play(addButton("play", tr("Play"), "play", {}, true))
    , m_after(addButton("incidentAfter", tr("Incident after"), "step-forward", Qt::Key_BracketRight, true))
    , m_goTo(addButton("goToButton", tr("Go to a day and time"), "calendar", {}, false))
    , m_live(new Button(themes, tr("Live"), Button::Kind::Primary, this))
{
    setObjectName(QStringLiteral("timeBar"));
    setAccessibleName(tr("Time bar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(tokens::size::timeBar);
    m_goTo->setText(tr("Go to…"));
    m_live->setObjectName(QStringLiteral("live"));
    m_live->setAccessibleName(tr("Back to live"));
    m_live->setKeyHint(Qt::Key_L);
    connect(m_track, &TimeTrack::instantAsked, this, [this](qint64 instant, bool isSettled) {
        setPlaying(false); // a hand on the bar stops it
        Q_EMIT instantAsked(instant, isSettled);
    });
    connect(m_track, &TimeTrack::liveAsked, this, [this] {
        setPlaying(false);
        Q_EMIT liveAsked();
    });
    connect(m_track, &TimeTrack::spanChanged, this, qOverload<>(&QWidget::update));
    connect(m_before, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_play, &QPushButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(m_goTo, &QPushButton::clicked, this, &TimeBar::goTo);
    connect(m_live, &QPushButton::clicked, this, [this] {
        setPlaying(false);
        Q_EMIT liveAsked();
    });
    connect(&m_player, &QTimer::timeout, this, &TimeBar::playOn);
    followMode();
}

TimeBar::~TimeBar() = default;

Button *TimeBar::addButton(const char *name, const QString &words, const char *icon, const QKeySequence &key,
                           bool isQuiet)
{
    auto *button = new Button(themes(), QString(), isQuiet ? Button::Kind::Quiet : Button::Kind::Default, this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setIconName(QLatin1String(icon));
    if (!key.isEmpty())
        button->setKeyHint(key);
    return button;
}

void TimeBar::setMode(TimeMode mode, qint64 instant)
{
    m_track->setMode(mode, instant);
    followMode();
}

void TimeBar::setReplay()
{
    m_isReplay = true;
    followMode();
}

void TimeBar::followMode()
{
    const bool isLive = mode() == TimeMode::Live;
    m_live->setVisible(!isLive && !m_isReplay);
    if (isLive && isPlaying())
        setPlaying(false);
    update();
}

void TimeBar::setModeText(const QString &text)
{
    m_modeText = text;
    setAccessibleDescription(text);
    update(QRect(isRightToLeft() ? width() - kModeBlock : 0, 0, kModeBlock, height()));
}

void TimeBar::setCountText(const QString &text)
{
    m_countText = text;
    update();
}

void TimeBar::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (playing) {
        if (mode() == TimeMode::Live)
            Q_EMIT instantAsked(std::max(m_track->range().begin, m_track->data().earliest), true);
        m_played.start();
        m_player.start(m_isReducedMotion ? kCalmFrame : kFrame);
    } else {
        m_player.stop();
    }
    const QString words = playing ? tr("Pause") : tr("Play");
    m_play->setIconName(playing ? QStringLiteral("pause") : QStringLiteral("play"));
    m_play->setAccessibleName(words);
    m_play->setToolTip(words);
    Q_EMIT playingChanged(playing);
}

void TimeBar::setSpeed(double speed)
{
    m_speed = std::clamp(speed, 0.25, 16.0);
    update();
}

void TimeBar::playOn()
{
    const qint64 passed = m_played.restart();
    if (mode() == TimeMode::Live)
        return; // what was asked for is not there yet
    const qint64 next = m_track->instant() + qint64(double(passed) * m_speed * double(m_track->span()) / kPlayWithin);
    if (next < m_track->data().now)
        return Q_EMIT instantAsked(next, false);
    setPlaying(false);
    Q_EMIT liveAsked();
}

void TimeBar::step(int direction)
{
    setPlaying(false);
    if (const auto incident = m_track->incident(direction))
        Q_EMIT instantAsked(*incident, true);
    else if (direction < 0 || mode() != TimeMode::Live)
        Q_EMIT incidentAsked(direction);
}

GoToPopup &TimeBar::goToPopup()
{
    if (!m_popup) {
        m_popup = new GoToPopup(themes(), this);
        connect(m_popup, &GoToPopup::instantChosen, this, [this](qint64 instant) {
            setPlaying(false);
            Q_EMIT instantAsked(instant, true);
        });
        connect(&m_popup->days(), &DayPicker::monthShown, this, &TimeBar::monthShown);
    }
    return *m_popup;
}

void TimeBar::goTo()
{
    GoToPopup &popup = goToPopup();
    popup.setLimits(m_track->data().earliest, m_track->data().now);
    popup.setInstant(m_track->instant());
    Q_EMIT monthShown(popup.days().month());
    popup.popUp(*m_goTo);
}

void TimeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        arrange();
    ThemedWidget::changeEvent(event);
}

void TimeBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void TimeBar::arrange()
{
    // The place of "Live" stays free while it is not there: the track must not jump.
    LineLayout line(rect().adjusted(0, 10, -tokens::space::l, -26), layoutDirection());
    if (isRightToLeft())
        line = LineLayout(rect().adjusted(tokens::space::l, 10, 0, -26), layoutDirection());
    line.takeLeading(kModeBlock);
    QRect all;
    for (Button *button : {m_live, m_goTo, m_after, m_play, m_before}) {
        button->setGeometry(line.takeTrailing(button->sizeHint().width(), tokens::space::xs));
        all |= button->geometry();
    }
    m_controls = all;
    const QRect rest = line.rest();
    m_track->setGeometry(QRect(rest.left(), 1, rest.width(), height() - 1));
    update();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    const TimeMode now = mode();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Colour ground = now == TimeMode::Past     ? Colour::PastChrome
                          : now == TimeMode::WhatIf ? Colour::WhatifChrome
                                                    : Colour::Chrome;
    painter.fillRect(rect(), theme().colour(ground));
    painter.fillRect(QRect(0, 0, width(), 1), theme().colour(Colour::Line));

    const QRect block(isRightToLeft() ? width() - kModeBlock : 0, 0, kModeBlock, height());
    const QRect inner = block.adjusted(tokens::space::l, 0, -tokens::space::s, 0);
    LineLayout top(QRect(inner.left(), 12, inner.width(), 20), layoutDirection());
    const Colour ink = now == TimeMode::Past     ? Colour::PastText
                       : now == TimeMode::WhatIf ? Colour::WhatifText
                                                 : Colour::Text;
    const QRect mark = top.takeLeading(now == TimeMode::Live ? 10 : 16, tokens::space::s);
    if (now == TimeMode::Live) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().colour(ink));
        painter.drawEllipse(QRectF(mark).center(), 4, 4);
    } else {
        paintIcon(painter, mark, now == TimeMode::Past ? QStringLiteral("history") : QStringLiteral("flask-conical"),
                  16, theme(), ink);
    }
    const QString name = now == TimeMode::Live   ? tr("LIVE", "the mode of the window")
                         : now == TimeMode::Past ? tr("PAST", "the mode of the window")
                                                 : tr("WHAT-IF", "the mode of the window");
    m_texts.paint(painter, top.rest(), name, {.style = TextStyle::BodyStrong, .colour = ink}, theme());
    m_texts.paint(painter, QRect(inner.left(), 34, inner.width(), 16), m_modeText,
                  {.style = TextStyle::Small, .colour = now == TimeMode::Live ? Colour::Text3 : Colour::Text2},
                  theme());

    const qint64 hours = m_track->span() / 3'600'000;
    const bool isLast = m_track->range().end >= m_track->data().now && !m_isReplay; // not of some day long ago
    const QString span =
        isLast ? hours <= 48 ? tr("Last %n hours", nullptr, int(hours)) : tr("Last %n days", nullptr, int(hours / 24))
        : hours <= 48 ? tr("%n hours", "a stretch of time in the past", int(hours))
                      : tr("%n days", "a stretch of time in the past", int(hours / 24));
    QString words =
        m_countText.isEmpty() ? span : tr("%1 · %2", "the span of time, and what it counts").arg(span, m_countText);
    if (isPlaying() || m_speed != 1)
        words = tr("Speed %1 ×").arg(locale().toString(m_speed));
    m_texts.paint(painter, QRect(m_controls.left(), 42, m_controls.width(), 16), words,
                  {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = Qt::AlignRight}, theme());
}

void TimeBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_BracketLeft:
        return step(-1);
    case Qt::Key_BracketRight:
        return step(1);
    case Qt::Key_Space:
        return setPlaying(!isPlaying());
    case Qt::Key_L:
        if (mode() == TimeMode::Live)
            return;
        setPlaying(false);
        return Q_EMIT liveAsked();
    case Qt::Key_G:
        return goTo();
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace graticule

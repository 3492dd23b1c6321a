// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kPace = 50; // ms from what came to when it is seen
constexpr int kSide = 8;
constexpr int kBarAt = 2;
constexpr int kBar = 3;

} // namespace

LogView::LogView(const ThemeSwitch &themes, LogList &lines, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_themes(themes)
    , m_lines(lines)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    viewport()->setCursor(Qt::IBeamCursor);
    m_layOut.setSingleShot(true);
    m_layOut.setInterval(kPace);
    connect(&m_layOut, &QTimer::timeout, this, &LogView::layOut);
    connect(&lines, &LogList::changed, this, &LogView::layOutLater);
    connect(&themes, &ThemeSwitch::themeChanged, this, &LogView::layOutLater);
}

void LogView::layOutLater()
{
    if (!m_layOut.isActive())
        m_layOut.start();
}

/// Of one character; not a whole number of pixels.
qreal LogView::advance() const
{
    const QFontMetricsF metrics(m_themes.theme().font(TextStyle::Mono));
    return std::max(1.0, metrics.horizontalAdvance(QString(100, QLatin1Char('0'))) / 100);
}

int LogView::columns() const
{
    return std::max(8, int((viewport()->width() - 2 * kSide) / advance()));
}

int LogView::rowsOf(qsizetype index) const
{
    const qsizetype length = m_lines.textOf(index, m_times).size();
    return std::max(1, int((length + columns() - 1) / columns()));
}

/// How many rows there are, and where the scroll bars stand.
void LogView::layOut()
{
    const int height = std::max(1, m_themes.theme().lineHeight(TextStyle::Mono));
    const int visible = std::max(1, viewport()->height() / height);
    m_ends.clear();
    if (m_wrapped) {
        m_ends.reserve(m_lines.size());
        int rows = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            m_ends.append(rows += rowsOf(i));
    } else {
        m_longest = 0;
        for (qsizetype i = std::max<qsizetype>(0, m_lines.size() - 2000); i < m_lines.size(); ++i)
            m_longest = std::max(m_longest, int(m_lines.at(i).text.size()) + 60);
    }
    const int all = m_wrapped ? (m_ends.isEmpty() ? 0 : m_ends.last()) : int(m_lines.size());
    m_isMoving = true;
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setRange(0, std::max(0, all - visible));
    horizontalScrollBar()->setPageStep(columns());
    horizontalScrollBar()->setRange(0, m_wrapped ? 0 : std::max(0, m_longest - columns()));
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else { // what is read stays where it is, whatever comes or goes
        const qsizetype index = m_lines.indexOf(m_top);
        verticalScrollBar()->setValue(m_wrapped ? (index > 0 ? m_ends.value(index - 1) : 0) : int(index));
    }
    m_isMoving = false;
    setAccessibleDescription(tr("%n lines", nullptr, int(m_lines.size())));
    viewport()->update();
}

void LogView::setFollowing(bool on)
{
    if (on)
        m_layOut.start(0);
    else
        m_top = m_lines.size() > 0 ? m_lines.numberOf(std::min(topRow(), m_lines.size() - 1)) : 0;
    if (std::exchange(m_following, on) != on)
        Q_EMIT followingChanged(on);
}

void LogView::setWrapped(bool on)
{
    m_wrapped = on;
    layOut();
}

void LogView::setTimes(bool on)
{
    m_times = on;
    layOut();
}

void LogView::setSought(const QString &text)
{
    m_sought = text;
    viewport()->update();
}

/// The line in the first row that is seen.
qsizetype LogView::topRow() const
{
    return rowOf(0);
}

qsizetype LogView::rowOf(int y) const
{
    const int row = verticalScrollBar()->value() + y / std::max(1, m_themes.theme().lineHeight(TextStyle::Mono));
    if (!m_wrapped)
        return row;
    return std::upper_bound(m_ends.cbegin(), m_ends.cend(), row) - m_ends.cbegin();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isMoving)
        return;
    const bool isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (m_lines.size() > 0)
        m_top = m_lines.numberOf(std::min(topRow(), m_lines.size() - 1));
    if (std::exchange(m_following, isAtEnd) != isAtEnd)
        Q_EMIT followingChanged(isAtEnd);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOutLater();
}

void LogView::paintLine(QPainter &painter, const QRect &box, qsizetype index) const
{
    const Theme &theme = m_themes.theme();
    const LogList::Line &line = m_lines.at(index);
    const quint64 number = m_lines.numberOf(index);
    if (m_hasChoice && number >= std::min(m_anchor, m_chosen) && number <= std::max(m_anchor, m_chosen))
        painter.fillRect(box, theme.colour(Colour::Selected));
    if (line.channel == LogChannel::Err) // not by its colour alone
        painter.fillRect(kBarAt, box.top(), kBar, box.height(), theme.colour(Colour::MediumText));
    const QFontMetrics metrics(theme.font(TextStyle::Mono));
    const qreal advance = this->advance();
    const int height = theme.lineHeight(TextStyle::Mono);
    const QString text = m_lines.textOf(index, m_times);
    const int from = m_wrapped ? 0 : horizontalScrollBar()->value();
    const int width = columns() + (m_wrapped ? 0 : 1);
    painter.setPen(theme.colour(line.isNote                       ? Colour::Text3
                                : line.channel == LogChannel::Err ? Colour::MediumText
                                                                  : Colour::Text));
    for (int row = 0, at = from; row == 0 || (m_wrapped && at < text.size()); ++row, at += width) {
        const int y = box.top() + row * height;
        const QString piece = text.mid(at, width);
        for (qsizetype hit = m_sought.isEmpty() ? -1 : piece.indexOf(m_sought, 0, Qt::CaseInsensitive); hit >= 0;
             hit = piece.indexOf(m_sought, hit + m_sought.size(), Qt::CaseInsensitive)) {
            painter.fillRect(QRectF(kSide + qreal(hit) * advance, y, qreal(m_sought.size()) * advance, height),
                             theme.colour(Colour::AccentTint));
            painter.fillRect(QRectF(kSide + qreal(hit) * advance, y + height - 1, qreal(m_sought.size()) * advance, 1),
                             theme.colour(Colour::Accent));
        }
        painter.drawText(kSide, y + metrics.ascent() + (height - metrics.height()) / 2, piece);
    }
}

void LogView::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight); // logs are, whatever the language of the window
    painter.fillRect(viewport()->rect(), theme.colour(Colour::Sunken));
    painter.setFont(theme.font(TextStyle::Mono));
    const int height = std::max(1, theme.lineHeight(TextStyle::Mono));
    qsizetype index = topRow();
    int y = 0;
    if (m_wrapped && index < m_ends.size()) // a line may begin above
        y = ((index > 0 ? m_ends[index - 1] : 0) - verticalScrollBar()->value()) * height;
    for (; index < m_lines.size() && y < viewport()->height(); ++index) {
        const int rows = m_wrapped ? rowsOf(index) : 1;
        paintLine(painter, {0, y, viewport()->width(), rows * height}, index);
        y += rows * height;
    }
    if (hasFocus()) {
        painter.setPen(theme.colour(Colour::Focus));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

int LogView::chosenIndex() const
{
    return m_hasChoice ? int(std::min(m_lines.indexOf(m_chosen), m_lines.size() - 1)) : -1;
}

void LogView::choose(qsizetype index, bool extend)
{
    if (m_lines.size() == 0)
        return;
    index = std::clamp<qsizetype>(index, 0, m_lines.size() - 1);
    m_chosen = m_lines.numberOf(index);
    if (!extend || !m_hasChoice)
        m_anchor = m_chosen;
    m_hasChoice = true;
    const int row = m_wrapped ? (index > 0 ? m_ends.value(index - 1) : 0) : int(index);
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value())
        bar->setValue(row);
    else if (row >= bar->value() + bar->pageStep())
        bar->setValue(row - bar->pageStep() + 1);
    setAccessibleDescription(m_lines.textOf(index, m_times));
    viewport()->update();
}

bool LogView::goToSought(bool forward)
{
    if (m_sought.isEmpty() || m_lines.size() == 0)
        return false;
    const qsizetype count = m_lines.size();
    const qsizetype begin = m_hasChoice ? chosenIndex() : (forward ? -1 : count);
    for (qsizetype i = 1; i <= count; ++i) {
        const qsizetype index = ((begin + (forward ? i : -i)) % count + count) % count;
        if (m_lines.at(index).text.contains(m_sought, Qt::CaseInsensitive)) {
            setFollowing(false);
            choose(index, false);
            return true;
        }
    }
    return false;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype at = m_hasChoice ? chosenIndex() : topRow();
    const int page = verticalScrollBar()->pageStep();
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copyText());
    } else if (event->matches(QKeySequence::SelectAll) && m_lines.size() > 0) {
        m_anchor = m_lines.numberOf(0);
        m_chosen = m_lines.numberOf(m_lines.size() - 1);
        m_hasChoice = true;
        viewport()->update();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        choose(at + (event->key() == Qt::Key_Up ? -1 : 1), extend);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        choose(at + (event->key() == Qt::Key_PageUp ? -page : page), extend);
    } else if (event->key() == Qt::Key_Home) {
        choose(0, extend);
    } else if (event->key() == Qt::Key_End) {
        choose(m_lines.size() - 1, extend);
        setFollowing(true);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(rowOf(event->pos().y()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(rowOf(event->pos().y()), true);
}

QString LogView::copyText() const
{
    QStringList texts;
    const bool isAll = !m_hasChoice;
    const qsizetype from = isAll ? 0 : m_lines.indexOf(std::min(m_anchor, m_chosen));
    const qsizetype to = isAll ? m_lines.size() : m_lines.indexOf(std::max(m_anchor, m_chosen) + 1);
    for (qsizetype i = from; i < to; ++i)
        texts << m_lines.textOf(i, m_times);
    return texts.join(QLatin1Char('\n'));
}

} // namespace graticule

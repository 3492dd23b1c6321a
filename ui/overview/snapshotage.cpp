// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/snapshotage.h"

#include "models/format.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kPadding = 10;
constexpr Milliseconds kOld{30'000};

} // namespace

SnapshotAge::SnapshotAge(const ThemeSwitch &themes, FleetStore &store, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_store(store)
{
    connect(&store, &FleetStore::ticked, this, &SnapshotAge::tell);
    connect(&store, &FleetStore::changed, this, &SnapshotAge::tell);
    connect(&store, &FleetStore::linkChanged, this, &SnapshotAge::tell);
    connect(&store, &FleetStore::unitsChanged, this, &SnapshotAge::tell);
    tell();
}

void SnapshotAge::tell()
{
    // A live stream proves the snapshot at every heartbeat, also when nothing changes.
    const bool isLive = m_store.link().state == KeeperLink::State::Live;
    const Instant heard = isLive ? m_store.link().lastHeard + m_store.link().clockOffset : m_store.snapshot()->at;
    const Instant at = std::max(heard, m_store.snapshot()->at);
    const format::Units &units = m_store.units();
    const auto time = [&](Instant when) { return units.localTime ? format::timeUtc(when, units) : format::time(when); };
    QString words = tr("No snapshot yet");
    bool isOld = false;
    if (m_store.isPast()) {
        words = tr("Snapshot %1 · as recorded").arg(time(m_store.now()));
    } else if (m_store.hasSnapshot()) {
        words = tr("Snapshot %1 · %2 ago").arg(time(at), format::age(at, m_store.now()));
        isOld = m_store.now() - at > kOld;
        if (isOld && m_store.now() - at > Milliseconds(86'400'000))
            words = tr("Snapshot %1 · %2 ago").arg(format::dateTime(at), format::age(at, m_store.now()));
    }
    if (words == m_words && isOld == m_isOld)
        return;
    const bool isResized = words.size() != m_words.size();
    m_words = words;
    m_isOld = isOld;
    setAccessibleName(words);
    if (isResized)
        Q_EMIT sizeChanged();
    update();
}

QSize SnapshotAge::sizeHint() const
{
    return {m_texts.width(theme(), TextStyle::Label, m_words) + 2 * kPadding, tokens::size::control};
}

void SnapshotAge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colour(Colour::Line));
    painter.setBrush(theme().colour(Colour::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::control,
                            tokens::radius::control);
    m_texts.paint(painter, rect(), m_words,
                  {.style = TextStyle::Label,
                   .colour = m_isOld ? Colour::MediumText : Colour::Text3,
                   .alignment = Qt::AlignHCenter},
                  theme());
}

} // namespace graticule

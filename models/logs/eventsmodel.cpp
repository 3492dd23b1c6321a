// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/eventsmodel.h"

#include "backend/domain/eventremark.h"
#include "backend/domain/logs.h"
#include "models/format.h"
#include "models/modelroles.h"
#include "models/sayingtext.h"
#include "models/statetext.h"

namespace graticule {

namespace {

/// A platform's own words as they stand; the keeper's in the window's language.
QString wordsOf(const FleetEvent &event, const QString &text)
{
    return shownLog(event.reason == QLatin1String(kEventsNotTold) ? SayingText::ofPhrase(text) : text);
}

} // namespace

void EventsModel::setEvents(const QList<FleetEvent> &events)
{
    m_events = events;
    choose();
}

void EventsModel::setWarningsOnly(bool only)
{
    m_warningsOnly = only;
    choose();
}

void EventsModel::choose()
{
    QList<FleetEvent> shown = m_events;
    if (m_warningsOnly)
        shown.removeIf([](const FleetEvent &event) { return event.kind != EventKind::Warning; });
    if (shown == m_shown)
        return; // what is chosen stays so
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString EventsModel::cell(const FleetEvent &event, int column)
{
    switch (column) {
    case At:
        return format::dateTime(event.at);
    case Kind:
        return event.kind == EventKind::Warning  ? tr("warning")
               : event.kind == EventKind::Normal ? tr("normal")
                                                 : tr("unknown");
    case Object:
        return wordsOf(event, event.object);
    case Reason:
        return shownLog(event.reason);
    case Count:
        return format::number(event.count);
    case Text:
        return wordsOf(event, event.text);
    default:
        return {};
    }
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const FleetEvent &event = m_shown[index.row()];
    if (role == Qt::DisplayRole)
        return cell(event, index.column());
    if (role == Qt::ToolTipRole) {
        return event.first == kNever ? cell(event, Text)
                                     : tr("%1\nfirst %2").arg(cell(event, Text), format::dateTimeUtc(event.first));
    }
    const bool isWarning = event.kind == EventKind::Warning;
    if (role == SymbolRole && index.column() == Kind && isWarning)
        return int(Symbol::Warn);
    if (role == EmphasisRole && index.column() == Kind)
        return int(isWarning ? Emphasis::Medium : Emphasis::Secondary);
    if (role == EmphasisRole && index.column() == At)
        return int(Emphasis::Secondary);
    if (role == NumericRole)
        return index.column() == Count;
    if (role == Qt::AccessibleTextRole)
        return QStringList{cell(event, At), cell(event, Kind), cell(event, Object), cell(event, Reason),
                           cell(event, Text)}
            .join(QStringLiteral(", "));
    return {};
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("Time (UTC)");
    case Kind:
        return tr("Kind");
    case Object:
        return tr("About");
    case Reason:
        return tr("Reason");
    case Count:
        return tr("Times");
    case Text:
        return tr("Words");
    default:
        return {};
    }
}

QString EventsModel::text() const
{
    QStringList lines;
    for (const FleetEvent &event : m_shown) {
        QStringList cells{toIso(event.at)};
        for (int column = Kind; column < ColumnCount; ++column)
            cells << cell(event, column);
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace graticule

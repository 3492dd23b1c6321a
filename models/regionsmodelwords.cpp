// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/regionsmodel.h"

#include "models/format.h"
#include "models/modelroles.h"

#include <algorithm>
#include <cmath>

// What the cells of a region say, and how they look.

namespace graticule {
namespace {

/// The resource that a column is about, if it is about one.
std::optional<Capacity::Resource> resourceOf(int column)
{
    switch (column) {
    case RegionsModel::CpuUsed:
        return Capacity::Cpu;
    case RegionsModel::MemoryUsed:
        return Capacity::Memory;
    case RegionsModel::StorageUsed:
        return Capacity::Storage;
    default:
        return {};
    }
}

bool isFigure(int column)
{
    return column == RegionsModel::Sites || column == RegionsModel::Median || column == RegionsModel::P95 ||
           column == RegionsModel::Change || column == RegionsModel::LinksOverLimit;
}

} // namespace

QVariant RegionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_items.size())
        return {};
    const Item &item = m_items[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(item, column);
    case Qt::ToolTipRole:
        return tooltip(item, column);
    case Qt::AccessibleTextRole:
        return sentence(item);
    case NumericRole:
        return isFigure(column);
    case EmphasisRole:
        return int(emphasis(item, column));
    case ShareRole:
        if (const auto resource = resourceOf(column); resource && item.capacity.share(*resource))
            return *item.capacity.share(*resource);
        return {};
    case StaleRole:
        return isStale(item);
    case CountsRole: {
        if (column != NotHealthy)
            return {};
        QVariantList counts;
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = item.counts.of(state); n > 0)
                counts << QVariant(QVariantList{int(StateText::look(state).symbol), format::number(n)});
        }
        return counts;
    }
    default:
        return {};
    }
}

QVariant RegionsModel::display(const Item &item, int column) const
{
    switch (column) {
    case Region:
        return item.name.isEmpty() ? tr("No region") : item.name;
    case Sites:
        return format::number(item.counts.total());
    case NotHealthy: {
        QStringList parts;
        for (const SiteState state : SiteCounts::kAbnormalOrder) {
            if (const int n = item.counts.of(state); n > 0)
                parts << format::number(n) + QLatin1Char(' ') + StateText::inSentence(StateText::look(state).text);
        }
        return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(", "));
    }
    case States:
        return QString(); // drawn; the words are the tooltip
    case Median:
        return aged(item, format::milliseconds(item.links.medianMs));
    case P95:
        return aged(item, format::milliseconds(item.links.p95Ms));
    case Change:
        return change(item);
    case LinksOverLimit:
        return item.links.measured + item.links.unmeasured == 0 ? format::missing()
                                                                : format::number(item.links.overLimit);
    default: {
        const auto resource = resourceOf(column);
        const auto share = resource ? item.capacity.share(*resource) : std::nullopt;
        return share ? aged(item, format::percent(*share)) : format::missing();
    }
    }
}

/// Whole milliseconds with their sign.
QString RegionsModel::change(const Item &item) const
{
    const auto found = m_changes.constFind(item.name);
    if (found == m_changes.cend())
        return format::missing();
    const qint64 ms = std::llround(found->nowMs - found->usualMs);
    const QString sign = ms > 0 ? QStringLiteral("+") : ms < 0 ? QString(QChar(0x2212)) : QString();
    return sign + format::number(std::abs(ms));
}

/// What rests on old evidence alone looks old.
QString RegionsModel::aged(const Item &item, const QString &value)
{
    return isStale(item) ? format::stale(value) : value;
}

Emphasis RegionsModel::emphasis(const Item &item, int column) const
{
    switch (column) {
    case Region:
    case P95:
        return Emphasis::Normal;
    case NotHealthy:
        return Emphasis::Faint; // "none"; counts are drawn in their own look
    case Change: {              // what nobody feels is no change
        const RegionChange change = m_changes.value(item.name);
        const double more = change.nowMs - change.usualMs;
        return more > std::max(0.2 * change.usualMs, 2.0) ? Emphasis::Medium : Emphasis::Secondary;
    }
    case LinksOverLimit:
        return item.links.overLimit > 0 ? Emphasis::Medium : Emphasis::Faint;
    case CpuUsed:
    case MemoryUsed:
    case StorageUsed:
        return Emphasis::Faint;
    default:
        return Emphasis::Secondary;
    }
}

QVariant RegionsModel::tooltip(const Item &item, int column) const
{
    if (column == States)
        return m_stateWords ? m_stateWords(item.name) : QString();
    if (column == Change) {
        const auto found = m_changes.constFind(item.name);
        return found == m_changes.cend() ? tr("Nothing is known of what is usual at this hour")
                                         : tr("95 % of the round trips of the last minutes under %1, usually at this "
                                              "hour under %2, of %3 links")
                                               .arg(format::milliseconds(found->nowMs),
                                                    format::milliseconds(found->usualMs), format::number(found->links));
    }
    if (column == Median || column == P95 || column == LinksOverLimit) {
        return tr("Round trips that begin here, now: half of them under %1, 95 % under %2; %3 links measured, %4 not")
            .arg(format::milliseconds(item.links.medianMs), format::milliseconds(item.links.p95Ms),
                 format::number(item.links.measured), format::number(item.links.unmeasured));
    }
    if (const auto resource = resourceOf(column)) {
        return tr("%1: %2 used, known of %3 of %4 sites")
            .arg(Capacity::name(*resource), display(item, column).toString(),
                 format::number(item.capacity.known(*resource)), format::number(item.capacity.sites()));
    }
    if (column == Sites && item.seenTwice > 0) {
        return tr("Counted: %1. Not counted, for the same cluster is connected twice: %2")
            .arg(format::number(item.counts.total()), format::number(item.seenTwice));
    }
    if (column == Region) {
        const StateLook look = StateText::look(item.counts.state());
        return tr("%1: %2").arg(display(item, column).toString(), StateText::inSentence(look.text));
    }
    return display(item, column);
}

QString RegionsModel::sentence(const Item &item) const
{
    const QString told =
        tr("%1, %2 sites, not healthy: %3, p95 %4, CPU used %5, memory %6, storage %7")
            .arg(display(item, Region).toString(), display(item, Sites).toString(),
                 display(item, NotHealthy).toString(), display(item, P95).toString(), display(item, CpuUsed).toString(),
                 display(item, MemoryUsed).toString(), display(item, StorageUsed).toString());
    return m_stateWords ? tr("%1, worst site of the last 24 h: %2, p95 against 7 days: %3")
                              .arg(told, m_stateWords(item.name), change(item))
                        : told;
}

QVariant RegionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case Sites:
        return tr("Sites");
    case NotHealthy:
        return tr("Not healthy");
    case States:
        return tr("State, last 24 h (worst site)");
    case Median:
        return tr("Median");
    case P95:
        return tr("p95");
    case Change:
        return tr("Δ 7 d");
    case LinksOverLimit:
        return tr("Over limit");
    case CpuUsed:
        return tr("CPU used");
    case MemoryUsed:
        return tr("Memory");
    case StorageUsed:
        return tr("Storage");
    default:
        return {};
    }
}

} // namespace graticule

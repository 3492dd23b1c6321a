// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedetails.h"

#include "backend/domain/countedonce.h"
#include "models/fleetstore.h"
#include "models/format.h"
#include "models/labellines.h"
#include "models/linkfigures.h"
#include "models/placetext.h"
#include "models/sayingtext.h"

namespace graticule {

namespace {

QString joined(QStringList parts, const QString &separator = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(separator);
}

void worstFirst(std::vector<SiteDetails::Line> &lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return a.severity != b.severity ? a.severity > b.severity : a.name < b.name;
    });
}

} // namespace

/// Reads the tables for one site.
class SiteReader
{
    Q_DECLARE_TR_FUNCTIONS(graticule::SiteDetails)
    using Line = SiteDetails::Line; // lupdate takes a function of type SiteDetails::Line for one of SiteDetails

public:
    SiteReader(const FleetTables &tables, const Site &site, const format::Units &units)
        : m_tables(tables)
        , m_site(site)
        , m_units(units)
    {
    }

    SiteDetails read()
    {
        identity();
        place();
        seenThrough();
        capacity();
        nodes();
        workloads();
        data();
        links();
        m_details.isLastKnown = m_details.status.stale || m_details.status.state == SiteState::Unreachable;
        if (m_details.isLastKnown)
            age();
        return std::move(m_details);
    }

private:
    /// Nothing of a site that cannot be seen, or was long ago, is shown as if it were so now. The ways to it are
    /// measured from elsewhere.
    void age()
    {
        std::vector<std::vector<SiteDetails::Line> *> old{&m_details.nodes, &m_details.workloads, &m_details.data};
        if (m_details.status.stale)
            old.push_back(&m_details.links);
        for (auto *lines : old) {
            for (SiteDetails::Line &line : *lines) {
                line.symbol = StateText::staleForm(line.symbol);
                if (!line.value.isEmpty() && line.value.at(0).isDigit())
                    line.value = format::stale(line.value);
                line.severity = std::min(line.severity, 1);
            }
        }
    }

    void identity()
    {
        m_details.id = m_site.id;
        m_details.name = m_site.name;
        m_details.title = m_site.place.city;
        m_details.region = m_site.region;
        m_details.labels = labelLines(m_site.labels);
        m_details.isLab = m_site.origin == Origin::Lab;
        if (const Verdict *verdict = m_tables.verdicts.find(m_site.id)) {
            m_details.status = siteStatus(verdict);
            for (const Reason &reason : verdict->reasons) {
                m_details.reasons << SayingText::of(reason);
                if (reason.code == QLatin1String("place.refuted"))
                    m_details.mismatch = m_details.reasons.last();
            }
        }
        m_details.look = StateText::look(m_details.status.state, m_details.status.stale);
        m_details.observedAt = observedAt(m_tables, m_site);
    }

    void place()
    {
        const Place &place = m_site.place;
        m_details.jurisdiction = PlaceText::jurisdiction(place);
        m_details.evidence = PlaceText::evidence(place);
        if (!place.mismatch.isEmpty())
            m_details.mismatch = place.mismatch;
        m_details.isPlaced = place.position.has_value();
        m_details.isInferred = place.evidence == Evidence::Inferred;
        m_details.operatedBy =
            m_site.provider.isEmpty() ? tr("private, or not known") : StateText::providerTitle(m_site.provider);
        m_details.kind = StateText::text(m_site.kind);
    }

    void seenThrough()
    {
        for (const EntityId &id : m_site.feeds) {
            const Feed *feed = m_tables.feeds.find(id);
            const Connection *connection = feed ? m_tables.connections.find(feed->connection) : nullptr;
            SiteDetails::Seen seen;
            seen.connection = connection ? connection->name : tr("a connection that is not told");
            seen.look = StateText::look(connection ? connection->state : ConnectionState::Unknown);
            if (feed) {
                seen.observedAt = feed->observedAt;
                seen.limit = feed->limit;
            }
            m_details.seenThrough.push_back(seen);
        }
    }

    void capacity()
    {
        meter(tr("CPU"), m_site.cpu, format::usedCores(m_site.cpu));
        meter(tr("Memory"), m_site.memory, format::usedBytes(m_site.memory, m_units));
        meter(tr("Storage"), m_site.storage, format::usedBytes(m_site.storage, m_units));
    }

    void meter(const QString &name, const Usage &usage, const QString &value)
    {
        SiteDetails::Meter meter{name, {}, value};
        if (usage.isMeasured())
            meter.share = usage.used / usage.total;
        m_details.capacity.push_back(meter);
    }

    static auto stateOf(const Node &node) { return node.condition; }
    static auto stateOf(const Placement &placement) { return placement.health; }
    static auto stateOf(const Replica &replica) { return replica.state; }

    /// Another connection to the same cluster, which counts instead, tells the same of it here.
    template<class T> bool isToldAlready(const T &part, const Table<T> &parts) const
    {
        const T *other = m_site.feeds.size() > 1 ? parts.find(countedAs(m_tables, part.id, part.feed)) : nullptr;
        return other && other->site == part.site && stateOf(*other) == stateOf(part);
    }

    void nodes()
    {
        m_tables.nodes.forEach([&](const Node &node) {
            if (node.site != m_site.id || isToldAlready(node, m_tables.nodes))
                return;
            const StateLook look = StateText::look(node.condition);
            QStringList facts{node.platform};
            if (node.cpu.total > 0)
                facts << tr("%1 CPU").arg(format::usedShare(node.cpu));
            if (node.load1 >= 0)
                facts << tr("load %1").arg(format::decimal(node.load1));
            QString note = SayingText::ofPhrase(node.conditionText);
            if (note.isEmpty() && look.severity > 0)
                note = look.text;
            m_details.nodes.push_back({look.symbol, node.name, joined(facts), note, look.severity, node.id});
        });
        worstFirst(m_details.nodes);
    }

    void workloads()
    {
        m_tables.placements.forEach([&](const Placement &placement) {
            if (placement.site != m_site.id || isToldAlready(placement, m_tables.placements))
                return;
            const Service *service = m_tables.services.find(placement.service);
            const StateLook look = StateText::look(placement.health);
            QString value = placement.ready < 0 ? format::missing() : format::number(placement.ready);
            if (placement.desired >= 0)
                value += QLatin1Char('/') + format::number(placement.desired);
            if (placement.role == Role::Primary || placement.role == Role::Standby)
                value = StateText::text(placement.role) + QLatin1Char(' ') + value;
            QString note = SayingText::ofPhrase(placement.healthText);
            if (note.isEmpty() && look.severity > 1)
                note = look.text;
            m_details.workloads.push_back({look.symbol, service ? service->name : placement.service.toString(), value,
                                           note, look.severity, placement.service});
        });
        worstFirst(m_details.workloads);
    }

    void data()
    {
        m_tables.replicas.forEach([&](const Replica &replica) {
            if (replica.site != m_site.id || isToldAlready(replica, m_tables.replicas))
                return;
            const Asset *asset = m_tables.assets.find(replica.asset);
            const StateLook look = StateText::look(replica.state);
            QStringList value{replica.role == Role::Unknown ? QString() : StateText::text(replica.role)};
            if (replica.bytes >= 0)
                value << format::bytes(double(replica.bytes), m_units);
            QString note = SayingText::ofPhrase(replica.stateText);
            if (replica.lagMs > 0)
                note = joined({tr("%1 behind").arg(format::milliseconds(replica.lagMs)), note});
            if (note.isEmpty() && look.severity > 2)
                note = look.text;
            m_details.data.push_back({look.symbol, asset ? asset->name : replica.asset.toString(), joined(value), note,
                                      look.severity, replica.asset});
        });
        worstFirst(m_details.data);
    }

    void links()
    {
        struct Entry
        {
            SiteDetails::Line line;
            double rtt;
            QString kind;
        };
        std::vector<Entry> entries;
        QHash<QString, int> named;
        m_tables.links.forEach([&](const Link &link) {
            if (link.from != m_site.id && link.to != m_site.id)
                return;
            const bool isOut = link.from == m_site.id;
            const Site *other = m_tables.sites.find(isOut ? link.to : link.from);
            const QString name = other ? other->name : (isOut ? link.to : link.from).toString();
            const QString way = isOut ? tr("to %1").arg(name) : tr("from %1").arg(name);
            entries.push_back({lineOf(link, way), link.rttMs, kindOf(link.probe)});
            ++named[way];
        });
        for (Entry &entry : entries) { // one way may be measured in several
            if (named.value(entry.line.name) > 1 && !entry.kind.isEmpty())
                entry.line.name = joined({entry.line.name, entry.kind});
        }
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            if (a.line.severity != b.line.severity)
                return a.line.severity > b.line.severity;
            return a.rtt != b.rtt ? a.rtt > b.rtt : a.line.name < b.line.name;
        });
        for (Entry &entry : entries)
            m_details.links.push_back(std::move(entry.line));
    }

    /// By what a way was measured.
    static QString kindOf(ProbeKind probe)
    {
        switch (probe) {
        case ProbeKind::Reported:
            return tr("as told");
        case ProbeKind::TcpConnect:
            return tr("TCP connect");
        case ProbeKind::TlsHandshake:
            return tr("TLS handshake");
        case ProbeKind::Http:
            return tr("HTTP request");
        case ProbeKind::Grpc:
            return tr("gRPC call");
        case ProbeKind::Mesh:
            return tr("keeper to keeper");
        case ProbeKind::Unknown:
            break;
        }
        return {};
    }

    Line lineOf(const Link &link, const QString &name)
    {
        const LinkSeverity severity = severityOf(link);
        QStringList note;
        if (severity == LinkSeverity::Cut)
            note << tr("cut");
        if (link.limitMs > 0)
            note << tr("limit %1").arg(format::milliseconds(link.limitMs));
        if (link.loss > 0)
            note << tr("%1 lost").arg(format::percent(link.loss, true));
        Symbol symbol = Symbol::Healthy;
        if (severity == LinkSeverity::Cut)
            symbol = Symbol::Down;
        else if (severity != LinkSeverity::Normal)
            symbol = Symbol::Degraded;
        else if (link.rttMs < 0)
            symbol = Symbol::Unknown;
        return {symbol, name, format::milliseconds(link.rttMs), joined(note), int(severity)};
    }

    const FleetTables &m_tables;
    const Site &m_site;
    const format::Units &m_units;
    SiteDetails m_details;
};

/// Writes them down for the clipboard.
class SiteWriter
{
    Q_DECLARE_TR_FUNCTIONS(graticule::SiteDetails)

public:
    static QString write(const SiteDetails &details, Instant now)
    {
        QStringList lines;
        lines << joined({details.name, details.title, details.isLab ? QStringLiteral("LAB") : QString()});
        lines << tr("State: %1 for %2").arg(details.look.text, format::age(details.status.since, now));
        for (const QString &reason : details.reasons)
            lines << QStringLiteral("  ") + reason;
        lines << tr("Evidence: %1 old at %2 UTC").arg(format::age(details.observedAt, now), format::dateTime(now));
        lines << tr("Jurisdiction: %1 (%2)").arg(details.jurisdiction, details.evidence);
        if (!details.mismatch.isEmpty())
            lines << tr("In doubt: %1").arg(details.mismatch);
        lines << tr("Operated by: %1, %2").arg(details.operatedBy, details.kind);
        for (const auto &seen : details.seenThrough) {
            lines << tr("Seen through: %1, %2, %3 ago")
                         .arg(seen.connection, StateText::inSentence(seen.look.text),
                              format::age(seen.observedAt, now));
        }
        for (const auto &meter : details.capacity)
            lines << QStringLiteral("%1: %2").arg(meter.name, meter.value);
        section(lines, tr("Nodes"), details.nodes);
        section(lines, tr("Workloads"), details.workloads);
        section(lines, tr("Data held here"), details.data);
        section(lines, tr("Links"), details.links);
        lines += details.labels;
        lines << tr("Identity: %1").arg(details.id.toString());
        return lines.join(QLatin1Char('\n'));
    }

private:
    static void section(QStringList &lines, const QString &title, const std::vector<SiteDetails::Line> &entries)
    {
        if (entries.empty())
            return;
        lines << QStringLiteral("%1: %2").arg(title).arg(entries.size());
        for (const auto &entry : entries)
            lines << QStringLiteral("  ") + joined({entry.name, entry.value, entry.note}, QStringLiteral(", "));
    }
};

std::optional<SiteDetails> siteDetails(const FleetTables &tables, const EntityId &id, const format::Units &units)
{
    const Site *site = tables.sites.find(id);
    if (!site)
        return {};
    return SiteReader(tables, *site, units).read();
}

QString toText(const SiteDetails &details, Instant now)
{
    return SiteWriter::write(details, now);
}

} // namespace graticule

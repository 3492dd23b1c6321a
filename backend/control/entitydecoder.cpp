// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/entitycodec.h"

#include "backend/control/wirewords.h"

#include <control.pb.h>

#include <algorithm>
#include <cmath>

namespace graticule {
namespace v1 = control::v1;
namespace {

/// The pools are emptied when they reach this, so that a hostile stream cannot grow them without end.
constexpr size_t kMostPooled = 262'144;
// Longer ones are not pooled: they seldom repeat, and the limit above is to bound memory.
constexpr size_t kLongestWord = 64;
constexpr size_t kLongestId = 128;
constexpr size_t kMostLabelBytes = 64u << 20; ///< of all labels in the pool; emptied as above
constexpr size_t kLargestLabels = 4096;       ///< of one entity

double finiteOr(double value, double fallback)
{
    return std::isfinite(value) ? value : fallback;
}

/// A measured value that cannot be negative: -1 when it is absent, negative or not finite.
double measured(bool has, double value)
{
    return has && std::isfinite(value) && value >= 0 ? value : -1;
}

Usage usage(const v1::Usage &from)
{
    return usageFrom(from.used(), from.total(), from.requested());
}

std::optional<GeoPoint> position(const v1::Place &from)
{
    if (!from.has_latitude() || !from.has_longitude())
        return std::nullopt;
    const GeoPoint point{from.latitude(), from.longitude()};
    // Written so that a NaN fails, too.
    const bool onGlobe = std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180;
    return onGlobe ? std::optional(point) : std::nullopt;
}

template<class Repeated> QStringList arguments(const Repeated &from)
{
    constexpr int kMost = 32; // no code of ours has as many
    QStringList result;
    for (int i = 0; i < std::min(kMost, from.size()); ++i)
        result.append(textOf(from[i]));
    return result;
}

template<class Map> QMap<QString, QString> plainMap(const Map &from)
{
    QMap<QString, QString> result;
    for (const auto &[key, value] : from)
        result.insert(textOf(key), textOf(value));
    return result;
}

} // namespace

Usage usageFrom(double used, double total, bool requested)
{
    const Usage result{finiteOr(used, 0), finiteOr(total, 0), requested};
    return result.total > 0 && result.used >= 0 ? result : Usage{};
}

Condition conditionFrom(int value)
{
    return known(value, Condition::Maintenance);
}

QString EntityDecoder::word(const std::string &utf8)
{
    if (utf8.empty())
        return {};
    if (utf8.size() > kLongestWord)
        return textOf(utf8);
    if (m_words.size() >= kMostPooled)
        m_words.clear();
    const auto [it, isNew] = m_words.try_emplace(utf8);
    if (isNew)
        it->second = textOf(utf8);
    return it->second;
}

EntityId EntityDecoder::id(const std::string &utf8)
{
    if (utf8.empty())
        return {};
    if (utf8.size() > kLongestId)
        return EntityId(QByteArray(utf8.data(), qsizetype(utf8.size())));
    if (m_ids.size() >= kMostPooled)
        m_ids.clear();
    const auto known = m_ids.find(std::string_view(utf8));
    return known != m_ids.end() ? *known : *m_ids.emplace(QByteArray(utf8.data(), qsizetype(utf8.size()))).first;
}

template<class Map> Labels EntityDecoder::labels(const Map &from)
{
    if (from.empty())
        return {};
    const auto fresh = [&] {
        Labels result;
        for (const auto &[key, value] : from)
            result.insert(word(key), word(value));
        return result;
    };
    size_t bytes = 0;
    for (const auto &[key, value] : from)
        bytes += key.size() + value.size() + kLongestWord; // and what holds them
    if (bytes > kLargestLabels)
        return fresh();
    const size_t seed = size_t(QHashSeed::globalSeed());
    size_t hash = 0; // whatever their order
    for (const auto &[key, value] : from)
        hash += qHashMulti(seed, Bytes()(key), Bytes()(value));
    if (m_labelBytes >= kMostLabelBytes) {
        m_labels.clear();
        m_labelBytes = 0;
    }
    Labels &known = m_labels[hash];
    const bool isSame =
        known.size() == qsizetype(from.size()) && std::all_of(from.begin(), from.end(), [&](const auto &label) {
            const auto it = known.constFind(word(label.first));
            return it != known.cend() && *it == word(label.second);
        });
    if (!isSame) {
        known = fresh();
        m_labelBytes += bytes;
    }
    return known;
}

template<class List> QList<EntityId> EntityDecoder::feeds(const List &from)
{
    if (from.size() == 1 && from[0].size() <= kLongestId) {
        if (m_feeds.size() >= kMostPooled)
            m_feeds.clear();
        QList<EntityId> &known = m_feeds[from[0]];
        if (known.isEmpty())
            known = {id(from[0])};
        return known;
    }
    QList<EntityId> result;
    result.reserve(from.size());
    for (const std::string &feed : from)
        result.append(id(feed));
    return result;
}

Error decode(const v1::Error &from)
{
    Error error{known(from.kind(), ErrorKind::Disconnected), known(from.fault(), Fault::Input), textOf(from.text()),
                std::nullopt};
    if (from.has_retry_after_ms())
        error.retryAfter = Milliseconds(from.retry_after_ms());
    error.code = textOf(from.code());
    error.arguments = arguments(from.arguments());
    return error;
}

Revision decode(const v1::Revision &from)
{
    return {textOf(from.keeper()), from.epoch(), from.number()};
}

ConnectionConfig decode(const v1::ConnectionConfig &from)
{
    ConnectionConfig config;
    config.id = EntityId(QByteArray::fromStdString(from.id()));
    config.name = textOf(from.name());
    config.type = textOf(from.type());
    config.address = textOf(from.address());
    config.labels = plainMap(from.labels());
    config.caFile = textOf(from.ca_file());
    config.certificateFile = textOf(from.certificate_file());
    config.keyFile = textOf(from.key_file());
    config.serverName = textOf(from.server_name());
    config.token = textOf(from.token());
    config.options = plainMap(from.options());
    config.paused = from.paused();
    config.budgetRequests = finiteOr(from.budget_requests(), 0);
    config.budgetBytes = finiteOr(from.budget_bytes(), 0);
    if (from.has_probe_seconds())
        config.probeSeconds = finiteOr(from.probe_seconds(), config.probeSeconds);
    config.origin = known(from.origin(), Origin::Lab);
    return config;
}

Connection EntityDecoder::decode(const v1::Connection &from)
{
    Connection c;
    c.id = id(from.id());
    c.name = word(from.name());
    c.type = word(from.type());
    c.address = word(from.address());
    c.state = known(from.state(), ConnectionState::Paused);
    c.since = instantFromMs(from.since_ms());
    if (from.has_error())
        c.error = graticule::decode(from.error());
    c.retryAt = instantFromMs(from.retry_at_ms());
    c.lastSeen = instantFromMs(from.last_seen_ms());
    c.latencyMs = measured(from.has_latency_ms(), from.latency_ms());
    c.requestsPerSecond = measured(from.has_requests_per_second(), from.requests_per_second());
    c.bytesPerSecond = measured(from.has_bytes_per_second(), from.bytes_per_second());
    c.budgetRequests = finiteOr(from.budget_requests(), 0);
    c.budgetBytes = finiteOr(from.budget_bytes(), 0);
    if (from.has_clock_offset_ms())
        c.clockOffset = Milliseconds(from.clock_offset_ms());
    c.clockErrorMs = measured(from.has_clock_error_ms(), from.clock_error_ms());
    c.certificateExpiry = instantFromMs(from.certificate_expiry_ms());
    c.version = word(from.version());
    for (const std::string &warning : from.warnings())
        c.warnings.append(textOf(warning));
    c.keeper = id(from.keeper());
    c.through = id(from.through());
    c.countedBy = id(from.counted_by());
    c.origin = known(from.origin(), Origin::Lab);
    return c;
}

Feed EntityDecoder::decode(const v1::Feed &from)
{
    Feed f;
    f.id = id(from.id());
    f.connection = id(from.connection());
    f.name = word(from.name());
    f.since = instantFromMs(from.since_ms());
    f.observedAt = instantFromMs(from.observed_at_ms());
    f.limit = Milliseconds(from.limit_ms() > 0 ? from.limit_ms() : Feed().limit.count());
    f.complete = from.complete();
    return f;
}

Site EntityDecoder::decode(const v1::Site &from)
{
    Site s;
    s.id = id(from.id());
    s.name = textOf(from.name());
    s.region = word(from.region());
    s.kind = known(from.kind(), SiteKind::DeviceGateway);
    s.provider = word(from.provider());
    s.place.position = position(from.place());
    s.place.country = word(from.place().country());
    s.place.city = word(from.place().city());
    s.place.evidence = known(from.place().evidence(), Evidence::Inferred);
    s.place.source = word(from.place().source());
    s.place.mismatch = textOf(from.place().mismatch());
    s.labels = labels(from.labels());
    s.condition = known(from.condition(), Condition::Maintenance);
    s.conditionText = word(from.condition_text());
    s.feeds = feeds(from.feeds());
    s.cpu = usage(from.cpu());
    s.memory = usage(from.memory());
    s.storage = usage(from.storage());
    s.origin = known(from.origin(), Origin::Lab);
    return s;
}

Node EntityDecoder::decode(const v1::Node &from)
{
    Node n;
    n.id = EntityId(QByteArray::fromStdString(from.id()));
    n.site = id(from.site());
    n.feed = id(from.feed());
    n.name = textOf(from.name());
    n.condition = known(from.condition(), Condition::Maintenance);
    n.conditionText = word(from.condition_text());
    n.platform = word(from.platform());
    n.cpu = usage(from.cpu());
    n.memory = usage(from.memory());
    n.storage = usage(from.storage());
    n.load1 = measured(from.has_load1(), from.load1());
    n.bootedAt = instantFromMs(from.booted_at_ms());
    n.labels = labels(from.labels());
    n.origin = known(from.origin(), Origin::Lab);
    return n;
}

Service EntityDecoder::decode(const v1::Service &from)
{
    return {id(from.id()), textOf(from.name()), std::max(0, from.tier()), labels(from.labels()),
            known(from.origin(), Origin::Lab)};
}

Placement EntityDecoder::decode(const v1::Placement &from)
{
    Placement p;
    p.id = EntityId(QByteArray::fromStdString(from.id()));
    p.service = id(from.service());
    p.site = id(from.site());
    p.feed = id(from.feed());
    p.role = known(from.role(), Role::Backup);
    p.desired = from.has_desired() ? std::max(-1, from.desired()) : -1;
    p.ready = from.has_ready() ? std::max(-1, from.ready()) : -1;
    p.health = known(from.health(), Health::Paused);
    p.healthText = word(from.health_text());
    p.image = word(from.image());
    p.since = instantFromMs(from.since_ms());
    p.origin = known(from.origin(), Origin::Lab);
    return p;
}

Asset EntityDecoder::decode(const v1::Asset &from)
{
    return {id(from.id()),      textOf(from.name()),   word(from.classification()),
            word(from.owner()), labels(from.labels()), known(from.origin(), Origin::Lab)};
}

Replica EntityDecoder::decode(const v1::Replica &from)
{
    Replica r;
    r.id = EntityId(QByteArray::fromStdString(from.id()));
    r.asset = id(from.asset());
    r.site = id(from.site());
    r.feed = id(from.feed());
    r.role = known(from.role(), Role::Backup);
    r.state = known(from.state(), ReplicaState::Broken);
    r.lagMs = measured(from.has_lag_ms(), from.lag_ms());
    r.bytes = from.has_bytes() ? std::max<qint64>(-1, from.bytes()) : -1;
    r.stateText = word(from.state_text());
    r.origin = known(from.origin(), Origin::Lab);
    return r;
}

Link EntityDecoder::decode(const v1::Link &from)
{
    Link l;
    l.id = EntityId(QByteArray::fromStdString(from.id()));
    l.from = id(from.from());
    l.to = id(from.to());
    l.feed = id(from.feed());
    l.rttMs = measured(from.has_rtt_ms(), from.rtt_ms());
    l.loss = measured(from.has_loss() && from.loss() <= 1, from.loss());
    l.limitMs = finiteOr(from.limit_ms(), 0);
    l.condition = known(from.condition(), Condition::Maintenance);
    l.origin = known(from.origin(), Origin::Lab);
    l.probe = known(from.probe(), ProbeKind::Mesh);
    return l;
}

Verdict EntityDecoder::decode(const v1::Verdict &from)
{
    Verdict v;
    v.id = id(from.id());
    v.state = known(from.state(), SiteState::Maintenance);
    v.stale = from.stale();
    v.since = instantFromMs(from.since_ms());
    for (const v1::Reason &reason : from.reasons())
        v.reasons.append({word(reason.code()), textOf(reason.text()), arguments(reason.arguments())});
    return v;
}

} // namespace graticule

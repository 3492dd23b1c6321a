// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/entitycodec.h"

#include <QStringEncoder>
#include <QVarLengthArray>

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

std::string utf8(const QString &text)
{
    // Through the stack, not through a QByteArray: a fleet has millions of these.
    QStringEncoder encoder(QStringEncoder::Utf8);
    QVarLengthArray<char, 512> bytes(encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(bytes.data(), text);
    return {bytes.data(), size_t(end - bytes.data())};
}
std::string utf8(const EntityId &id)
{
    return id.utf8().toStdString();
}

template<class To, class From> To value(From from)
{
    return static_cast<To>(static_cast<int>(from)); // the two enums have the same values
}

void put(const Usage &from, v1::Usage *to)
{
    to->set_used(from.used);
    to->set_total(from.total);
    to->set_requested(from.requested);
}

template<class Repeated> void put(const QStringList &from, Repeated *to)
{
    for (const QString &item : from)
        to->Add(utf8(item));
}

template<class Map> void put(const Labels &from, Map *to)
{
    for (auto it = from.cbegin(); it != from.cend(); ++it)
        (*to)[utf8(it.key())] = utf8(it.value());
}

} // namespace

void encode(const Error &from, v1::Error *to)
{
    to->set_kind(value<v1::ErrorKind>(from.kind));
    to->set_fault(value<v1::Fault>(from.fault));
    to->set_text(utf8(from.text));
    if (from.retryAfter)
        to->set_retry_after_ms(from.retryAfter->count());
    if (from.code.isEmpty())
        return;
    to->set_code(utf8(from.code));
    put(from.arguments, to->mutable_arguments());
}

void encode(const Revision &from, v1::Revision *to)
{
    to->set_keeper(utf8(from.keeper));
    to->set_epoch(from.epoch);
    to->set_number(from.number);
}

void encode(const Connection &from, v1::Connection *to)
{
    to->set_id(utf8(from.id));
    to->set_name(utf8(from.name));
    to->set_type(utf8(from.type));
    to->set_address(utf8(from.address));
    to->set_state(value<v1::ConnectionState>(from.state));
    to->set_since_ms(toMs(from.since));
    if (!from.error.text.isEmpty())
        encode(from.error, to->mutable_error());
    to->set_retry_at_ms(toMs(from.retryAt));
    to->set_last_seen_ms(toMs(from.lastSeen));
    if (from.latencyMs >= 0)
        to->set_latency_ms(from.latencyMs);
    if (from.requestsPerSecond >= 0)
        to->set_requests_per_second(from.requestsPerSecond);
    if (from.bytesPerSecond >= 0)
        to->set_bytes_per_second(from.bytesPerSecond);
    to->set_budget_requests(from.budgetRequests);
    to->set_budget_bytes(from.budgetBytes);
    if (from.clockOffset)
        to->set_clock_offset_ms(from.clockOffset->count());
    if (from.clockErrorMs >= 0)
        to->set_clock_error_ms(from.clockErrorMs);
    to->set_certificate_expiry_ms(toMs(from.certificateExpiry));
    to->set_version(utf8(from.version));
    for (const QString &warning : from.warnings)
        to->add_warnings(utf8(warning));
    to->set_keeper(utf8(from.keeper));
    to->set_through(utf8(from.through));
    to->set_counted_by(utf8(from.countedBy));
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Feed &from, v1::Feed *to)
{
    to->set_id(utf8(from.id));
    to->set_connection(utf8(from.connection));
    to->set_name(utf8(from.name));
    to->set_since_ms(toMs(from.since));
    to->set_observed_at_ms(toMs(from.observedAt));
    to->set_limit_ms(from.limit.count());
    to->set_complete(from.complete);
}

void encode(const Site &from, v1::Site *to)
{
    to->set_id(utf8(from.id));
    to->set_name(utf8(from.name));
    to->set_region(utf8(from.region));
    to->set_kind(value<v1::SiteKind>(from.kind));
    to->set_provider(utf8(from.provider));
    v1::Place *place = to->mutable_place();
    if (from.place.position) {
        place->set_latitude(from.place.position->latitude);
        place->set_longitude(from.place.position->longitude);
    }
    place->set_country(utf8(from.place.country));
    place->set_city(utf8(from.place.city));
    place->set_evidence(value<v1::Evidence>(from.place.evidence));
    place->set_source(utf8(from.place.source));
    place->set_mismatch(utf8(from.place.mismatch));
    put(from.labels, to->mutable_labels());
    to->set_condition(value<v1::Condition>(from.condition));
    to->set_condition_text(utf8(from.conditionText));
    for (const EntityId &feed : from.feeds)
        to->add_feeds(utf8(feed));
    put(from.cpu, to->mutable_cpu());
    put(from.memory, to->mutable_memory());
    put(from.storage, to->mutable_storage());
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Node &from, v1::Node *to)
{
    to->set_id(utf8(from.id));
    to->set_site(utf8(from.site));
    to->set_feed(utf8(from.feed));
    to->set_name(utf8(from.name));
    to->set_condition(value<v1::Condition>(from.condition));
    to->set_condition_text(utf8(from.conditionText));
    to->set_platform(utf8(from.platform));
    put(from.cpu, to->mutable_cpu());
    put(from.memory, to->mutable_memory());
    put(from.storage, to->mutable_storage());
    if (from.load1 >= 0)
        to->set_load1(from.load1);
    to->set_booted_at_ms(toMs(from.bootedAt));
    put(from.labels, to->mutable_labels());
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Service &from, v1::Service *to)
{
    to->set_id(utf8(from.id));
    to->set_name(utf8(from.name));
    to->set_tier(from.tier);
    put(from.labels, to->mutable_labels());
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Placement &from, v1::Placement *to)
{
    to->set_id(utf8(from.id));
    to->set_service(utf8(from.service));
    to->set_site(utf8(from.site));
    to->set_feed(utf8(from.feed));
    to->set_role(value<v1::Role>(from.role));
    if (from.desired >= 0)
        to->set_desired(from.desired);
    if (from.ready >= 0)
        to->set_ready(from.ready);
    to->set_health(value<v1::Health>(from.health));
    to->set_health_text(utf8(from.healthText));
    to->set_image(utf8(from.image));
    to->set_since_ms(toMs(from.since));
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Asset &from, v1::Asset *to)
{
    to->set_id(utf8(from.id));
    to->set_name(utf8(from.name));
    to->set_classification(utf8(from.classification));
    to->set_owner(utf8(from.owner));
    put(from.labels, to->mutable_labels());
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Replica &from, v1::Replica *to)
{
    to->set_id(utf8(from.id));
    to->set_asset(utf8(from.asset));
    to->set_site(utf8(from.site));
    to->set_feed(utf8(from.feed));
    to->set_role(value<v1::Role>(from.role));
    to->set_state(value<v1::ReplicaState>(from.state));
    if (from.lagMs >= 0)
        to->set_lag_ms(from.lagMs);
    if (from.bytes >= 0)
        to->set_bytes(from.bytes);
    to->set_state_text(utf8(from.stateText));
    to->set_origin(value<v1::Origin>(from.origin));
}

void encode(const Link &from, v1::Link *to)
{
    to->set_id(utf8(from.id));
    to->set_from(utf8(from.from));
    to->set_to(utf8(from.to));
    to->set_feed(utf8(from.feed));
    if (from.rttMs >= 0)
        to->set_rtt_ms(from.rttMs);
    if (from.loss >= 0)
        to->set_loss(from.loss);
    to->set_limit_ms(from.limitMs);
    to->set_condition(value<v1::Condition>(from.condition));
    to->set_origin(value<v1::Origin>(from.origin));
    to->set_probe(value<v1::ProbeKind>(from.probe));
}

void encode(const Verdict &from, v1::Verdict *to)
{
    to->set_id(utf8(from.id));
    to->set_state(value<v1::SiteState>(from.state));
    to->set_stale(from.stale);
    to->set_since_ms(toMs(from.since));
    for (const Reason &reason : from.reasons) {
        v1::Reason *out = to->add_reasons();
        out->set_code(utf8(reason.code));
        out->set_text(utf8(reason.text));
        put(reason.arguments, out->mutable_arguments());
    }
}

void encode(const ConnectionConfig &from, v1::ConnectionConfig *to)
{
    to->set_id(utf8(from.id));
    to->set_name(utf8(from.name));
    to->set_type(utf8(from.type));
    to->set_address(utf8(from.address));
    put(from.labels, to->mutable_labels());
    to->set_ca_file(utf8(from.caFile));
    to->set_certificate_file(utf8(from.certificateFile));
    to->set_key_file(utf8(from.keyFile));
    to->set_server_name(utf8(from.serverName));
    to->set_token(utf8(from.token));
    put(from.options, to->mutable_options());
    to->set_paused(from.paused);
    to->set_budget_requests(from.budgetRequests);
    to->set_budget_bytes(from.budgetBytes);
    to->set_probe_seconds(from.probeSeconds);
    to->set_origin(value<v1::Origin>(from.origin));
}

} // namespace graticule

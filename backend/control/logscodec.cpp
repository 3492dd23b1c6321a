// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logscodec.h"

#include "backend/control/entitycodec.h"

#include <events.pb.h>
#include <logs.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostSourcesTold = 500;

QString text(const std::string &from)
{
    return QString::fromStdString(from);
}

void encode(const LogSource &from, v1::LogSource *to)
{
    to->set_connection(from.connection.utf8().toStdString());
    to->set_id(from.id.toStdString());
    to->set_name(from.name.toStdString());
    to->set_running(from.running);
    to->set_restarts(quint32(std::max(0, from.restarts)));
    to->set_has_previous(from.hasPrevious);
}

LogSource decode(const v1::LogSource &from)
{
    return {
        EntityId(QByteArray::fromStdString(from.connection())), text(from.id()),    text(from.name()), from.running(),
        int(std::min<quint32>(from.restarts(), 1'000'000'000)), from.has_previous()};
}

EventKind kindOf(v1::EventKind from)
{
    return from == v1::EVENT_KIND_WARNING  ? EventKind::Warning
           : from == v1::EVENT_KIND_NORMAL ? EventKind::Normal
                                           : EventKind::Unknown;
}

} // namespace

void encode(const QList<LogSource> &from, v1::LogSourcesReply *to)
{
    for (const LogSource &source : from.mid(0, kMostSourcesTold))
        encode(source, to->add_sources());
}

QList<LogSource> decode(const v1::LogSourcesReply &from)
{
    QList<LogSource> sources;
    for (const v1::LogSource &source : from.sources()) {
        if (sources.size() < kMostSourcesTold)
            sources.append(decode(source));
    }
    return sources;
}

void encode(const LogOrder &from, v1::FollowLogsRequest *to)
{
    for (const LogSource &source : from.sources)
        encode(source, to->add_sources());
    to->set_previous(from.previous);
    to->set_follow(from.follow);
    to->set_tail(quint32(std::clamp(from.tail, 0, LogOrder::kMostLines)));
    to->set_since_ms(toMs(from.since));
}

LogOrder decode(const v1::FollowLogsRequest &from)
{
    LogOrder order;
    for (const v1::LogSource &source : from.sources()) {
        if (order.sources.size() > LogOrder::kMostSources)
            break; // one too many is there, to be refused
        order.sources.append(decode(source));
    }
    order.previous = from.previous();
    order.follow = from.follow();
    order.tail = int(std::min<quint32>(from.tail(), LogOrder::kMostLines));
    order.since = instantFromMs(from.since_ms());
    return order;
}

void encode(const LogLine &from, v1::LogLine *to)
{
    to->set_source(quint32(from.source));
    to->set_at_ms(toMs(from.at));
    const QByteArray utf8 = from.text.toUtf8();
    to->set_text(utf8.constData(), size_t(utf8.size()));
    to->set_channel(from.channel == LogChannel::Err   ? v1::LOG_CHANNEL_ERR
                    : from.channel == LogChannel::Out ? v1::LOG_CHANNEL_OUT
                                                      : v1::LOG_CHANNEL_UNKNOWN);
    to->set_is_cut(from.isCut);
}

void encode(const LogEnd &from, v1::FollowLogsReply *to)
{
    v1::LogEnd *end = to->add_ends();
    end->set_source(quint32(from.source));
    if (!from.error.text.isEmpty())
        encode(from.error, end->mutable_error());
}

LogPart decode(const v1::FollowLogsReply &from)
{
    LogPart part;
    part.lost = from.lost();
    part.lines.reserve(from.lines_size());
    for (const v1::LogLine &line : from.lines()) {
        if (line.source() >= LogOrder::kMostSources)
            continue;
        const LogChannel channel = line.channel() == v1::LOG_CHANNEL_ERR   ? LogChannel::Err
                                   : line.channel() == v1::LOG_CHANNEL_OUT ? LogChannel::Out
                                                                           : LogChannel::Unknown;
        const auto most = std::min<size_t>(line.text().size(), 3 * LogLine::kMostBytes); // replaced bytes take three
        part.lines.append({int(line.source()), instantFromMs(line.at_ms()),
                           QString::fromUtf8(line.text().data(), qsizetype(most)), channel, line.is_cut()});
    }
    for (const v1::LogEnd &end : from.ends()) {
        if (end.source() < LogOrder::kMostSources)
            part.ends.append({int(end.source()), end.has_error() ? decode(end.error()) : Error()});
    }
    return part;
}

void encode(const EventQuery &from, v1::ListEventsRequest *to)
{
    to->set_target(from.target.utf8().toStdString());
    to->set_from_ms(toMs(from.from));
    to->set_until_ms(toMs(from.until));
    to->set_most(quint32(std::clamp(from.most, 1, EventQuery::kMost)));
}

EventQuery decode(const v1::ListEventsRequest &from)
{
    EventQuery query;
    query.target = EntityId(QByteArray::fromStdString(from.target()));
    query.from = instantFromMs(from.from_ms());
    query.until = instantFromMs(from.until_ms());
    if (from.most() > 0)
        query.most = int(std::min<quint32>(from.most(), EventQuery::kMost));
    return query;
}

void encode(const EventAnswer &from, v1::ListEventsReply *to)
{
    for (const FleetEvent &event : from.events) {
        v1::FleetEvent *one = to->add_events();
        one->set_at_ms(toMs(event.at));
        one->set_first_ms(toMs(event.first));
        one->set_connection(event.connection.utf8().toStdString());
        one->set_site(event.site.utf8().toStdString());
        one->set_node(event.node.utf8().toStdString());
        one->set_entity(event.entity.utf8().toStdString());
        one->set_object(event.object.toStdString());
        one->set_kind(event.kind == EventKind::Warning  ? v1::EVENT_KIND_WARNING
                      : event.kind == EventKind::Normal ? v1::EVENT_KIND_NORMAL
                                                        : v1::EVENT_KIND_UNKNOWN);
        one->set_reason(event.reason.toStdString());
        one->set_text(event.text.toStdString());
        one->set_count(quint32(std::max(1, event.count)));
    }
    to->set_kept_since_ms(toMs(from.keptSince));
    to->set_has_more(from.hasMore);
}

EventAnswer decode(const v1::ListEventsReply &from)
{
    const auto id = [](const std::string &utf8) { return EntityId(QByteArray::fromStdString(utf8)); };
    EventAnswer answer;
    for (const v1::FleetEvent &one : from.events()) {
        if (answer.events.size() >= EventQuery::kMost)
            break;
        FleetEvent event;
        event.at = instantFromMs(one.at_ms());
        event.first = instantFromMs(one.first_ms());
        event.connection = id(one.connection());
        event.site = id(one.site());
        event.node = id(one.node());
        event.entity = id(one.entity());
        event.object = text(one.object());
        event.kind = kindOf(one.kind());
        event.reason = text(one.reason());
        event.text = text(one.text());
        event.count = int(std::clamp<quint32>(one.count(), 1, 1'000'000'000));
        answer.events.append(event);
    }
    answer.keptSince = instantFromMs(from.kept_since_ms());
    answer.hasMore = from.has_more();
    return answer;
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/windowscodec.h"

#include "control.pb.h"

#include <cmath>

namespace graticule {
namespace v1 = control::v1;
namespace {

double known(bool isThere, double value)
{
    return isThere && std::isfinite(value) && value >= 0 ? value : -1;
}

template<class Set> void encode(const UsualValue &from, Set set)
{
    if (from.median < 0)
        return;
    v1::UsualValue *to = set();
    to->set_median(from.median);
    to->set_mad(from.mad);
}

UsualValue decode(bool isThere, const v1::UsualValue &from)
{
    return {known(isThere, from.median()), known(isThere, from.mad())};
}

void encode(const LinkUsual &from, v1::LinkUsual *to)
{
    to->set_days(quint32(from.days));
    encode(from.p50, [to] { return to->mutable_p50_ms(); });
    encode(from.p95, [to] { return to->mutable_p95_ms(); });
    encode(from.p99, [to] { return to->mutable_p99_ms(); });
    encode(from.loss, [to] { return to->mutable_loss(); });
}

void encode(const LinkWindow &from, v1::LinkWindow *to)
{
    to->set_link(from.link.utf8().toStdString());
    to->set_count(from.count);
    if (from.p50 >= 0)
        to->set_p50_ms(from.p50);
    if (from.p95 >= 0)
        to->set_p95_ms(from.p95);
    if (from.p99 >= 0)
        to->set_p99_ms(from.p99);
    if (from.jitter >= 0)
        to->set_jitter_ms(from.jitter);
    if (from.loss >= 0)
        to->set_loss(from.loss);
    if (from.usual)
        encode(*from.usual, to->mutable_usual());
}

LinkWindow decode(const v1::LinkWindow &from)
{
    LinkWindow window;
    window.link = EntityId(QByteArray::fromStdString(from.link()));
    window.count = from.count();
    window.p50 = known(from.has_p50_ms(), from.p50_ms());
    window.p95 = known(from.has_p95_ms(), from.p95_ms());
    window.p99 = known(from.has_p99_ms(), from.p99_ms());
    window.jitter = known(from.has_jitter_ms(), from.jitter_ms());
    window.loss = known(from.has_loss(), from.loss());
    if (from.has_usual()) {
        const v1::LinkUsual &usual = from.usual();
        window.usual = LinkUsual{int(std::min<quint32>(usual.days(), 366)), decode(usual.has_p50_ms(), usual.p50_ms()),
                                 decode(usual.has_p95_ms(), usual.p95_ms()), decode(usual.has_p99_ms(), usual.p99_ms()),
                                 decode(usual.has_loss(), usual.loss())};
    }
    return window;
}

Error refused(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

} // namespace

void encode(const LinkWindowsQuery &from, v1::LinkWindowsRequest *to)
{
    to->set_from_ms(toMs(from.from));
    to->set_to_ms(toMs(from.to));
    for (const EntityId &link : from.links)
        to->add_links(link.utf8().toStdString());
    to->set_usual(from.usual);
}

Result<LinkWindowsQuery> decode(const v1::LinkWindowsRequest &from)
{
    if (from.links_size() > LinkWindowsQuery::kMostLinks)
        return refused(
            QStringLiteral("links: names more than %1; ask for fewer at once.").arg(LinkWindowsQuery::kMostLinks));
    if (from.from_ms() < 0 || from.to_ms() < 0 || (from.to_ms() > 0 && from.from_ms() >= from.to_ms()))
        return refused(QStringLiteral("from_ms: must be before to_ms."));
    if (from.to_ms() > 0 && from.from_ms() > 0 && from.to_ms() - from.from_ms() > LinkWindowsQuery::kLongest.count())
        return refused(QStringLiteral("from_ms: at most 31 days before to_ms."));
    LinkWindowsQuery query{instantFromMs(from.from_ms()), instantFromMs(from.to_ms()), {}, from.usual()};
    query.links.reserve(from.links_size());
    for (const std::string &link : from.links())
        query.links.append(EntityId(QByteArray::fromStdString(link)));
    return query;
}

void encode(const LinkWindowsAnswer &from, v1::LinkWindowsReply *to)
{
    to->set_from_ms(from.span.from);
    to->set_to_ms(from.span.to);
    for (const LinkWindow &window : from.windows)
        encode(window, to->add_windows());
    to->set_left_out(quint32(from.leftOut));
    to->set_usual_pending(quint32(from.usualPending));
    to->set_damaged(quint32(from.damaged));
    for (const SampleSpan &span : from.unwatched) {
        v1::TimeSpan *message = to->add_unwatched();
        message->set_from_ms(span.from);
        message->set_to_ms(span.to);
    }
}

LinkWindowsAnswer decode(const v1::LinkWindowsReply &from)
{
    LinkWindowsAnswer answer;
    answer.span = {from.from_ms(), from.to_ms()};
    answer.windows.reserve(from.windows_size());
    for (const v1::LinkWindow &window : from.windows())
        answer.windows.append(decode(window));
    answer.leftOut = from.left_out();
    answer.usualPending = from.usual_pending();
    answer.damaged = from.damaged();
    for (const v1::TimeSpan &span : from.unwatched()) {
        if (span.from_ms() < span.to_ms())
            answer.unwatched.push_back({span.from_ms(), span.to_ms()});
    }
    return answer;
}

} // namespace graticule

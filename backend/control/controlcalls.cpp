// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"

#include "backend/control/clientcalls.h"
#include "backend/control/samplescodec.h"
#include "backend/control/windowscodec.h"

namespace graticule {
namespace v1 = control::v1;
namespace {

v1::ConnectionName nameMessage(const QString &nameOrId)
{
    v1::ConnectionName name;
    name.set_name(nameOrId.toStdString());
    return name;
}

ConnectionConfig configFrom(const v1::ConnectionConfig &message)
{
    return decode(message);
}

using ControlAsync = class v1::Control::Stub::async;
using ConnectionsAsync = class v1::Connections::Stub::async;
using LabAsync = class v1::Lab::Stub::async;
using HistoryAsync = class v1::History::Stub::async;

} // namespace

ControlCalls::ControlCalls(std::shared_ptr<ControlChannel> channel)
    : m_channel(std::move(channel))
{
}

void ControlCalls::describe(QObject *context, Reply<Description> done, Milliseconds deadline) const
{
    const UnaryMethod<ControlAsync, v1::DescribeRequest, v1::Description> method = &ControlAsync::Describe;
    unary<v1::Control, Description, v1::DescribeRequest, v1::Description>(
        m_channel, context, method, {},
        [asked = std::chrono::steady_clock::now()](const v1::Description &d) {
            Description description = decode(d);
            description.tookMs =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count();
            return description;
        },
        std::move(done), deadline);
}

void ControlCalls::samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) const
{
    v1::SamplesRequest request;
    encode(query, &request);
    const UnaryMethod<ControlAsync, v1::SamplesRequest, v1::SamplesReply> method = &ControlAsync::Samples;
    unary<v1::Control, SamplesAnswer, v1::SamplesRequest, v1::SamplesReply>(
        m_channel, context, method, request, [](const v1::SamplesReply &r) { return decode(r); }, std::move(done));
}

void ControlCalls::linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) const
{
    v1::LinkWindowsRequest request;
    encode(query, &request);
    const UnaryMethod<ControlAsync, v1::LinkWindowsRequest, v1::LinkWindowsReply> method = &ControlAsync::LinkWindows;
    unary<v1::Control, LinkWindowsAnswer, v1::LinkWindowsRequest, v1::LinkWindowsReply>(
        m_channel, context, method, std::move(request), [](const v1::LinkWindowsReply &r) { return decode(r); },
        std::move(done));
}

void ControlCalls::connections(QObject *context, Reply<QList<ConnectionConfig>> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::ListConnectionsRequest, v1::ConnectionList> method =
        &ConnectionsAsync::List;
    unary<v1::Connections, QList<ConnectionConfig>, v1::ListConnectionsRequest, v1::ConnectionList>(
        m_channel, context, method, {}, [](const v1::ConnectionList &list) { return decode(list); }, std::move(done));
}

void ControlCalls::save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) const
{
    v1::ConnectionConfig request;
    encode(config, &request);
    const UnaryMethod<ConnectionsAsync, v1::ConnectionConfig, v1::ConnectionConfig> method = &ConnectionsAsync::Save;
    unary<v1::Connections, ConnectionConfig, v1::ConnectionConfig, v1::ConnectionConfig>(
        m_channel, context, method, request, configFrom, std::move(done));
}

void ControlCalls::replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                           Reply<ConnectionConfig> done) const
{
    v1::ReplaceConnection request;
    encode(config, request.mutable_config());
    encode(before, request.mutable_before());
    const UnaryMethod<ConnectionsAsync, v1::ReplaceConnection, v1::ConnectionConfig> method =
        &ConnectionsAsync::Replace;
    unary<v1::Connections, ConnectionConfig, v1::ReplaceConnection, v1::ConnectionConfig>(
        m_channel, context, method, request, configFrom, std::move(done));
}

void ControlCalls::remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::ConnectionName, v1::ConnectionConfig> method = &ConnectionsAsync::Remove;
    unary<v1::Connections, ConnectionConfig, v1::ConnectionName, v1::ConnectionConfig>(
        m_channel, context, method, nameMessage(nameOrId), configFrom, std::move(done));
}

void ControlCalls::pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::ConnectionName, v1::ConnectionConfig> method = &ConnectionsAsync::Pause;
    unary<v1::Connections, ConnectionConfig, v1::ConnectionName, v1::ConnectionConfig>(
        m_channel, context, method, nameMessage(nameOrId), configFrom, std::move(done));
}

void ControlCalls::resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::ConnectionName, v1::ConnectionConfig> method = &ConnectionsAsync::Resume;
    unary<v1::Connections, ConnectionConfig, v1::ConnectionName, v1::ConnectionConfig>(
        m_channel, context, method, nameMessage(nameOrId), configFrom, std::move(done));
}

void ControlCalls::retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::ConnectionName, v1::ConnectionConfig> method = &ConnectionsAsync::Retry;
    unary<v1::Connections, ConnectionConfig, v1::ConnectionName, v1::ConnectionConfig>(
        m_channel, context, method, nameMessage(nameOrId), configFrom, std::move(done));
}

void ControlCalls::test(QObject *context, const ConnectionConfig &config,
                        std::function<void(const TestStep &)> step) const
{
    v1::ConnectionConfig request;
    encode(config, &request);
    using Reader = ProgressReader<v1::Connections, v1::ConnectionConfig, v1::TestStep, TestStep>;
    auto *reader = new Reader(m_channel, context, std::move(request), std::move(step)); // deletes itself at the end
    reader->start(&ConnectionsAsync::Test);
}

void ControlCalls::discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::DiscoverRequest, v1::DiscoverReply> method = &ConnectionsAsync::Discover;
    unary<v1::Connections, QList<DiscoveredEndpoint>, v1::DiscoverRequest, v1::DiscoverReply>(
        m_channel, context, method, {}, [](const v1::DiscoverReply &r) { return decode(r); }, std::move(done));
}

void ControlCalls::connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::TypesRequest, v1::TypesReply> method = &ConnectionsAsync::Types;
    unary<v1::Connections, QList<ConnectorTypeInfo>, v1::TypesRequest, v1::TypesReply>(
        m_channel, context, method, {}, [](const v1::TypesReply &r) { return decode(r); }, std::move(done));
}

void ControlCalls::brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) const
{
    const UnaryMethod<ConnectionsAsync, v1::BrokenRequest, v1::BrokenReply> method = &ConnectionsAsync::Broken;
    unary<v1::Connections, QList<BrokenFile>, v1::BrokenRequest, v1::BrokenReply>(
        m_channel, context, method, {}, [](const v1::BrokenReply &r) { return decode(r); }, std::move(done));
}

void ControlCalls::startLab(QObject *context, int sites, quint64 seed, Reply<LabStatus> done) const
{
    v1::LabRequest request;
    request.set_sites(quint32(std::max(0, sites)));
    request.set_seed(seed);
    const UnaryMethod<LabAsync, v1::LabRequest, v1::LabStatus> method = &LabAsync::Start;
    unary<v1::Lab, LabStatus, v1::LabRequest, v1::LabStatus>(
        m_channel, context, method, request, [](const v1::LabStatus &s) { return decode(s); }, std::move(done));
}

void ControlCalls::stopLab(QObject *context, Reply<LabStatus> done) const
{
    const UnaryMethod<LabAsync, v1::LabStopRequest, v1::LabStatus> method = &LabAsync::Stop;
    unary<v1::Lab, LabStatus, v1::LabStopRequest, v1::LabStatus>(
        m_channel, context, method, {}, [](const v1::LabStatus &s) { return decode(s); }, std::move(done));
}

void ControlCalls::coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) const
{
    const UnaryMethod<HistoryAsync, v1::CoverageRequest, v1::CoverageReply> method = &HistoryAsync::Coverage;
    v1::CoverageRequest request;
    encode(span, request.mutable_span());
    unary<v1::History, HistoryCoverage, v1::CoverageRequest, v1::CoverageReply>(
        m_channel, context, method, request, [](const v1::CoverageReply &c) { return decode(c); }, std::move(done));
}

void ControlCalls::turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) const
{
    const UnaryMethod<HistoryAsync, v1::TurnsRequest, v1::TurnsReply> method = &HistoryAsync::Turns;
    v1::TurnsRequest request;
    encode(query.span, request.mutable_span());
    request.set_site(query.site.utf8().toStdString());
    request.set_most(quint32(query.most));
    unary<v1::History, QList<SiteTurn>, v1::TurnsRequest, v1::TurnsReply>(
        m_channel, context, method, request, [](const v1::TurnsReply &t) { return decode(t); }, std::move(done));
}

void ControlCalls::labStatus(QObject *context, Reply<LabStatus> done) const
{
    const UnaryMethod<LabAsync, v1::LabStatusRequest, v1::LabStatus> method = &LabAsync::Status;
    unary<v1::Lab, LabStatus, v1::LabStatusRequest, v1::LabStatus>(
        m_channel, context, method, {}, [](const v1::LabStatus &s) { return decode(s); }, std::move(done));
}

} // namespace graticule

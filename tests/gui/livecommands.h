// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "tests/ui/fakecommands.h"

namespace graticule::testing {

/// What a page asks for goes to a real keeper, over its control API; what the pages of these tests do not ask for is
/// answered as told.
class LiveCommands : public FakeCommands
{
public:
    explicit LiveCommands(const std::shared_ptr<ControlChannel> &channel)
        : m_calls(channel)
    {
    }

    void describe(QObject *context, Reply<Description> done) override { m_calls.describe(context, std::move(done)); }
    void connections(QObject *context, Reply<QList<ConnectionConfig>> done) override
    {
        m_calls.connections(context, std::move(done));
    }
    void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) override
    {
        m_calls.save(context, config, std::move(done));
    }
    void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                 Reply<ConnectionConfig> done) override
    {
        m_calls.replace(context, config, before, std::move(done));
    }
    void retry(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        m_calls.retry(context, id, std::move(done));
    }
    void remove(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        m_calls.remove(context, id, std::move(done));
    }
    void pause(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        m_calls.pause(context, id, std::move(done));
    }
    void resume(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        m_calls.resume(context, id, std::move(done));
    }
    void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) override
    {
        m_calls.test(context, config, std::move(step));
    }
    void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) override
    {
        m_calls.discover(context, std::move(done));
    }
    void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) override
    {
        m_calls.connectorTypes(context, std::move(done));
    }
    void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) override
    {
        m_calls.brokenFiles(context, std::move(done));
    }
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override
    {
        m_calls.samples(context, query, std::move(done));
    }
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override
    {
        m_calls.linkWindows(context, query, std::move(done));
    }
    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) override
    {
        m_calls.coverage(context, span, std::move(done));
    }
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        m_calls.turns(context, query, std::move(done));
    }
    void labStatus(QObject *context, Reply<LabStatus> done) override { m_calls.labStatus(context, std::move(done)); }

private:
    ControlCalls m_calls;
};

} // namespace graticule::testing

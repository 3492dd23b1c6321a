// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/keepercommands.h"

namespace graticule::testing {

/// A keeper that only says who it is.
class QuietKeeper : public KeeperCommands
{
public:
    QString id = QStringLiteral("k1");
    QStringList path = {QStringLiteral("k1")};
    QStringList capabilities;
    Milliseconds clockOffset{0};
    Error refusal;            ///< of every action, and of removing
    bool isForgetful = false; ///< it never answers who wants something stopped

    Description describe() const override
    {
        Description d;
        d.keeperId = id;
        d.keeperPath = path;
        d.capabilities = capabilities;
        d.at = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()) + clockOffset;
        return d;
    }
    void samples(const SamplesQuery &, std::function<void(const SamplesAnswer &)> done) override { done({}); }
    void linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done) override
    {
        LinkWindowsAnswer answer;
        answer.leftOut = query.links.size();
        done(answer);
    }
    void perform(const Action &action, Progress progress) override
    {
        progress({QStringLiteral("asked"), false, {}});
        progress({action.verb + QStringLiteral(" done"), true, {}});
    }
    Error whyNot(const Action &) const override { return refusal; }
    void stopAction(const QString &key, ActionReply<ActionProgress> done) override
    {
        if (!isForgetful)
            KeeperCommands::stopAction(key, std::move(done));
    }
    QList<ConnectionConfig> connections() const override { return {}; }
    Result<ConnectionConfig> save(ConnectionConfig config) override
    {
        if (config.name.isEmpty())
            return Error{ErrorKind::Invalid, Fault::Input, QStringLiteral("name: must not be empty."), std::nullopt};
        return config;
    }
    Result<ConnectionConfig> replace(ConnectionConfig config, const ConnectionConfig &) override { return config; }
    Result<ConnectionConfig> retry(const QString &) override { return ConnectionConfig(); }
    Result<ConnectionConfig> remove(const QString &name) override
    {
        if (!refusal.text.isEmpty())
            return refusal;
        return Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("No connection is named %1.").arg(name),
                     std::nullopt};
    }
    Result<ConnectionConfig> setPaused(const QString &, bool) override { return ConnectionConfig(); }
    void test(const ConnectionConfig &, Steps steps) override { steps({QStringLiteral("Reach"), {}, true, {}, true}); }
    void discover(std::function<void(const QList<DiscoveredEndpoint> &)> done) override { done({}); }
    QList<ConnectorTypeInfo> connectorTypes() const override { return {}; }
    QList<BrokenFile> brokenFiles() const override { return {}; }
    Result<LabStatus> startLab(int, quint64) override { return LabStatus(); }
    Result<LabStatus> stopLab() override { return LabStatus(); }
    LabStatus labStatus() const override { return {}; }
};

} // namespace graticule::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/consolecommands.h"

#include <QPointer>
#include <QTimer>

namespace graticule::testing {

/// A keeper that answers what it was told to, in the next turn of the event loop, and remembers what it was asked.
class FakeCommands : public ConsoleCommands
{
public:
    QStringList asked; ///< "pause docker-lab", "lab.fault site-down site/fra1"
    Description description;
    QList<ConnectionConfig> configs;
    QList<DiscoveredEndpoint> endpoints;
    QList<BrokenFile> broken;
    QList<ConnectorTypeInfo> types;
    QList<TestStep> steps;
    LabStatus lab;
    ConnectionConfig saved; ///< what was asked to be saved last
    SamplesAnswer measured; ///< given for every question for samples, without those of other entities
    QList<LinkWindow> linkFigures;
    QList<SiteTurn> siteTurns;
    HistoryCoverage watched;
    Error measureRefusal; ///< with a text: nothing of that is told
    Error refusal;        ///< with a text: every change is refused with it

    FakeCommands()
    {
        description.keeperId = QStringLiteral("test");
        description.name = QStringLiteral("Halyard production");
        description.caller = QStringLiteral("Ines Duarte");
        description.permissions = {QStringLiteral("view"), QStringLiteral("operate")};
        types = {{QStringLiteral("docker"), QStringLiteral("Docker"), QStringLiteral("unix:///path or host:2376"), {}}};
    }

    void retryKeeper() override { asked << QStringLiteral("retry"); }
    void describe(QObject *context, Reply<Description> done) override
    {
        answer<Description>(context, done, description);
    }
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        asked << QStringLiteral("%1 %2 %3")
                     .arg(action.verb, action.arguments.value(QStringLiteral("kind")), action.target.toString());
        QTimer::singleShot(0, context, [=, this] {
            progress({refusal.text.isEmpty() ? QStringLiteral("done") : QString(), true, refusal});
        });
    }
    void connections(QObject *context, Reply<QList<ConnectionConfig>> done) override
    {
        answer<QList<ConnectionConfig>>(context, done, configs);
    }
    void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("save %1 %2").arg(config.type, config.address);
        saved = config;
        change(context, done, config);
    }
    void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                 Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("replace %1 %2 (was %3)").arg(config.type, config.address, before.address);
        saved = config;
        change(context, done, config);
    }
    void retry(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("retry ") + id;
        change(context, done, configOf(id));
    }
    void remove(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("remove ") + id;
        change(context, done, configOf(id));
    }
    void pause(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("pause ") + id;
        change(context, done, configOf(id));
    }
    void resume(QObject *context, const QString &id, Reply<ConnectionConfig> done) override
    {
        asked << QStringLiteral("resume ") + id;
        change(context, done, configOf(id));
    }
    void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) override
    {
        asked << QStringLiteral("test ") + config.address;
        QTimer::singleShot(0, context, [=, this] {
            for (const TestStep &each : std::as_const(steps))
                step(each);
        });
    }
    void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) override
    {
        answer<QList<DiscoveredEndpoint>>(context, done, endpoints);
    }
    void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) override
    {
        answer<QList<ConnectorTypeInfo>>(context, done, types);
    }
    void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) override
    {
        answer<QList<BrokenFile>>(context, done, broken);
    }
    void startLab(QObject *context, Reply<LabStatus> done) override
    {
        asked << QStringLiteral("start lab");
        answer<LabStatus>(context, done, lab);
    }
    void stopLab(QObject *context, Reply<LabStatus> done) override
    {
        asked << QStringLiteral("stop lab");
        answer<LabStatus>(context, done, lab);
    }
    void labStatus(QObject *context, Reply<LabStatus> done) override { answer<LabStatus>(context, done, lab); }
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override
    {
        SamplesAnswer given;
        for (const SampleAnswer &series : std::as_const(measured.series)) {
            if (series.entity != query.entity || !(query.metrics.isEmpty() || query.metrics.contains(series.metric)))
                continue;
            SampleAnswer one = series;
            std::erase_if(one.buckets, [&](const SampleBucket &bucket) {
                return bucket.ms < toMs(query.from) || bucket.ms >= toMs(query.to);
            });
            given.series << one;
        }
        tell<SamplesAnswer>(context, done, given);
    }
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override
    {
        asked << QStringLiteral("windows of %1 links, %2 s to %3")
                     .arg(query.links.size())
                     .arg((query.to - query.from).count() / 1000)
                     .arg(toIso(query.to).mid(11, 8));
        LinkWindowsAnswer given;
        given.span = {toMs(query.from), toMs(query.to)};
        for (const EntityId &link : query.links) {
            LinkWindow window;
            window.link = link;
            for (const LinkWindow &known : std::as_const(linkFigures)) {
                if (known.link == link)
                    window = known;
            }
            given.windows << window;
        }
        tell<LinkWindowsAnswer>(context, done, given);
    }
    void coverage(QObject *context, const TimeSpan &, Reply<HistoryCoverage> done) override
    {
        tell<HistoryCoverage>(context, done, watched);
    }
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        QList<SiteTurn> given;
        for (const SiteTurn &turn : std::as_const(siteTurns)) {
            if (query.site.isEmpty() || turn.site == query.site)
                given << turn;
        }
        tell<QList<SiteTurn>>(context, done, given);
    }

private:
    template<class T> void tell(QObject *context, const Reply<T> &done, const T &value)
    {
        if (measureRefusal.text.isEmpty())
            answer<T>(context, done, value);
        else
            QTimer::singleShot(0, context, [done, refused = measureRefusal] { done(refused); });
    }
    template<class T> void answer(QObject *context, const Reply<T> &done, const T &value)
    {
        QTimer::singleShot(0, context, [done, value] { done(value); });
    }
    void change(QObject *context, const Reply<ConnectionConfig> &done, const ConnectionConfig &config)
    {
        QTimer::singleShot(0, context, [=, this] {
            if (refusal.text.isEmpty())
                done(config);
            else
                done(refusal);
        });
    }
    ConnectionConfig configOf(const QString &id) const
    {
        ConnectionConfig config;
        config.id = EntityId(id);
        config.name = id.section(QLatin1Char('/'), -1);
        for (const ConnectionConfig &each : configs) {
            if (each.id == config.id)
                return each;
        }
        return config;
    }
};

} // namespace graticule::testing

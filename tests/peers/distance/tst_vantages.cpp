// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/fleetclient.h"
#include "backend/domain/clock.h"
#include "tests/peers/distance/delayproxy.h"
#include "tests/peers/distance/keeperprocess.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

#include <map>

using namespace graticule;
using namespace graticule::testing;

/// Four real keepers; the one in Dublin (ops) reads the others, which measure each other and it. What it says of them
/// while ways are cut, one dies, one hangs, and its own network is lost; each test goes on where the one before ended.
class TestThemOrMeAmongKeepers : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &name : m_names)
            m_keepers.emplace(name, std::make_unique<KeeperProcess>(m_folder.path(), name));
        const QString desk = m_keepers["ops"]->enrol(QStringLiteral("desk"));
        std::map<QString, QString> enrolled;
        forEachWay([&](const QString &from, const QString &to) { enrolled[from + to] = m_keepers[to]->enrol(from); });
        std::map<QString, QString> addresses;
        for (const QString &name : m_names) {
            addresses[name] = m_keepers[name]->start();
            QVERIFY2(!addresses[name].isEmpty(), qPrintable(name));
        }
        forEachWay([&](const QString &from, const QString &to) {
            auto proxy = std::make_unique<DelayProxy>(addresses[to], kWay);
            const bool reads = from == QLatin1String("ops");
            m_keepers[from]->connectTo(to, reads ? QStringLiteral("grpc") : QStringLiteral("peer"), proxy->address(),
                                       enrolled[from + to], 1);
            m_proxies[from + to] = std::move(proxy);
        });
        m_client.follow(m_keepers["ops"]->channel(desk));
        QTRY_COMPARE_WITH_TIMEOUT(measured(), 9 * 3, 60'000);
    }
    void cleanup()
    {
        for (const QString &site : m_names)
            qInfo("%s: %s", qPrintable(site), qPrintable(verdictOn(site)));
    }
    void cleanupTestCase()
    {
        m_client.stop();
        m_proxies.clear();
        m_keepers.clear();
    }

    /// It stays what it was: others reach it.
    void aCutWayIsNotTheSitesFault()
    {
        cut({"opssyd"});
        QTRY_VERIFY_WITH_TIMEOUT(verdictOn("syd").contains("Reached from fra, gru, not by this keeper: the way is cut, "
                                                           "not the site."),
                                 180'000);
        QVERIFY2(verdictOn("syd").startsWith("healthy stale: ") || verdictOn("syd").startsWith("degraded stale: "),
                 qPrintable(verdictOn("syd")));
        for (const char *well : {"fra", "gru"})
            QTRY_VERIFY2_WITH_TIMEOUT(verdictOn(well).startsWith("healthy"), qPrintable(verdictOn(well)), 60'000);
    }

    /// Now nobody reaches it, and who tried reaches others.
    void aDeadSiteIsDown()
    {
        cut({"opssyd", "frasyd", "grusyd"});
        QTRY_VERIFY_WITH_TIMEOUT(
            verdictOn("syd").startsWith("down stale: No answer to fra, gru, ops, which reach other "
                                        "sites."),
            180'000);
        for (const char *well : {"fra", "gru"})
            QTRY_VERIFY2_WITH_TIMEOUT(verdictOn(well).startsWith("healthy"), qPrintable(verdictOn(well)), 60'000);
    }

    /// All see its port open, and nothing speaks there.
    void aFrozenEndpointIsNotDead()
    {
        cut({});
        QTRY_VERIFY_WITH_TIMEOUT(verdictOn("syd").startsWith("healthy"), 120'000);
        m_keepers["gru"]->freeze();
        QTRY_VERIFY_WITH_TIMEOUT(verdictOn("gru").startsWith("unreachable stale: Frozen: seen from fra, ops, syd, its "
                                                             "port answers and its protocol does not."),
                                 180'000);
        for (const char *well : {"fra", "syd"})
            QTRY_VERIFY2_WITH_TIMEOUT(verdictOn(well).startsWith("healthy"), qPrintable(verdictOn(well)), 60'000);
        m_keepers["gru"]->thaw();
        QTRY_VERIFY_WITH_TIMEOUT(verdictOn("gru").startsWith("healthy"), 120'000);
    }

    /// All it asks fall silent: one cause, and it is here.
    void ourOwnLostNetworkIsOneCause()
    {
        cut({"opsfra", "opsgru", "opssyd"});
        for (const char *site : {"fra", "gru", "syd"})
            QTRY_VERIFY_WITH_TIMEOUT(verdictOn(site).contains("We are cut off: 3 of 3 hosts"), 120'000);
        for (const char *site : {"fra", "gru", "syd"})
            QVERIFY2(verdictOn(site).startsWith("unreachable"), qPrintable(verdictOn(site)));
        QVERIFY2(verdictOn("ops").contains("The network here is lost: 3 of 3 ways"), qPrintable(verdictOn("ops")));
    }

private:
    /// ops reads the others; each of them measures all that are not ops.
    template<class Visit> void forEachWay(Visit visit) const
    {
        for (const QString &from : m_names) {
            for (const QString &to : m_names.mid(1)) {
                if (from != to)
                    visit(from, to);
            }
        }
    }
    /// These ways, and no others.
    void cut(const QStringList &ways)
    {
        for (const auto &[name, proxy] : m_proxies) {
            DelayProxy::Way way = kWay;
            way.isCut = ways.contains(name);
            proxy->set(way);
        }
    }
    /// Links that are known and up, by TCP, TLS and calls.
    int measured() const
    {
        int count = 0;
        if (const SnapshotPtr now = m_client.snapshot())
            now->tables.links.forEach([&](const Link &link) { count += link.condition == Condition::Up; });
        return count;
    }
    /// "healthy stale: reason reason"
    QString verdictOn(const QString &site) const
    {
        static const std::map<SiteState, QString> words{
            {SiteState::Unknown, "unknown"},         {SiteState::Healthy, "healthy"},
            {SiteState::Degraded, "degraded"},       {SiteState::Down, "down"},
            {SiteState::Unreachable, "unreachable"}, {SiteState::Maintenance, "maintenance"}};
        const SnapshotPtr now = m_client.snapshot();
        const Verdict *verdict = now ? now->tables.verdicts.find(EntityId::declared("site", site)) : nullptr;
        if (!verdict)
            return QStringLiteral("none");
        QStringList reasons;
        for (const Reason &reason : verdict->reasons)
            reasons.append(reason.text);
        return words.at(verdict->state) + (verdict->stale ? QStringLiteral(" stale") : QString()) +
               (reasons.isEmpty() ? QString() : QStringLiteral(": ")) + reasons.join(u' ');
    }

    const QStringList m_names{"ops", "fra", "gru", "syd"};
    const DelayProxy::Way kWay{.thereMs = 10, .backMs = 10};
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::map<QString, std::unique_ptr<KeeperProcess>> m_keepers;
    std::map<QString, std::unique_ptr<DelayProxy>> m_proxies;
    FleetClient m_client{m_clock, {}};
};

QTEST_GUILESS_MAIN(TestThemOrMeAmongKeepers)
#include "tst_vantages.moc"

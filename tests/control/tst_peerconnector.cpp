// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/peerconnector.h"
#include "backend/connectors/secretstore.h"
#include "backend/control/controlserver.h"
#include "backend/fleet/snapshothub.h"
#include "backend/places/siteresolver.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;

namespace {

struct NoSecrets : SecretStore
{
    Result<QByteArray> read(const SecretReference &) const override { return QByteArray(); }
};

struct NoSites : SiteResolver
{
    Site resolve(const SiteHints &) const override { return {}; }
};

/// One that says where it stands.
class PlacedKeeper : public testing::QuietKeeper
{
public:
    QString site = QStringLiteral("site:fra1");

    Description describe() const override
    {
        Description d = QuietKeeper::describe();
        d.name = QStringLiteral("emea");
        d.site = EntityId(site);
        return d;
    }
};

} // namespace

/// Two keepers that measure each other, here over a unix socket.
class TestPeerConnector : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_keeper = std::make_unique<PlacedKeeper>();
        m_hub = std::make_unique<SnapshotHub>();
        ServerOptions options;
        options.listen = QStringLiteral("unix://") + m_folder.filePath(QStringLiteral("peer.sock"));
        options.access.anonymous = CallerRole::Viewer;
        auto server = ControlServer::start(options, *m_hub, *m_keeper, nullptr);
        QVERIFY(server);
        m_server = std::move(server).value();
        m_log.clear();
        m_config = {};
        m_config.id = EntityId("peer");
        m_config.name = QStringLiteral("emea");
        m_config.type = QStringLiteral("peer");
        m_config.address = options.listen;
    }
    void cleanup()
    {
        m_connector.reset();
        m_server.reset();
    }

    void measuresAndReadsNothing()
    {
        begin();
        m_connector->probe();
        QTRY_COMPARE(m_log, QStringLiteral("listed nothing, beat from site:fra1, had to connect"));
        m_connector->probe();
        QTRY_COMPARE(m_log, QStringLiteral("listed nothing, beat from site:fra1, had to connect, beat from site:fra1"));
        QVERIFY(m_beat.rttMs > 0 && m_beat.rttMs < 1000);
        QCOMPARE(m_beat.probe, ProbeKind::Mesh);
        QVERIFY(m_beat.clockOffset && m_beat.clockErrorMs > 0);
        QVERIFY(std::abs(double(m_beat.clockOffset->count())) <= m_beat.clockErrorMs + 1);
        QCOMPARE(m_server->watchers(), 0);
    }

    void anotherKeeperIsRefused()
    {
        m_config.options.insert(QStringLiteral("keeper"), QStringLiteral("k2"));
        begin();
        m_connector->probe();
        QTRY_COMPARE(m_log, QStringLiteral("failed: At %1 answers the keeper \"emea\" with id k1, and k2 is expected: "
                                           "nothing is measured there.")
                                .arg(m_config.address));
    }

    void itselfIsNoPeer()
    {
        m_keeper->id = QStringLiteral("me");
        begin();
        m_connector->probe();
        QTRY_COMPARE(m_log, QStringLiteral("failed: %1 is this keeper itself: there is no way to measure. Remove it.")
                                .arg(m_config.address));
    }

    void oneThatDoesNotSayWhereItStands()
    {
        m_keeper->site.clear();
        begin();
        m_connector->probe();
        QTRY_VERIFY(m_log.contains(QLatin1String("beat")));
        QCOMPARE(m_beat.warnings,
                 QStringList{QStringLiteral("does not say at which site it stands, so no link is told")});
    }

    void onlyWhoIsEnrolledMayMeasureFromAfar()
    {
        const auto complaints = [this](const char *address) {
            m_config.address = QLatin1String(address);
            return peerConnectorType().check(m_config).join(u'\n');
        };
        QVERIFY(complaints("https://keeper.example:7443").startsWith(QLatin1String("tls.certificate: is missing.")));
        QCOMPARE(complaints("unix:///run/keeper.sock"), QString());
        m_config.certificateFile = QStringLiteral("/etc/graticule/client.pem");
        QCOMPARE(complaints("https://keeper.example:7443"), QString());
        QVERIFY(complaints("keeper.example").startsWith(QLatin1String("address: ")));
    }

private:
    void begin()
    {
        m_connector = std::make_unique<PeerConnector>(
            ConnectorContext{m_config, m_clock, m_load, m_sites, m_secrets, QStringLiteral("me")});
        const auto note = [this](const QString &word) {
            m_log += (m_log.isEmpty() ? QString() : QStringLiteral(", ")) + word;
        };
        connect(m_connector.get(), &Connector::listed, this, [note](const FleetDelta &all) {
            note(all.isEmpty() ? QStringLiteral("listed nothing") : QStringLiteral("listed something"));
        });
        connect(m_connector.get(), &Connector::beat, this, [this, note](const Beat &beat) {
            m_beat = beat;
            note(QStringLiteral("beat from ") + beat.site.toString());
            if (beat.rttMs < 0)
                note(QStringLiteral("had to connect"));
        });
        connect(m_connector.get(), &Connector::failed, this,
                [note](const Error &error) { note(QStringLiteral("failed: ") + error.text); });
        m_connector->start();
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};
    NoSites m_sites;
    NoSecrets m_secrets;
    ConnectionConfig m_config;
    std::unique_ptr<PlacedKeeper> m_keeper;
    std::unique_ptr<SnapshotHub> m_hub;
    std::unique_ptr<ControlServer> m_server;
    std::unique_ptr<PeerConnector> m_connector;
    Beat m_beat;
    QString m_log;
};

QTEST_GUILESS_MAIN(TestPeerConnector)
#include "tst_peerconnector.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/authority.h"
#include "backend/connectors/filesecretstore.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/teamaccess.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;

/// Who may reach a team's keeper while files change under it, well or badly.
class TestTeamAccess : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(kNow);
        write("keeper.yaml", kConfig);
        write("bot.token", "s3cret");
        auto authority = Authority::open(place(), kNow);
        QVERIFY2(authority, authority ? "" : qPrintable(authority.error().text));
        QVERIFY(authority.value().enrol(QStringLiteral("alice"), CallerRole::Operator, std::chrono::days(90), kNow));
        QVERIFY(authority.value().enrol(QStringLiteral("bob"), CallerRole::Viewer, std::chrono::days(90), kNow));
    }
    void cleanup()
    {
        m_access.reset();
        m_said.clear();
    }

    void aRevocationCounts()
    {
        begin();
        QCOMPARE(state(), QStringLiteral("alice operator, bob viewer; tokens: 1"));
        revoke("alice");
        m_access->readAgain();
        QCOMPARE(state(), QStringLiteral("alice revoked, bob viewer; tokens: 1"));
        QCOMPARE(m_said, QStringList());
    }

    void aMistakeInTheFileHoldsNoRevocationUp()
    {
        begin();
        write("keeper.yaml", QByteArray(kConfig) + "what: is this\n");
        revoke("alice");
        m_access->readAgain();
        QCOMPARE(state(), QStringLiteral("alice revoked, bob viewer; tokens: 1"));
        QCOMPARE(m_said.size(), 2);
        QVERIFY2(m_said.first().contains(QLatin1String("keeper.yaml:7: what")), qPrintable(m_said.first()));
        QCOMPARE(m_said.last(),
                 QStringLiteral("%1: what it says of clients stays as it was; enrolments and revocations count")
                     .arg(in("keeper.yaml")));
    }

    void norDoesATokenThatCannotBeRead()
    {
        begin();
        QVERIFY(QFile::setPermissions(in("bot.token"), QFile::ReadOwner | QFile::ReadOther));
        revoke("alice");
        m_access->readAgain();
        QCOMPARE(state(), QStringLiteral("alice revoked, bob viewer; tokens: 1"));
        QVERIFY2(m_said.value(0).contains(QLatin1String("can be read by other users")), qPrintable(m_said.value(0)));
    }

    void looksAgainUntilItCanBeRead()
    {
        begin();
        write("keeper.yaml", "data: [\n");
        m_access->readAgain();
        const qsizetype said = m_said.size();
        QVERIFY(said > 0);
        m_clock->advance(1min);
        QCOMPARE(m_said.size(), said); // once is enough
        write("keeper.yaml", QByteArray(kConfig).replace("role: viewer", "role: admin"));
        m_clock->advance(TeamAccess::kLookAgain);
        QCOMPARE(m_rules.tokens.values(), QList<CallerRole>{CallerRole::Admin});
        QCOMPARE(m_said.last(),
                 QStringLiteral("%1: who may reach this keeper could be read again").arg(in("keeper.yaml")));
        m_said.clear();
        m_clock->advance(1h);
        QCOMPARE(m_said, QStringList());
    }

    void aRegisterThatIsLostForgetsNobody_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("cut off") << QByteArray("{\"clients\": [");
    }
    void aRegisterThatIsLostForgetsNobody()
    {
        QFETCH(QByteArray, left);
        revoke("alice");
        begin();
        QCOMPARE(state(), QStringLiteral("alice revoked, bob viewer; tokens: 1"));
        const QString file = AuthorityFiles(place().directory).clients();
        QVERIFY(QFile::rename(file, in("kept")));
        if (!left.isNull())
            write("authority/clients.json", left);
        m_access->readAgain();
        QCOMPARE(state(), QStringLiteral("alice revoked, bob viewer; tokens: 1"));
        QVERIFY2(m_said.value(0).endsWith(QLatin1String(" Who was enrolled and who was revoked stays as it was.")),
                 qPrintable(m_said.join(QLatin1Char('\n'))));

        QFile::remove(file);
        QVERIFY(QFile::rename(in("kept"), file));
        revoke("bob");
        m_clock->advance(TeamAccess::kLookAgain);
        QCOMPARE(state(), QStringLiteral("alice revoked, bob revoked; tokens: 1"));
    }

    void withoutItsRegisterAnAuthorityLetsNobodyBegin()
    {
        QVERIFY(QFile::remove(AuthorityFiles(place().directory).clients()));
        const auto rules = newAccess().begin(config());
        QVERIFY(!rules);
        QVERIFY2(rules.error().text.contains(QLatin1String("clients.json is missing")), qPrintable(rules.error().text));
    }

    // What the file says of the address counts from the next start on; what it says of clients, at once.
    void whereItListensDecidesWhoIsAnonymous_data()
    {
        QTest::addColumn<QByteArray>("listen");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("this machine") << QByteArray("127.0.0.1:7443") << true;
        QTest::newRow("every machine") << QByteArray("0.0.0.0:7443") << false;
    }
    void whereItListensDecidesWhoIsAnonymous()
    {
        QFETCH(QByteArray, listen);
        QFETCH(bool, isOpen);
        write("server.pem", "");
        write("server.key", "");
        QVERIFY(QFile::setPermissions(in("server.key"), QFile::ReadOwner));
        const QByteArray tls = "data: data\ntls: {certificate: server.pem, key: server.key}\nlisten: ";
        write("keeper.yaml", tls + listen + "\nclients: {tokens: [{file: bot.token, role: viewer}]}\n");
        begin();
        write("keeper.yaml", tls + "127.0.0.1:7443\n");
        m_access->readAgain();
        QVERIFY(m_rules.tokens.isEmpty());
        QCOMPARE(m_rules.anonymous == CallerRole::Viewer, isOpen);
    }

private:
    static constexpr Instant kNow = Instant(Milliseconds(1'795'305'600'000));
    static constexpr char kConfig[] = "name: emea\ndata: data\nlisten: 127.0.0.1:0\naddress: localhost:7443\n"
                                      "authority: authority\n"
                                      "clients: {tokens: [{file: bot.token, role: viewer}]}\n";

    QString in(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(in(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    Authority::Place place() const
    {
        return {
            in("authority"), QStringLiteral("emea"), QStringLiteral("localhost:7443"), {QStringLiteral("localhost")}};
    }

    void revoke(const char *name) const
    {
        auto authority = Authority::existing(place());
        QVERIFY2(authority, authority ? "" : qPrintable(authority.error().text));
        QVERIFY(authority.value().revoke(QString::fromLatin1(name), kNow));
    }

    KeeperConfig config() const
    {
        Mistakes mistakes;
        const KeeperConfig config = readKeeperConfig(in("keeper.yaml"), mistakes);
        for (const Mistake &mistake : std::as_const(mistakes))
            qWarning("%s", qPrintable(mistake.toString(in("keeper.yaml"))));
        return config;
    }

    TeamAccess &newAccess()
    {
        m_access = std::make_unique<TeamAccess>(in("keeper.yaml"), m_secrets, *m_clock);
        connect(m_access.get(), &TeamAccess::changed, this, [this](const AccessRules &rules) { m_rules = rules; });
        connect(m_access.get(), &TeamAccess::said, this, [this](const QString &line) { m_said.append(line); });
        return *m_access;
    }

    void begin()
    {
        const auto rules = newAccess().begin(config());
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text));
        m_rules = *rules;
    }

    /// What the rules make of those who were enrolled.
    QString state() const
    {
        QFile file(AuthorityFiles(place().directory).clients());
        if (QFile::exists(in("kept")))
            file.setFileName(in("kept"));
        const auto clients = ClientRegister::read(file.fileName());
        if (!clients)
            return clients.error().text;
        QStringList all;
        for (const EnrolledClient &client : clients->clients())
            all.append(client.name + QLatin1Char(' ') +
                       (m_rules.revoked.contains(client.fingerprint)
                            ? QStringLiteral("revoked")
                            : roleWord(m_rules.enrolled.value(client.fingerprint).role)));
        return QStringLiteral("%1; tokens: %2").arg(all.join(QStringLiteral(", "))).arg(m_rules.tokens.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    FileSecretStore m_secrets;
    std::unique_ptr<TeamAccess> m_access;
    AccessRules m_rules;
    QStringList m_said;
};

QTEST_GUILESS_MAIN(TestTeamAccess)
#include "tst_teamaccess.moc"

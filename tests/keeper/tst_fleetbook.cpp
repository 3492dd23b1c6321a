// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/authority.h"
#include "backend/keeper/fleetbook.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace graticule;

/// Which fleets a home knows: kept in files, keys for their owner only.
class TestFleetBook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<FleetBook>(KeeperHome::at(m_folder->filePath(QStringLiteral("home"))));
    }

    void knowsNothingAtFirst() { QCOMPARE(text(), QString()); }

    void remembersWhatItWasGiven()
    {
        QVERIFY(m_book->add(enrolment("alice"), {}, {}));
        QVERIFY(m_book->add(*readKeeperAddress(QStringLiteral("unix:///run/k.sock"), false), QStringLiteral("socket")));
        QVERIFY(m_book->addHome(m_folder->filePath(QStringLiteral("test")), {}));
        QCOMPARE(text(), QStringLiteral("emea: keeper.example:7443 over TLS as alice\n"
                                        "socket: unix:///run/k.sock\n"
                                        "test: home %1/test\n")
                             .arg(m_folder->path()));
        QVERIFY(m_book->find(QStringLiteral("emea")));
        QVERIFY(m_book->find(QStringLiteral("https://keeper.example:7443")));
        QVERIFY(!m_book->find(QStringLiteral("other.example:7443")));
    }

    void fleetsBehindOneAddressAreFoundByName()
    {
        const QString tunnel = QStringLiteral("localhost:9000");
        QVERIFY(m_book->add(enrolment("alice"), QStringLiteral("emea"), tunnel));
        QVERIFY(m_book->find(tunnel));
        QVERIFY(m_book->add(*readKeeperAddress(tunnel, false), QStringLiteral("apac")));
        QVERIFY(!m_book->find(tunnel));
        QCOMPARE(m_book->find(QStringLiteral("apac"))->name, QStringLiteral("apac"));
    }

    void keysAreTheirOwnersOnly()
    {
        const auto fleet = m_book->add(enrolment("alice"), {}, {});
        QVERIFY(fleet);
        constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(fleet->address.keyFile) & ~ownerOnly, QFile::Permissions());
        const QFileInfo folder(QFileInfo(fleet->address.keyFile).path());
        QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
    }

    void theSameKeeperAgainIsARenewal()
    {
        QVERIFY(m_book->add(enrolment("alice", 1), {}, {}));
        const auto renewed = m_book->add(enrolment("alice", 90), {}, {});
        QVERIFY(renewed);
        QVERIFY(renewed->expires > m_now + std::chrono::days(80));
        QCOMPARE(m_book->fleets().size(), 1);
    }

    void aTunnelIsCheckedForTheNameBehindIt()
    {
        const auto fleet = m_book->add(enrolment("alice"), QStringLiteral("tunnel"), QStringLiteral("localhost:9000"));
        QVERIFY(fleet);
        QCOMPARE(fleet->address.target, QStringLiteral("localhost:9000"));
        QVERIFY(fleet->address.tls);
        QCOMPARE(fleet->address.serverName, QStringLiteral("keeper.example"));
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("why");
        const QString form = QStringLiteral(" cannot be one: no \"/\", no dot at the beginning, no space at either "
                                            "end, at most 100 bytes.");
        QTest::newRow("path") << "../x"
                              << "" << QStringLiteral("name: \"../x\"") + form;
        QTest::newRow("hidden") << ".x"
                                << "" << QStringLiteral("name: \".x\"") + form;
        QTest::newRow("taken") << "socket"
                               << ""
                               << QStringLiteral("name: \"socket\" is another fleet already; choose another name.");
        QTest::newRow("address") << "x"
                                 << "nowhere"
                                 << QStringLiteral(
                                        "address: \"nowhere\" is not of the form host:port or unix:///path.");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QVERIFY(m_book->add(*readKeeperAddress(QStringLiteral("unix:///run/k.sock"), false), QStringLiteral("socket")));
        const auto added = m_book->add(enrolment("alice"), name, address);
        QVERIFY(!added);
        QTEST(added.error().text, "why");
    }

    void forgetsItsOwnFilesOnly()
    {
        const auto fleet = m_book->add(enrolment("alice"), {}, {});
        QVERIFY(m_book->remove(QStringLiteral("emea")));
        QVERIFY(!QFileInfo::exists(fleet->address.keyFile));
        QCOMPARE(text(), QString());
        QCOMPARE(m_book->remove(QStringLiteral("emea")).error().text, QStringLiteral("No fleet is named \"emea\"."));
        QCOMPARE(m_book->remove(QStringLiteral("..")).error().kind, ErrorKind::NotFound);

        const auto again = m_book->add(enrolment("alice"), {}, {});
        const QString notes = QFileInfo(again->address.keyFile).path() + QStringLiteral("/notes.txt");
        QFile file(notes);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!m_book->remove(QStringLiteral("emea")));
        QVERIFY(QFileInfo::exists(notes));
        QCOMPARE(text(), QString());
    }

    void whatIsNoEnrolmentIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing") << QByteArray()
                                 << "This is no enrolment; \"graticuled enrol\" on the keeper's machine makes one.";
        QTest::newRow("something else")
            << QByteArray("{\"a\": 1}")
            << "This is no enrolment; \"graticuled enrol\" on the keeper's machine makes one.";
        QTest::newRow("a later release") << QByteArray("{\"graticule\": \"enrolment\", \"version\": 2}")
                                         << "version: this enrolment was made for a later release; update Graticule.";
        QTest::newRow("half") << QByteArray("{\"graticule\": \"enrolment\", \"version\": 1, \"keeper\": \"emea\"}")
                              << "address: is missing; have the enrolment made again.";
        QTest::newRow("no certificate")
            << QByteArray("{\"graticule\": \"enrolment\", \"version\": 1, \"keeper\": \"emea\", \"address\": \"a:1\"}")
            << "certificate: is no certificate; have the enrolment made again.";
    }
    void whatIsNoEnrolmentIsSaidSo()
    {
        QFETCH(QByteArray, bytes);
        QTEST(Enrolment::fromFile(bytes).error().text, "why");
    }

private:
    Enrolment enrolment(const char *name, int days = 30)
    {
        auto authority = Authority::open({m_folder->filePath(QStringLiteral("authority")),
                                          QStringLiteral("emea"),
                                          QStringLiteral("keeper.example:7443"),
                                          {QStringLiteral("keeper.example")}},
                                         m_now);
        const auto made =
            authority.value().enrol(QString::fromLatin1(name), CallerRole::Viewer, std::chrono::days(days), m_now);
        return Enrolment::fromFile(made->toFile()).value(); // as it arrives
    }

    QString text() const
    {
        QString lines;
        for (const KnownFleet &fleet : m_book->fleets())
            lines +=
                fleet.name + QStringLiteral(": ") +
                (fleet.kind == KnownFleet::Kind::Home ? QStringLiteral("home ") + fleet.home : fleet.address.target) +
                (fleet.address.tls ? QStringLiteral(" over TLS") : QString()) +
                (fleet.caller.isEmpty() ? QString() : QStringLiteral(" as ") + fleet.caller) + QLatin1Char('\n');
        return lines;
    }

    const Instant m_now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FleetBook> m_book;
};

QTEST_GUILESS_MAIN(TestFleetBook)
#include "tst_fleetbook.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/authority.h"
#include "backend/authority/certificate.h"
#include "backend/authority/ownedfile.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <future>

#include <unistd.h>

using namespace graticule;

/// The authority of a keeper in its directory: made once, never over what is left of an earlier one.
class TestAuthority : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = {m_folder->filePath(QStringLiteral("authority")),
                   QStringLiteral("emea"),
                   QStringLiteral("localhost:7443"),
                   {QStringLiteral("localhost")}};
    }

    void theFirstTimeMakesAllOfIt()
    {
        QCOMPARE(textOf(Authority::existing(m_place)),
                 QStringLiteral("NotFound: There is no authority in %1 yet; \"graticuled enrol\" makes it.")
                     .arg(m_place.directory));
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QCOMPARE(files(), QStringLiteral("authority.pem clients.json server.pem trusted.pem"));
        const QByteArray trusted = contents("trusted.pem");
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QCOMPARE(contents("trusted.pem"), trusted);
    }

    void nothingIsMadeOverWhatIsLeft_data()
    {
        QTest::addColumn<QString>("left");
        for (const char *file : {"trusted.pem", "server.pem", "clients.json"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void nothingIsMadeOverWhatIsLeft()
    {
        QFETCH(QString, left);
        QVERIFY(QDir().mkpath(m_place.directory));
        write(qPrintable(left), "what was there");
        const QString conflict =
            QStringLiteral("Conflict: %1 holds files of an authority, but its key is missing (authority.pem). Put that "
                           "back. To begin anew, move the directory away; everybody has to be enrolled again then.")
                .arg(m_place.directory);
        QCOMPARE(textOf(Authority::open(m_place, kNow)), conflict);
        QCOMPARE(textOf(Authority::existing(m_place)), conflict);
        QCOMPARE(files(), left);
        QCOMPARE(contents(qPrintable(left)), QByteArray("what was there"));
    }

    void twoAtOnceMakeOne()
    {
        const auto enrol = [place = m_place](const char *name) {
            auto authority = Authority::open(place, kNow);
            if (!authority)
                return authority.error().text;
            const auto given = authority.value().enrol(QString::fromLatin1(name), CallerRole::Viewer, days(30), kNow);
            return given ? QStringLiteral("fine") : given.error().text;
        };
        for (int round = 0; round < 10; ++round) {
            QDir(m_place.directory).removeRecursively();
            auto alice = std::async(std::launch::async, enrol, "alice");
            auto bob = std::async(std::launch::async, enrol, "bob");
            QCOMPARE(alice.get(), QStringLiteral("fine"));
            QCOMPARE(bob.get(), QStringLiteral("fine"));
            QCOMPARE(certificatesIn(contents("trusted.pem")).size(), 1);
            const auto clients = ClientRegister::read(AuthorityFiles(m_place.directory).clients());
            QVERIFY(clients);
            QVERIFY(clients->knows(QStringLiteral("alice")) && clients->knows(QStringLiteral("bob")));
        }
    }

    void theServersCertificateIsRenewedBeforeItEnds()
    {
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        const Instant first = serverUntil();
        QCOMPARE(first, kNow + Authority::kServerFor);
        QCOMPARE(textOf(Authority::open(m_place, first - days(31))), QStringLiteral("fine"));
        QCOMPARE(serverUntil(), first);
        QCOMPARE(textOf(Authority::open(m_place, first - days(29))), QStringLiteral("fine"));
        QCOMPARE(serverUntil(), first - days(29) + Authority::kServerFor);
        const Instant late = serverUntil() + days(100); // nobody enrolled anyone for long
        QCOMPARE(textOf(Authority::open(m_place, late)), QStringLiteral("fine"));
        QCOMPARE(serverUntil(), late + Authority::kServerFor);
    }

    void anExpiredAuthorityGivesNothing()
    {
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QCOMPARE(
            textOf(Authority::open(m_place, kNow + Authority::kAuthorityFor)),
            QStringLiteral("Conflict: The authority in %1 expired on 2036-11-19; \"graticuled rotate --authority\" "
                           "makes another.")
                .arg(m_place.directory));
        const Instant late = kNow + Authority::kAuthorityFor + days(1);
        QVERIFY(Authority::existing(m_place).value().rotateAuthority(late)); // the way out that was named
        QCOMPARE(textOf(Authority::open(m_place, late)), QStringLiteral("fine"));
        QCOMPARE(serverUntil(), late + Authority::kServerFor);
        QCOMPARE(certificatesIn(contents("trusted.pem")).size(), 1);
    }

    void aRegisterThatIsGoneIsNoEmptyOne()
    {
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QVERIFY(QFile::remove(m_place.directory + QStringLiteral("/clients.json")));
        const QString missing = QStringLiteral("NotFound: %1/clients.json is missing; it says who was enrolled and who "
                                               "was revoked: put it back.")
                                    .arg(m_place.directory);
        QCOMPARE(textOf(Authority::open(m_place, kNow)), missing);
        QCOMPARE(textOf(Authority::existing(m_place)), missing);
        QCOMPARE(files(), QStringLiteral("authority.pem server.pem trusted.pem"));
    }

    void aClientWithoutAnEndIsNotUnderstood()
    {
        const auto registerWith = [](const QByteArray &more) {
            return "{\"clients\": [{\"name\": \"alice\", \"role\": \"viewer\", \"fingerprint\": \"" +
                   QByteArray(64, 'a') + "\"" + more + "}]}";
        };
        QVERIFY(ClientRegister::fromFile(registerWith(", \"expires\": \"2027-01-01T00:00:00Z\"")));
        QVERIFY(!ClientRegister::fromFile(registerWith({})));
    }

    // Whoever owns the directory above could put a link in the place of ours, to have root write elsewhere.
    void rootWritesIntoNoLink()
    {
        if (::geteuid() != 0)
            QSKIP("only root gives files away");
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("elsewhere"))));
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("elsewhere")), m_place.directory));
        QVERIFY(!writeOwnedFile(m_place.directory + QStringLiteral("/x"), "secret", FileOwner::OfDirectory));
        QVERIFY(!Authority::open(m_place, kNow));
        QCOMPARE(QDir(m_folder->filePath(QStringLiteral("elsewhere"))).entryList(QDir::Files), QStringList());
    }

    void whatRootMakesBelongsToWhoHasTheDirectory()
    {
        if (::geteuid() != 0)
            QSKIP("only root gives files away");
        constexpr uint kSomebody = 12345;
        QCOMPARE(::chown(qPrintable(m_folder->path()), kSomebody, kSomebody), 0);
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QCOMPARE(textOf(Authority::open(m_place, kNow)), QStringLiteral("fine"));
        QStringList owners;
        for (const QString &file : {QStringLiteral("."), QStringLiteral("authority.pem"),
                                    QStringLiteral("clients.json"), QStringLiteral("server.pem")})
            owners.append(QStringLiteral("%1 %2").arg(file).arg(QFileInfo(m_place.directory + u'/' + file).ownerId()));
        QCOMPARE(owners.join(QStringLiteral(", ")),
                 QStringLiteral(". 12345, authority.pem 0, clients.json 12345, server.pem 12345"));
    }

private:
    using days = std::chrono::days;
    // A whole second, as certificates have them: 2026-11-22.
    static constexpr Instant kNow = Instant(Milliseconds(1'795'305'600'000));

    static QString textOf(const Result<Authority> &authority)
    {
        if (authority)
            return QStringLiteral("fine");
        const ErrorKind kind = authority.error().kind;
        return (kind == ErrorKind::NotFound   ? QStringLiteral("NotFound: ")
                : kind == ErrorKind::Conflict ? QStringLiteral("Conflict: ")
                                              : QString()) +
               authority.error().text;
    }

    QString files() const { return QDir(m_place.directory).entryList(QDir::Files, QDir::Name).join(QLatin1Char(' ')); }

    QByteArray contents(const char *name) const
    {
        QFile file(m_place.directory + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_place.directory + QLatin1Char('/') + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    Instant serverUntil() const { return readCertificate(contents("server.pem")).value().notAfter; }

    std::unique_ptr<QTemporaryDir> m_folder;
    Authority::Place m_place;
};

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"

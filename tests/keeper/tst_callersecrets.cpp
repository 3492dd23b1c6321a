// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/secretstore.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/callersecrets.h"
#include "backend/keeper/keeper.h"
#include "backend/places/siteresolver.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
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

} // namespace

/// What a person who may add connections, but is not the keeper's administrator, can make the keeper send away.
class tst_CallerSecrets : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void references_data();
    void references();
    void privateKeepersTakeAny();
    void guardsEveryDoor();

private:
    QTemporaryDir m_directory;
};

void tst_CallerSecrets::initTestCase()
{
    QVERIFY(QDir(m_directory.path()).mkdir(QStringLiteral("secrets.d")));
    for (const char *name : {"secrets.d/token", "server.key"}) {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(QFile::link(m_directory.filePath(QStringLiteral("server.key")),
                        m_directory.filePath(QStringLiteral("secrets.d/link"))));
    QVERIFY(
        QFile::link(m_directory.filePath(QStringLiteral("secrets.d")), m_directory.filePath(QStringLiteral("way-in"))));
}

void tst_CallerSecrets::references_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *reference, bool allowed) {
        QTest::newRow(reference) << QString::fromLatin1(reference) << allowed;
    };
    row("", true);
    row("credential:dub", true);
    row("file:DIR/secrets.d/token", true);
    row("file:DIR/way-in/token", true);
    row("file:DIR/secrets.d/not-there-yet", true);
    row("file:DIR/secrets.d", false);
    row("file:DIR/secrets.d/../server.key", false);
    row("file:DIR/secrets.d/not-there/../../server.key", false);
    row("file:DIR/secrets.d/link", false);
    row("file:DIR/secrets.data/token", false);
    row("file:DIR/server.key", false);
    row("file:secrets.d/token", false);
    row("env:HOME", false);
    row("keychain:x", false);
}

void tst_CallerSecrets::references()
{
    QFETCH(QString, reference);
    QFETCH(bool, allowed);
    reference.replace(QStringLiteral("DIR"), m_directory.path());
    const QString trouble = CallerSecrets{m_directory.filePath(QStringLiteral("secrets.d"))}.trouble(reference);
    QVERIFY2(trouble.isEmpty() == allowed, qPrintable(trouble));
    const bool isFile = reference.startsWith(QLatin1String("file:"));
    QCOMPARE(CallerSecrets{QString()}.trouble(reference).isEmpty(), allowed && !isFile);
}

void tst_CallerSecrets::privateKeepersTakeAny()
{
    QCOMPARE(CallerSecrets().trouble(QStringLiteral("file:/etc/shadow")), QString()); // as its own user may
}

void tst_CallerSecrets::guardsEveryDoor()
{
    ManualClock clock;
    const ConnectorRegistry types;
    const NoSites sites;
    const NoSecrets secrets;
    KeeperOptions options;
    options.callerSecrets.directory = m_directory.filePath(QStringLiteral("secrets.d"));
    Keeper keeper(options, {clock, types, sites, secrets});
    ConnectionConfig config;
    config.name = QStringLiteral("mine");
    config.type = QStringLiteral("grpc");
    config.token = QStringLiteral("file:/etc/shadow");
    const auto isSaid = [](const QString &text) {
        return text.contains(QLatin1String("token: may be credential:NAME or a file: below "));
    };
    QVERIFY(isSaid(keeper.save(config).error().text));
    QString tested;
    keeper.test(config, [&](const TestStep &step) { tested += step.error.text; });
    QVERIFY2(isSaid(tested), qPrintable(tested));
}

QTEST_GUILESS_MAIN(tst_CallerSecrets)
#include "tst_callersecrets.moc"

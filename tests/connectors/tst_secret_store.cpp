// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;

/// Where secrets may lie, and what keeps one from being read.
class TestSecretStore : public graticule::testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;

    QString write(const char *name, const QByteArray &bytes, QFile::Permissions permissions) const
    {
        const QString path = m_directory.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.setPermissions(permissions))
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QString outcome(const Result<QByteArray> &result)
    {
        return result ? QString::fromUtf8(*result) : graticule::testing::printed(result.error());
    }

private Q_SLOTS:
    void readsOwnFilesWithoutTheirNewline()
    {
        const QString path = write("token", "s3cr3t\n", QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(outcome(FileSecretStore().read(QStringLiteral("file:") + path)), QStringLiteral("s3cr3t"));
    }

    void refusesWhatOthersCanRead()
    {
        const QString path = write("open", "s3cr3t", QFile::ReadOwner | QFile::ReadGroup);
        QCOMPARE(outcome(FileSecretStore().read(QStringLiteral("file:") + path)),
                 QStringLiteral("refused, input: The secret \"file:%1\" can be read by other users; run: chmod 600 %1.")
                     .arg(path));
    }

    void readsEnvironmentAndCredentials()
    {
        write("db", "from systemd", QFile::ReadOwner | QFile::ReadGroup);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("TOKEN"), QStringLiteral("from env"));
        environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), m_directory.path());
        const FileSecretStore store(environment);
        QCOMPARE(outcome(store.read(QStringLiteral("env:TOKEN"))), QStringLiteral("from env"));
        QCOMPARE(outcome(store.read(QStringLiteral("credential:db"))), QStringLiteral("from systemd"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &reference, const char *why) {
            QTest::newRow(name) << reference << QString::fromLatin1(why);
        };
        row("nothing", QString(), "has no form; write file:/path, env:NAME or credential:NAME");
        row("bare", QStringLiteral("hunter2"), "has no form; write file:/path, env:NAME or credential:NAME");
        row("form", QStringLiteral("vault:x"), "has an unknown form; write file:/path, env:NAME or credential:NAME");
        row("relative", QStringLiteral("file:token"), "needs an absolute path");
        row("missing", QStringLiteral("file:/nonexistent/token"), "does not exist");
        row("directory", QStringLiteral("file:/"), "is not a file");
        row("device", QStringLiteral("file:/dev/zero"), "is not a file");
        row("environment", QStringLiteral("env:NOT_SET"), "is not set");
        row("systemd", QStringLiteral("credential:x"), "needs systemd's LoadCredential=, which is not in use here");
        row("keychain", QStringLiteral("keychain:x"),
            "is in a keychain, which this build does not read yet; use file:");
        row("huge", QStringLiteral("file:") + write("huge", QByteArray(65537, 'x'), QFile::ReadOwner),
            "is larger than 64 kB");
        row("empty", QStringLiteral("file:") + write("empty", "\n", QFile::ReadOwner), "is empty");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, reference);
        QFETCH(QString, why);
        const auto result = FileSecretStore(QProcessEnvironment()).read(reference);
        QCOMPARE(outcome(result), QStringLiteral("refused, input: The secret \"%1\" %2.").arg(reference, why));
    }

    void doesNotLeaveTheCredentialsDirectory()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("CREDENTIALS_DIRECTORY"), m_directory.path());
        const FileSecretStore store(environment);
        QVERIFY(!store.read(QStringLiteral("credential:../token")));
        QVERIFY(!store.read(QStringLiteral("credential:.hidden")));
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"

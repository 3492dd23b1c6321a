// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/sshcommand.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QUrl>

using namespace graticule;

/// What of an address may reach ssh, and the shell behind it.
class TestDockerSshCommand : public graticule::testing::Test
{
    Q_OBJECT

    /// The end of the command, after its fixed options, or why there is none.
    static QString commandFor(const QByteArray &address)
    {
        const auto command = sshDockerCommand(QUrl::fromEncoded(address), QString());
        if (!command)
            return QStringLiteral("error: ") + command.error().text;
        return command->mid(int(command->lastIndexOf(QStringLiteral("ForwardAgent=no"))) + 1).join(QLatin1Char('|'));
    }

private Q_SLOTS:
    void takesPlainAddresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *address, const char *command) {
            QTest::newRow(address) << QByteArray(address) << QString::fromLatin1(command);
        };
        row("ssh://dub", "--|dub|docker|system|dial-stdio");
        row("ssh://me@dub.example.org:2222", "-l|me|-p|2222|--|dub.example.org|docker|system|dial-stdio");
        row("ssh://[2001:db8::1]", "--|2001:db8::1|docker|system|dial-stdio");
        row("ssh://dub/run/user/1000/docker.sock",
            "--|dub|docker|--host|unix:///run/user/1000/docker.sock|system|dial-stdio");
    }
    void takesPlainAddresses()
    {
        QFETCH(QByteArray, address);
        QTEST(commandFor(address), "command");
    }

    void refusesWhatASshOrAShellCouldTakeForSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("why");
        const auto rows = [](const char *before, const char *after, const char *why) {
            for (const char *bad : {"%0A", "%0D", "%00", "%20", "%09", "%27", "%22", "%3B", "%24", "%60", "%26", "%7C",
                                    "%5C", "%2A", "%7E", "%C3%A9"}) {
                for (const char *letter : {"", "a"}) { // at the very end, and inside
                    const QByteArray address = QByteArray(before) + bad + letter + after;
                    QTest::newRow(address) << address << QString::fromLatin1(why);
                }
            }
        };
        rows("ssh://x", "@dub", "is no user that ssh takes");
        rows("ssh://dub/run/x", "", "characters that a path of a socket should not have");
        const auto row = [](const char *address, const char *why) {
            QTest::newRow(address) << QByteArray(address) << QString::fromLatin1(why);
        };
        row("ssh://-oProxyCommand=x@dub", "is no user that ssh takes");
        row("ssh://-l@dub", "is no user that ssh takes");
        row("ssh://-oProxyCommand", "names no host");
        row("ssh://dub%0A", "names no host");
        row("ssh://dub%00", "names no host");
        row("ssh://dub%20x", "names no host");
        row("ssh://dub;x", "names no host");
        row("ssh://dub%27", "names no host");
        row("ssh:///run/x", "names no host");
        row("ssh://me:secret@dub", "a password has no place here");
        row("ssh://dub/x?y", "it has more than");
        row("ssh://dub/x#y", "it has more than");
    }
    void refusesWhatASshOrAShellCouldTakeForSomethingElse()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, why);
        const QString said = commandFor(address);
        QVERIFY2(said.startsWith(QLatin1String("error: ")) && said.contains(why), qPrintable(said));
    }

    void saysHowSshEnded()
    {
        const auto said = [](const CommandEnd &end) {
            return graticule::testing::printed(sshDockerError(QStringLiteral("THERE"), end));
        };
        QCOMPARE(said({CommandEnd::How::Missing, 0, "execve: No such file or directory"}),
                 QStringLiteral("unsupported, input: THERE needs ssh, which is not installed where the keeper runs "
                                "(package openssh-client)."));
        QCOMPARE(said({CommandEnd::How::NotStarted, 0, "Resource temporarily unavailable"}),
                 QStringLiteral("internal, ours: THERE needs ssh, which cannot be started: Resource temporarily "
                                "unavailable."));
        QCOMPARE(said({CommandEnd::How::Crashed, 0, ""}),
                 QStringLiteral("disconnected, ours: The ssh that spoke with THERE was ended by a signal."));
    }
};

QTEST_GUILESS_MAIN(TestDockerSshCommand)
#include "tst_docker_sshcommand.moc"

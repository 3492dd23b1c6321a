// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlogparser.h"
#include "backend/connectors/kubernetes/kubehappening.h"
#include "backend/connectors/kubernetes/kubelogs.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/test.h"

using graticule::testing::fixture;
using namespace graticule;

/// What platforms write into logs, as lines; also what hostile ones do.
class TestLogs : public graticule::testing::Test
{
    Q_OBJECT

private:
    static QByteArray message(char channel, const QByteArray &text)
    {
        QByteArray head(8, '\0');
        head[0] = channel;
        for (int i = 0; i < 4; ++i)
            head[4 + i] = char(quint32(text.size()) >> (8 * (3 - i)));
        return head + text;
    }
    static QString word(const LogLine &line)
    {
        static const QStringList channels{QStringLiteral("?"), QStringLiteral("out"), QStringLiteral("err")};
        return QStringLiteral("%1 %2 %3%4")
            .arg(channels.value(int(line.channel)), line.at == kNever ? QStringLiteral("-") : toIso(line.at), line.text,
                 line.isCut ? QStringLiteral(" CUT") : QString());
    }
    static QStringList words(const QList<LogLine> &lines)
    {
        QStringList result;
        for (const LogLine &line : lines)
            result.append(word(line));
        return result;
    }
    /// @p bytes in pieces of @p piece.
    static QStringList read(LogParser &&parser, const QByteArray &bytes, qsizetype piece)
    {
        QList<LogLine> lines;
        for (qsizetype i = 0; i < bytes.size(); i += piece) {
            if (!parser.add(bytes.mid(i, piece), lines))
                return words(lines) + QStringList{QStringLiteral("BROKEN")};
        }
        parser.finish(lines);
        return words(lines);
    }

private Q_SLOTS:
    void recordedByARealEngine()
    {
        const QByteArray bytes = fixture("docker/logs-multiplexed.bin");
        for (const qsizetype piece : {qsizetype(1), qsizetype(7), bytes.size()})
            QCOMPARE(read(DockerLogParser(0), bytes, piece),
                     QStringList(QStringLiteral("out 2026-11-22T00:41:58.595Z batch done")));
    }

    void aLineInSeveralMessagesIsOne()
    {
        const QByteArray bytes = message(1, "2026-11-22T09:14:32.5Z one ") +
                                 message(2, "2026-11-22T09:14:32.6Z of the other channel\n") +
                                 message(1, "2026-11-22T09:14:32.5Z and on\n") + message(1, "no time\n");
        const QStringList expected{QStringLiteral("err 2026-11-22T09:14:32.600Z of the other channel"),
                                   QStringLiteral("out 2026-11-22T09:14:32.500Z one and on"),
                                   QStringLiteral("out - no time")};
        for (const qsizetype piece : {qsizetype(1), qsizetype(3), qsizetype(1000)})
            QCOMPARE(read(DockerLogParser(0), bytes, piece), expected);
    }

    void aTerminalsLinesHaveNoMessages()
    {
        QCOMPARE(
            read(PlainLogParser(0), "2026-11-22T09:14:32.123456789Z a\r\n2026-11-22T10:14:32+01:00 b\r\n\nlast", 2),
            QStringList({QStringLiteral("? 2026-11-22T09:14:32.123Z a"), QStringLiteral("? 2026-11-22T09:14:32.000Z b"),
                         QStringLiteral("? - "), QStringLiteral("? - last")}));
    }

    void whatIsNoLogIsNotReadOn()
    {
        QCOMPARE(read(DockerLogParser(0), "HTTP/1.1 200 OK\r\n\r\n", 5), QStringList(QStringLiteral("BROKEN")));
        QCOMPARE(read(DockerLogParser(0), QByteArray("\x04\0\0\0\0\0\0\1x", 9), 1),
                 QStringList(QStringLiteral("BROKEN")));
    }

    void aMessageOfFourGigabytesKeepsOneLine()
    {
        DockerLogParser parser(0);
        QList<LogLine> lines;
        QVERIFY(parser.add(QByteArray("\x01\0\0\0\xff\xff\xff\xff", 8), lines));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(parser.add(QByteArray(64 << 10, 'x'), lines));
        QCOMPARE(lines.size(), 0);
        QVERIFY(parser.add("\n", lines));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().text.size(), LogLine::kMostBytes);
        QVERIFY(lines.first().isCut);
    }

    void aCutCutsNoCharacter()
    {
        const QByteArray bytes = "2026-11-22T09:14:32Z " + QByteArray(LogLine::kMostBytes - 1, 'x') + "\u00e4\n";
        QList<LogLine> lines;
        PlainLogParser parser(0);
        parser.add(bytes, lines);
        QCOMPARE(lines.first().text, QString(LogLine::kMostBytes - 1, QLatin1Char('x')));
        QVERIFY(lines.first().isCut);
    }

    void whatALineSaysNeverSteersATerminal()
    {
        const auto shown = [](const char16_t *text) { return shownLog(QString::fromUtf16(text)); };
        QCOMPARE(shown(u"\u001b[31mred\u001b[0m"), QStringLiteral("red"));
        QCOMPARE(shown(u"\u001b]0;title\u0007a\u001b]8;;http://x\u001b\\b"), QStringLiteral("ab"));
        QCOMPARE(shown(u"\u001bPq#0\u001b\\c\u001b(Bd\u001bce"), QStringLiteral("cde"));
        QCOMPARE(shown(u"a\tb"), QStringLiteral("a       b"));
        QCOMPARE(shown(u"x\u0008\u009b2J\u202e"), QStringLiteral("x\uFFFD\uFFFD2J\uFFFD"));
        QCOMPARE(shown(u"\u001b]0;never ended"), QStringLiteral("0;never ended"));
        QCOMPARE(shown(u"\u001b[12;\u0001"), QStringLiteral("12;\uFFFD"));
        QCOMPARE(shown(u"\u001b"), QString());
    }

    void timesThatAreNone()
    {
        for (const char *text : {"2026-13-22T09:14:32Z", "2026-11-22T09:14:32", "2026-11-22 09:14:32Z", "",
                                 "2026-11-22T09:14:32.5+1:00", "9999999999999999999999", "2026-11-22T25:14:32Z"})
            QCOMPARE(logTime(text), kNever);
    }

    void containersOfAPod()
    {
        const auto sources = parseKubePodLogs(EntityId("c"),
                                              R"({"metadata":{"namespace":"shop","name":"web-1"},
                "spec":{"initContainers":[{"name":"migrate"}],"containers":[{"name":"web"},{"name":"proxy"}]},
                "status":{"containerStatuses":[{"name":"web","restartCount":3,"state":{"running":{}},
                                                "lastState":{"terminated":{"exitCode":1}}}]}})");
        QVERIFY(sources);
        QStringList told;
        for (const LogSource &one : *sources)
            told << QStringLiteral("%1 %2 running=%3 restarts=%4 previous=%5")
                        .arg(one.id, one.name, QString::number(one.running), QString::number(one.restarts),
                             QString::number(one.hasPrevious));
        QCOMPARE(told, QStringList({QStringLiteral("shop/web-1/migrate web-1/migrate running=0 restarts=0 previous=0"),
                                    QStringLiteral("shop/web-1/web web-1/web running=1 restarts=3 previous=1"),
                                    QStringLiteral("shop/web-1/proxy web-1/proxy running=0 restarts=0 previous=0")}));
        QVERIFY(!parseKubePodLogs(EntityId("c"), "[]"));
        QVERIFY(!parseKubePodLogs(EntityId("c"), "{"));
    }

    void recordedEventsOfBothGroups()
    {
        for (const char *version : {"1.20", "1.32"}) {
            const QString folder = QStringLiteral("kubernetes/%1/").arg(QLatin1String(version));
            const auto core = parseKubeHappenings(fixture(folder + QStringLiteral("events.json")));
            const auto group = parseKubeHappenings(fixture(folder + QStringLiteral("events-v1.json")));
            QVERIFY(core && group);
            QVERIFY(core->items.size() > 10);
            QVERIFY(!group->items.empty());
            QVERIFY(!core->version.isEmpty());
            for (const KubeHappening &event : group->items) {
                QVERIFY(event.last != kNever && !event.objectName.isEmpty() && !event.reason.isEmpty());
                const auto same = std::find_if(core->items.cbegin(), core->items.cend(),
                                               [&](const KubeHappening &one) { return one.uid == event.uid; });
                if (same != core->items.cend())
                    QCOMPARE(*same, event); // the same in other words
            }
            int told = 0;
            const QList<QByteArray> lines = fixture(folder + QStringLiteral("watch-events.ndjson")).split('\n');
            for (const QByteArray &line : lines) {
                const auto change = line.isEmpty() ? KubeHappeningChange() : parseKubeHappeningChange(line);
                QVERIFY(change);
                told += change->type == KubeHappeningChange::Type::Told ? 1 : 0;
            }
            QVERIFY(told > 0);
        }
    }

    void eventsThatAreNone()
    {
        QVERIFY(!parseKubeHappenings("{}"));
        QVERIFY(!parseKubeHappenings("null"));
        QVERIFY(!parseKubeHappeningChange("x"));
        const auto gone =
            parseKubeHappeningChange(R"({"type":"ERROR","object":{"kind":"Status","code":410,"message":"too old"}})");
        QVERIFY(gone && gone->type == KubeHappeningChange::Type::Expired);
        const auto hostile =
            parseKubeHappeningChange(R"({"type":"ADDED","object":{"metadata":{"uid":"u"},"count":-5,"message":")" +
                                     QByteArray(100'000, 'x') + R"("}})");
        QVERIFY(hostile);
        QCOMPARE(hostile->event.count, 1);
        QCOMPARE(hostile->event.text.size(), 2000);
    }
};

QTEST_GUILESS_MAIN(TestLogs)
#include "tst_logs.moc"

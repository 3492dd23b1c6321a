// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/linkwindowreader.h"
#include "tests/telemetry/archivedesk.h"
#include "tests/testing/test.h"

using namespace graticule;
using testing::ArchiveDesk;

namespace {

constexpr qint64 kDay = 86'400;

QString figure(double value)
{
    return value < 0 ? QStringLiteral("-") : QString::number(value, 'g', 4);
}

/// "link: count; p50 p95 p99; jitter, loss; usual p50 +- mad of days".
QString print(const LinkWindow &window)
{
    QString text = QStringLiteral("%1: %2; %3 %4 %5; jitter %6, loss %7")
                       .arg(window.link.toString())
                       .arg(window.count)
                       .arg(figure(window.p50), figure(window.p95), figure(window.p99), figure(window.jitter),
                            figure(window.loss));
    if (window.usual)
        text += QStringLiteral("; usual %1 ± %2 of %3 days, loss %4")
                    .arg(figure(window.usual->p50.median), figure(window.usual->p50.mad))
                    .arg(window.usual->days)
                    .arg(figure(window.usual->loss.median));
    return text;
}

QString print(const LinkWindowsAnswer &answer)
{
    QStringList lines;
    for (const LinkWindow &window : answer.windows)
        lines << print(window);
    return lines.join(u'\n');
}

} // namespace

class tst_LinkWindows : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void figuresOfAWindow()
    {
        ArchiveDesk desk;
        // 10 20 10 20 ... 200 values in all, two of them spikes; one probe of four is lost.
        desk.fill("a", "rtt.ms", 0, 2000, [](qint64 s) { return s % 1000 == 990 ? 500 : s % 20 == 0 ? 10 : 20; });
        desk.fill("a", "loss", 0, 2000, [](qint64 s) { return s % 40 == 0 ? 1 : 0; });
        QCOMPARE(ask(desk, {"a"}, 0, 2000), QStringLiteral("a: 200; 10 20 20; jitter 17.24, loss 0.25"));
        QCOMPARE(ask(desk, {"a"}, 900, 1000), QStringLiteral("a: 10; 10 500 500; jitter 63.33, loss 0.2"));
    }

    void nothingMeasuredIsNotZero()
    {
        ArchiveDesk desk;
        desk.fill("cut", "loss", 0, 100, [](qint64) { return 1; });
        desk.take("one", "rtt.ms", 50, 7);
        QCOMPARE(ask(desk, {"never", "cut", "one"}, 0, 100), QStringLiteral("never: 0; - - -; jitter -, loss -\n"
                                                                            "cut: 0; - - -; jitter -, loss 1\n"
                                                                            "one: 1; 7 7 7; jitter -, loss -"));
    }

    /// Who asks for many is answered as of when it began, also when what was open is sealed meanwhile.
    void manyAreAnsweredOfOneMoment()
    {
        ArchiveDesk desk;
        for (const char *link : {"a", "b", "c"})
            desk.fill(link, "rtt.ms", 0, 7200, [](qint64) { return 5; });
        const auto series = [](const char *link) {
            return SampleReader::Series{EntityId(link), QStringLiteral("rtt.ms")};
        };
        const auto count = [&](const char *link) {
            return int(desk.reader
                           ->points({EntityId(link), QStringLiteral("rtt.ms"), ArchiveDesk::at(0),
                                     ArchiveDesk::at(kDay), Resolution::Raw})
                           .points.size());
        };
        desk.reader->beginTogether({series("a"), series("b"), series("never")});
        QCOMPARE(count("a"), 720);
        desk.fill("b", "rtt.ms", 7200, 7300, [](qint64) { return 5; });
        desk.settle(4 * 3600);
        QCOMPARE(count("b"), 720);
        QCOMPARE(count("never"), 0);
        desk.reader->endTogether();
        QCOMPARE(count("b"), 730);

        desk.reader->beginTogether({series("a")});
        desk.fill("a", "rtt.ms", 4 * 3600, 4 * 3600 + 100, [](qint64) { return 5; });
        QCOMPARE(count("c"), 720); // was not among them, which ends it
        QCOMPARE(count("a"), 730);
    }

    void aHundredLinks()
    {
        ArchiveDesk desk;
        QStringList links;
        for (int i = 0; i < 150; ++i) {
            links.append(QString::number(i));
            desk.take(qPrintable(links.last()), "rtt.ms", 50, i);
        }
        const LinkWindowsAnswer answer = read(desk, links, 0, 100);
        QCOMPARE(answer.windows.size(), 150);
        for (int i = 0; i < 150; ++i)
            QCOMPARE(answer.windows[i].p50, double(i));
    }

    void ofADayFromWhatMinutesCameTo()
    {
        ArchiveDesk desk;
        desk.fill("a", "rtt.ms", 0, kDay, [](qint64 s) { return s % 100 == 0 ? 100 : 10; });
        desk.fill("a", "loss", 0, kDay, [](qint64) { return 0.5; });
        desk.settle(kDay + 7200);
        const LinkWindow window = read(desk, {"a"}, 0, kDay).windows.value(0);
        QCOMPARE(window.count, 8640);
        QVERIFY2(std::abs(window.p50 - 10) < 0.1 && std::abs(window.p95 - 100) < 1, qPrintable(print(window)));
        QCOMPARE(window.loss, 0.5);
        QVERIFY2(window.jitter < 0, "is not kept");
    }

    /// One bad day of five does not move what is usual.
    void ofATimeOfWhichOnlyMinutesAreKept()
    {
        SampleLimits limits;
        limits.rawKept = SampleLimits::Days(1);
        ArchiveDesk desk(limits);
        desk.fill("a", "rtt.ms", 0, 7200, [](qint64 s) { return s % 100 == 0 ? 100 : 10; });
        desk.fill("a", "loss", 0, 7200, [](qint64) { return 0.5; });
        for (int day = 1; day <= 4; ++day)
            desk.settle(double(day * kDay));
        desk.fill("a", "rtt.ms", 4 * kDay, 4 * kDay + 600, [](qint64) { return 5; });
        const LinkWindow then = read(desk, {"a"}, 3600, 3900).windows.value(0);
        QCOMPARE(then.count, 30);
        QVERIFY2(std::abs(then.p50 - 10) < 0.1, qPrintable(print(then)));
        QCOMPARE(then.loss, 0.5);
        QCOMPARE(read(desk, {"a"}, 4 * kDay + 300, 4 * kDay + 600).windows.value(0).count, 30);
    }

    void usualIsTheSameHourOfPastDays()
    {
        ArchiveDesk desk;
        for (int day = 0; day < 5; ++day) {
            const double base = day == 3 ? 400 : 60 + day; // 60 61 62 400 64
            desk.fill("a", "rtt.ms", day * kDay + 9 * 3600, day * kDay + 10 * 3600, [=](qint64) { return base; });
            desk.fill("a", "rtt.ms", day * kDay + 10 * 3600, day * kDay + 11 * 3600, [](qint64) { return 1000; });
        }
        desk.fill("a", "rtt.ms", 5 * kDay + 9 * 3600, 5 * kDay + 9 * 3600 + 300, [](qint64) { return 150; });
        const qint64 end = 5 * kDay + 9 * 3600 + 300;
        QCOMPARE(ask(desk, {"a", "new"}, end - 300, end, true),
                 QStringLiteral("a: 30; 150 150 150; jitter 0, loss -; usual 62 ± 2 of 5 days, loss -\n"
                                "new: 0; - - -; jitter -, loss -; usual - ± - of 0 days, loss -"));
    }

    /// Who looks at many links is not kept waiting for the first answer of an hour: it is there by then.
    void whatWillBeUsualIsWorkedOutBefore()
    {
        ArchiveDesk desk;
        for (int day = 0; day < 3; ++day)
            desk.fill("a", "rtt.ms", day * kDay + 10 * 3600, day * kDay + 11 * 3600, [](qint64) { return 60; });
        const qint64 end = 3 * kDay + 9 * 3600 + 3300; // five minutes before the hour is over
        const auto query = [](qint64 to) {
            return LinkWindowsQuery{
                ArchiveDesk::at(double(to - 300)), ArchiveDesk::at(double(to)), {EntityId("a")}, true};
        };
        LinkWindowReader reader(desk.path, *desk.head);
        QCOMPARE(reader.read(query(end - 1800)).windows.value(0).usual->days, 0);
        QVERIFY2(!reader.prepare(0), "nobody may be there any more by then");
        reader.read(query(end));
        QVERIFY2(reader.prepare(0), "one link is due, of the next hour");
        QVERIFY(!reader.prepare(0));
        QCOMPARE(reader.read(query(end + 600)).windows.value(0).usual->days, 3);
    }

    /// What is usual is kept once it is worked out, but not that the disk could not be read.
    void whatCouldNotBeReadIsReadAgain()
    {
        ArchiveDesk desk;
        for (int day = 0; day < 3; ++day)
            desk.fill("a", "rtt.ms", day * kDay + 9 * 3600, day * kDay + 10 * 3600, [](qint64) { return 60; });
        desk.settle(3 * kDay);
        desk.stop();
        const SampleHead empty; // all of it is on disk
        const qint64 end = 3 * kDay + 9 * 3600 + 300;
        const LinkWindowsQuery query{
            ArchiveDesk::at(double(end - 300)), ArchiveDesk::at(double(end)), {EntityId("a")}, true};
        LinkWindowReader reader(desk.path, empty);
        QVERIFY(QFile::rename(desk.path, desk.path + QStringLiteral(".away")));
        QCOMPARE(reader.read(query).windows.value(0).usual->days, 0);
        QVERIFY(QFile::rename(desk.path + QStringLiteral(".away"), desk.path));
        QCOMPARE(reader.read(query).windows.value(0).usual->days, 3);
    }

    void sayWhatNobodyWatched()
    {
        ArchiveDesk desk;
        desk.fill("a", "rtt.ms", 0, 100, [](qint64) { return 5; });
        desk.stop();
        desk.now = ArchiveDesk::at(500);
        desk.start();
        desk.fill("a", "rtt.ms", 500, 600, [](qint64) { return 6; });
        const LinkWindowsAnswer answer = read(desk, {"a"}, 0, 600);
        QCOMPARE(print(answer), QStringLiteral("a: 20; 5 6 6; jitter 0.05263, loss -"));
        QCOMPARE(answer.unwatched.size(), size_t(1));
        QVERIFY(answer.unwatched.front().to == toMs(ArchiveDesk::at(500)));
    }

    /// Who names one end only is not checked before the other is put in.
    void noWindowIsLongerThanMayBeAskedFor()
    {
        ArchiveDesk desk;
        desk.fill("a", "rtt.ms", 0, 100, [](qint64) { return 5; });
        const LinkWindowsAnswer all = read(desk, {"a"}, -1'000'000'000, 100);
        QCOMPARE(Milliseconds(all.span.to - all.span.from), LinkWindowsQuery::kLongest);
        const LinkWindowsAnswer none = read(desk, {"a"}, 200, 100, true);
        QCOMPARE(none.span.from, none.span.to);
        QCOMPARE(none.windows.value(0).count, 0);
    }

    void aShareIsNoMoreThanAll()
    {
        ArchiveDesk desk;
        desk.fill("a", "loss", 0, 100, [](qint64) { return 7; });
        QCOMPARE(read(desk, {"a"}, 0, 100).windows.value(0).loss, 1.0);
    }

private:
    static LinkWindowsAnswer read(const ArchiveDesk &desk, const QStringList &links, qint64 from, qint64 to,
                                  bool usual = false)
    {
        LinkWindowsQuery query{ArchiveDesk::at(double(from)), ArchiveDesk::at(double(to)), {}, usual};
        for (const QString &link : links)
            query.links.append(EntityId(link));
        return LinkWindowReader(desk.path, *desk.head).read(query);
    }
    static QString ask(const ArchiveDesk &desk, const QStringList &links, qint64 from, qint64 to, bool usual = false)
    {
        return print(read(desk, links, from, to, usual));
    }
};

QTEST_GUILESS_MAIN(tst_LinkWindows)
#include "tst_linkwindows.moc"

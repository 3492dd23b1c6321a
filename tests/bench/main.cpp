// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/auditbench.h"
#include "tests/bench/benchdata.h"
#include "tests/bench/chartbench.h"
#include "tests/bench/enginebench.h"
#include "tests/bench/entitybench.h"
#include "tests/bench/fleetbench.h"
#include "tests/bench/historybench.h"
#include "tests/bench/inflowbench.h"
#include "tests/bench/latencybench.h"
#include "tests/bench/livebench.h"
#include "tests/bench/makehistory.h"
#include "tests/bench/mapbench.h"
#include "tests/bench/palettebench.h"
#include "tests/bench/producer.h"
#include "tests/bench/samplebench.h"
#include "tests/bench/startbench.h"
#include "tests/bench/streambench.h"
#include "tests/bench/tablebench.h"
#include "tests/bench/windowbench.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace graticule;

namespace {

constexpr auto Help =
    "Measures Graticule and says the figures on stdout: @mark, @phase and @end lines.\n\n"
    "  graticule-bench gen DIR                    write the input files, the same bytes everywhere\n"
    "  graticule-bench map FLEET.json [UPDATES.json] [--size 1920x1080]\n"
    "                      [--only PHASE,...] [--picture FILE.png]\n"
    "  graticule-bench audit FILE [MEGABYTES]     a record of acts, default 1000 MB: checked, read, added to; FILE is\n"
    "                                             written when it is missing\n"
    "  graticule-bench chart SERIES.json [--size WxH] [--picture FILE.png]\n"
    "                                             one chart of a million points\n"
    "  graticule-bench charts-live CHARTS.json [--size WxH] [--picture FILE.png]\n"
    "                                             many small charts, at 1 and at 10 points a second\n"
    "  graticule-bench delta [SITES]              from a keeper's change to the console's snapshot; default 10000\n"
    "  graticule-bench endure PROGRAMS [SITES [MINUTES]]\n"
    "                                             memory of keeper and console while 1 % of 10000 sites change each\n"
    "                                             second, for 20 minutes; exit code 1 when it grows\n"
    "  graticule-bench engines PROGRAMS [COUNT [tls]]\n"
    "                                             a keeper's connections to 1000 Docker Engines\n"
    "  graticule-bench entities [ROWS]            the pages Services, Nodes and Data; default 100000 rows of each\n"
    "  graticule-bench fleet [SITES]              publish, diff, update a model; default 100000 sites\n"
    "  graticule-bench flood [SECONDS]            100000 samples a second for 600 s through the sample store\n"
    "  graticule-bench history FILE [SITES [DAYS [CHANGES]]]\n"
    "                                             any moment out of 30 days and 30000000 changes of 10000 sites; FILE "
    "is\n"
    "                                             written when it is missing\n"
    "  graticule-bench inflow PROGRAMS [PER_SECOND [SECONDS]]\n"
    "                                             100000 samples a second from other processes into a real keeper, a\n"
    "                                             console and a chart on it\n"
    "  graticule-bench latency [SIDE]             what the page Latency works out of 500 x 500 pairs\n"
    "  graticule-bench live PROGRAMS [SITES [CHANGES]]\n"
    "                                             CPU and memory of keeper and console, 100 of 10000 sites changing\n"
    "                                             each second; PROGRAMS is the folder of both\n"
    "  graticule-bench make-history HOME [SITES [DAYS]]\n"
    "                                             what a keeper of the lab would have recorded: 1000 sites, 30 days\n"
    "  graticule-bench matrix [SIDE] [--size WxH] [--picture FILE.png]\n"
    "                                             a matrix of 500 x 500 cells, all of which change\n"
    "  graticule-bench palette [ENTRIES]          the palette, each key that is typed; default 100000 entries\n"
    "  graticule-bench samples [SAMPLES [SECONDS [PROMTOOL]]]\n"
    "                                             the sample store: bytes, appending, a day out of 50000000 samples,\n"
    "                                             100000 a second for 60 s; PROMTOOL measures Prometheus beside it\n"
    "  graticule-bench start GRATICULE [SITES]    exec to painted Overview from a cache; default 10000\n"
    "  graticule-bench stream [SITES [PER_SECOND]]\n"
    "                                             updates from another process; default 100000 sites, 300000 a second\n"
    "  graticule-bench windows                    what 10000 links came to, as a matrix asks for it\n"
    "  graticule-bench table [SITES] [--picture FILE.png]\n"
    "                                             the page Sites; default 100000 sites\n"
    "  graticule-bench window [SITES [LINKS]]     another look in the window with all pages, and 10000 links that\n"
    "                                             change\n\n"
    "Use a release build. QT_QPA_PLATFORM chooses the platform (offscreen, xcb).";

QSize sizeOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

int usage()
{
    std::fprintf(stderr, "%s\n", Help);
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QString::fromLatin1(Help));
    parser.addHelpOption();
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH"),
                                  QStringLiteral("1920x1080"));
    const QCommandLineOption picture(QStringLiteral("picture"), QStringLiteral("Save what is painted."),
                                     QStringLiteral("file"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Measure these phases."),
                                  QStringLiteral("phases"));
    parser.addOptions({size, picture, only});
    parser.process(application);

    const QStringList words = parser.positionalArguments();
    const QString subject = words.value(0);
    if (subject == u"gen" && words.size() == 2) {
        bench::generate(words[1]);
        return 0;
    }
    if (subject == u"map" && (words.size() == 2 || words.size() == 3) && !sizeOf(parser.value(size)).isEmpty()) {
        bench::benchMap(words[1], words.value(2), sizeOf(parser.value(size)), parser.value(picture),
                        parser.value(only).split(u',', Qt::SkipEmptyParts));
        return 0;
    }
    if (subject == u"audit" && (words.size() == 2 || words.size() == 3)) {
        bench::benchAudit(words[1], words.value(2, QStringLiteral("1000")).toInt());
        return 0;
    }
    if (subject == u"chart" && words.size() == 2 && !sizeOf(parser.value(size)).isEmpty()) {
        bench::benchChart(words[1], sizeOf(parser.value(size)), parser.value(picture));
        return 0;
    }
    if (subject == u"charts-live" && words.size() == 2 && !sizeOf(parser.value(size)).isEmpty()) {
        bench::benchLiveCharts(words[1], sizeOf(parser.value(size)), parser.value(picture));
        return 0;
    }
    if (subject == u"matrix" && words.size() <= 2 && !sizeOf(parser.value(size)).isEmpty()) {
        bench::benchMatrix(words.value(1, QStringLiteral("500")).toInt(), sizeOf(parser.value(size)),
                           parser.value(picture));
        return 0;
    }
    if (subject == u"latency" && words.size() <= 2) {
        bench::benchLatency(words.value(1, QStringLiteral("500")).toInt());
        return 0;
    }
    if (subject == u"fleet" && words.size() <= 2) {
        bench::benchFleet(words.value(1, QStringLiteral("100000")).toInt());
        return 0;
    }
    if (subject == u"table" && words.size() <= 2) {
        bench::benchTable(words.value(1, QStringLiteral("100000")).toInt(), parser.value(picture));
        return 0;
    }
    if (subject == u"entities" && words.size() <= 2) {
        bench::benchEntities(words.value(1, QStringLiteral("100000")).toInt());
        return 0;
    }
    if (subject == u"palette" && words.size() <= 2) {
        bench::benchPalette(words.value(1, QStringLiteral("100000")).toInt());
        return 0;
    }
    if (subject == u"start" && (words.size() == 2 || words.size() == 3)) {
        bench::benchStart(words[1], words.value(2, QStringLiteral("10000")).toInt(), 15);
        return 0;
    }
    const auto number = [&words](int at, int usual) { return words.value(at, QString::number(usual)).toInt(); };
    if (subject == u"stream" && words.size() <= 3) {
        bench::benchStream(number(1, 100'000), number(2, 300'000), 60);
        return 0;
    }
    if (subject == u"samples" && words.size() <= 4) {
        bench::benchSamples(number(1, 50'000'000), number(2, 60), words.value(3));
        return 0;
    }
    if (subject == u"flood" && words.size() <= 2) {
        bench::benchFlood(number(1, 600));
        return 0;
    }
    if (subject == u"windows" && words.size() == 1) {
        bench::benchWindows();
        return 0;
    }
    if (subject == u"window" && words.size() <= 3) {
        bench::benchWindow(number(1, 1'000), number(2, 10'000));
        return 0;
    }
    if (subject == u"make-history" && words.size() >= 2 && words.size() <= 4) {
        bench::makeHistory(words[1], number(2, 1000), number(3, 30));
        return 0;
    }
    if (subject == u"delta" && words.size() <= 2) {
        bench::benchDelta(number(1, 10'000), 60);
        return 0;
    }
    if (subject == u"history" && words.size() >= 2 && words.size() <= 5) {
        bench::benchHistory(words[1], number(2, 10'000), number(3, 30), number(4, 30'000'000));
        return 0;
    }
    if (subject == u"live" && words.size() >= 2 && words.size() <= 4) {
        bench::benchLive(words[1], number(2, 10'000), number(3, 100), 60);
        return 0;
    }
    if (subject == u"endure" && words.size() >= 2 && words.size() <= 4)
        return bench::endure(words[1], number(2, 10'000), number(3, 20)) ? 0 : 1;
    if (subject == u"inflow" && words.size() >= 2 && words.size() <= 4) {
        bench::benchInflow(words[1], number(2, 100'000), number(3, 60));
        return 0;
    }
    if (subject == u"engines" && words.size() >= 2 && words.size() <= 4) {
        bench::benchEngines(words[1], number(2, 1000), words.value(3) == u"tls");
        return 0;
    }
    // The other processes of the subjects above.
    if (subject == u"produce" && words.size() == 7)
        return bench::produce({words[1], number(2, 0), number(3, 0), number(4, 1), number(5, 0) != 0, number(6, 0)});
    if (subject == u"play-engines" && words.size() == 3)
        return bench::playEngines(number(1, 0), words[2]);
    return usage();
}

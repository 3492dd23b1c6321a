// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sheet/sheet.h"

#include "widgets/charts/chartlegend.h"
#include "widgets/charts/smallmultiples.h"
#include "widgets/charts/smokechart.h"
#include "widgets/charts/sparkline.h"
#include "widgets/charts/statelane.h"
#include "widgets/charts/timechart.h"
#include "widgets/heatmap/heatlegend.h"
#include "widgets/heatmap/heatmap.h"
#include "widgets/timeline/gotopopup.h"
#include "widgets/timeline/timebar.h"

#include <QPainter>
#include <QRandomGenerator>

#include <cmath>

namespace graticule::sheet {

namespace {

constexpr qint64 kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr qint64 kNow = 1'795'338'872'000; ///< 22 Nov 2026 09:14:32 UTC

struct Place
{
    const char *name;
    double latitude;
    double longitude;
};

constexpr Place places[] = {
    {"iad2", 39, -77.5},    {"cmh1", 40, -83},     {"pdx1", 45.5, -122.7}, {"sfo1", 37.8, -122.4},
    {"yul1", 45.5, -73.6},  {"yyc1", 51, -114},    {"gru1", -23.5, -46.6}, {"dub1", 53.3, -6.2},
    {"lhr1", 51.5, -0.1},   {"par1", 48.9, 2.4},   {"fra1", 50.1, 8.7},    {"zrh1", 47.4, 8.5},
    {"mil1", 45.5, 9.2},    {"zaz1", 41.6, -0.9},  {"arn1", 59.3, 18},     {"cpt1", -33.9, 18.4},
    {"tlv1", 32, 34.8},     {"bah1", 26, 50.5},    {"auh1", 24.5, 54.4},   {"bom1", 19, 72.9},
    {"hyd1", 17.4, 78.5},   {"sin1", 1.35, 103.8}, {"cgk1", -6.2, 106.8},  {"kul1", 3.1, 101.7},
    {"hkg1", 22.3, 114.2},  {"tyo1", 35.7, 139.7}, {"osa1", 34.7, 135.5},  {"sel1", 37.6, 127},
    {"syd1", -33.9, 151.2}, {"mel1", -37.8, 145}};

double roundTrip(const Place &a, const Place &b)
{
    const double radian = M_PI / 180;
    const double cosine =
        std::sin(a.latitude * radian) * std::sin(b.latitude * radian) +
        std::cos(a.latitude * radian) * std::cos(b.latitude * radian) * std::cos((a.longitude - b.longitude) * radian);
    return 3 + std::acos(std::clamp(cosine, -1.0, 1.0)) * 6371 / 100 * 1.45;
}

HeatMatrix latencies()
{
    HeatMatrix out;
    HeatHeads heads;
    for (const Place &place : places) {
        heads.names << QLatin1String(place.name);
        heads.tones.push_back(heads.names.last() == QStringLiteral("fra1") ? Tone::Critical : Tone::Normal);
    }
    heads.groups = {{QStringLiteral("North America"), 6}, {QStringLiteral("S. Am."), 1},
                    {QStringLiteral("Europe"), 8},        {QStringLiteral("Af."), 1},
                    {QStringLiteral("Middle East"), 3},   {QStringLiteral("Asia"), 9},
                    {QStringLiteral("Oceania"), 2}};
    out.rows = out.columns = heads;
    for (const Place &from : places) {
        for (const Place &to : places) {
            const size_t at = out.cells.size();
            HeatCell cell{float(roundTrip(from, to)), HeatKind::Value};
            if (&from == &to)
                cell.kind = HeatKind::Self;
            else if (QLatin1String(from.name) == u"fra1" || QLatin1String(to.name) == u"fra1")
                cell.kind = HeatKind::NoAnswer;
            else if (at % 97 == 13)
                cell.kind = HeatKind::Stale;
            else if (at % 83 == 9)
                cell.kind = HeatKind::Medium;
            out.cells.push_back(cell);
        }
    }
    out.cells[21 * 30 + 19] = {213, HeatKind::High};
    out.cells[19 * 30 + 21] = {209, HeatKind::High};
    return out;
}

/// p50, p95, p99 and loss of the pair whose route changed.
struct Pair
{
    std::shared_ptr<TimeSeries> p50 = std::make_shared<TimeSeries>(15 * kMinute);
    std::shared_ptr<TimeSeries> p95 = std::make_shared<TimeSeries>(15 * kMinute);
    std::shared_ptr<TimeSeries> p99 = std::make_shared<TimeSeries>(15 * kMinute);
    std::shared_ptr<TimeSeries> usual = std::make_shared<TimeSeries>();
    std::shared_ptr<TimeSeries> loss = std::make_shared<TimeSeries>(15 * kMinute);
    std::vector<SmokeMinute> smoke;

    explicit Pair(bool hasGap = false)
    {
        QRandomGenerator random(9);
        double walk = 0;
        const qint64 begin = kNow - 6 * kHour;
        for (int i = 0; i < 144; ++i) {
            const qint64 at = begin + i * 150'000;
            const bool isLate = i > 133;
            walk = walk * 0.82 + (random.generateDouble() - 0.5) * 2.6;
            const double value = 61 + walk + (isLate ? 95 : 0) + (i > 76 && i < 79 ? 14 : 0);
            const double high = value + 8 + random.generateDouble() * 3 + (isLate ? 44 : 0);
            const double lossHere = isLate                    ? 0.01 + random.generateDouble() * 0.016
                                    : random.bounded(20) == 0 ? 0.004 + random.generateDouble() * 0.011
                                                              : 0;
            usual->append(at, 62);
            if (hasGap && i > 40 && i < 60)
                continue;
            p50->append(at, value);
            p95->append(at, high);
            p99->append(at, high + 10 + random.generateDouble() * 9 + (random.bounded(33) == 0 ? 30 : 0) +
                                (isLate ? 24 : 0));
            loss->append(at, lossHere);
        }
        for (int i = 0; i < 120; ++i) {
            const bool isLate = i > 92;
            std::vector<double> probes;
            for (int probe = 0; probe < 20; ++probe)
                probes.push_back((isLate ? 158 : 61) + std::pow(random.generateDouble(), 2) * (isLate ? 90 : 14) -
                                 random.generateDouble() * (isLate ? 25 : 3) +
                                 (i > 48 && i < 52 ? random.bounded(40) : 0));
            smoke.push_back(SmokeMinute::of(kNow - (120 - i) * kMinute, std::move(probes),
                                            isLate                    ? int(random.bounded(3))
                                            : random.bounded(25) == 0 ? 1
                                                                      : 0));
        }
    }

    std::vector<ChartSeries> series() const
    {
        return {{.name = QStringLiteral("p99"), .data = p99, .colour = Colour::SeriesP99, .width = 1},
                {.name = QStringLiteral("p95"), .data = p95, .colour = Colour::SeriesP95, .width = 1.2},
                {.name = QStringLiteral("p50"), .data = p50, .colour = Colour::SeriesP50, .width = 1.7},
                {.name = QStringLiteral("usual"), .data = usual, .colour = Colour::SeriesBaseline, .isDotted = true}};
    }
    static std::vector<ChartBand> bands()
    {
        return {{.upper = 0, .lower = 1, .fill = Colour::SeriesBand},
                {.upper = 1, .lower = 2, .fill = Colour::SeriesBand2}};
    }
};

TimeChart *chart(Sheet &sheet, QWidget *card, const QRect &place, const Pair &pair)
{
    auto *range = new ChartRange(card);
    auto *cursor = new ChartCursor(card);
    range->setLimits({kNow - 6 * kHour, kNow});
    auto *out = new TimeChart(sheet.themes(), *range, *cursor, card);
    out->setSeries(pair.series(), Pair::bands());
    out->setLimit(ChartLimit{110, QStringLiteral("limit 110 ms")});
    out->setBars(ChartBars{.name = QStringLiteral("loss"), .data = pair.loss});
    out->setEndText(QStringLiteral("now"));
    out->setGeometry(place);
    return out;
}

TimeBarData day()
{
    TimeBarData out;
    QRandomGenerator random(3);
    out.now = kNow;
    out.earliest = kNow - 20 * kDay;
    out.countsBegin = kNow - kDay;
    const auto at = [](double hours) { return kNow + qint64(hours * double(kHour)); };
    const auto incident = [&](double from, std::optional<double> to, Priority priority, const char *text) {
        out.incidents.push_back({at(from), to ? std::optional(at(*to)) : std::nullopt, priority, QLatin1String(text)});
    };
    incident(-21.9, -21.4, Priority::High, "Slow link");
    incident(-19.1, -19.0, Priority::Medium, "Headroom under 10 %");
    incident(-15.6, -14.7, Priority::High, "12 sites unreachable");
    incident(-12.0, -11.95, Priority::Low, "Certificate expires");
    incident(-6.04, -4.9, Priority::Critical, "sin2 is down");
    incident(-2.55, -2.25, Priority::Medium, "Connector refused");
    incident(-0.46, {}, Priority::Critical, "Copy outside the permitted area");
    incident(-0.2, {}, Priority::Critical, "fra1 is down");
    for (int i = 0; i < 144; ++i) {
        const qint64 begin = out.countsBegin + i * 10 * kMinute;
        int count = random.bounded(3);
        for (const TimeBarIncident &each : out.incidents) {
            if (begin >= each.begin - 10 * kMinute &&
                begin <= std::min(each.end.value_or(kNow), each.begin + 70 * kMinute))
                count += int(each.priority) * 3;
        }
        out.counts.push_back(count);
    }
    for (const double hours : {-22.8, -20.2, -17.3, -13.4, -10.1, -7.2, -3.4, -1.3})
        out.changes.push_back({at(hours), QStringLiteral("Deployed")});
    out.maintenance = {{at(-8.75), at(-7.25)}};
    out.holes = {{at(-17.6), at(-16.4)}};
    return out;
}

TimeBar *bar(Sheet &sheet, int y, TimeMode mode, qint64 instant, const char *text)
{
    auto *out = new TimeBar(sheet.themes(), &sheet);
    out->setData(day());
    out->setMode(mode, instant);
    out->setModeText(QString::fromUtf8(text));
    out->setCountText(QStringLiteral("alarms per 10 min"));
    out->setGeometry(0, y, 1600, 64);
    return out;
}

std::vector<LaneSpan> lane(std::initializer_list<std::tuple<double, double, LaneState>> parts)
{
    std::vector<LaneSpan> out{{{kNow - kDay, kNow}, LaneState::Healthy}};
    for (const auto &[from, to, state] : parts) {
        const auto at = [](double share) { return kNow - kDay + qint64(share * double(kDay)); };
        if (state == LaneState::NotWatched || state == LaneState::Unknown) { // not at once with healthy
            out.push_back({{at(to), kNow}, LaneState::Healthy});
            out.front().range.end = at(from);
        }
        if (state != LaneState::NotWatched)
            out.push_back({{at(from), at(to)}, state});
    }
    return out;
}

void lanes(Sheet &sheet)
{
    QFrame *card =
        sheet.card({24, 64, 400, 316}, QStringLiteral("State lanes"), QStringLiteral("24 h, 10 min columns"));
    using S = LaneState;
    const std::pair<const char *, std::vector<LaneSpan>> all[] = {
        {"Degraded, down", lane({{.27, .31, S::Degraded}, {.9, .97, S::Degraded}, {.97, 1, S::Down}})},
        {"Maintenance", lane({{.09, .12, S::Degraded}, {.64, .71, S::Maintenance}})},
        {"Unreachable", lane({{.4, .44, S::Unreachable}, {.985, 1, S::Unreachable}})},
        {"Unknown", lane({{.87, 1, S::Unknown}})},
        {"Not watched", lane({{.3, .55, S::NotWatched}})}};
    int y = 40;
    for (const auto &[name, spans] : all) {
        sheet.text(card, {16, y}, QLatin1String(name), {.style = TextStyle::Small, .colour = Colour::Text2});
        auto *widget = new StateLane(sheet.themes(), card);
        widget->setSpans(spans, {kNow - kDay, kNow}, QLatin1String(name));
        widget->setEndText(QStringLiteral("now"));
        widget->setGeometry(16, y + 18, 368, 34);
        y += 54;
    }
}

void sparks(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 392, 400, 150}, QStringLiteral("Sparklines"), QStringLiteral("72 x 20"));
    QRandomGenerator random(4);
    const auto walk = [&](double base, double by, int jumpAt) {
        std::vector<double> out;
        double at = 0;
        for (int i = 0; i < 40; ++i) {
            at = at * 0.8 + (random.generateDouble() - 0.5) * by;
            out.push_back(base + at + (i >= jumpAt ? base : 0));
        }
        return out;
    };
    std::vector<double> gap = walk(60, 20, 99);
    std::fill(gap.begin() + 12, gap.begin() + 20, std::nan(""));
    const Sparkline lines[] = {Sparkline::sharedScale(walk(60, 6, 99), 60),
                               Sparkline::sharedScale(walk(60, 6, 30), 60),
                               {.values = walk(60, 20, 99), .hasDot = true},
                               {.values = gap},
                               {.values = walk(60, 9, 99), .isStale = true}};
    const char *names[] = {"calm", "jumped", "dot", "gap", "stale"};
    for (int i = 0; i < 5; ++i) {
        sheet.text(card, {16 + i * 76, 44}, QLatin1String(names[i]),
                   {.style = TextStyle::Small, .colour = Colour::Text3});
        sheet.drawing(card, QRect(16 + i * 76, 70, 72, 20), [line = lines[i]](QPainter &painter, const Theme &theme) {
            paintSparkline(painter, QRect(0, 0, 72, 20), line, theme);
        });
    }
}

void multiples(Sheet &sheet)
{
    QFrame *card = sheet.card({436, 64, 1140, 478}, QStringLiteral("Small multiples"), QStringLiteral("12 charts"));
    auto *cursor = new ChartCursor(card);
    auto *charts = new SmallMultiples(sheet.themes(), *cursor, card);
    std::vector<SmallChart> all;
    QRandomGenerator random(8);
    const Colour colours[] = {Colour::SeriesP99, Colour::SeriesP95, Colour::SeriesP50};
    for (int i = 0; i < 12; ++i) {
        SmallChart one{QStringLiteral("%1 to bom1").arg(QLatin1String(places[i].name)), ValueUnit::Ms, {}};
        for (int line = 0; line < 3; ++line) {
            auto series = std::make_shared<TimeSeries>(30'000);
            double walk = 0;
            for (int at = 0; at < 3600; ++at) {
                walk = walk * 0.97 + (random.generateDouble() - 0.5) * 4;
                if (i != 5 || at < 1500 || at > 1900)
                    series->append(kNow - (3600 - at) * 1000,
                                   60 + 18 * (2 - line) + walk + (random.bounded(900) == 0 ? 30 : 0));
            }
            one.lines.insert(one.lines.begin(), {QStringLiteral("p%1").arg(line), series, colours[line]});
        }
        all.push_back(std::move(one));
    }
    charts->setCharts(std::move(all));
    charts->setGeometry(1, 36, 1138, 440);
    charts->setCurrent(2);
    charts->show();
    charts->advance(kNow);
    cursor->setTime(kNow - 20 * kMinute);
}

} // namespace

Sheet *latency(const ThemeSwitch &themes)
{
    auto *sheet = new Sheet(themes, QStringLiteral("Component sheet 3"), QStringLiteral("matrix, charts"));
    QFrame *card = sheet->card({24, 56, 866, 840}, QStringLiteral("Matrix"), QStringLiteral("p95, ms"));
    auto *map = new HeatMap(themes, card);
    map->setMatrix(latencies());
    map->setGeometry(8, 36, 850, 796);
    map->setCurrent({19, 21});

    auto *meanings = new HeatLegend(themes, sheet);
    meanings->setGeometry(QRect({24, 908}, meanings->sizeHint()));

    const Pair pair;
    QFrame *band = sheet->card({902, 56, 586, 300}, QStringLiteral("sin1 to bom1, last 6 h"));
    TimeChart *first = chart(*sheet, band, {16, 40, 554, 250}, pair);
    first->setMarks({{kNow - 28 * kMinute, QStringLiteral("08:46 route changed")}});

    auto *lines = new ChartLegend(themes, band);
    lines->setEntries(
        {{.text = QStringLiteral("p50"), .colour = Colour::SeriesP50, .width = 2},
         {.text = QStringLiteral("p95"), .colour = Colour::SeriesP95},
         {.text = QStringLiteral("p99"), .colour = Colour::SeriesP99, .width = 1.2},
         {.text = QStringLiteral("usual"), .colour = Colour::SeriesBaseline, .width = 1.4, .isDotted = true}});
    lines->setGeometry(200, 8, 370, 24);

    QFrame *smoke = sheet->card({902, 366, 586, 262}, QStringLiteral("Smoke, last 2 h"));
    auto *range = new ChartRange(smoke);
    auto *cursor = new ChartCursor(smoke);
    range->setLimits({kNow - 2 * kHour, kNow});
    auto *smokes = new SmokeChart(themes, *range, *cursor, smoke);
    smokes->setMinutes(pair.smoke);
    smokes->setEndText(QStringLiteral("now"));
    smokes->setGeometry(16, 40, 554, 216);

    auto *spread = new ChartLegend(themes, smoke);
    spread->setEntries({{.text = QStringLiteral("spread"), .isSmoke = true},
                        {.text = QStringLiteral("median"), .colour = Colour::Text, .width = 2},
                        {.text = QStringLiteral("loss 1–5 %"), .colour = Colour::Medium, .width = 3},
                        {.text = QStringLiteral("over 5 %"), .colour = Colour::High, .width = 3}});
    spread->setGeometry(150, 8, 420, 24);

    QFrame *states = sheet->card({902, 638, 586, 218}, QStringLiteral("Gap, stale, cursor"));
    const Pair holed(true);
    TimeChart *other = chart(*sheet, states, {16, 36, 554, 178}, holed);
    other->setBars({});
    other->setStale({{kNow - 50 * kMinute, kNow}});
    other->cursor().setTime(kNow - 190 * kMinute);
    return sheet;
}

Sheet *time(const ThemeSwitch &themes)
{
    auto *sheet = new Sheet(themes, QStringLiteral("Component sheet 4"), QStringLiteral("time"));
    lanes(*sheet);
    sparks(*sheet);
    multiples(*sheet);
    bar(*sheet, 560, TimeMode::Live, 0, "2 s ago");
    bar(*sheet, 634, TimeMode::Past, kNow - 333 * kMinute, "5 h 33 min ago");
    bar(*sheet, 708, TimeMode::WhatIf, kNow - 10 * kMinute, "from live 09:14:32");
    TimeBar *month = bar(*sheet, 782, TimeMode::Past, kNow - 60 * kDay, "60 d ago");
    TimeBarData months = day();
    months.earliest = kNow - 66 * kDay;
    months.holes = {{kNow - 52 * kDay, kNow - 51 * kDay}, {kNow - 48 * kDay, kNow - 46 * kDay}};
    months.incidents.insert(months.incidents.begin(),
                            {{kNow - 57 * kDay, kNow - 56 * kDay, Priority::High, QStringLiteral("Slow link")}});
    month->setData(months);
    month->track().setSpan(30 * kDay);
    TimeBar *mirrored = bar(*sheet, 856, TimeMode::Past, kNow - 333 * kMinute, "5 h 33 min ago");
    mirrored->setLayoutDirection(Qt::RightToLeft);
    return sheet;
}

Sheet *calendar(const ThemeSwitch &themes)
{
    auto *sheet = new Sheet(themes, QStringLiteral("Component sheet 5"), QStringLiteral("large matrix, day picker"));
    auto *map = new HeatMap(themes, sheet);
    HeatMatrix many;
    for (int i = 0; i < 200; ++i)
        many.rows.names << QStringLiteral("site%1").arg(i);
    many.rows.groups = {{QStringLiteral("America"), 60}, {QStringLiteral("Europe"), 90}, {QStringLiteral("Asia"), 50}};
    many.columns = many.rows;
    QRandomGenerator random(5);
    for (int i = 0; i < 200 * 200; ++i)
        many.cells.push_back({float(random.bounded(40) + (i / 200 / 70 == i % 200 / 70 ? 20 : 140)),
                              i / 200 == i % 200         ? HeatKind::Self
                              : random.bounded(200) == 0 ? HeatKind::Medium
                              : random.bounded(400) == 0 ? HeatKind::High
                              : random.bounded(90) == 0  ? HeatKind::Stale
                              : i / 200 == 75            ? HeatKind::NoAnswer
                                                         : HeatKind::Value});
    map->setMatrix(many);
    map->setGeometry(24, 64, 1000, 900);
    map->show();
    map->setCellWidth(4);
    map->setCurrent({120, 30});

    auto *picker = new GoToPopup(themes, sheet);
    picker->setWindowFlags(Qt::Widget);
    picker->setLimits(kNow - 40 * kDay, kNow);
    picker->setInstant(kNow - 2 * kDay);
    QMap<QDate, DayMarks> marks;
    marks.insert(QDate(2026, 11, 20), {2, 1});
    marks.insert(QDate(2026, 11, 9), {1, 0});
    marks.insert(QDate(2026, 11, 3), {0, 1});
    picker->days().setMarks(marks);
    picker->move(1060, 64);
    picker->show();
    picker->adjustSize();
    return sheet;
}

} // namespace graticule::sheet

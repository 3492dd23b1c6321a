// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdata.h"
#include "tests/widgets/halyard.h"

#include <QDir>
#include <QFile>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace graticule::bench {

namespace {

/// SplitMix64, so that the files do not hang on a library's generator. Steele, Lea and Flood 2014.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int bound) { return int(next() % quint64(bound)); }
    double unit() { return double(next() >> 11) * 0x1p-53; }
    /// About normal, -3 to 3; a sum, since the last digits of log and cos differ between machines.
    double bell()
    {
        double sum = 0;
        for (int i = 0; i < 12; ++i) {
            sum += unit();
        }
        return sum / 2 - 3;
    }

private:
    quint64 m_state;
};

class Out
{
public:
    explicit Out(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::WriteOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(m_file.errorString()));
            std::exit(2);
        }
    }
    ~Out() { m_file.write(m_text); }

    Out &operator<<(const char *text)
    {
        m_text += text;
        return *this;
    }
    Out &operator<<(int number)
    {
        m_text += QByteArray::number(number);
        return *this;
    }
    Out &number(double value, int digits)
    {
        m_text += QByteArray::number(value, 'f', digits);
        return *this;
    }

private:
    QFile m_file;
    QByteArray m_text;
};

int anyStatus(Random &random)
{
    const int of100 = random.below(100); // mostly well, as fleets are
    return of100 < 90 ? 0 : of100 < 95 ? 1 : of100 < 96 ? 2 : of100 < 98 ? 3 : 4;
}

const testing::Metro &anyMetro(Random &random)
{
    int left = random.below(5000); // halyard's sites: metros are as likely as they are large
    for (const testing::Metro &metro : testing::halyard) {
        if ((left -= metro.sites) < 0) {
            return metro;
        }
    }
    return testing::halyard[0];
}

void writeFleet(const QString &path, int sites, int links)
{
    static constexpr const char *providers[] = {"aws", "gcp", "azure", "own"};
    Random random(quint64(sites) * 31 + 7);
    Out out(path);
    out << "{\"version\":1,\"seed\":" << sites * 31 + 7 << ",\"statuses\":[";
    for (size_t i = 0; i < std::size(statuses); ++i) {
        out << (i ? ",\"" : "\"") << statuses[i] << "\"";
    }
    out << "],\"sites\":[";
    for (int i = 0; i < sites; ++i) {
        const testing::Metro &metro = anyMetro(random);
        // Most lie in their city, some in the country around it.
        const double reach = random.below(4) == 0 ? 2.2 : 0.25;
        const double latitude = metro.latitude + reach * random.bell() / 2,
                     longitude = metro.longitude + reach * random.bell() / 2;
        out << (i ? ",\n" : "\n") << "{\"id\":\"s" << i << "\",\"name\":\"" << metro.name << " " << i + 1
            << "\",\"lat\":";
        out.number(latitude, 4) << ",\"lon\":";
        out.number(longitude, 4) << ",\"status\":\"" << statuses[anyStatus(random)] << "\",\"region\":\"" << metro.name
                                 << "\",\"provider\":\"" << providers[random.below(4)] << "\",\"version\":\"1."
                                 << random.below(30) << "\",\"nodes\":" << 1 + random.below(64) << ",\"cpu\":";
        out.number(random.unit() * 100, 1) << ",\"mem\":";
        out.number(random.unit() * 100, 1) << ",\"latencyMs\":";
        out.number(5 + random.unit() * 250, 1) << ",\"lastSeen\":" << random.below(60) << "}";
    }
    out << "],\"links\":[";
    for (int i = 0; i < links; ++i) {
        const int a = random.below(sites);
        const int b = (a + 1 + random.below(sites - 1)) % sites;
        out << (i ? "," : "") << "{\"a\":" << a << ",\"b\":" << b << ",\"rttMs\":";
        out.number(5 + random.unit() * 250, 1) << "}";
    }
    out << "]}\n";
}

void writeUpdates(const QString &path, int sites)
{
    Random random(quint64(sites) * 17 + 3);
    Out out(path);
    out << "{\"hz\":10,\"ticks\":[";
    for (int tick = 0; tick < 100; ++tick) {
        out << (tick ? ",\n[" : "[");
        for (int i = 0; i < sites / 100; ++i) {
            out << (i ? "," : "") << random.below(sites) << "," << anyStatus(random);
        }
        out << "]";
    }
    out << "]}\n";
}

void writeSeries(const QString &path)
{
    Random random(11);
    Out out(path);
    out << "{\"name\":\"latency\",\"unit\":\"ms\",\"x\":[";
    for (int i = 0; i < 1'000'000; ++i) {
        out << (i ? "," : "") << i;
    }
    out << "],\"y\":[";
    double value = 80;
    for (int i = 0; i < 1'000'000; ++i) {
        value = std::fmin(400, std::fmax(1, value + random.bell()));
        out << (i ? "," : "");
        out.number(random.below(20'000) == 0 ? 380 : value, 2);
    }
    out << "]}\n";
}

void writeLive(const QString &path)
{
    Random random(13);
    Out out(path);
    out << "{\"charts\":[";
    for (int chart = 0; chart < 24; ++chart) {
        out << (chart ? ",\n" : "\n") << "{\"title\":\"chart " << chart + 1 << "\",\"t0\":0,\"step\":1,\"series\":[";
        for (int series = 0; series < 5; ++series) {
            out << (series ? "," : "") << "{\"name\":\"series " << series + 1 << "\",\"values\":[";
            double value = 20 + 30 * series;
            for (int i = 0; i < 3800; ++i) {
                value = std::fmax(0, value + random.bell() / 2);
                out << (i == 3600 ? "],\"next\":[" : i ? "," : "");
                out.number(value, 2);
            }
            out << "]}";
        }
        out << "]}";
    }
    out << "]}\n";
}

} // namespace

void generate(const QString &folder)
{
    QDir().mkpath(folder);
    const QDir dir(folder);
    for (const int sites : {1'000, 10'000, 100'000}) {
        for (const int links : {0, 2'000, 20'000}) {
            writeFleet(dir.filePath(QStringLiteral("fleet-%1-%2.json").arg(sites).arg(links)), sites, links);
        }
        writeUpdates(dir.filePath(QStringLiteral("updates-%1.json").arg(sites)), sites);
    }
    writeSeries(dir.filePath(QStringLiteral("series-1000000.json")));
    writeLive(dir.filePath(QStringLiteral("live-24x5.json")));
}

} // namespace graticule::bench

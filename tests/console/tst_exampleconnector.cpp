// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kPython = u"/usr/bin/python3"_s; // the one that Debian's packages belong to

QString source(const QString &path)
{
    return qEnvironmentVariable("GRATICULE_SOURCE") + u'/' + path;
}

/// "harbour healthy DE 53.54", a line per site.
QStringList print(const QJsonObject &listing)
{
    QStringList lines;
    for (const QJsonValue &site : listing["sites"_L1].toArray()) {
        const QJsonValue latitude = site["lat"_L1];
        lines << u"%1 %2%3 %4"_s.arg(site["name"_L1].toString(), site["state"_L1].toString(),
                                     site["stale"_L1].toBool() ? u", stale"_s : QString(),
                                     latitude.isNull() ? u"unplaced"_s : QString::number(latitude.toDouble()));
    }
    return lines;
}

} // namespace

/// tests/example-connector: a program outside of this tree, in another language, puts its sites on the map.
class TestExampleConnector : public testing::Test
{
    Q_OBJECT

    QTemporaryDir m_directory;

    QString file(const QString &name) const { return m_directory.filePath(name); }

    void write(const QByteArray &json) const
    {
        QFile out(file(u"sites.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(json);
    }

    /// Starts the connector and waits until it listens; null when it does not.
    std::unique_ptr<QProcess> connector() const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONPATH"_s, file(u"stubs"_s));
        environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(kPython, {source(u"tests/example-connector/example_connector.py"_s), file(u"sites.json"_s),
                                 u"unix://"_s + file(u"connector.sock"_s)});
        return process->waitForReadyRead(Home::kDeadlineMs) ? std::move(process) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess probe;
        probe.start(kPython, {u"-c"_s, u"import grpc, google.protobuf"_s});
        const QString plugin = QStandardPaths::findExecutable(u"grpc_python_plugin"_s);
        if (!probe.waitForFinished(Home::kDeadlineMs) || probe.exitCode() != 0 || plugin.isEmpty())
            QSKIP("python3-grpcio, python3-protobuf and protobuf-compiler-grpc are needed");
        QVERIFY(QDir(m_directory.path()).mkdir(u"stubs"_s));
        QProcess protoc;
        protoc.start(u"protoc"_s, {u"-I"_s, source(u"backend/control/proto"_s), u"--python_out="_s + file(u"stubs"_s),
                                   u"--grpc_out="_s + file(u"stubs"_s), u"--plugin=protoc-gen-grpc="_s + plugin,
                                   u"control.proto"_s});
        QVERIFY(protoc.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(protoc.readAllStandardError(), QByteArray());
    }

    void putsItsSitesOnTheMap()
    {
        QVERIFY(QFile::copy(source(u"tests/example-connector/sites.json"_s), file(u"sites.json"_s)));
        auto process = connector();
        QVERIFY(process);
        const QByteArray said = process->readLine().trimmed();
        QCOMPARE(said, QByteArray("graticule connect grpc unix://" + file(u"connector.sock"_s).toUtf8()));

        const Home home;
        const QStringList connect = QString::fromUtf8(said).split(u' ').mid(1);
        const Ended connected = home.run(connect + QStringList{u"--name"_s, u"example"_s});
        QVERIFY2(connected.code == 0, connected.err);
        const Ended sites = home.run({u"sites"_s, u"--json"_s, u"--wait"_s, u"30"_s});
        QCOMPARE(sites.code, 0);
        QCOMPARE(print(sites.json()), QStringList({u"ferry healthy unplaced"_s, u"harbour healthy 53.54"_s,
                                                   u"lighthouse degraded 54.18"_s}));
        QCOMPARE(named(sites.json(), u"sites"_s, u"lighthouse"_s)["reasons"_L1][0]["text"_L1].toString(),
                 u"on battery"_s);

        // What changes in the file changes on the map.
        const auto watch = home.start({u"sites"_s, u"--json"_s, u"--watch"_s});
        const auto shows = [](const QStringList &wanted) {
            return [wanted](const QJsonObject &line) { return print(line) == wanted; };
        };
        write(R"([{"name": "harbour", "lat": 53.54, "lon": 9.99, "state": "down", "text": "no power"}])");
        QVERIFY(!lineThat(*watch, shows({u"harbour down 53.54"_s})).isEmpty());

        // A source that fails is said to, and what it last told stays.
        write("[{");
        const auto connections = home.start({u"connections"_s, u"--json"_s, u"--watch"_s});
        const QJsonObject stale = lineThat(*connections, [](const QJsonObject &line) {
            return named(line, u"connections"_s, u"sites file"_s)["state"_L1].toString() == u"stale";
        });
        QVERIFY(named(stale, u"connections"_s, u"sites file"_s)["error"_L1]["text"_L1].toString().contains(
            u"cannot be read"));
        QCOMPARE(home.run({u"sites"_s, u"--json"_s}).json()["sites"_L1].toArray().size(), 1);

        // A connector that dies is missed; back again, all is as before.
        process->kill();
        QVERIFY(process->waitForFinished(Home::kDeadlineMs));
        QVERIFY(!lineThat(*connections, [](const QJsonObject &line) {
                     return named(line, u"connections"_s, u"example"_s)["state"_L1].toString() == u"unreachable";
                 }).isEmpty());
        write(R"([{"name": "harbour", "lat": 53.54, "lon": 9.99}])");
        process = connector();
        QVERIFY(process);
        QVERIFY(!lineThat(*watch, shows({u"harbour healthy 53.54"_s})).isEmpty());
        process->kill();
        QVERIFY(process->waitForFinished(Home::kDeadlineMs));
    }
};

QTEST_GUILESS_MAIN(TestExampleConnector)
#include "tst_exampleconnector.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/deltacodec.h"
#include "backend/control/fleetclient.h"
#include "backend/domain/fleetsnapshot.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cmath>
#include <limits>
#include <mutex>

#include <control.grpc.pb.h>
#include <google/protobuf/stubs/logging.h>
#include <grpcpp/grpcpp.h>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;
namespace v1 = graticule::control::v1;

namespace {

Site site(const char *id, double cpu)
{
    Site result;
    result.id = EntityId(id);
    result.name = QString::fromLatin1(id);
    result.condition = Condition::Up;
    result.cpu = {cpu, 64};
    return result;
}

FleetDelta told(const std::vector<Site> &sites, const std::vector<EntityId> &removed = {})
{
    FleetDelta delta;
    for (const Site &item : sites)
        delta.sites.upsert(item);
    delta.sites.removed = removed;
    return delta;
}

/// A keeper and its reader; says what goes between them.
class Line
{
public:
    std::vector<v1::Delta> messages(const FleetDelta &delta)
    {
        std::vector<v1::Delta> result;
        encode(
            delta, [&](const ReplyMessage &message, bool) { result.push_back(message->delta()); }, &m_told);
        return result;
    }
    /// One message, as the reader gets it.
    QString send(const FleetDelta &delta)
    {
        const std::vector<v1::Delta> sent = messages(delta);
        if (sent.size() != 1 || !hear(sent.front()))
            return u"broken"_s;
        return text(sent.front());
    }
    bool hear(const v1::Delta &message)
    {
        const std::optional<FleetDelta> delta = decode(m_decoder, m_heard, message);
        if (delta)
            tables.apply(*delta);
        return delta.has_value();
    }
    static QString text(const v1::Delta &message)
    {
        QStringList lines;
        for (int i = 0; i < message.sites_size(); ++i) {
            lines << u"%1 whole as %2"_s.arg(QString::fromStdString(message.sites(i).id()))
                         .arg(i < message.site_numbers_size() ? message.site_numbers(i) : 0);
        }
        for (int i = 0; i < message.site_steps().number_size(); ++i)
            lines << u"%1: parts %2"_s.arg(message.site_steps().number(i)).arg(message.site_steps().parts(i));
        for (const std::string &id : message.removed_sites())
            lines << u"%1 gone"_s.arg(QString::fromStdString(id));
        return lines.join(u", "_s);
    }
    const Site &at(const char *id) const { return *tables.sites.find(EntityId(id)); }

    FleetTables tables; ///< of the reader

private:
    ToldSites m_told;
    EntityDecoder m_decoder;
    HeardSites m_heard;
};

/// Two sites with the numbers 1 and 2, and a step of the first.
v1::Delta fittingMessage()
{
    v1::Delta delta;
    for (const char *id : {"fra1", "iad1"})
        delta.add_sites()->set_id(id);
    delta.add_site_numbers(1);
    delta.add_site_numbers(2);
    v1::SiteSteps *steps = delta.mutable_site_steps();
    steps->add_number(1);
    steps->add_parts(1 + 2 + 4);
    steps->add_condition(v1::CONDITION_DOWN);
    steps->add_condition_text("no power");
    steps->add_usage(5);
    steps->add_usage(64);
    return delta;
}

bool isUnderstood(const v1::Delta &message)
{
    return Line().hear(message);
}

/// A keeper that tells its readers what it likes.
class ScriptedKeeper : public v1::Control::Service
{
public:
    explicit ScriptedKeeper(const QString &listen)
    {
        grpc::ServerBuilder builder;
        builder.AddListeningPort(listen.toStdString(), grpc::InsecureServerCredentials());
        builder.RegisterService(this);
        m_server = builder.BuildAndStart();
    }
    ~ScriptedKeeper() override { m_server->Shutdown(std::chrono::system_clock::now()); }
    ScriptedKeeper(const ScriptedKeeper &) = delete;
    ScriptedKeeper &operator=(const ScriptedKeeper &) = delete;

    void tell(v1::Delta delta)
    {
        const std::scoped_lock lock(m_mutex);
        m_delta = std::move(delta);
    }
    grpc::Status Watch(grpc::ServerContext *, const v1::WatchRequest *request,
                       grpc::ServerWriter<v1::WatchReply> *writer) override
    {
        v1::WatchReply reply;
        {
            const std::scoped_lock lock(m_mutex);
            *reply.mutable_delta() = m_delta;
        }
        if (!request->site_steps())
            return {grpc::StatusCode::INVALID_ARGUMENT, "an older reader"};
        reply.set_reset(true);
        reply.set_complete(true);
        reply.mutable_revision()->set_keeper("scripted");
        reply.mutable_revision()->set_number(1);
        reply.set_heartbeat_ms(60'000);
        writer->Write(reply);
        return {grpc::StatusCode::UNAVAILABLE, "that was all"};
    }

private:
    std::mutex m_mutex;
    v1::Delta m_delta;
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace

class TestSiteSteps : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aSiteIsToldWholeOnceAndThenInSteps()
    {
        Line line;
        QCOMPARE(line.send(told({site("fra1", 1), site("iad1", 1)})), u"fra1 whole as 1, iad1 whole as 2"_s);
        QCOMPARE(line.send(told({site("iad1", 2)})), u"2: parts 4"_s);
        QCOMPARE(line.at("iad1"), site("iad1", 2));
        Site worse = site("fra1", 1);
        worse.condition = Condition::Degraded;
        worse.conditionText = u"two racks are hot"_s;
        worse.memory = {3, 4};
        worse.storage = {5, 6};
        QCOMPARE(line.send(told({worse})), u"1: parts 27"_s);
        QCOMPARE(line.at("fra1"), worse);
    }

    void whatNoStepCanSayIsToldWhole()
    {
        Line line;
        line.send(told({site("fra1", 1)}));
        const auto isWhole = [&line](auto &&change) {
            Site other = line.at("fra1");
            change(other);
            return line.send(told({other})) == u"fra1 whole as 1"_s && line.at("fra1") == other;
        };
        QVERIFY(isWhole([](Site &s) { s.name = u"Frankfurt"_s; }));
        QVERIFY(isWhole([](Site &s) { s.region = u"Europe"_s; }));
        QVERIFY(isWhole([](Site &s) { s.kind = SiteKind::Edge; }));
        QVERIFY(isWhole([](Site &s) { s.provider = u"aws"_s; }));
        QVERIFY(isWhole([](Site &s) { s.place.city = u"Frankfurt"_s; }));
        QVERIFY(isWhole([](Site &s) { s.place.position = GeoPoint{50, 8}; }));
        QVERIFY(isWhole([](Site &s) { s.labels.insert(u"team"_s, u"blue"_s); }));
        QVERIFY(isWhole([](Site &s) { s.feeds.append(EntityId("f")); }));
        QVERIFY(isWhole([](Site &s) { s.origin = Origin::Lab; }));
        QCOMPARE(line.send(told({site("fra1", 2)})), u"fra1 whole as 1"_s);
        QCOMPARE(line.send(told({site("fra1", 3)})), u"1: parts 4"_s); // against the newest of them
        QCOMPARE(line.at("fra1"), site("fra1", 3));
    }

    void theSameAgainIsNothing()
    {
        Line line;
        line.send(told({site("fra1", 1)}));
        QCOMPARE(line.send(told({site("fra1", 1)})), QString());
    }

    void aNumberIsGivenAnewOnceItsSiteIsGone()
    {
        Line line;
        line.send(told({site("fra1", 1), site("iad1", 1)}));
        QCOMPARE(line.send(told({site("nrt1", 1)}, {EntityId("fra1")})), u"nrt1 whole as 3, fra1 gone"_s);
        QCOMPARE(line.send(told({site("fra1", 2)})), u"fra1 whole as 1"_s);
        QCOMPARE(line.send(told({site("fra1", 3), site("iad1", 3)})), u"1: parts 4, 2: parts 4"_s);
        QCOMPARE(line.at("fra1"), site("fra1", 3));
        QCOMPARE(line.at("iad1"), site("iad1", 3));
    }

    /// What a keeper of an earlier version would have sent.
    void readersThatTakeNoStepsGetWholeSites()
    {
        int sites = 0;
        encode(told({site("fra1", 1)}), [&](const ReplyMessage &message, bool) {
            sites = message->delta().sites_size();
            QCOMPARE(message->delta().site_numbers_size(), 0);
        });
        QCOMPARE(sites, 1);
    }

    void bothEndsAgreeAfterAnyChanges()
    {
        Line line;
        QRandomGenerator random(11);
        FleetTables tables;
        for (int round = 0; round < 300; ++round) {
            FleetTables next = tables;
            for (int change = random.bounded(40); change > 0; --change) {
                const QByteArray id = QByteArray::number(random.bounded(60));
                const Site *was = next.sites.find(EntityId(id));
                Site s = was ? *was : site(id.constData(), 1);
                switch (random.bounded(7)) {
                case 0:
                    next.sites.remove(s.id);
                    continue;
                case 1:
                    s.name = QString::number(random.bounded(100));
                    break;
                case 2:
                    s.condition = Condition(random.bounded(5));
                    break;
                case 3:
                    s.conditionText = QString::number(random.bounded(10));
                    break;
                case 4:
                    s.memory = {double(random.bounded(10)), double(1 + random.bounded(10))};
                    break;
                case 5:
                    s.cpu = s.storage = {};
                    break;
                default:
                    s.cpu = {double(random.bounded(10)), 16, random.bounded(2) == 0};
                }
                next.sites.insert(s);
            }
            for (const v1::Delta &message : line.messages(diff(tables, next)))
                QVERIFY(line.hear(message));
            tables = next;
            QCOMPARE(line.tables.sites.size(), tables.sites.size());
            tables.sites.forEach([&](const Site &s) { QCOMPARE(*line.tables.sites.find(s.id), s); });
        }
    }

    void manyStepsComeInParts()
    {
        Line line;
        FleetDelta all;
        FleetDelta steps;
        for (int i = 0; i < kMostStepsPerMessage + 1; ++i) {
            const QByteArray id = QByteArray::number(i);
            all.sites.upsert(site(id.constData(), 1));
            steps.sites.upsert(site(id.constData(), 2));
        }
        for (const v1::Delta &message : line.messages(all))
            QVERIFY(line.hear(message));
        const std::vector<v1::Delta> messages = line.messages(steps);
        QCOMPARE(messages.size(), size_t(2));
        for (const v1::Delta &message : messages)
            QVERIFY(line.hear(message));
        QCOMPARE(line.at("0").cpu.used, 2.0);
        QCOMPARE(line.at("10000").cpu.used, 2.0);
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<std::function<void(v1::SiteSteps &)>>("change");
        const auto row = [](const char *name, std::function<void(v1::SiteSteps &)> change) {
            QTest::newRow(name) << std::move(change);
        };
        row("a number never given", [](v1::SiteSteps &s) { s.set_number(0, 3); });
        row("the number 0", [](v1::SiteSteps &s) { s.set_number(0, 0); });
        row("a huge number", [](v1::SiteSteps &s) { s.set_number(0, std::numeric_limits<quint32>::max()); });
        row("no part", [](v1::SiteSteps &s) { s.set_parts(0, 0); });
        row("a part that nobody knows", [](v1::SiteSteps &s) { s.set_parts(0, 32 + 7); });
        row("more parts than sites", [](v1::SiteSteps &s) { s.add_parts(1); });
        row("more sites than parts", [](v1::SiteSteps &s) { s.add_number(1); });
        row("no condition", [](v1::SiteSteps &s) { s.clear_condition(); });
        row("no text", [](v1::SiteSteps &s) { s.clear_condition_text(); });
        row("half of a usage", [](v1::SiteSteps &s) { s.mutable_usage()->RemoveLast(); });
        row("a value that nobody asked for", [](v1::SiteSteps &s) { s.add_usage(1); });
        row("too many of them", [](v1::SiteSteps &s) {
            s.Clear();
            for (int i = 0; i <= kMostStepsPerMessage; ++i) {
                s.add_number(1);
                s.add_parts(1);
                s.add_condition(v1::CONDITION_UP);
            }
        });
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(std::function<void(v1::SiteSteps &)>, change);
        v1::Delta message = fittingMessage();
        QVERIFY(isUnderstood(message));
        change(*message.mutable_site_steps());
        QVERIFY(!isUnderstood(message));
    }

    void valuesAreLookedAtAsInAWholeSite()
    {
        Line line;
        v1::Delta message = fittingMessage();
        message.mutable_site_steps()->set_condition(0, v1::Condition(99));
        message.mutable_site_steps()->set_usage(0, std::numeric_limits<double>::quiet_NaN());
        message.mutable_site_steps()->set_usage(1, std::numeric_limits<double>::infinity());
        QVERIFY(line.hear(message));
        QCOMPARE(line.at("fra1").condition, Condition::Unknown);
        QCOMPARE(line.at("fra1").cpu, Usage{});
        QCOMPARE(line.at("fra1").conditionText, u"no power"_s);
    }

    /// Numbers with gaps, or of one site for ever, do not fill the memory.
    void onlyTheNextNumberIsTaken()
    {
        HeardSites heard;
        EntityDecoder decoder;
        const auto item = std::make_shared<const Site>(site("fra1", 1));
        const auto stepsTo = [&](quint32 number) {
            v1::SiteSteps steps;
            steps.add_number(number);
            steps.add_parts(1);
            steps.add_condition(v1::CONDITION_UP);
            Changes<Site> to;
            return heard.step(decoder, steps, to);
        };
        heard.heard(2, item);
        heard.heard(std::numeric_limits<quint32>::max(), item);
        QVERIFY(!stepsTo(2));
        for (quint32 number = 1; number <= kMostNumberedSites + 10; ++number)
            heard.heard(number, item);
        QVERIFY(stepsTo(kMostNumberedSites));
        QVERIFY(!stepsTo(kMostNumberedSites + 1));
    }

    void survivesAnyBytes()
    {
        const QByteArray bytes = QByteArray::fromStdString(fittingMessage().SerializeAsString());
        const google::protobuf::LogSilencer silencer; // text that is not UTF-8 is said on stderr each time
        QRandomGenerator random(5);
        int understood = 0;
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray broken = bytes;
            for (int change = 1 + random.bounded(4); change > 0; --change)
                broken[random.bounded(broken.size())] = char(random.bounded(256));
            v1::Delta delta;
            if (!delta.ParseFromArray(broken.constData(), int(broken.size())))
                continue;
            Line line;
            (line.hear(delta) ? understood : refused) += 1;
            line.tables.sites.forEach([](const Site &s) {
                QVERIFY(int(s.condition) >= 0 && s.condition <= Condition::Maintenance);
                QVERIFY(std::isfinite(s.cpu.used) && std::isfinite(s.cpu.total));
            });
        }
        QVERIFY(understood > 500);
        QVERIFY(refused > 500);
    }

    void aReaderThatWasToldNonsenseBeginsAnew()
    {
        const QTemporaryDir folder;
        const QString listen = u"unix://"_s + folder.filePath(u"k.sock"_s);
        ScriptedKeeper keeper(listen);
        v1::Delta nonsense = fittingMessage();
        nonsense.mutable_site_steps()->set_number(0, 7);
        keeper.tell(nonsense);
        SystemClock clock;
        FleetClient client(clock, nullptr);
        auto channel = ControlChannel::open({listen, false, {}, {}, {}, {}, {}});
        QVERIFY(channel);
        client.follow(std::move(channel).value());
        QTRY_COMPARE(client.link().state, KeeperLink::State::Lost);
        QCOMPARE(client.link().error.kind, ErrorKind::Malformed);
        QVERIFY2(client.link().error.text.endsWith(u"sent changes that do not fit what it sent before."_s),
                 qPrintable(client.link().error.text));
        QVERIFY(!client.snapshot());
        keeper.tell(fittingMessage());
        QTRY_VERIFY(client.snapshot());
        QCOMPARE(client.snapshot()->tables.sites.find(EntityId("fra1"))->condition, Condition::Down);
        client.stop();
    }
};

QTEST_GUILESS_MAIN(TestSiteSteps)
#include "tst_sitesteps.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/controlserver.h"
#include "backend/control/samplescodec.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/samplestore.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

#include <control.pb.h>

using namespace graticule;
namespace v1 = control::v1;

namespace {

Result<SamplesQuery> there(const SamplesQuery &query)
{
    v1::SamplesRequest message;
    encode(query, &message);
    v1::SamplesRequest read;
    read.ParseFromString(message.SerializeAsString());
    return decode(read);
}

SamplesAnswer there(const SamplesAnswer &answer)
{
    v1::SamplesReply message;
    encode(answer, &message);
    v1::SamplesReply read;
    read.ParseFromString(message.SerializeAsString());
    return decode(read);
}

SampleAnswer seriesOf(const char *entity, const QString &metric)
{
    SampleAnswer series;
    series.entity = EntityId(entity);
    series.metric = metric;
    return series;
}

QStringList metrics(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << QStringLiteral("m%1").arg(i);
    return names;
}

} // namespace

class TestSamplesCodec : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionTravelsWhole()
    {
        const SamplesQuery query{EntityId("site/fra1"), {QStringLiteral("cpu"), QStringLiteral("latency.ms")},
                                 instantFromMs(1'000),  instantFromMs(2'000'000'000'000),
                                 Resolution::Minute,    4321};
        const Result<SamplesQuery> read = there(query);
        QVERIFY(bool(read));
        QCOMPARE(read->entity, query.entity);
        QCOMPARE(read->metrics, query.metrics);
        QCOMPARE(toMs(read->from), toMs(query.from));
        QCOMPARE(toMs(read->to), toMs(query.to));
        QCOMPARE(read->resolution, query.resolution);
        QCOMPARE(read->points, query.points);
        const Result<SamplesQuery> plain = there({EntityId("a"), {}});
        QVERIFY(bool(plain) && plain->metrics.isEmpty() && plain->to == kNever);
    }

    void anAnswerTravelsWhole()
    {
        SamplesAnswer answer;
        SampleAnswer raw = seriesOf("a", QStringLiteral("cpu"));
        raw.buckets = {{1'000, 1, 0.5, 0.5, 0.5}, {2'000, 1, -1e300, -1e300, -1e300}};
        raw.unwatched = {{1'200, 1'300}, {1'400, 1'500}};
        SampleAnswer minutes = seriesOf("a", QStringLiteral("\u7d71"));
        minutes.resolution = Resolution::Minute;
        minutes.stepMs = 60'000;
        minutes.buckets = {{60'000, 6, 1, 9, 4.5}};
        minutes.damaged = {{0, 60'000}};
        SampleAnswer failed = seriesOf("b", QStringLiteral("x"));
        failed.isFailed = true;
        answer.series = {raw, minutes, seriesOf("a", QStringLiteral("nothing")), failed};
        answer.store.counts = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        answer.store.unsaved = 10;
        answer.store.error.text = QStringLiteral("The disk is full.");
        answer.store.notes = {QStringLiteral("One."), QStringLiteral("Two.")};

        const SamplesAnswer read = there(answer);
        QCOMPARE(read.series.size(), 3); // a series that has nothing to tell does not travel
        const QList<SampleAnswer> sent{raw, minutes, failed};
        for (qsizetype i = 0; i < sent.size(); ++i) {
            QCOMPARE(read.series[i].entity, sent[i].entity);
            QCOMPARE(read.series[i].metric, sent[i].metric);
            QCOMPARE(read.series[i].resolution, sent[i].resolution);
            QCOMPARE(read.series[i].stepMs, sent[i].stepMs);
            QVERIFY(read.series[i].buckets == sent[i].buckets);
            QVERIFY(read.series[i].unwatched == sent[i].unwatched);
            QVERIFY(read.series[i].damaged == sent[i].damaged);
            QCOMPARE(read.series[i].isFailed, sent[i].isFailed);
        }
        const SampleCounts &counts = read.store.counts;
        QCOMPARE(QList<qint64>({counts.stored, counts.outOfOrder, counts.duplicate, counts.tooOld, counts.tooNew,
                                counts.notNumber, counts.noRoom, counts.queueFull, counts.damaged}),
                 QList<qint64>({1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QCOMPARE(read.store.unsaved, 10);
        QCOMPARE(read.store.error.text, answer.store.error.text);
        QVERIFY(!read.store.isOpen);
        QCOMPARE(read.store.notes, answer.store.notes);
    }

    void whatIsNoNumberOrNoTimeIsLeftOut()
    {
        v1::SamplesReply message;
        v1::Series *series = message.add_series();
        for (const double value : {1.0, std::numeric_limits<double>::quiet_NaN(), 3.0})
            series->add_value(value);
        series->add_at_ms(10);
        series->add_at_ms(20); // none of the third
        series->set_resolution(v1::SamplesRequest::Resolution(99));
        v1::TimeSpan *backwards = series->add_damaged();
        backwards->set_from_ms(5);
        const SamplesAnswer read = decode(message);
        QCOMPARE(read.series[0].buckets.size(), size_t(1));
        QVERIFY(read.series[0].damaged.empty());
        QCOMPARE(read.series[0].resolution, Resolution::Automatic);
    }

    void eachMetricIsAskedForOnce()
    {
        const QString cpu = QStringLiteral("cpu");
        const Result<SamplesQuery> read = there({EntityId("a"), {cpu, QStringLiteral("ram"), cpu, cpu}});
        QVERIFY(bool(read));
        QCOMPARE(read->metrics, QStringList({cpu, QStringLiteral("ram")}));
        QVERIFY(bool(there({EntityId("a"), QStringList(100'000, cpu)})));
    }

    void tooManyMetricsAreRefused()
    {
        QVERIFY(bool(there({EntityId("a"), metrics(kMostMetrics)})));
        const Result<SamplesQuery> refused = there({EntityId("a"), metrics(kMostMetrics + 1)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QCOMPARE(refused.error().text, QStringLiteral("metrics: names more than 64; ask for fewer at once, or for "
                                                      "none, which means all."));
    }

    /// The largest answer there is, of the widest numbers: half of what a console takes in one message.
    void theLargestAnswerFitsIntoAMessage()
    {
        SamplesAnswer answer;
        const SampleBucket widest{SampleKeys::kLastMs, 1'000'000, -1e300, 1e300, 0.1};
        for (int i = 0; i < kMostMetrics; ++i) {
            SampleAnswer series = seriesOf("a", metrics(i + 1).last());
            series.stepMs = 60'000;
            series.buckets.assign(SampleStore::kMostInAll / kMostMetrics, widest);
            answer.series.append(series);
        }
        v1::SamplesReply message;
        encode(answer, &message);
        QVERIFY2(message.ByteSizeLong() < 8'000'000, QByteArray::number(qulonglong(message.ByteSizeLong())));
    }

    /// What the caller hears; and an answer, which is encoded in a thread of its own.
    void theServerRefusesThem()
    {
        SnapshotHub hub;
        graticule::testing::QuietKeeper keeper;
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.access.anonymous = CallerRole::Viewer;
        const auto server = ControlServer::start(options, hub, keeper, nullptr);
        QVERIFY2(bool(server), server ? "" : qPrintable(server.error().text));
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:%1").arg((*server)->port());
        const auto channel = ControlChannel::open(address);
        const ControlCalls calls(channel.value());
        std::optional<Result<SamplesAnswer>> reply;
        const auto ask = [&](int count) {
            reply.reset();
            calls.samples(this, {EntityId("a"), metrics(count)},
                          [&](const Result<SamplesAnswer> &got) { reply = got; });
        };
        ask(kMostMetrics);
        QTRY_VERIFY(reply.has_value());
        QVERIFY(bool(*reply));
        ask(kMostMetrics + 1);
        QTRY_VERIFY(reply.has_value());
        QVERIFY(!*reply);
        QCOMPARE(reply->error().kind, ErrorKind::Invalid);
        QVERIFY(reply->error().text.contains(u"names more than 64"));
    }
};

QTEST_GUILESS_MAIN(TestSamplesCodec)
#include "tst_samplescodec.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"
#include "backend/control/deltacodec.h"
#include "backend/control/entitycodec.h"
#include "backend/domain/fleetsnapshot.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <control.pb.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/util/message_differencer.h>

#include <limits>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;
namespace v1 = graticule::control::v1;
namespace pb = google::protobuf;

namespace {

/// Sets every field of @p message, each to something else than its default; lists get two items.
void fill(pb::Message &message, int &next)
{
    const pb::Reflection &r = *message.GetReflection();
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
        const pb::FieldDescriptor *f = message.GetDescriptor()->field(i);
        ++next;
        const std::string word = "w" + std::to_string(next);
        for (int n = 0; n < (f->is_repeated() ? 2 : 1); ++n) {
            switch (f->cpp_type()) {
            case pb::FieldDescriptor::CPPTYPE_STRING:
                f->is_repeated() ? r.AddString(&message, f, word) : r.SetString(&message, f, word);
                break;
            case pb::FieldDescriptor::CPPTYPE_DOUBLE: {
                const double value = 1.0 - 1.0 / (1.0 + next); // valid for each field: also a loss, also degrees
                f->is_repeated() ? r.AddDouble(&message, f, value) : r.SetDouble(&message, f, value);
                break;
            }
            case pb::FieldDescriptor::CPPTYPE_INT64:
                r.SetInt64(&message, f, 1000 + next);
                break;
            case pb::FieldDescriptor::CPPTYPE_UINT64:
                r.SetUInt64(&message, f, std::uint64_t(1000 + next));
                break;
            case pb::FieldDescriptor::CPPTYPE_INT32:
                r.SetInt32(&message, f, 1000 + next);
                break;
            case pb::FieldDescriptor::CPPTYPE_UINT32: {
                const auto value = std::uint32_t(1000 + next);
                f->is_repeated() ? r.AddUInt32(&message, f, value) : r.SetUInt32(&message, f, value);
                break;
            }
            case pb::FieldDescriptor::CPPTYPE_BOOL:
                r.SetBool(&message, f, true);
                break;
            case pb::FieldDescriptor::CPPTYPE_ENUM: {
                const int value = f->enum_type()->value_count() - 1;
                f->is_repeated() ? r.AddEnumValue(&message, f, value) : r.SetEnumValue(&message, f, value);
                break;
            }
            case pb::FieldDescriptor::CPPTYPE_MESSAGE:
                fill(f->is_repeated() ? *r.AddMessage(&message, f) : *r.MutableMessage(&message, f), next);
                break;
            case pb::FieldDescriptor::CPPTYPE_FLOAT:
                QFAIL("control.proto has no float fields; teach fill() to set them");
            }
        }
    }
}

/// Message -> value -> message: what is not the same, or nothing. A field that the codec forgets is seen here.
template<class Message, class Decode> QString lostOnTheWay(Decode &&decode)
{
    Message before;
    int next = 0;
    fill(before, next);
    Message after;
    graticule::encode(decode(before), &after);
    std::string difference;
    pb::util::MessageDifferencer differencer;
    differencer.ReportDifferencesToString(&difference);
    differencer.Compare(before, after);
    return QString::fromStdString(difference);
}

template<class Message> QString lostOnTheWay()
{
    return lostOnTheWay<Message>([](const Message &m) { return EntityDecoder().decode(m); });
}
template<class Message> QString lostByValue()
{
    return lostOnTheWay<Message>([](const Message &m) { return graticule::decode(m); });
}

std::vector<v1::Delta> messages(const FleetDelta &delta)
{
    std::vector<v1::Delta> result;
    bool last = false;
    encode(delta, [&](const ReplyMessage &message, bool isLast) {
        QVERIFY(!last);
        last = isLast;
        result.push_back(message->delta());
    });
    return last ? result : std::vector<v1::Delta>();
}

FleetDelta manyLinks(int count, const QString &from)
{
    FleetDelta delta;
    for (int i = 0; i < count; ++i) {
        Link link;
        link.id = EntityId(QByteArray::number(i));
        link.from = EntityId(from);
        delta.links.upsert(link);
    }
    return delta;
}

} // namespace

class TestCodec : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void noFieldIsLost()
    {
        QCOMPARE(lostOnTheWay<v1::Connection>(), QString());
        QCOMPARE(lostOnTheWay<v1::Feed>(), QString());
        QCOMPARE(lostOnTheWay<v1::Site>(), QString());
        QCOMPARE(lostOnTheWay<v1::Node>(), QString());
        QCOMPARE(lostOnTheWay<v1::Service>(), QString());
        QCOMPARE(lostOnTheWay<v1::Placement>(), QString());
        QCOMPARE(lostOnTheWay<v1::Asset>(), QString());
        QCOMPARE(lostOnTheWay<v1::Replica>(), QString());
        QCOMPARE(lostOnTheWay<v1::Link>(), QString());
        QCOMPARE(lostOnTheWay<v1::Verdict>(), QString());
        QCOMPARE(lostByValue<v1::Error>(), QString());
        QCOMPARE(lostByValue<v1::Revision>(), QString());
        QCOMPARE(lostByValue<v1::Action>(), QString());
        QCOMPARE(lostByValue<v1::ActionProgress>(), QString());
        QCOMPARE(lostByValue<v1::ConnectionConfig>(), QString());
    }

    void unknownStaysUnknown()
    {
        // What a value of ours says when nothing is known must say the same on the other side.
        EntityDecoder decoder;
        v1::Connection connection;
        encode(Connection(), &connection);
        QCOMPARE(decoder.decode(connection), Connection());
        v1::Site site;
        encode(Site(), &site);
        QCOMPARE(decoder.decode(site), Site());
        v1::Node node;
        encode(Node(), &node);
        QCOMPARE(decoder.decode(node), Node());
        v1::Placement placement;
        encode(Placement(), &placement);
        QCOMPARE(decoder.decode(placement), Placement());
        v1::Replica replica;
        encode(Replica(), &replica);
        QCOMPARE(decoder.decode(replica), Replica());
        v1::Link link;
        encode(Link(), &link);
        QCOMPARE(decoder.decode(link), Link());
        QCOMPARE(decoder.decode(v1::Feed()), Feed()); // a limit of 0 would make everything stale: the default stands
    }

    void anErrorWithoutRetryIsNotRetriedAtOnce()
    {
        Error error{ErrorKind::Refused, Fault::NotAllowed, u"The token has expired."_s, std::nullopt};
        v1::Error message;
        encode(error, &message);
        QCOMPARE(decode(message), error);
        error.retryAfter = Milliseconds(0);
        encode(error, &message);
        QCOMPARE(decode(message), error);
    }

    void whatIsSaidCarriesItsArguments()
    {
        Error error{ErrorKind::TimedOut, Fault::Endpoint,     u"db1 has not answered."_s,
                    std::nullopt,        u"session.silent"_s, {u"db1"_s, u"1795338872000"_s}};
        v1::Error message;
        encode(error, &message);
        QCOMPARE(decode(message), error);
        Verdict verdict;
        verdict.id = EntityId("site/fra1");
        verdict.reasons = {{u"node.down"_s, u"1 of 2 nodes down (n1)"_s, {u"1"_s, u"2"_s, u"n1"_s}},
                           {u"site.down"_s, u"The platform says it is down."_s}};
        v1::Verdict told;
        encode(verdict, &told);
        EntityDecoder decoder;
        QCOMPARE(decoder.decode(told), verdict);
        for (int i = 0; i < 1000; ++i)
            told.mutable_reasons(0)->add_arguments("flood");
        QCOMPARE(decoder.decode(told).reasons.first().arguments.size(), 32);
    }

    void whatTheOtherSideInventsIsUnknown()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double infinite = std::numeric_limits<double>::infinity();
        EntityDecoder decoder;

        v1::Connection connection;
        connection.set_state(v1::ConnectionState(99));
        connection.set_origin(v1::Origin(-1));
        connection.set_latency_ms(nan);
        connection.set_requests_per_second(-3);
        connection.set_budget_bytes(infinite);
        QCOMPARE(decoder.decode(connection), Connection());

        v1::Link link;
        link.set_rtt_ms(infinite);
        link.set_loss(1.5);
        link.set_limit_ms(nan);
        QCOMPARE(decoder.decode(link), Link());

        v1::Verdict verdict;
        verdict.set_state(v1::SiteState(6));
        QCOMPARE(decoder.decode(verdict), Verdict());

        v1::Site site;
        site.mutable_cpu()->set_used(nan);
        site.mutable_memory()->set_total(-1);
        QCOMPARE(decoder.decode(site), Site());
    }

    void aPositionOffTheGlobeIsNone_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<bool>("placed");
        QTest::newRow("a pole") << 90.0 << -180.0 << true;
        QTest::newRow("past a pole") << 90.1 << 0.0 << false;
        QTest::newRow("past 180") << 0.0 << 180.1 << false;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 0.0 << false;
        QTest::newRow("endless") << 0.0 << std::numeric_limits<double>::infinity() << false;
    }
    void aPositionOffTheGlobeIsNone()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        v1::Site site;
        site.mutable_place()->set_latitude(latitude);
        site.mutable_place()->set_longitude(longitude);
        QTEST(EntityDecoder().decode(site).place.position.has_value(), "placed");
    }

    void halfAPositionIsNone()
    {
        v1::Site site;
        site.mutable_place()->set_latitude(50);
        QVERIFY(!EntityDecoder().decode(site).place.position);
    }

    void anItemWithoutIdIsSkipped()
    {
        v1::Delta delta;
        delta.add_sites()->set_name("nameless");
        delta.add_sites()->set_id("s");
        EntityDecoder decoder;
        const FleetDelta decoded = decode(decoder, delta);
        QCOMPARE(decoded.sites.upserted.size(), size_t(1));
        QCOMPARE(decoded.sites.upserted.front()->id, EntityId("s"));
    }

    void anEmptyDeltaIsOneMessage() { QCOMPARE(messages({}).size(), size_t(1)); }

    void aLargeDeltaComesInParts()
    {
        const auto parts = messages(manyLinks(2500, u"fra"_s));
        QCOMPARE(parts.size(), size_t(3));
        FleetTables tables;
        EntityDecoder decoder;
        for (const v1::Delta &part : parts) {
            QVERIFY(size_t(part.links_size()) <= kMostItemsPerMessage);
            tables.apply(decode(decoder, part));
        }
        QCOMPARE(tables.links.size(), 2500);
        QCOMPARE(tables.links.find(EntityId("2499"))->from, EntityId("fra"));
    }

    void noPartIsFarBeyondTheLimitOfBytes()
    {
        const QString longId(100'000, u'x');
        for (const v1::Delta &part : messages(manyLinks(50, longId)))
            QVERIFY(part.ByteSizeLong() < kMostBytesPerMessage + 200'000);
    }

    void removalsTravelToo()
    {
        FleetDelta delta;
        forEachKind([](auto &changes) { changes.removed = {EntityId("a"), EntityId("b")}; }, delta);
        EntityDecoder decoder;
        const FleetDelta decoded = decode(decoder, messages(delta).front());
        QCOMPARE(decoded.size(), size_t(20));
        forEachKind([](const auto &changes) { QCOMPARE(changes.removed.back(), EntityId("b")); }, decoded);
    }

    /// Valid bytes with some of them changed, cut anywhere: decoded to something that is in range, or refused.
    void survivesAnyBytes()
    {
        v1::Delta whole;
        int next = 0;
        fill(whole, next);
        const QByteArray bytes = QByteArray::fromStdString(whole.SerializeAsString());
        const pb::LogSilencer silencer; // text that is not UTF-8 is refused, and said on stderr each time
        QRandomGenerator random(3);
        EntityDecoder decoder;
        int parsed = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray broken = bytes.left(random.bounded(4) ? bytes.size() : random.bounded(bytes.size()));
            for (int change = random.bounded(4); change > 0 && !broken.isEmpty(); --change)
                broken[random.bounded(broken.size())] = char(random.bounded(256));
            v1::Delta delta;
            if (!delta.ParseFromArray(broken.constData(), int(broken.size())))
                continue;
            ++parsed;
            const FleetDelta decoded = decode(decoder, delta);
            for (const auto &site : decoded.sites.upserted) {
                QVERIFY(int(site->condition) >= 0 && site->condition <= Condition::Maintenance);
                QVERIFY(!site->place.position || std::abs(site->place.position->latitude) <= 90);
                QVERIFY(std::isfinite(site->cpu.used) && std::isfinite(site->cpu.total));
            }
            for (const auto &link : decoded.links.upserted)
                QVERIFY(std::isfinite(link->rttMs) && link->loss <= 1);
        }
        QVERIFY(parsed > 1000);
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"

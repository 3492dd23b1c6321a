// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/entitycodec.h"
#include "tests/testing/test.h"

#include <control.pb.h>

#include <ctime>

using namespace graticule;
namespace v1 = graticule::control::v1;

namespace {

/// @p count texts that libstdc++'s own hash, which has no seed, cannot tell apart: MurmurHash2 mixes each 8 bytes by
/// steps that can be undone, so the second half is made to give every first half the same sum.
std::vector<std::string> collidingTexts(int count)
{
    constexpr quint64 m = 0xc6a4a7935bd1e995;
    quint64 inverse = m; // of m modulo 2^64, by Newton's steps
    for (int step = 0; step < 6; ++step)
        inverse *= 2 - m * inverse;
    const auto shifted = [](quint64 v) { return v ^ (v >> 47); };
    const auto mixed = [&](quint64 v) { return shifted(v * m) * m; };
    const auto unmixed = [&](quint64 v) { return shifted(v * inverse) * inverse; };
    constexpr quint64 start = 0xc70f6907UL ^ (16 * m);
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i) {
        const quint64 halves[2] = {quint64(i), unmixed(0x5eed ^ ((start ^ mixed(quint64(i))) * m))};
        texts.emplace_back(reinterpret_cast<const char *>(halves), sizeof halves);
    }
    return texts;
}

/// Processor time, which other processes do not lengthen.
double secondsFor(const std::vector<std::string> &texts)
{
    const std::clock_t before = std::clock();
    EntityDecoder decoder;
    v1::Site site;
    for (const std::string &text : texts) {
        decoder.id(text);
        decoder.word(text);
        site.clear_feeds();
        site.add_feeds(text);
        decoder.decode(site);
    }
    return double(std::clock() - before) / CLOCKS_PER_SEC;
}

} // namespace

/// What a decoder keeps of texts that come again, and that who sends them cannot make it keep more.
class TestEntityDecoder : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreSharedAndTheirNumberIsBounded()
    {
        EntityDecoder decoder;
        const QString one = decoder.word("eu-central-1");
        QCOMPARE(decoder.word("eu-central-1").constData(), one.constData());
        for (int i = 0; i < 200'000; ++i)
            QCOMPARE(decoder.word(std::to_string(i)), QString::number(i));
        QCOMPARE(decoder.id("").isEmpty(), true);
    }

    void longIdsAreNotKept()
    {
        EntityDecoder decoder;
        const auto isShared = [&](const std::string &id) {
            return decoder.id(id).utf8().constData() == decoder.id(id).utf8().constData();
        };
        const auto feedsAreShared = [&](const std::string &id) {
            v1::Site site;
            site.add_feeds(id);
            return decoder.decode(site).feeds.constData() == decoder.decode(site).feeds.constData();
        };
        QVERIFY(isShared(std::string(128, 'x')));
        QVERIFY(feedsAreShared(std::string(128, 'x')));
        const auto held = decoder.id(std::string(129, 'x')); // so that its memory is not taken for the next
        QVERIFY(held.utf8().constData() != decoder.id(std::string(129, 'x')).utf8().constData());
        v1::Site site;
        site.add_feeds(std::string(129, 'x'));
        const Site one = decoder.decode(site);
        QCOMPARE(one.feeds, QList<EntityId>{held});
        QVERIFY(one.feeds.constData() != decoder.decode(site).feeds.constData());
    }

    void largeLabelsAreNotKept()
    {
        EntityDecoder decoder;
        v1::Service service;
        (*service.mutable_labels())["description"] = std::string(500, 'x');
        const Service one = decoder.decode(service);
        QVERIFY(one.labels.isSharedWith(decoder.decode(service).labels));
        (*service.mutable_labels())["licence"] = std::string(5000, 'x');
        const Service two = decoder.decode(service);
        QCOMPARE(two.labels.size(), 2);
        QVERIFY(!two.labels.isSharedWith(decoder.decode(service).labels));
    }

    /// Who is at the other end chooses the ids.
    void textsThatWereMadeToCollideCostNoMore()
    {
        const std::vector<std::string> hostile = collidingTexts(30'000);
        if (std::hash<std::string>()(hostile[1]) != std::hash<std::string>()(hostile[2]))
            QSKIP("this standard library has another hash");
        std::vector<std::string> plain;
        for (size_t i = 0; i < hostile.size(); ++i)
            plain.push_back(std::to_string(1'000'000'000'000'000 + i));
        const double usual = secondsFor(plain);
        const double attacked = secondsFor(hostile);
        QVERIFY2(attacked < 10 * usual + 0.2,
                 qPrintable(QStringLiteral("%1 s instead of %2 s").arg(attacked).arg(usual)));
    }
};

QTEST_GUILESS_MAIN(TestEntityDecoder)
#include "tst_entitydecoder.moc"

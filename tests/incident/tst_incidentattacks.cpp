// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/changelog.h"
#include "backend/history/historyreader.h"
#include "backend/incident/incidentimport.h"
#include "tests/incident/incidentscript.h"
#include "tests/testing/test.h"

#include <QtEndian>

#include <control.pb.h>

#include <limits>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;
using incidentform::Kind;
namespace v1 = control::v1;

namespace {

using Sections = QList<std::pair<Kind, QByteArray>>;

TimeSpan morning()
{
    return {HistoryScript::at(0), HistoryScript::at(100)};
}

/// A WatchReply that claims @p count sites of two bytes each, as a change log.
QByteArray emptySites(int count)
{
    v1::WatchReply reply;
    reply.set_at_ms(toMs(HistoryScript::at(0)));
    reply.set_complete(true);
    for (int i = 0; i < count; ++i)
        reply.mutable_delta()->add_sites();
    QByteArray log(4, '\0');
    qToLittleEndian(quint32(reply.ByteSizeLong()), log.data());
    return log + QByteArray::fromStdString(reply.SerializeAsString());
}

template<class Message> QByteArray bytesOf(const Message &message)
{
    return QByteArray::fromStdString(message.SerializeAsString());
}

QByteArray lateOf(Instant since, Instant learnt)
{
    v1::IncidentLate late;
    v1::IncidentLateFact *fact = late.add_facts();
    fact->set_since_ms(toMs(since));
    fact->set_learnt_ms(toMs(learnt));
    return bytesOf(late);
}

QByteArray turnOf(const char *site, qint64 ms)
{
    v1::TurnsReply reply;
    v1::Turn *turn = reply.add_turns();
    turn->set_site(site);
    turn->set_at_ms(ms);
    return bytesOf(reply);
}

} // namespace

/// Files that a stranger made on purpose, with a signature that holds: of their own key.
class TestIncidentAttacks : public testing::Test
{
    Q_OBJECT

private:
    IncidentScript m_script;
    int m_number = 0;

    std::unique_ptr<IncidentFile> forged(const Sections &sections, const TimeSpan &span = morning(),
                                         const QString &name = u"desk"_s) const
    {
        QByteArray bytes;
        IncidentWriter writer([&bytes](const QByteArray &more) {
            bytes += more;
            return true;
        });
        for (const auto &[kind, content] : sections)
            writer.add(kind, content);
        IncidentManifest manifest;
        manifest.span = span;
        manifest.keeperName = name;
        manifest.changes = -5;
        must(writer.finish(manifest, must(SigningKey::in(m_script.path("strange.key")))));
        return must(IncidentFile::open(m_script.write(bytes, "strange.graticule-incident")));
    }
    /// Why its facts are not taken; empty: they are.
    QString refusal(const Sections &sections, const TimeSpan &span = morning())
    {
        const auto file = forged(sections, span);
        const auto read = IncidentImport(*file).history(m_script.path(qPrintable(u"a%1.db"_s.arg(++m_number))));
        return read ? QString() : read.error().text;
    }

private Q_SLOTS:
    void fewBytesThatClaimManyThingsAreNotUnfolded()
    {
        const QByteArray bomb = emptySites(int(incidentform::kMostItems) + 1);
        QVERIFY(packed(bomb).size() < 10'000);
        QVERIFY2(refusal({{Kind::Facts, bomb}}).contains(u"section 1 (facts) is damaged: it tells of more than"_s),
                 qPrintable(refusal({{Kind::Facts, bomb}})));
        v1::IncidentLate late;
        v1::IncidentLateFact *fact = late.add_facts();
        fact->set_since_ms(toMs(HistoryScript::at(1)));
        fact->set_learnt_ms(toMs(HistoryScript::at(2)));
        fact->set_log(bomb.toStdString());
        QVERIFY(refusal({{Kind::Late, bytesOf(late)}}).contains(u"it tells of more than"_s));
    }

    void whatIsNoChangeLogIsCountedAsNone()
    {
        const QByteArray log = emptySites(3);
        QCOMPARE(itemsIn(log).value_or(-1), 6); // three fields of the message, three sites
        for (qsizetype size = 1; size < log.size(); ++size)
            QVERIFY(!itemsIn(log.left(size)));
        QVERIFY(!itemsIn(QByteArray(40, '\xff')));
    }

    void timesThatAreNoneAreRefused()
    {
        constexpr qint64 last = std::numeric_limits<qint64>::max();
        constexpr qint64 first = std::numeric_limits<qint64>::min();
        QVERIFY(refusal({}).isEmpty());
        QVERIFY(refusal({}, {HistoryScript::at(0), instantFromMs(last)}).contains(u"the span is none"_s));
        QVERIFY(refusal({}, {instantFromMs(last - 1000), instantFromMs(last)}).contains(u"the span is none"_s));
        QVERIFY(refusal({}, {instantFromMs(first), HistoryScript::at(0)}).contains(u"the span is none"_s));
        for (const qint64 ms : {first, qint64(0), last, toMs(HistoryScript::at(101))})
            QVERIFY(refusal({{Kind::Turns, turnOf("fra", ms)}}).contains(u"a turn that is none"_s));
        QVERIFY(refusal({{Kind::Turns, turnOf("fra", toMs(HistoryScript::at(5)))}}).isEmpty());
        QVERIFY(refusal({{Kind::Late, lateOf(HistoryScript::at(5), HistoryScript::at(4))}}).contains(u"before"_s));
        QVERIFY(refusal({{Kind::Late, lateOf(HistoryScript::at(5), instantFromMs(last))}}).contains(u"before"_s));
        QVERIFY(refusal({{Kind::Late, lateOf(HistoryScript::at(5), HistoryScript::at(6))}}).isEmpty());
    }

    void samplesOutsideOfTheSpanAreLeftOut()
    {
        v1::SamplesReply reply;
        v1::Series *series = reply.add_series();
        series->set_entity("fra");
        series->set_metric("cpu.cores");
        series->set_step_ms(60'000);
        for (const qint64 ms : {std::numeric_limits<qint64>::min(), qint64(0), toMs(HistoryScript::at(60)),
                                std::numeric_limits<qint64>::max()}) {
            series->add_at_ms(ms);
            series->add_value(3);
            series->add_count(std::numeric_limits<quint64>::max());
            series->add_min(1);
            series->add_max(9);
        }
        const auto file = forged({{Kind::Samples, bytesOf(reply)}});
        IncidentImport import(*file);
        QList<Sample> samples;
        must(import.samples([&](const QList<Sample> &some) { samples += some; }));
        QCOMPARE(import.refusedSamples(), 3);
        QCOMPARE(samples.size(), 60);
    }

    void aStretchComesBackWithItsLeastGreatestAndMean()
    {
        v1::SamplesReply reply;
        v1::Series *series = reply.add_series();
        series->set_entity("fra");
        series->set_metric("cpu.cores");
        series->set_step_ms(60'000);
        series->add_at_ms(toMs(HistoryScript::at(0)));
        series->add_value(2);
        series->add_count(6);
        series->add_min(1);
        series->add_max(5);
        const auto file = forged({{Kind::Samples, bytesOf(reply)}});
        QStringList values;
        must(IncidentImport(*file).samples([&](const QList<Sample> &some) {
            for (const Sample &sample : some)
                values << u"%1 at %2"_s.arg(sample.value).arg((sample.at - HistoryScript::at(0)).count() / 1000);
        }));
        QCOMPARE(values, (QStringList{u"1 at 0"_s, u"5 at 10"_s, u"1.5 at 20"_s, u"1.5 at 30"_s, u"1.5 at 40"_s,
                                      u"1.5 at 50"_s}));
    }

    void aNameCannotPushTheSignatureAway()
    {
        const auto file = forged({}, morning(), QString(900, u'x') + QChar(0x202E) + u'\n');
        QCOMPARE(file->manifest().keeperName.size(), 80);
        QVERIFY(file->isWhole());
        QCOMPARE(file->manifest().changes, 0);
        QCOMPARE(forged({}, morning(), u"a\nb\u202Ec"_s)->manifest().keeperName, u"a b c"_s);
    }

    void manyHolesAreRefused()
    {
        v1::CoverageReply reply;
        for (qint64 i = 0; i <= incidentform::kMostHoles; ++i)
            reply.add_holes();
        QVERIFY(refusal({{Kind::Coverage, bytesOf(reply)}}).contains(u"more than 100000 holes"_s));
    }

    void aFileOfAStrangerIsNotOfTheKeeperThatItNames()
    {
        const auto ours = must(IncidentFile::open(m_script.write(must(m_script.made(10, 90)))));
        const auto theirs = forged({}, morning(), ours->manifest().keeperName);
        QVERIFY(theirs->isWhole()); // of their own key
        QVERIFY(theirs->fingerprint() != ours->fingerprint());
    }
};

QTEST_GUILESS_MAIN(TestIncidentAttacks)
#include "tst_incidentattacks.moc"

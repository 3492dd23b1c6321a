// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/changelog.h"
#include "backend/history/historyreader.h"
#include "backend/incident/incidentimport.h"
#include "backend/incident/incidentsettings.h"
#include "tests/incident/incidentscript.h"
#include "tests/testing/test.h"

#include <QFileInfo>
#include <QtEndian>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The sections of @p file, headers and all; first what comes before them.
QList<QByteArray> sectionsOf(const QByteArray &file)
{
    QList<QByteArray> parts{file.left(incidentform::kMagicBytes + 4)};
    for (qsizetype at = parts.first().size(); at < file.size();) {
        const auto size = incidentform::kHeaderBytes + qFromLittleEndian<quint32>(file.constData() + at + 4);
        parts.append(file.mid(at, size));
        at += size;
    }
    return parts;
}

} // namespace

class TestIncidentFile : public testing::Test
{
    Q_OBJECT

private:
    IncidentScript m_script;
    QByteArray m_bytes;

    /// What is wrong with @p bytes: the refusal, or what was changed; empty: nothing.
    QString wrongWith(const QByteArray &bytes) const
    {
        const auto file = IncidentFile::open(m_script.write(bytes, "other.graticule-incident"));
        return file ? (*file)->damage().join(u' ') : file.error().text;
    }

private Q_SLOTS:
    void initTestCase() { m_bytes = must(m_script.made(10, 90)); }

    void saysWhatIsInIt()
    {
        const auto file = must(IncidentFile::open(m_script.write(m_bytes)));
        const IncidentManifest &manifest = file->manifest();
        QVERIFY2(file->isWhole(), qPrintable(file->damage().join(u' ')));
        QCOMPARE(manifest.keeperName, u"desk"_s);
        QCOMPARE(manifest.exportedBy, u"a test"_s);
        QCOMPARE(manifest.span, (TimeSpan{HistoryScript::at(10), HistoryScript::at(90)}));
        QCOMPARE(manifest.series, 1);
        QCOMPARE(manifest.samples, 81);
        QVERIFY(manifest.changes > 4);
        QVERIFY(file->fingerprint().startsWith(u"SHA256:"_s));
        QCOMPARE(QFileInfo(m_script.path("incident.key")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void tellsEveryMomentAsTheKeeperDid()
    {
        const auto file = must(IncidentFile::open(m_script.write(m_bytes)));
        IncidentImport import(*file);
        const QString copy = m_script.path("copy.db");
        must(import.history(copy));
        const auto ours = must(HistoryReader::open(m_script.historyFile()));
        const auto theirs = must(HistoryReader::open(copy));
        for (const double second : {10.0, 19.9, 20.0, 33.0, 40.0, 59.0, 70.0, 81.0, 90.0}) {
            const auto there = must(theirs->at(HistoryScript::at(second), Instant::max()));
            const auto here = must(ours->at(HistoryScript::at(second), Instant::max()));
            const auto verdictsOf = [](const PastMoment &moment) { return print(moment.tables).filter(u"since"_s); };
            QCOMPARE(verdictsOf(there), verdictsOf(here));
            QCOMPARE(there.hole, here.hole);
        }
        const TimeSpan span{HistoryScript::at(10), HistoryScript::at(90)};
        QCOMPARE(must(theirs->holes(span)), must(ours->holes(span)));
        QCOMPARE(must(theirs->turns(span)), must(ours->turns(span)));
        QVERIFY(!theirs->at(HistoryScript::at(9), Instant::max()));

        QList<Sample> samples;
        must(import.samples([&](const QList<Sample> &some) { samples += some; }));
        QCOMPARE(samples.size(), 81);
        QCOMPARE(samples.first(), (Sample{EntityId("fra"), u"cpu.cores"_s, HistoryScript::at(10), 10}));
    }

    void takesNoSecretAlong()
    {
        const auto file = must(IncidentFile::open(m_script.write(m_bytes)));
        using incidentform::Kind;
        QByteArray all = m_bytes;
        for (const Kind kind : {Kind::Facts, Kind::Late, Kind::Turns, Kind::Coverage, Kind::Samples, Kind::Settings}) {
            must(file->read(kind, [&](const QByteArray &bytes) -> Result<Done> {
                all += bytes;
                return Done();
            }));
        }
        QVERIFY(all.contains("eu.example:2376"));
        QVERIFY2(!all.contains("planted"), all.mid(all.indexOf("planted") - 40, 80));
        QVERIFY2(!all.contains("/srv/keys"), "no path of its machine either");
    }

    void addressesLoseWhatMayBeSecret_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *address, const char *told) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(told);
        };
        row("https://host:2376", "https://host:2376");
        row("https://me:pass@host:2376/path", "https://host:2376/path");
        row("https://host/path?key=abc#x", "https://host/path");
        row("ssh://deploy@host", "ssh://deploy@host");
        row("unix:///var/run/docker.sock", "unix:///var/run/docker.sock");
        row("me:pass@host:50051", "host:50051");
        row("context:prod", "context:prod");
    }
    void addressesLoseWhatMayBeSecret()
    {
        QFETCH(QString, address);
        QTEST(withoutCredentials(address), "told");
    }

    void everyChangedByteIsNoticed()
    {
        for (qsizetype at = 0; at < m_bytes.size(); at += at < 600 ? 1 : 7) {
            QByteArray changed = m_bytes;
            changed[at] = char(changed[at] ^ 0x20);
            QVERIFY2(!wrongWith(changed).isEmpty(), qPrintable(u"byte %1"_s.arg(at)));
        }
    }

    void saysWhichSectionWasChanged()
    {
        QList<QByteArray> parts = sectionsOf(m_bytes);
        QByteArray &turns = parts[3];
        turns[turns.size() - 1] = char(turns[turns.size() - 1] ^ 1);
        QCOMPARE(wrongWith(parts.join()), u"Section 3 (turns) is not what was signed."_s);
    }

    void isRefusedWhereverItIsCutOff()
    {
        for (qsizetype size = 0; size < m_bytes.size(); size += 5) {
            const QString wrong = wrongWith(m_bytes.left(size));
            QVERIFY2(wrong.contains(u"cut off"_s) || wrong.contains(u"no incident file"_s), qPrintable(wrong));
        }
        QVERIFY(wrongWith(m_bytes + 'x').contains(u"follows after its end"_s));
    }

    void reorderedDuplicateAndMissingSectionsAreNoticed()
    {
        const QList<QByteArray> parts = sectionsOf(m_bytes);
        QList<QByteArray> reordered = parts;
        reordered.swapItemsAt(1, 2);
        QVERIFY(wrongWith(reordered.join()).contains(u"section 2 (facts) is not in its place"_s));
        QList<QByteArray> doubled = parts;
        doubled.insert(1, parts[1]);
        QVERIFY(wrongWith(doubled.join()).contains(u"sections"_s));
        QList<QByteArray> missing = parts;
        missing.removeAt(1);
        QVERIFY(!wrongWith(missing.join()).isEmpty());
        QList<QByteArray> unsigned_ = parts;
        unsigned_.removeAt(parts.size() - 2);
        QVERIFY(wrongWith(unsigned_.join()).contains(u"without a manifest"_s));
    }

    void anotherVersionIsSaidToBeOne()
    {
        QByteArray later = m_bytes;
        later[incidentform::kMagicBytes] = 2;
        QVERIFY(wrongWith(later).contains(u"has form 2"_s));
    }

    void aSectionThatUnpacksToMoreThanItSaysIsRefused()
    {
        QList<QByteArray> parts = sectionsOf(m_bytes);
        QByteArray bomb = packed(QByteArray(200 << 20, '\0'));
        QByteArray header = parts[1].left(incidentform::kHeaderBytes);
        qToLittleEndian(quint32(bomb.size()), header.data() + 4);
        qToLittleEndian(quint32(1000), header.data() + 8);
        parts[1] = header + bomb;
        const auto file = must(IncidentFile::open(m_script.write(parts.join(), "bomb.graticule-incident")));
        QVERIFY(!file->isWhole());
        const auto read = IncidentImport(*file).history(m_script.path("bomb.db"));
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(u"section 1 (facts) is damaged"_s), qPrintable(read.error().text));
        qToLittleEndian(quint32(200u << 20), header.data() + 8);
        parts[1] = header + bomb;
        QVERIFY(wrongWith(parts.join()).contains(u"larger than may be"_s));
    }

    void aTimeThatNobodyRecordedIsRefused()
    {
        QVERIFY(m_script.made(500, 600).error().text.contains(u"Nothing is recorded of that time"_s));
        QVERIFY(!m_script.made(50, 40));
    }

    void whoHasEnoughEndsIt()
    {
        IncidentExport work(m_script.from(), {{HistoryScript::at(10), HistoryScript::at(90)}, {}},
                            [left = 3](const IncidentPart &) mutable { return --left > 0; });
        const auto done = work.run();
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    }

    void onlyAFileIsRead()
    {
        QVERIFY(IncidentFile::open(u"/dev/zero"_s).error().text.contains(u"no such file"_s));
        QVERIFY(!IncidentFile::open(m_script.path("nothing")));
    }
};

QTEST_GUILESS_MAIN(TestIncidentFile)
#include "tst_incidentfile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recordscript.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>

using namespace graticule;
using graticule::testing::RecordScript;

namespace {

/// A chain made anew of @p bytes, as one would who can write the file and knows how it is made.
QByteArray chainedAnew(const QByteArray &bytes)
{
    QByteArray hash(kHashBytes, '\0');
    QByteArray result;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.isEmpty())
            continue;
        hash = QCryptographicHash::hash(hash + line.mid(kLineHead), QCryptographicHash::Sha256);
        result += hash.toHex() + ' ' + line.mid(kLineHead) + '\n';
    }
    return result;
}

} // namespace

/// Records that somebody changed: each is found, and the first that is not as it was is named.
class TestRecordCheck : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_script = std::make_unique<RecordScript>();
        for (const char *name : {"a", "b", "c", "d"})
            m_script->pause(name);
        m_script->record->flush();
        m_whole = m_script->bytes(); // ten records, of 09:00 to 09:04
        m_heads = m_script->path("second-heads");
        RecordScript::write(m_heads, RecordScript::contentOf(m_script->place().heads()));
    }

    void saysWhenAllIsWell()
    {
        QCOMPARE(m_script->check(m_whole, m_heads),
                 QStringLiteral("10 records are as they were, and agree with 10 signed heads."));
        QCOMPARE(m_script->check(m_whole), QStringLiteral("10 records follow from each other; no signed heads were "
                                                          "compared, so that the whole may have been rewritten."));
        QCOMPARE(m_script->check({}), QStringLiteral("0 records follow from each other; no signed heads were "
                                                     "compared, so that the whole may have been rewritten."));
    }

    void oneByte()
    {
        // Each byte of one record by itself, as some other one: found at that record.
        const qsizetype begin = lineAt(5);
        const qsizetype end = lineAt(6);
        for (qsizetype at = begin; at < end; ++at) {
            QByteArray bytes = m_whole;
            bytes[at] = char(bytes[at] ^ 0x01);
            const auto verdict = checked(bytes);
            QVERIFY2(verdict.flaw != RecordFlawKind::None && verdict.number == 5, qPrintable(verdict.text()));
        }
        QByteArray bytes = m_whole;
        bytes.replace(bytes.indexOf("\"name\":\"b\""), 10, "\"name\":\"x\"");
        QCOMPARE(m_script->check(bytes),
                 QStringLiteral("Record 5, 2026-11-22T09:02:01.000Z, was altered: it does not follow from the one "
                                "before it."));
    }

    void aRecordCutOut()
    {
        QByteArray bytes = m_whole;
        bytes.remove(lineAt(5), lineAt(6) - lineAt(5));
        QCOMPARE(m_script->check(bytes),
                 QStringLiteral("Record 5 is missing; the one before it is of 2026-11-22T09:01:01.000Z."));
        bytes = m_whole;
        bytes.remove(lineAt(5), lineAt(8) - lineAt(5));
        QCOMPARE(m_script->check(bytes),
                 QStringLiteral("Records 5 to 7 are missing; the one before them is of 2026-11-22T09:01:01.000Z."));
        bytes = m_whole.mid(lineAt(2));
        QCOMPARE(checked(bytes).number, quint64(1));
    }

    void theFileCut()
    {
        QCOMPARE(m_script->check(m_whole.left(m_whole.size() - 9), m_heads),
                 QStringLiteral("The file ends within record 10; the one before it is of 2026-11-22T09:04:03.000Z."));
        // At the end of a record nothing is wrong with the chain: the heads know that there was more.
        QCOMPARE(m_script->check(m_whole.left(lineAt(8)), m_heads),
                 QStringLiteral("The file was cut short: records 8 to 10 are missing, which were signed; the last that "
                                "is there is of 2026-11-22T09:03:02.000Z."));
        for (qsizetype size = 1; size < m_whole.size(); size += 37)
            QVERIFY(checked(m_whole.left(size), m_heads).flaw == RecordFlawKind::CutShort);
    }

    void theWholeChainRewritten()
    {
        QByteArray forged = m_whole;
        forged.replace("\"name\":\"b\"", "\"name\":\"x\"");
        forged = chainedAnew(forged);
        QVERIFY(m_script->check(forged).startsWith(QLatin1String("10 records follow from each other")));
        QCOMPARE(m_script->check(forged, m_heads),
                 QStringLiteral("Record 5 was rewritten with all that follow: it is not the one that was signed at "
                                "2026-11-22T09:02:01.000Z."));
        // And without the record of it, too.
        forged = m_whole;
        forged.remove(lineAt(9), m_whole.size() - lineAt(9));
        forged.replace("\"outcome\":\"done\"", "\"outcome\":\"unknown\"");
        QCOMPARE(checked(chainedAnew(forged), m_heads).flaw, RecordFlawKind::Rewritten);
    }

    void headsThatAreForgedCountForNothing()
    {
        QByteArray heads = RecordScript::contentOf(m_heads);
        heads.replace("n=5 ", "n=6 ");
        RecordScript::write(m_script->path("forged"), heads);
        QCOMPARE(
            m_script->check(m_whole, m_script->path("forged")),
            QStringLiteral("10 records follow from each other, but 1 of the heads are not signed by the same key."));
        // Another key's heads agree with a chain that was made anew: whoever knows the key is not taken in.
        RecordScript other;
        RecordCheck check;
        check.heads = RecordHead::read(RecordScript::contentOf(other.place().heads()));
        check.publicKey = RecordHead::read(heads).first().publicKey;
        const auto verdict = check.run(other.place().record());
        QVERIFY(verdict && !verdict->isWhole() && verdict->heads == 0);
    }

    void whatIsNoRecordIsNotBelieved()
    {
        QVERIFY(m_script->check("rubbish\n").startsWith(QLatin1String("Record 1 cannot be read")));
        QVERIFY(m_script->check(QByteArray(1 << 20, 'a')).startsWith(QLatin1String("The file ends within record 1")));
        QVERIFY(m_script->check(m_whole + QByteArray(100, '\0') + '\n').startsWith(QLatin1String("Record 11 cannot")));
        QVERIFY(
            m_script->check(m_whole + m_whole).startsWith(QLatin1String("Where record 11 belongs stands record 1")));
        const auto missing = RecordCheck().run(m_script->path("nothing"));
        QVERIFY(!missing && missing.error().kind == ErrorKind::NotFound);
    }

    void canBeEnded()
    {
        RecordCheck check;
        check.progress = [](qint64, qint64) { return false; };
        const auto verdict = check.run(m_script->place().record());
        QVERIFY(!verdict && verdict.error().kind == ErrorKind::Cancelled);
    }

    void blocksMeetWhereLinesDo()
    {
        // More than one block, checked by several threads: nothing is found where they meet, and what is wrong is.
        QByteArray bytes;
        QByteArray hash(kHashBytes, '\0');
        RecordLine line;
        line.at = m_script->now;
        line.act = RecordScript::pausing("a");
        ChainHasher hasher;
        while (bytes.size() < 10 << 20) {
            ++line.number;
            const QByteArray json = toCanonicalJson(line);
            hash = hasher.of(hash, json);
            bytes += hash.toHex() + ' ' + json + '\n';
        }
        QCOMPARE(checked(bytes).records, line.number);
        const qsizetype at = bytes.indexOf("\"n\":30000,");
        bytes[at + 40] = char(bytes[at + 40] ^ 1);
        QCOMPARE(checked(bytes).number, quint64(30000));
    }

private:
    /// Where record @p number begins.
    qsizetype lineAt(int number) const
    {
        qsizetype at = 0;
        for (int i = 1; i < number; ++i)
            at = m_whole.indexOf('\n', at) + 1;
        return at;
    }
    RecordVerdict checked(const QByteArray &bytes, const QString &headsFile = {}) const
    {
        RecordScript::write(m_script->path("checked"), bytes);
        RecordCheck check;
        check.heads = RecordHead::read(RecordScript::contentOf(headsFile));
        const auto verdict = check.run(m_script->path("checked"));
        return verdict ? *verdict : RecordVerdict{};
    }

    std::unique_ptr<RecordScript> m_script;
    QByteArray m_whole;
    QString m_heads;
};

QTEST_GUILESS_MAIN(TestRecordCheck)
#include "tst_recordcheck.moc"

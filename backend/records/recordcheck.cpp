// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordcheck.h"

#include "backend/records/recordblock.h"

#include <QFile>
#include <QMap>

#include <deque>
#include <future>
#include <thread>

namespace graticule {
namespace {

constexpr qsizetype kBlock = 4 << 20;

/// Reads a record file in blocks of whole lines, each with how the one before it ended.
class BlockReader
{
public:
    BlockReader(QFile &file, const QSet<quint64> &wanted)
        : m_file(file)
        , m_wanted(wanted)
    {
    }

    /// No more: empty bytes.
    RecordBlock next()
    {
        RecordBlock block{std::exchange(m_rest, {}), m_before, m_wanted};
        const QByteArray read = m_file.read(std::min<qint64>(kBlock, m_file.size() - m_file.pos()));
        block.bytes = block.bytes.isEmpty() ? read : block.bytes + read;
        const qsizetype end = block.bytes.lastIndexOf('\n') + 1;
        if (end > 0 && !read.isEmpty()) { // else the file ends there, or a line is longer than any
            m_rest = block.bytes.mid(end);
            block.bytes.truncate(end);
            const qsizetype begin = end > 1 ? block.bytes.lastIndexOf('\n', end - 2) + 1 : 0;
            m_before = {};
            (void)readLineHead(block.bytes.constData() + begin, end - 1 - begin, &m_before);
        }
        return block;
    }

private:
    QFile &m_file;
    const QSet<quint64> m_wanted;
    QByteArray m_rest;
    LineHead m_before;
};

/// What the heads say of a chain of which @p hashes are known.
void compare(const QList<RecordHead> &heads, const QMap<quint64, QByteArray> &hashes, RecordVerdict &verdict)
{
    quint64 good = 0;
    for (const RecordHead &head : heads) {
        if (verdict.flaw != RecordFlawKind::None && head.number >= verdict.number)
            return; // something is wrong before that anyway
        ++verdict.heads;
        const auto hash = hashes.constFind(head.number);
        if (hash == hashes.cend()) {
            verdict.flaw = RecordFlawKind::CutShort;
            verdict.number = verdict.records + 1;
            verdict.until = heads.last().number;
            verdict.at = verdict.last;
            return;
        }
        if (*hash != head.hash) {
            verdict.flaw = RecordFlawKind::Rewritten;
            verdict.number = good + 1;
            verdict.until = head.number;
            verdict.at = head.at;
            return;
        }
        good = head.number;
        verdict.headAt = head.at;
    }
}

} // namespace

Result<RecordVerdict> RecordCheck::run(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{file.exists() ? ErrorKind::Internal : ErrorKind::NotFound, Fault::Input,
                     QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()), std::nullopt};
    RecordVerdict verdict;
    QList<RecordHead> good;
    QSet<quint64> wanted;
    verdict.publicKey = publicKey;
    for (const RecordHead &head : heads) {
        if (verdict.publicKey.isEmpty() && head.isSigned)
            verdict.publicKey = head.publicKey;
        if (head.isSigned && head.publicKey == verdict.publicKey) {
            good.append(head);
            wanted.insert(head.number);
        } else {
            ++verdict.badHeads;
        }
    }

    const qint64 size = file.size();
    const size_t atOnce = threads > 0 ? size_t(threads) : std::max(1U, std::thread::hardware_concurrency());
    BlockReader reader(file, wanted);
    std::deque<std::future<RecordBlock::Found>> open;
    QMap<quint64, QByteArray> hashes;
    bool isRead = false;
    qint64 checked = 0;
    std::deque<qsizetype> sizes;
    while (verdict.flaw == RecordFlawKind::None && (!isRead || !open.empty())) {
        while (!isRead && open.size() <= atOnce) {
            RecordBlock block = reader.next();
            isRead = block.bytes.isEmpty();
            if (isRead)
                break;
            sizes.push_back(block.bytes.size());
            open.push_back(std::async(std::launch::async, [block = std::move(block)] { return block.check(); }));
        }
        if (open.empty())
            break;
        const RecordBlock::Found found = open.front().get();
        open.pop_front();
        checked += sizes.front();
        sizes.pop_front();
        verdict.flaw = found.flaw;
        verdict.number = found.number;
        verdict.until = found.until;
        verdict.at = found.at;
        if (verdict.first == kNever)
            verdict.first = found.first.at;
        verdict.records += found.records;
        verdict.last = found.last.at;
        verdict.lastHash = QByteArray(found.last.hash, kHashBytes);
        for (const LineHead &head : found.wanted)
            hashes.insert(head.number, QByteArray(head.hash, kHashBytes));
        if (progress && !progress(checked, size))
            return Error{ErrorKind::Cancelled, Fault::Input, QStringLiteral("The check was ended."), std::nullopt};
    }
    verdict.bytes = checked;
    compare(good, hashes, verdict);
    return verdict;
}

QString RecordVerdict::text() const
{
    const QString when = at == kNever ? QString() : QStringLiteral(", ") + toIso(at);
    switch (flaw) {
    case RecordFlawKind::Unknown:
        return QStringLiteral("What the check found is not known to this release.");
    case RecordFlawKind::None:
        break;
    case RecordFlawKind::Altered:
        return QStringLiteral("Record %1%2, was altered: it does not follow from the one before it.")
            .arg(number)
            .arg(when);
    case RecordFlawKind::Missing:
        return number == until
                   ? QStringLiteral("Record %1 is missing; the one before it is of %2.").arg(number).arg(toIso(at))
                   : QStringLiteral("Records %1 to %2 are missing; the one before them is of %3.")
                         .arg(number)
                         .arg(until)
                         .arg(toIso(at));
    case RecordFlawKind::Misplaced:
        return QStringLiteral("Where record %1 belongs stands record %2%3.").arg(number).arg(until).arg(when);
    case RecordFlawKind::Unreadable:
        return QStringLiteral("Record %1 cannot be read; the one before it is of %2.").arg(number).arg(toIso(at));
    case RecordFlawKind::CutShort:
        return until == 0 ? QStringLiteral("The file ends within record %1; the one before it is of %2.")
                                .arg(number)
                                .arg(toIso(at))
                          : QStringLiteral("The file was cut short: records %1 to %2 are missing, which were signed; "
                                           "the last that is there is of %3.")
                                .arg(number)
                                .arg(until)
                                .arg(toIso(at));
    case RecordFlawKind::Rewritten:
        return number == until ? QStringLiteral("Record %1 was rewritten with all that follow: it is not the one that "
                                                "was signed at %2.")
                                     .arg(number)
                                     .arg(toIso(at))
                               : QStringLiteral("The record was rewritten from one of the records %1 to %2 on: record "
                                                "%2 is not the one that was signed at %3.")
                                     .arg(number)
                                     .arg(until)
                                     .arg(toIso(at));
    }
    if (badHeads > 0)
        return QStringLiteral("%1 records follow from each other, but %2 of the heads are not signed by the same key.")
            .arg(records)
            .arg(badHeads);
    return heads > 0
               ? QStringLiteral("%1 records are as they were, and agree with %2 signed heads.").arg(records).arg(heads)
               : QStringLiteral("%1 records follow from each other; no signed heads were compared, so that the "
                                "whole may have been rewritten.")
                     .arg(records);
}

} // namespace graticule

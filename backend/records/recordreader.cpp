// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordreader.h"

#include <QFile>
#include <QHash>

namespace graticule {
namespace {

constexpr qint64 kPiece = 256 << 10;

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace

Result<Done> readLinesBackwards(const QString &path, const std::function<bool(const QByteArray &line)> &take)
{
    QFile file(path);
    if (!file.exists())
        return Done();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()), std::nullopt};
    QByteArray rest; // the end of a line that begins further up
    bool isLast = true;
    for (qint64 from = file.size(); from > 0;) {
        const qint64 begin = std::max<qint64>(0, from - kPiece);
        file.seek(begin);
        QByteArray piece = file.read(from - begin) + rest;
        from = begin;
        if (std::exchange(isLast, false)) // what a writer is still at
            piece.truncate(piece.lastIndexOf('\n') + 1);
        const qsizetype first = begin == 0 ? 0 : piece.indexOf('\n') + 1;
        for (qsizetype end = piece.size(); end > first;) {
            const qsizetype feed = end - 1;
            const qsizetype start = feed > 0 ? std::max(first, piece.lastIndexOf('\n', feed - 1) + 1) : 0;
            if (!take(piece.mid(start, feed - start)))
                return Done();
            end = start;
        }
        rest = piece.left(first);
        if (rest.size() > kLongestLine)
            rest.clear(); // no record is as long: what stands there is skipped
    }
    return Done();
}

bool isWanted(const RecordedAct &act, const ActQuery &query)
{
    const Act &what = act.act;
    return (query.outcomes.isEmpty() || query.outcomes.contains(act.outcome)) &&
           (query.who.isEmpty() || has(act.who, query.who) || has(act.role, query.who) || act.pseudonym == query.who) &&
           (query.what.isEmpty() || has(what.verb, query.what) || has(what.target, query.what) ||
            has(what.targetName, query.what) || has(what.kind, query.what) || has(what.place, query.what) ||
            has(what.subject.name, query.what));
}

RecordedAct RecordReader::actFrom(const RecordLine &line, const QByteArray &hash) const
{
    RecordedAct act;
    act.number = act.lastNumber = line.number;
    act.at = line.at;
    act.act = line.act;
    act.way = line.way;
    act.role = line.role;
    act.pseudonym = line.who;
    act.outcome = outcomeOf(line.outcome, line.error, line.code);
    act.fault = line.fault;
    act.error = line.error;
    act.code = line.code;
    act.times = line.times;
    act.hash = hash;
    if (act.outcome != ActOutcome::Begun)
        act.ended = act.at;
    const auto nameOf = [this](const QString &pseudonym, bool *isErased) {
        const RecordNames::Person *person = m_names.find(pseudonym);
        *isErased = !person && !pseudonym.isEmpty();
        return person ? person->actor.name : pseudonym.isEmpty() ? QString() : RecordNames::shortName(pseudonym);
    };
    bool isErased = false;
    act.who = nameOf(line.who, &act.isErased);
    act.act.subject.name = nameOf(line.subject, &isErased);
    act.act.subject.mark = line.subject;
    return act;
}

Result<RecordReader::End> RecordReader::read(const ActQuery &query, const Take &take) const
{
    End end;
    end.bytes = QFile(m_path).size();
    QHash<quint64, RecordLine> outcomes; // newest of each act that has not been met yet
    int left = std::min(query.most, ActQuery::kMost);
    const auto read = readLinesBackwards(m_path, [&](const QByteArray &bytes) {
        LineHead head;
        if (!readLineHead(bytes.constData(), bytes.size(), &head))
            return true;
        end.number = std::max(end.number, head.number);
        if (query.until != kNever && head.at > query.until)
            return true;
        if (query.from != kNever && head.at < query.from)
            return false;
        if (head.number <= query.changedAfter && outcomes.isEmpty())
            return false;
        const auto line = recordFromJson(bytes.mid(kLineHead));
        if (!line)
            return true;
        if (line->of > 0) {
            if (!outcomes.contains(line->of))
                outcomes.insert(line->of, *line);
            return true;
        }
        const auto outcome = outcomes.constFind(line->number);
        if (query.before > 0 && line->number >= query.before) {
            outcomes.remove(line->number);
            return true;
        }
        RecordedAct act = actFrom(*line, QByteArray(head.hash, kHashBytes));
        if (outcome != outcomes.cend()) {
            act.outcome = outcomeOf(outcome->outcome, outcome->error, outcome->code);
            act.ended = outcome->at;
            act.lastNumber = outcome->number;
            act.fault = outcome->fault;
            act.error = outcome->error;
            act.code = outcome->code;
            outcomes.erase(outcome);
        }
        if (act.lastNumber <= query.changedAfter || !isWanted(act, query))
            return true;
        return take(act) && --left > 0;
    });
    return read ? Result<End>(end) : read.error();
}

} // namespace graticule

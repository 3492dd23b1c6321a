// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/actrecord.h"

#include "backend/domain/saying.h"

#include <QSet>

namespace graticule {
namespace {

constexpr qsizetype kMostOwed = 10'000;
constexpr qsizetype kMostUnwritten = 1'000;
constexpr int kAtOnce = 50; // refusals that are made up for: each waits for the disk, and somebody for that

/// Unlocks the file at the end of a scope.
class Unlocker
{
public:
    explicit Unlocker(RecordFile &file)
        : m_file(file)
    {
    }
    ~Unlocker() { m_file.unlock(); }
    Q_DISABLE_COPY_MOVE(Unlocker)

private:
    RecordFile &m_file;
};

RecordLine ofTheKeeper(const QString &verb)
{
    RecordLine line;
    line.act.verb = verb;
    line.way = QStringLiteral("keeper");
    line.outcome = ActOutcome::Done;
    return line;
}

/// Acts that began since the keeper was started before and of which no outcome is known; and whether it said that it
/// started, and nothing since.
QList<quint64> leftOpen(const QString &path, bool *isFresh)
{
    QSet<quint64> ended;
    QList<quint64> open;
    bool isLast = true;
    *isFresh = false;
    (void)readLinesBackwards(path, [&](const QByteArray &bytes) {
        const auto line = recordFromJson(bytes.mid(kLineHead));
        if (line && line->act.verb == QLatin1String("keeper.started")) {
            *isFresh = isLast;
            return false;
        }
        isLast = false;
        if (line && line->of > 0)
            ended.insert(line->of);
        else if (line && line->outcome == ActOutcome::Begun && !ended.contains(line->number))
            open.prepend(line->number);
        return true;
    });
    return open;
}

} // namespace

ActRecord::ActRecord(Options options)
    : m_options(std::move(options))
    , m_file(m_options.place.record())
    , m_names(m_options.place.names())
    , m_ownHeads(m_options.place.heads())
    , m_unsent(m_options.sinks.size() + 1)
{
    m_state.sinks.append(m_ownHeads.name());
    for (const auto &sink : m_options.sinks)
        m_state.sinks.append(sink->name());
}

ActRecord::~ActRecord()
{
    m_handle.reset();
    writeCounted(true);
    for (qsizetype before = kMostUnwritten + 1; m_unwritten.size() < before;) {
        before = m_unwritten.size();
        flush();
    }
}

/// The file is locked afterwards, and as whole as it can be.
Result<Done> ActRecord::open()
{
    auto opened = m_file.lock();
    if (opened && m_file.lastNumber() == 0) {
        RecordLine first = ofTheKeeper(QStringLiteral("record.begun"));
        first.act.target = m_options.keeperId;
        if (const auto written = write(first); !written)
            opened = written.error();
    }
    if (const qint64 torn = opened ? m_file.takeTorn() : 0; torn > 0) {
        RecordLine line = ofTheKeeper(QStringLiteral("record.torn"));
        line.act.arguments.insert(QStringLiteral("number"), QString::number(torn));
        if (const auto written = write(line); !written)
            opened = written.error();
    }
    if (!opened)
        m_file.unlock();
    m_state.trouble = opened ? QString() : opened.error().text;
    return opened;
}

Result<quint64> ActRecord::write(RecordLine line)
{
    line.number = m_file.lastNumber() + 1;
    line.at = m_options.now();
    if (const auto written = m_file.append(toCanonicalJson(line)); !written) {
        if (written.error().kind != ErrorKind::TooLarge) // that is the line's trouble, not the record's
            m_state.trouble = written.error().text;
        return written.error();
    }
    m_state.number = line.number;
    m_state.bytes = m_file.size();
    if (line.at - m_state.headAt >= kHeadEvery || line.at < m_state.headAt)
        sign();
    return line.number;
}

/// Signs how the record ends, and hands it to who lacks it.
void ActRecord::sign()
{
    m_state.headTrouble.clear();
    if (!m_key) {
        auto key = SigningKey::in(m_options.place.key());
        if (key) {
            m_key = std::move(key).value();
            m_state.publicKey = m_key->publicKey();
        } else {
            m_state.headTrouble = key.error().text;
        }
    }
    if (m_key && m_file.lastNumber() > m_signed) {
        const Instant now = m_options.now();
        const auto line = RecordHead::signedLine({.keeper = m_options.keeperId,
                                                  .number = m_file.lastNumber(),
                                                  .at = now,
                                                  .hash = m_file.lastHash(),
                                                  .publicKey = {},
                                                  .isSigned = true},
                                                 *m_key);
        if (line) {
            m_signed = m_file.lastNumber();
            m_state.headAt = now;
            std::fill(m_unsent.begin(), m_unsent.end(), *line);
        } else {
            m_state.headTrouble = line.error().text;
        }
    }
    for (size_t i = 0; i < m_unsent.size(); ++i) {
        if (m_unsent[i].isEmpty())
            continue;
        HeadSink &sink = i == 0 ? m_ownHeads : *m_options.sinks[i - 1];
        if (const auto put = sink.put(m_unsent[i]); put)
            m_unsent[i].clear();
        else
            m_state.headTrouble = put.error().text;
    }
}

void ActRecord::writeOwed()
{
    while (!m_owed.isEmpty() && write(m_owed.first()))
        m_owed.removeFirst();
    for (int i = 0; i < kAtOnce && !m_unwritten.isEmpty() && tryRefused(m_unwritten.first()); ++i)
        m_unwritten.removeFirst();
}

QStringList ActRecord::start()
{
    const std::scoped_lock lock(m_mutex);
    const auto opened = open();
    if (!opened)
        return {opened.error().text};
    const Unlocker unlocker(m_file);
    QStringList said;
    bool isFresh = false;
    const QList<quint64> open = leftOpen(m_file.path(), &isFresh);
    for (const quint64 number : open) {
        RecordLine line;
        line.of = number;
        line.outcome = ActOutcome::Unknown;
        if (const auto written = write(line); !written)
            return {written.error().text};
        said.append(QStringLiteral("Act %1 was under way when the keeper ended; whether it was done is not known.")
                        .arg(number));
    }
    if (!isFresh) {
        if (const auto written = write(ofTheKeeper(QStringLiteral("keeper.started"))); !written)
            return {written.error().text};
    }
    m_state.number = m_file.lastNumber();
    m_state.bytes = m_file.size();
    sign();
    return said;
}

/// The begin of an act, with those that it names as pseudonyms.
Result<RecordLine> ActRecord::lineOf(const Actor &who, const Act &act)
{
    if (const auto read = m_names.read(); !read)
        return read.error();
    RecordLine line;
    line.act = act;
    line.way = who.way;
    line.role = who.role;
    if (!(who == Actor())) { // else they were many
        const auto pseudonym = m_names.pseudonymOf(who);
        if (!pseudonym)
            return pseudonym.error();
        line.who = *pseudonym;
    }
    if (!act.subject.name.isEmpty()) {
        const auto subject = m_names.pseudonymOf(act.subject);
        if (!subject)
            return subject.error();
        line.subject = *subject;
    }
    return line;
}

Result<quint64> ActRecord::begin(const Actor &who, const Act &act)
{
    const std::scoped_lock lock(m_mutex);
    const auto refused = [](const Error &why) {
        return saidError(why.kind, why.fault, "act.unrecorded", {why.text}, why.retryAfter);
    };
    if (const auto opened = open(); !opened)
        return refused(opened.error());
    const Unlocker unlocker(m_file);
    writeOwed();
    const auto line = lineOf(who, act);
    if (!line)
        return refused(line.error());
    const auto written = write(*line);
    return written ? written : refused(written.error());
}

bool ActRecord::isFirstRefusal(const Actor &who, const Act &act, const Error &why)
{
    return m_refusals.isFirst(who, act, why, m_options.now());
}

void ActRecord::refused(const Actor &who, const Act &act, const Error &why)
{
    if (isFirstRefusal(who, act, why))
        writeRefused({who, act, why});
}

/// With the file locked.
bool ActRecord::tryRefused(const Refusal &refusal)
{
    auto known = lineOf(refusal.who, refusal.act);
    if (!known)
        return false;
    RecordLine line = std::move(known).value();
    line.outcome = ActOutcome::Refused;
    line.fault = refusal.why.fault;
    line.error = refusal.why.kind;
    line.code = refusal.why.code;
    line.times = refusal.times;
    auto written = write(line);
    if (!written && written.error().kind == ErrorKind::TooLarge) { // what is refused must not keep out what comes later
        line.act.fields.clear();
        line.act.arguments.clear();
        written = write(line);
    }
    return bool(written);
}

void ActRecord::writeRefused(const Refusal &refusal)
{
    const std::scoped_lock lock(m_mutex);
    const bool isOpen = bool(open());
    const Unlocker unlocker(m_file);
    if (isOpen)
        writeOwed();
    if (m_unwritten.size() < kMostUnwritten)
        m_unwritten.append({refusal.who, asRecorded(refusal.act), refusal.why, refusal.times});
    else
        m_refusals.putBack(refusal, m_options.now()); // a number takes no room
    if (isOpen)
        writeOwed();
}

void ActRecord::writeRefused(const Refusal &refusal, const Act &asked)
{
    m_refusals.name(refusal.who, asked, refusal.why, refusal.act);
    writeRefused(refusal);
}

/// What was counted of attempts, where its time is over.
void ActRecord::writeCounted(bool all)
{
    const QList<Refusal> counted = m_refusals.due(m_options.now(), all);
    for (const Refusal &refusal : counted)
        writeRefused(refusal);
}

void ActRecord::end(quint64 number, const std::optional<Error> &why)
{
    const std::scoped_lock lock(m_mutex);
    RecordLine line;
    line.of = number;
    line.outcome = why ? ActOutcome::Failed : ActOutcome::Done;
    if (why) {
        line.fault = why->fault;
        line.error = why->kind;
        line.code = why->code;
    }
    if (m_owed.size() < kMostOwed)
        m_owed.append(line);
    if (!open())
        return;
    const Unlocker unlocker(m_file);
    writeOwed();
}

Result<QStringList> ActRecord::erase(const Actor &by, const QString &nameOrPseudonym)
{
    QStringList known;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto read = m_names.read(); !read)
            return read.error();
        known = m_names.pseudonymsOf(nameOrPseudonym);
    }
    if (known.isEmpty())
        return Error{ErrorKind::NotFound, Fault::Input,
                     QStringLiteral("The record knows nobody by the name \"%1\".").arg(nameOrPseudonym.left(200)),
                     std::nullopt};
    Act act;
    act.verb = QStringLiteral("name.erase");
    act.target = known.first(); // a pseudonym: the name is not to be found again
    act.arguments.insert(QStringLiteral("number"), QString::number(known.size()));
    return during(by, act, [&]() -> Result<QStringList> {
        const std::scoped_lock lock(m_mutex);
        if (const auto opened = open(); !opened)
            return opened.error();
        const Unlocker unlocker(m_file);
        if (const auto read = m_names.read(); !read)
            return read.error();
        return m_names.erase(nameOrPseudonym);
    });
}

void ActRecord::flush()
{
    writeCounted(false);
    const std::scoped_lock lock(m_mutex);
    const bool isSent =
        std::all_of(m_unsent.cbegin(), m_unsent.cend(), [](const QByteArray &one) { return one.isEmpty(); });
    if (m_owed.isEmpty() && m_unwritten.isEmpty() && isSent && m_signed >= m_state.number)
        return;
    if (!open())
        return;
    const Unlocker unlocker(m_file);
    writeOwed();
    sign();
}

ActRecord::State ActRecord::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

} // namespace graticule

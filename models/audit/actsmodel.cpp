// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/actsmodel.h"

#include "backend/domain/failurewords.h"
#include "models/audit/acttext.h"
#include "models/format.h"
#include "models/modelroles.h"
#include "models/table/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kLookEverySeconds = 2;
constexpr int kRetryAfterSeconds = 10;

} // namespace

ActsModel::ActsModel(FleetStore &store, ActCalls &calls, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_calls(calls)
{
    connect(&store, &FleetStore::secondPassed, this, [this] {
        const int wait = m_error.text.isEmpty() ? kLookEverySeconds : kRetryAfterSeconds;
        if (m_isAwake && ++m_seconds >= wait)
            look();
        if (m_isAwake && !m_order.empty() && m_all[m_order.back()].at < begin())
            arrange(); // the oldest has left the time that is shown
    });
    // Another moment is asked for once the answer for the one before is there.
    connect(&store, &FleetStore::ticked, this, [this] {
        if (m_isAwake && m_store.isPast() && m_store.now() != m_until && !m_question)
            refresh();
    });
    connect(&store, &FleetStore::modeChanged, this, &ActsModel::refresh);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (m_isAwake && link.state == KeeperLink::State::Live && !m_error.text.isEmpty())
            look();
    });
}

void ActsModel::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    if (isAwake)
        look();
    else
        m_question.reset();
}

void ActsModel::look()
{
    m_seconds = 0;
    if (m_store.newest()->revision.keeper != m_keeper) { // another one's acts are not to be mixed with these
        m_question.reset();
        m_isRead = false;
    }
    if (m_question)
        return;
    const Instant until = m_store.isPast() ? m_store.now() : kNever;
    if (!m_isRead || until != m_until || !m_error.text.isEmpty())
        refresh();
    else if (until == kNever)
        ask(m_state.number);
}

void ActsModel::refresh()
{
    if (m_isAwake)
        ask(0);
    else
        m_isRead = false;
}

void ActsModel::ask(quint64 changedAfter)
{
    m_question = std::make_unique<QObject>();
    m_coming.clear();
    m_isWhole = changedAfter == 0;
    m_keeper = m_store.newest()->revision.keeper;
    m_until = m_store.isPast() ? m_store.now() : kNever;
    ActQuery query;
    query.until = m_until;
    query.changedAfter = changedAfter;
    query.most = kMost;
    m_calls.acts(m_question.get(), query, [this](const ActsPart &part) { take(part); });
}

void ActsModel::take(const ActsPart &part)
{
    m_coming += part.acts;
    if (!part.finished)
        return;
    if (m_question)
        m_question.release()->deleteLater(); // we are within its call
    const bool wasFine = m_isRead && m_error.text.isEmpty();
    m_error = part.error;
    if (part.error.text.isEmpty()) {
        m_state = part.state;
        if (m_isWhole || !m_coming.isEmpty() || !wasFine)
            merge();
        m_isRead = true;
    } else {
        m_isRead = false;
    }
    m_coming.clear();
    Q_EMIT answered();
}

/// What came takes the place of what was known of the same acts.
void ActsModel::merge()
{
    if (m_isWhole)
        m_all.clear();
    QSet<quint64> fresh;
    for (const RecordedAct &act : std::as_const(m_coming))
        fresh.insert(act.number);
    m_all.removeIf([&](const RecordedAct &act) { return fresh.contains(act.number); });
    m_all += m_coming;
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const RecordedAct &a, const RecordedAct &b) { return a.number > b.number; });
    if (m_all.size() > kMost)
        m_all.resize(kMost);
    arrange();
}

void ActsModel::setWords(const QString &words)
{
    const QStringList wanted = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (std::exchange(m_words, wanted) != wanted)
        arrange();
}

void ActsModel::setOutcome(std::optional<ActOutcome> outcome)
{
    if (std::exchange(m_outcome, outcome) != outcome)
        arrange();
}

void ActsModel::setWithin(Within within)
{
    if (std::exchange(m_within, within) != within)
        arrange();
}

/// Of the time that is shown, back from the moment that is; kNever: all.
Instant ActsModel::begin() const
{
    constexpr qint64 kDay = 86'400'000;
    const qint64 now = toMs(m_store.now());
    switch (m_within) {
    case Within::Today:
        return instantFromMs(now - now % kDay);
    case Within::Day:
        return instantFromMs(now - kDay);
    case Within::Week:
        return instantFromMs(now - 7 * kDay);
    case Within::Always:
        break;
    }
    return kNever;
}

bool ActsModel::isShown(const RecordedAct &act) const
{
    if (m_within != Within::Always && act.at < begin())
        return false;
    if (m_outcome && act.outcome != *m_outcome)
        return false;
    if (m_words.isEmpty())
        return true;
    QString line =
        act.act.verb + u'\n' + act.role + u'\n' + act.act.target + u'\n' + act.act.kind + u'\n' + act.act.place;
    for (int column = 0; column < ColumnCount; ++column)
        line += u'\n' + text(act, column);
    line = line.toLower();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) { return line.contains(word); });
}

void ActsModel::arrange()
{
    beginResetModel();
    m_order.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (isShown(m_all[i]))
            m_order.push_back(i);
    }
    endResetModel();
}

int ActsModel::rowOf(quint64 number) const
{
    const auto found =
        std::find_if(m_order.cbegin(), m_order.cend(), [&](qsizetype i) { return m_all[i].number == number; });
    return found == m_order.cend() ? -1 : int(found - m_order.cbegin());
}

int ActsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ActsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ActsModel::text(const RecordedAct &act, int column) const
{
    switch (column) {
    case When:
        return format::dateTime(act.at);
    case Who:
        return ActText::who(act);
    case What:
        return ActText::verb(act.act.verb);
    case Target:
        return ActText::target(act);
    case Where:
        return ActText::place(act.act);
    case Outcome:
        return ActText::ended(act);
    default:
        return {};
    }
}

QVariant ActsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RecordedAct &act = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: {
        const QString words = text(act, column);
        return words.isEmpty() ? format::missing() : words;
    }
    case Qt::ToolTipRole:
        return text(act, column);
    case Qt::AccessibleTextRole:
        return ActText::sentence(act);
    case SymbolRole:
        return column == Outcome ? QVariant(int(ActText::outcome(act.outcome).symbol)) : QVariant();
    case EmphasisRole:
        return int(column == Outcome                    ? ActText::outcome(act.outcome).emphasis
                   : column == What || column == Target ? Emphasis::Normal
                                                        : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant ActsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When (UTC)");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Target:
        return tr("On");
    case Where:
        return tr("Where");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

QByteArray ActsModel::csv() const
{
    QList<QStringList> rows;
    for (int row = 0; row < rowCount(); ++row) {
        const RecordedAct &act = at(row);
        rows << QStringList{QString::number(act.number),
                            toIso(act.at),
                            act.who,
                            act.role,
                            act.way,
                            act.act.verb,
                            act.act.target,
                            act.act.targetName,
                            act.act.kind,
                            act.act.place,
                            act.act.fields.join(QStringLiteral("; ")),
                            act.act.subject.name,
                            wordOf(act.outcome),
                            QString::number(act.times),
                            toIso(act.ended),
                            act.hasFault() ? wordOf(act.fault) : QString(),
                            act.pseudonym,
                            QString::fromLatin1(act.hash.toHex())};
    }
    // As `graticule audit --csv` names them: for programs, not translated.
    return toCsv(
        QStringLiteral("number at who role way verb target targetName kind place fields subject outcome times ended "
                       "fault pseudonym hash")
            .split(u' '),
        rows);
}

QByteArray ActsModel::json() const
{
    QJsonArray rows;
    for (int row = 0; row < rowCount(); ++row) {
        const RecordedAct &act = at(row);
        QJsonObject arguments;
        for (auto one = act.act.arguments.cbegin(); one != act.act.arguments.cend(); ++one)
            arguments.insert(one.key(), one.value());
        rows.append(
            QJsonObject{{QStringLiteral("number"), qint64(act.number)},
                        {QStringLiteral("at"), toIso(act.at)},
                        {QStringLiteral("who"), act.who},
                        {QStringLiteral("role"), act.role},
                        {QStringLiteral("way"), act.way},
                        {QStringLiteral("verb"), act.act.verb},
                        {QStringLiteral("target"), act.act.target},
                        {QStringLiteral("targetName"), act.act.targetName},
                        {QStringLiteral("kind"), act.act.kind},
                        {QStringLiteral("place"), act.act.place},
                        {QStringLiteral("fields"), QJsonArray::fromStringList(act.act.fields)},
                        {QStringLiteral("arguments"), arguments},
                        {QStringLiteral("subject"), act.act.subject.name},
                        {QStringLiteral("outcome"), wordOf(act.outcome)},
                        {QStringLiteral("times"), qint64(act.times)},
                        {QStringLiteral("ended"), toIso(act.ended)},
                        {QStringLiteral("fault"), act.hasFault() ? QJsonValue(wordOf(act.fault)) : QJsonValue()},
                        {QStringLiteral("pseudonym"), act.pseudonym},
                        {QStringLiteral("hash"), QString::fromLatin1(act.hash.toHex())}});
    }
    return QJsonDocument(rows).toJson();
}

} // namespace graticule

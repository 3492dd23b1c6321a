// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/actverb.h"
#include "app/console/verbs/printable.h"
#include "backend/domain/failurewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

// Stable: scripts read them.
QString wordOf(EffectKind effect)
{
    switch (effect) {
    case EffectKind::Ends:
        return u"ends"_s;
    case EffectKind::Moves:
        return u"moves"_s;
    case EffectKind::Blocked:
        return u"blocked"_s;
    case EffectKind::Stays:
        return u"stays"_s;
    case EffectKind::Refused:
        return u"refused"_s;
    case EffectKind::Begins:
        return u"begins"_s;
    case EffectKind::Changes:
        return u"changes"_s;
    case EffectKind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString wordOf(ActionItemState state)
{
    switch (state) {
    case ActionItemState::Waiting:
        return u"waiting"_s;
    case ActionItemState::Working:
        return u"working"_s;
    case ActionItemState::Done:
        return u"done"_s;
    case ActionItemState::Blocked:
        return u"blocked"_s;
    case ActionItemState::Failed:
        return u"failed"_s;
    case ActionItemState::Unknown:
        break;
    }
    return u"unknown"_s;
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QString itemText(const ActionItem &item)
{
    const QString line = u"%1 %2: %3"_s.arg(item.kind, item.name, wordOf(item.state));
    return printable(item.text.isEmpty() ? line : line + u", "_s + item.text);
}

QString planText(const ActionPlan &plan)
{
    QString text = printable(u"%1 %2 at %3"_s.arg(plan.verb, plan.targetName, plan.place)) + u'\n';
    qsizetype widest = 0;
    for (const ActionEffect &effect : plan.effects)
        widest = std::max(widest, std::min<qsizetype>(60, effect.name.size()));
    QMap<QString, int> counts;
    for (const ActionEffect &effect : plan.effects) {
        const QString name = printable(effect.name);
        const QString line =
            u"  %1 %2 %3"_s.arg(wordOf(effect.effect), -8).arg(name, -widest).arg(printable(effect.reason));
        text += line.trimmed().isEmpty() ? QString() : u"  "_s + line.trimmed() + u'\n';
        ++counts[wordOf(effect.effect)];
    }
    if (plan.effects.size() > 1) {
        QStringList sums;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            sums.append(u"%1 %2"_s.arg(it.key()).arg(it.value()));
        text += sums.join(u", "_s) + u'\n';
    }
    for (const QString &warning : plan.warnings)
        text += u"Note: "_s + printable(warning) + u'\n';
    if (plan.lasting)
        text += u"It cannot be taken back.\n"_s;
    else if (!plan.undoneBy.isEmpty())
        text += u"Taken back by: %1\n"_s.arg(printable(plan.undoneBy));
    return text;
}

QByteArray planJson(const ActionPlan &plan)
{
    QJsonArray effects;
    for (const ActionEffect &one : plan.effects)
        effects.append(QJsonObject{{u"name"_s, one.name},
                                   {u"kind"_s, one.kind},
                                   {u"effect"_s, wordOf(one.effect)},
                                   {u"reason"_s, one.reason},
                                   {u"entity"_s, one.entity.toString()}});
    return lineOf({{u"plan"_s, QJsonObject{{u"verb"_s, plan.verb},
                                           {u"target"_s, plan.target.toString()},
                                           {u"target_name"_s, plan.targetName},
                                           {u"place"_s, plan.place},
                                           {u"effects"_s, effects},
                                           {u"warnings"_s, QJsonArray::fromStringList(plan.warnings)},
                                           {u"lasting"_s, plan.lasting},
                                           {u"undone_by"_s, plan.undoneBy}}}});
}

QByteArray progressJson(const ActionProgress &progress)
{
    QJsonArray items;
    for (const ActionItem &one : progress.items)
        items.append(QJsonObject{{u"name"_s, one.name},
                                 {u"kind"_s, one.kind},
                                 {u"state"_s, wordOf(one.state)},
                                 {u"text"_s, one.text},
                                 {u"since"_s, toIso(one.since)}});
    QJsonValue error;
    if (!progress.error.text.isEmpty())
        error = QJsonObject{{u"kind"_s, wordOf(progress.error.kind)},
                            {u"fault"_s, wordOf(progress.error.fault)},
                            {u"code"_s, progress.error.code},
                            {u"text"_s, progress.error.text}};
    return lineOf({{u"text"_s, progress.text},
                   {u"done"_s, progress.done},
                   {u"of"_s, progress.of},
                   {u"items"_s, items},
                   {u"finished"_s, progress.finished},
                   {u"stopped"_s, progress.stopped},
                   {u"unseen"_s, progress.isUnseen},
                   {u"error"_s, error}});
}

} // namespace graticule

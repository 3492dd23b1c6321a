// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/rulequeries.h"
#include "tests/testing/fleetscript.h"

#include <QTimer>

namespace graticule::testing {

/// A keeper with rules; answers in the next turn of the event loop.
class FakeRules : public RuleQueries
{
public:
    void readRules(QObject *context, RuleReply<RulesFile> done) override
    {
        QTimer::singleShot(0, context, [this, done] {
            done(refusal.text.isEmpty() ? Result<RulesFile>(file) : Result<RulesFile>(refusal));
        });
    }
    void previewRules(QObject *context, const QString &text, RuleReply<RulePreview> done) override
    {
        asked << text;
        QTimer::singleShot(0, context, [this, done] { done(preview); });
    }
    void saveRules(QObject *context, const QString &text, const QString &before, RuleReply<RulesFile> done) override
    {
        QTimer::singleShot(0, context, [this, text, before, done] {
            if (before != file.text)
                return done(Error{ErrorKind::Conflict, Fault::Input, QStringLiteral("changed meanwhile"), {}});
            file.text = text;
            done(file);
        });
    }
    void sameServices(QObject *context, RuleReply<SameServices> done) override
    {
        QTimer::singleShot(0, context, [this, done] { done(same); });
    }
    void decideSame(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                    RuleReply<SameDecision> done) override
    {
        said << QStringLiteral("%1 %2 %3")
                    .arg(one.toString(), areSame ? QStringLiteral("=") : QStringLiteral("!="), other.toString());
        SameDecision decision{same.suggestions[0].one,    same.suggestions[0].other, areSame,
                              QStringLiteral("shop/web"), QStringLiteral("ines"),    FleetScript::now()};
        same.suggestions.clear();
        decision.waiting = same.waiting;
        same.decisions = {decision};
        QTimer::singleShot(0, context, [decision, done] { done(decision); });
    }
    void undecideSame(QObject *context, const EntityId &one, const EntityId &other,
                      RuleReply<SameDecision> done) override
    {
        said << QStringLiteral("%1 ? %2").arg(one.toString(), other.toString());
        const SameDecision decision = same.decisions.takeFirst();
        QTimer::singleShot(0, context, [decision, done] { done(decision); });
    }

    RulesFile file{QStringLiteral("/h/label-rules.yaml"), QStringLiteral("rules: []"), {}, {}};
    RulePreview preview;
    SameServices same;
    Error refusal;
    QStringList asked;
    QStringList said;
};

} // namespace graticule::testing

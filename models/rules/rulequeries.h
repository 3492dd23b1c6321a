// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/rulepreview.h"
#include "backend/domain/sameservice.h"

#include <functional>
#include <optional>

class QObject;

namespace graticule {

template<class T> using RuleReply = std::function<void(const Result<T> &reply)>;

/// Label rules, and which services are the same, asked of a keeper. Implemented by the composition root over the
/// control API, by tests with fakes. Nothing waits: answers come in the GUI thread, unless @p context dies first.
class RuleQueries
{
public:
    virtual ~RuleQueries() = default;

    virtual void readRules(QObject *context, RuleReply<RulesFile> done) = 0;
    virtual void previewRules(QObject *context, const QString &text, RuleReply<RulePreview> done) = 0;
    /// @p before: the text that was read.
    virtual void saveRules(QObject *context, const QString &text, const QString &before, RuleReply<RulesFile> done) = 0;

    virtual void sameServices(QObject *context, RuleReply<SameServices> done) = 0;
    virtual void decideSame(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                            RuleReply<SameDecision> done) = 0;
    /// Takes back what was said of them.
    virtual void undecideSame(QObject *context, const EntityId &one, const EntityId &other,
                              RuleReply<SameDecision> done) = 0;
};

} // namespace graticule

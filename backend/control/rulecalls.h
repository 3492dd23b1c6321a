// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/domain/rulepreview.h"
#include "backend/domain/sameservice.h"

namespace graticule {

/// The calls about label rules, and about what is the same, as values; otherwise like ControlCalls.
class RuleCalls
{
public:
    explicit RuleCalls(std::shared_ptr<ControlChannel> channel)
        : m_channel(std::move(channel))
    {
    }

    void read(QObject *context, ControlCalls::Reply<RulesFile> done) const;
    void preview(QObject *context, const QString &text, ControlCalls::Reply<RulePreview> done) const;
    /// @p before: the text that was read; none: whatever it is.
    void save(QObject *context, const QString &text, const std::optional<QString> &before,
              ControlCalls::Reply<RulesFile> done) const;

    void same(QObject *context, ControlCalls::Reply<SameServices> done) const;
    void decide(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                ControlCalls::Reply<SameDecision> done) const;
    /// Takes back what was said of them.
    void undecide(QObject *context, const EntityId &one, const EntityId &other,
                  ControlCalls::Reply<SameDecision> done) const;

private:
    std::shared_ptr<ControlChannel> m_channel;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"
#include "app/console/verbs/verb.h"
#include "backend/control/rulecalls.h"

namespace graticule {

/// `graticule rules ...`: the label rules of a keeper, and what others would do.
class RulesVerb : public Verb
{
    Q_OBJECT

public:
    explicit RulesVerb(VerbContext context);

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void show();
    void check(const QString &file);
    void preview(const QString &file);
    void save(const QString &file);
    void print(const RulePreview &preview);
    /// @p preview: of what is in force; without rules where that is not known.
    void print(const RulesFile &file, const RulePreview &preview);
    void sayMistakes(const QStringList &mistakes);
    /// Nothing, and said why, when it cannot be read.
    std::optional<QString> textOf(const QString &file);
    void withRules(std::function<void(const RuleCalls &calls)> task);
};

/// What rules would do, a row each thing. Pure.
Listing ruledListing(const RulePreview &preview);

} // namespace graticule

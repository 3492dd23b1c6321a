// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/rulepreview.h"

#include <functional>
#include <optional>

namespace graticule {

/// The label rules of a keeper. Implemented by the keeper, called by the server in the keeper's backend thread, after
/// the caller's permission was checked.
class RuleCommands
{
public:
    virtual ~RuleCommands() = default;

    virtual RulesFile rulesFile() const = 0;
    virtual void previewRules(const QString &text, std::function<void(const RulePreview &preview)> done) = 0;
    /// Refused when there is a mistake in @p text, or (as a conflict) when the file is not as @p before says.
    virtual Result<RulesFile> saveRules(const QString &text, const std::optional<QString> &before) = 0;
};

} // namespace graticule

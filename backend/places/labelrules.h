// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace graticule {

/// Turns the labels that a platform already has into those of graticule.dev. A value; const use from any thread.
///
/// YAML:
///     rules:
///       - name: our racks
///         match: { "com.example/dc": "fra-*", "com.example/env": "prod" }   # all of them; * and ? as in a shell
///         set: { graticule.dev/site: "${com.example/dc}", graticule.dev/country: DE }
///
/// Rules are tried in their order. A label of graticule.dev that is there already stays; the first rule that sets one
/// wins. `${key}` stands for the value of another label; where that is missing, nothing is set.
class LabelRules
{
public:
    struct Rule
    {
        QString name;
        Labels match; ///< key -> glob; all must match
        Labels set;   ///< key, below graticule.dev/ -> text with ${key} in it

        friend bool operator==(const Rule &, const Rule &) = default;
    };
    /// What one rule makes of a set of labels, for the live preview.
    struct Outcome
    {
        QString rule;
        bool matched = false;
        Labels set;        ///< what it sets
        QStringList notes; ///< why something is not set, of one that matches
    };
    struct Parsed;

    LabelRules() = default;
    explicit LabelRules(std::vector<Rule> rules)
        : m_rules(std::move(rules))
    {
    }

    static constexpr size_t kMostRules = 500;
    static constexpr qsizetype kMostLabels = 64; ///< that a rule matches or sets

    /// @p file is named in the mistakes. Rules without a mistake are kept.
    static Parsed parse(const QByteArray &yaml, const QString &file);

    /// @p labels and what the rules add.
    Labels applied(const Labels &labels) const;
    /// What each rule does with @p labels, in order.
    std::vector<Outcome> preview(const Labels &labels) const;
    /// Only what they add.
    Labels added(const Labels &labels) const;
    const std::vector<Rule> &rules() const { return m_rules; }

    friend bool operator==(const LabelRules &, const LabelRules &) = default;

private:
    std::vector<Rule> m_rules;
};

struct LabelRules::Parsed
{
    LabelRules rules;
    QStringList mistakes; ///< "rules.yaml:7: rules[2].set: ...", one for each
};

/// Shell-like match of the whole @p text: `*` any run, `?` any one character. Takes time in proportion to the product
/// of the lengths at worst.
bool globMatches(QStringView glob, QStringView text);

} // namespace graticule

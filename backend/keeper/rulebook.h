// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/rulecommands.h"
#include "backend/fleet/snapshothub.h"
#include "backend/keeper/connectionset.h"
#include "backend/places/ruledsites.h"

namespace graticule {

/// The label rules of one keeper: reads and writes their file, and shows what they would do. A file with a mistake is
/// told of and changes nothing; at the start those of its rules that have none hold. Backend thread.
class RuleBook : public QObject, public RuleCommands
{
    Q_OBJECT

public:
    static constexpr qint64 kLargest = 1'000'000; ///< bytes

    struct Parts
    {
        RuledSites &sites;
        const ConnectionSet &connections;
        const ConnectorRegistry &registry;
        const SnapshotHub &hub;
    };

    /// All parts outlive the book. @p path empty: there are no rules.
    RuleBook(QString path, const Parts &parts);

    /// Reads the file (again).
    void load();
    /// Whether what the endpoint of @p config tells is ruled.
    bool rules(const ConnectionConfig &config) const;
    const QString &path() const { return m_file.path; }
    const QStringList &mistakes() const { return m_file.mistakes; }

    RulesFile rulesFile() const override;
    void previewRules(const QString &text, std::function<void(const RulePreview &preview)> done) override;
    Result<RulesFile> saveRules(const QString &text, const std::optional<QString> &before) override;

Q_SIGNALS:
    /// Other rules are in force.
    void changed();

private:
    /// What the file says; @p trouble when it cannot be read.
    QString read(QString &trouble) const;
    QString name() const;

    Parts m_parts;
    RulesFile m_file;
    bool m_isLoaded = false;
};

} // namespace graticule

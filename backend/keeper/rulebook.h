// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/rulecommands.h"
#include "backend/fleet/snapshothub.h"
#include "backend/keeper/connectionset.h"
#include "backend/places/ruledsites.h"
#include "backend/places/rulesight.h"

#include <QTimer>

#include <deque>

namespace graticule {

/// The label rules of one keeper: reads and writes their file, and shows what they would do. A file with a mistake is
/// told of and changes nothing; at the start those of its rules that have none hold. A file that is gone, or empty,
/// counts as such only once it has stayed so: some editors put another in its place. Backend thread.
class RuleBook : public QObject, public RuleCommands
{
    Q_OBJECT

public:
    static constexpr qint64 kLargest = 1'000'000;           ///< bytes
    static constexpr std::chrono::milliseconds kGone{2000}; ///< until a file that is not there is gone
    static constexpr size_t kMostQuestions = 16;            ///< for previews, that wait
    static constexpr std::chrono::minutes kKept{10};        ///< what connections told that are read anew

    struct Parts
    {
        RuledSites &sites;
        const ConnectionSet &connections;
        const ConnectorRegistry &registry;
        const SnapshotHub &hub;
        const Fleet &fleet;
        /// Connections that follow neither these rules nor what people said of services yet.
        std::function<QList<WaitingConnection>()> waiting;
    };

    /// All parts outlive the book. @p path empty: there are no rules.
    RuleBook(QString path, const Parts &parts);

    /// Reads the file (again). Unchanged it is not parsed anew.
    void load();
    /// Whether what the endpoint of @p config tells is ruled.
    bool rules(const ConnectionConfig &config) const;
    const QString &path() const { return m_file.path; }
    const QStringList &mistakes() const { return m_file.mistakes; }

    /// What @p own carries is what previews go by of the connection @p id, which is read anew, until that has told.
    void keep(const EntityId &id, std::vector<OwnLabels> own);

    RulesFile rulesFile() const override;
    /// One at a time: each may take seconds and much memory.
    void previewRules(const QString &text, std::function<void(const RulePreview &preview)> done) override;
    Result<RulesFile> saveRules(const QString &text, const std::optional<QString> &before) override;

Q_SIGNALS:
    /// Other rules are in force.
    void changed();

private:
    struct Question
    {
        QString text;
        std::function<void(const RulePreview &preview)> done;
    };

    void answerNext();
    RuledConnection ruled(const Supervisor &supervisor) const;
    bool isThere() const;
    /// Whether the file is not there, but was not away for long enough to mean it.
    bool mayComeBack();
    void take(const QString &text, const QString &trouble);
    /// What the file says; @p trouble when it cannot be read.
    QString read(QString &trouble) const;
    QString name() const;

    Parts m_parts;
    RulesFile m_file;
    QString m_trouble; ///< why the file could not be read
    bool m_isLoaded = false;
    QTimer m_gone;
    QHash<EntityId, std::vector<OwnLabels>> m_kept; ///< by connection
    QTimer m_forgetting;                            ///< what is kept
    bool m_isGone = false;
    std::deque<Question> m_questions;
    bool m_isAnswering = false;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/actcalls.h"
#include "models/fleetstore.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace graticule {

/// What people did, newest first, as a table: filtered by words and outcome, followed while somebody looks. In PAST
/// what was known of it at that moment. GUI thread.
class ActsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When = 0, Who, What, Target, Where, Outcome, ColumnCount };

    /// So many are kept; older ones are for `graticule audit`.
    static constexpr int kMost = 10'000;

    /// Both outlive the model.
    ActsModel(FleetStore &store, ActCalls &calls, QObject *parent = nullptr);

    /// While somebody looks it follows the record.
    void setAwake(bool isAwake);
    /// Asks anew.
    void refresh();

    bool isRead() const { return m_isRead; }
    /// Why nothing is known; text empty: nothing is wrong.
    const Error &error() const { return m_error; }
    const ActRecord::State &state() const { return m_state; }
    int total() const { return int(m_all.size()); }

    /// Rows that have every one of these words somewhere.
    void setWords(const QString &words);
    /// How far back: all, the day of UTC that is shown, 24 hours, 7 days.
    enum class Within { Always = 0, Today, Day, Week };
    void setWithin(Within within);
    /// None: every outcome.
    void setOutcome(std::optional<ActOutcome> outcome);

    const RecordedAct &at(int row) const { return m_all[m_order[size_t(row)]]; }
    int rowOf(quint64 number) const;
    QByteArray csv() const;
    QByteArray json() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// What is known, or why it is not, is another thing.
    void answered();

private:
    void ask(quint64 changedAfter);
    void look();
    void take(const ActsPart &part);
    void merge();
    void arrange();
    Instant begin() const;
    bool isShown(const RecordedAct &act) const;
    QString text(const RecordedAct &act, int column) const;

    FleetStore &m_store;
    ActCalls &m_calls;
    std::unique_ptr<QObject> m_question; ///< under way; destroyed it is taken back
    QList<RecordedAct> m_coming;         ///< of the question
    bool m_isWhole = false;              ///< the question asks for all, not for what changed
    QString m_keeper;                    ///< whose record it is, or is asked for
    Instant m_until = kNever;            ///< the moment that is shown; kNever: now
    QList<RecordedAct> m_all;            ///< newest first
    std::vector<qsizetype> m_order;
    QStringList m_words;
    Within m_within = Within::Always;
    std::optional<ActOutcome> m_outcome;
    ActRecord::State m_state;
    Error m_error;
    bool m_isRead = false;
    bool m_isAwake = false;
    int m_seconds = 0;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/modelroles.h"

#include <QAbstractListModel>

#include <functional>

namespace graticule {

/// The connections of our keeper with their states, ages and one sentence about each; what another keeper reads stands
/// behind our connection to that keeper, which speaks for it. In the order of arrival; SortRole puts the worst first.
/// Ages and "retry in" are computed when asked for: a view repaints them on FleetStore::ticked().
class ConnectionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = LastModelRole, ///< text: "Refused"
        TypeRole,                  ///< "Docker"
        AddressRole,
        SentenceRole,         ///< what is wrong, whose fault, when we try again; or how well it goes
        SentenceEmphasisRole, ///< Emphasis, as int
        AgeRole,              ///< text: since when in this state, or when last seen
        AgeEmphasisRole,
        SitesRole,         ///< text: "38 sites"
        LoadRole,          ///< text: "8.2 req/s"; "none"
        BudgetRole,        ///< text: "of 20", the budget; empty: no limit
        LabRole,           ///< bool: made by the lab
        PausedRole,        ///< bool
        CertificateRole,   ///< text: "Certificate ends in 9 d" when that is soon, or it has ended; else empty
        KindRole,          ///< connector type, as in its file
        StateNumberRole,   ///< ConnectionState as it is shown, as int
        TroubleRole,       ///< bool: it, or one behind it, is slow, stale, unreachable or refused
        LoadNumberRole,    ///< double, requests a second; below 0: not measured
        StatesRole,        ///< text: how its sites were over the last day; empty: nobody can tell
        LatencyNumberRole, ///< double, ms; below 0: not measured
        WordsRole,         ///< text: all that is said of it now, which is what words are looked for in
    };

    explicit ConnectionsModel(FleetStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// How the sites of a connection were over the last day, in words; @p words outlives the model or is taken back.
    void setStateWords(std::function<QString(const EntityId &connection)> words) { m_stateWords = std::move(words); }

    const Connection &connection(int row) const { return *m_items[size_t(row)]; }
    /// Of the connection itself, or of the one it stands behind; -1: unknown.
    int rowOf(const EntityId &id) const;
    /// All there are, those behind others too.
    int total() const;
    /// How many of them are in @p state; one behind a connection that does not answer is at best stale.
    int count(ConnectionState state) const { return m_counts[size_t(state)]; }
    /// Live ones: asked, answering, in time.
    int fresh() const { return count(ConnectionState::Live); }
    /// Requests per second that we cause in all, and may cause by budget where there is one.
    double requestsPerSecond() const;
    double budgetRequests() const;

Q_SIGNALS:
    void countsChanged();

private:
    void apply(const FleetChange &change);
    void put(const std::shared_ptr<const Connection> &connection);
    void drop(const EntityId &id);
    void removeRow(int row);
    void count();
    /// Itself, or the one in the worst state of those behind it.
    const Connection &worst(const Connection &connection) const;
    QString sentence(const Connection &connection) const;
    QString trouble(const Connection &connection) const;
    QString wellBeing(const Connection &connection) const;
    QString age(const Connection &connection) const;
    QString certificate(const Connection &connection) const;
    QString row(const Connection &connection) const;
    QVariant load(const Connection &connection, int role) const;

    FleetStore &m_store;
    std::vector<std::shared_ptr<const Connection>> m_items;
    QHash<EntityId, int> m_rows;
    std::array<int, 9> m_counts{}; ///< by ConnectionState
    std::function<QString(const EntityId &connection)> m_stateWords;
};

} // namespace graticule

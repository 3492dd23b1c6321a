// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/samecommands.h"
#include "backend/fleet/snapshothub.h"
#include "backend/keeper/rulebook.h"

namespace graticule {

/// What people said of services that look like the same, kept in a file of the keeper's data. Backend thread.
class SameBook : public QObject, public SameCommands
{
    Q_OBJECT

public:
    /// @p path empty: nothing is kept over restarts.
    SameBook(QString path, const RuleBook::Parts &parts, Clock &clock);

    /// Once, before endpoints are read. A file that cannot be read is left untouched, and nothing can be decided; one
    /// that somebody else changed since is read again before anything is said or asked.
    void load();
    /// Why nothing can be decided; empty: it can.
    QString trouble() const { return m_why.isEmpty() ? QString() : QStringLiteral("cannot be read: %1").arg(m_why); }
    const QString &path() const { return m_path; }

    void sameServices(Answer done) override;
    SameDecision aboutTwo(const EntityId &one, const EntityId &other) const override;
    Result<SameDecision> decideSame(const EntityId &one, const EntityId &other, bool areSame,
                                    const QString &who) override;
    Result<SameDecision> undecideSame(const EntityId &one, const EntityId &other) override;

Q_SIGNALS:
    /// Other services are the same: those of these connections are called otherwise.
    void changed(const QList<graticule::EntityId> &connections);

private:
    Result<Done> write(const QList<SameDecision> &decisions);
    /// What a service was one with others as, before somebody took it back.
    struct Former
    {
        ToldService part;
        QString declared; ///< as sameNames() says
    };

    QList<WaitingConnection> adopt(QList<SameDecision> decisions);
    ToldService partShown(const EntityId &id, const FleetTables &tables) const;
    QHash<EntityId, QString> connections() const;
    QHash<EntityId, EntityId> twins() const;
    QString freeName(const QString &wish) const;
    Result<QString> nameFor(const ToldService &one, const ToldService &other) const;
    Result<ToldService> partOf(const ToldService &service) const;
    qsizetype indexOf(const EntityId &one, const EntityId &other) const;
    Result<ToldService> told(const EntityId &service) const;

    void take(QList<SameDecision> decisions);
    Result<QList<SameDecision>> read();
    void refresh();
    /// When the file was written, and how large it is.
    std::pair<qint64, qint64> stamp() const;

    QString m_path;
    RuleBook::Parts m_parts;
    Clock &m_clock;
    std::pair<qint64, qint64> m_stamp; ///< of the file as it was read, or written
    QString m_why;                     ///< the file cannot be read; empty: it can
    QList<SameDecision> m_decisions;   ///< the newest first
    QHash<EntityId, QString> m_names;  ///< sameNames() of them
    QHash<EntityId, Former> m_former;
};

} // namespace graticule

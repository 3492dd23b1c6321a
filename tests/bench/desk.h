// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace graticule::bench {

/// The real programs on a home of their own, as a person has them open. What fails is said on stderr and ends the
/// program.
class Desk
{
public:
    /// @p programs: the folder of graticule and graticuled.
    explicit Desk(QString programs);
    /// Ends both.
    ~Desk();
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    QString folder() const { return m_home.path(); }
    /// Path of the keeper's socket.
    QString socket() const;
    /// A connection file for the next start of the keeper.
    void addConnection(const QString &name, const QByteArray &yaml) const;
    /// Until it listens.
    void startKeeper();
    void startConsole();
    /// The one that runs, as a second start of the program does.
    void showPage(const QString &page) const;
    /// A verb, until it is done.
    void run(const QStringList &words) const;

    qint64 keeper() const { return m_keeper.processId(); }
    qint64 console() const { return m_console.processId(); }

private:
    QString program(const char *name) const;

    QString m_programs;
    QTemporaryDir m_home;
    QProcess m_keeper;
    QProcess m_console;
};

} // namespace graticule::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace graticule::testing {

/// What one run of a program left behind.
struct Ended
{
    int code = -1; ///< of the exit; -1: it crashed, or did not end in time
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
};

/// A home of its own for the real `graticule` and the private keeper that it starts, which is ended with it. The
/// programs are those in $GRATICULE_BIN.
class Home
{
public:
    static constexpr int kDeadlineMs = 40'000;

    Home();
    ~Home();

    QString path(const QString &file = {}) const { return m_directory.filePath(file); }
    QString socket() const { return path(QStringLiteral("run/keeper.sock")); }
    /// Runs `graticule ARGUMENTS --home ...` to its end.
    Ended run(const QStringList &arguments) const;
    /// Starts it and returns at once; it is ended when the process is destroyed.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    /// Process id of the keeper; 0: none runs.
    qint64 keeper() const;
    /// kill -9, and waits until it is gone.
    void killKeeper() const;

private:
    QTemporaryDir m_directory;
};

/// Reads the lines of JSON that @p watch prints until one fulfils @p wanted; an empty object when none does in time.
QJsonObject lineThat(QProcess &watch, const std::function<bool(const QJsonObject &)> &wanted);

/// The entity of that name in a listing ("sites", ...); empty when there is none.
QJsonObject named(const QJsonObject &listing, const QString &kind, const QString &name);

} // namespace graticule::testing

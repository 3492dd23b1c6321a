// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <functional>

class QWidget;

namespace graticule {

class UndoBar;

/// Asks for a file and writes something into it in a worker; what came of it is told at the foot of the window. GUI
/// thread.
class FileSave
{
    Q_DECLARE_TR_FUNCTIONS(graticule::FileSave)

public:
    struct Plan
    {
        QString title;                    ///< of the dialog
        QString name;                     ///< offered: "latency.csv"
        QString filter;                   ///< "Comma-separated values (*.csv)"
        QString suffix;                   ///< "csv"
        std::function<QByteArray()> make; ///< worker; on values only
    };
    static void ask(QWidget &parent, const Plan &plan, UndoBar &said);
    /// The same without asking.
    static void write(const QString &path, const std::function<QByteArray()> &make, UndoBar &said);
    /// The same for who has words of its own: @p done is told why it could not be written (empty: it is), unless
    /// @p context is gone by then.
    static void write(const QString &path, const std::function<QByteArray()> &make, QObject &context,
                      const std::function<void(const QString &error)> &done);
};

} // namespace graticule

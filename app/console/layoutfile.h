// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeperhome.h"

#include <QThreadPool>
#include <QVariantMap>

namespace graticule {

/// What the window remembers from one run to the next, settings among it: console.ini in the home's configuration.
/// Maps within the map are groups of the file. Reading and writing touch the disk: not in the GUI thread while a window
/// is shown; that one calls writeSoon().
class LayoutFile
{
public:
    struct Kept
    {
        QVariantMap layout; ///< empty when there is none
        QString complaint;  ///< what was wrong with the file and where it is now; empty: nothing
    };

    explicit LayoutFile(const KeeperHome &home);
    /// Waits for what is being written.
    ~LayoutFile();

    const QString &path() const { return m_path; }
    /// A file that cannot be understood is moved aside, so that nothing a person wrote is lost, and told.
    Kept read() const;
    /// Replaces the file at once or not at all. What other versions keep in it stays. Refused, naming it.
    Result<Done> write(const QVariantMap &layout) const;
    /// In a worker, one after the other.
    void writeSoon(const QVariantMap &layout);

private:
    QString m_path;
    QThreadPool m_writer;
};

} // namespace graticule

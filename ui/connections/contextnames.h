// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/placenames.h"

#include <QStringList>
#include <QTimer>

namespace graticule {

/// The contexts of the kubeconfig that somebody wrote as an address, for the forms: of files on the computer that the
/// window runs on. They are read in a worker, when nobody has typed for a moment. GUI thread.
class ContextNames : public QObject
{
    Q_OBJECT

public:
    explicit ContextNames(QObject *parent = nullptr);

    /// That is the address now; one that is no path has no contexts.
    void look(const QString &address);
    /// Those that begin with or hold @p text, whatever its case.
    QList<PlaceNames::Offer> offers(const QString &text) const;
    /// Which there are, in a sentence; empty: none is known.
    QString words() const;

Q_SIGNALS:
    /// offers() and words() are others.
    void changed();

private:
    struct Found
    {
        QStringList names;
        QString current; ///< what kubectl would take; empty: the file names none

        friend bool operator==(const Found &, const Found &) = default;
    };

    static Found readFrom(const QString &address);
    void read();
    void take(const QString &address, const Found &found);

    QTimer m_pause;
    QString m_address;
    Found m_found;
};

} // namespace graticule

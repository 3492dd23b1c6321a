// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeconfig.h"
#include "ui/connections/placenames.h"

#include <QStringList>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace graticule {

/// The contexts of the kubeconfig that somebody wrote as an address, for the forms: of files on the computer that the
/// window runs on. They are read when nobody has typed for a moment, each time in a thread of its own that nobody waits
/// for: a file of a server that is gone may never answer. GUI thread.
class ContextNames : public QObject
{
    Q_OBJECT

public:
    /// Files that may keep us waiting at the same time; with so many no further one is read.
    static constexpr int kMostUnderWay = 3;
    using ReadFile = std::function<Result<Kubeconfig>(const QStringList &files)>;

    /// @p read is called in other threads, also after this is gone.
    explicit ContextNames(QObject *parent = nullptr, ReadFile read = &Kubeconfig::load);

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

    /// Written by its thread, and then read by ours.
    struct Reading
    {
        QString address;
        Found found;
        std::atomic<bool> isDone = false;
    };

    static Found readFrom(const QString &address, const ReadFile &read);
    void read();
    void lookAtReadings();
    void take(const QString &address, const Found &found);

    const ReadFile m_read;
    QTimer m_pause;
    QTimer m_look; ///< while anything is under way
    std::vector<std::shared_ptr<Reading>> m_readings;
    bool m_isWaiting = false; ///< for one of them to end
    QString m_address;
    Found m_found;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/keeper/keeperhome.h"
#include "ui/past/incidentfiles.h"

#include <QThread>

namespace graticule {

class IncidentSave;

/// Incident files of the keeper that is shown, over the control API, written in a thread of its own; files that are
/// looked at open in another program, which never shares anything with this one. GUI thread.
class IncidentLink : public IncidentFiles
{
    Q_OBJECT

public:
    /// @p home: whose keys are known; @p homeWord: what --home said of it, empty: nothing.
    IncidentLink(KeeperHome home, QString homeWord, QObject *parent = nullptr);
    ~IncidentLink() override;

    /// The keeper to ask from now on; null: none.
    void use(const std::shared_ptr<ControlChannel> &channel) { m_channel = channel; }

    void save(const Order &order) override;
    void cancel() override;
    void replay(const QString &path) override;

private:
    const KeeperHome m_home;
    const QString m_homeWord;
    std::shared_ptr<ControlChannel> m_channel;
    QThread m_thread;
    IncidentSave *m_save = nullptr; ///< of m_thread; null: none is being made
};

} // namespace graticule

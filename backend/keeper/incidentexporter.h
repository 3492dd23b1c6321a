// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/incidentsource.h"
#include "backend/domain/connectionconfig.h"
#include "backend/telemetry/samplestore.h"

#include <QThreadPool>

#include <atomic>

namespace graticule {

/// Makes incident files of what this keeper recorded, a few at a time, in threads of its own. Lives in the keeper's
/// thread, which goes on meanwhile.
class IncidentExporter : public QObject, public IncidentSource
{
    Q_OBJECT

public:
    struct Of
    {
        QString historyFile;
        QString keyFile; ///< made when first needed
        QString keeperId;
        QString keeperName;
        QString version;
        std::function<QList<ConnectionConfig>()> connections; ///< called in the keeper's thread
        std::function<Instant()> now;                         ///< called in any
    };

    /// @p samples outlives this.
    IncidentExporter(Of of, SampleStore &samples);
    /// Ends what is being made.
    ~IncidentExporter() override;

    void write(const IncidentOrder &order, Take take, std::function<void(Result<Done>)> done) override;

private:
    std::optional<SamplesAnswer> ask(const SamplesQuery &query);
    template<class T> std::optional<T> inKeeper(std::function<void(std::function<void(T)>)> task);

    static constexpr int kAtOnce = 2;

    const Of m_of;
    SampleStore &m_samples;
    std::atomic<int> m_open{0};
    std::atomic<bool> m_isEnding{false};
    QThreadPool m_pool; ///< last: its tasks use what is above
};

} // namespace graticule

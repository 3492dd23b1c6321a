// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/logreader.h"
#include "backend/control/logreading.h"

namespace graticule {

/// Reads logs through another keeper.
class RelayLogReader : public LogReader
{
    Q_OBJECT

public:
    RelayLogReader(std::shared_ptr<ControlChannel> channel, LogOrder order);
    ~RelayLogReader() override;

    void start() override;
    void close(const Error &why) override;

private:
    std::shared_ptr<ControlChannel> m_channel;
    const LogOrder m_order;
    QList<bool> m_ended; ///< by source
    std::unique_ptr<LogReading> m_reading;
};

} // namespace graticule

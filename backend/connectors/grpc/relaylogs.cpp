// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/relaylogs.h"

namespace graticule {

RelayLogReader::RelayLogReader(std::shared_ptr<ControlChannel> channel, LogOrder order)
    : m_channel(std::move(channel))
    , m_order(std::move(order))
    , m_ended(m_order.sources.size(), false)
{
}

RelayLogReader::~RelayLogReader() = default;

void RelayLogReader::start()
{
    m_reading = std::make_unique<LogReading>(
        m_channel, m_order, this,
        [this](const LogPart &part) {
            for (const LogEnd &end : part.ends) {
                if (end.source < m_ended.size())
                    m_ended[end.source] = true;
            }
            Q_EMIT read(part);
        },
        [this](const Error &why) { close(why); });
}

void RelayLogReader::close(const Error &why)
{
    m_reading.reset();
    LogPart part;
    for (int i = 0; i < m_ended.size(); ++i) {
        if (!std::exchange(m_ended[i], true))
            part.ends.append({i, why});
    }
    if (!part.ends.isEmpty())
        Q_EMIT read(part);
}

} // namespace graticule

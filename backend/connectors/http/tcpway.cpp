// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/tcpway.h"

#include <cstddef>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace graticule {

std::optional<TcpWay> TcpWay::of(int socket)
{
    tcp_info info = {};
    socklen_t size = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return std::nullopt;
    TcpWay way;
    way.resent = int(info.tcpi_total_retrans);
    const bool tellsLeast = size >= offsetof(tcp_info, tcpi_min_rtt) + sizeof info.tcpi_min_rtt;
    if (tellsLeast && info.tcpi_min_rtt != 0 && info.tcpi_min_rtt != ~0U)
        way.leastRttMs = double(info.tcpi_min_rtt) / 1000.0;
    return way;
}

} // namespace graticule

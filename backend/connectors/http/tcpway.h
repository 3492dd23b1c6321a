// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace graticule {

/// What the kernel knows of the way that a TCP connection goes. A value.
struct TcpWay
{
    double leastRttMs = -1; ///< its shortest round trip so far; < 0: none is known
    int resent = 0;         ///< segments that it sent again, the first one (SYN) too

    /// Nothing when @p socket is no TCP socket, or the kernel does not tell.
    static std::optional<TcpWay> of(int socket);
};

} // namespace graticule

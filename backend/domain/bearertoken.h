// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>

namespace graticule {

/// Whether @p token can be sent as "Authorization: Bearer ...". Anything but visible ASCII could end the header and
/// begin another, and gRPC aborts the process on it.
inline bool isBearerToken(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"

#include <memory>

namespace graticule {

/// One gRPC channel to a keeper, shared by calls and streams. Thread-safe. Opening reads certificate files, so not in a
/// GUI thread.
class ControlChannel
{
public:
    /// Refused (Invalid, NotFound) with a text that names the file or the address; does not connect yet.
    static Result<std::shared_ptr<ControlChannel>> open(const ControlAddress &address);
    ~ControlChannel();
    ControlChannel(const ControlChannel &) = delete;
    ControlChannel &operator=(const ControlChannel &) = delete;

    const ControlAddress &address() const;

    /// For the classes of this folder.
    struct Private;
    Private &d() const { return *m_d; }

private:
    explicit ControlChannel(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace graticule

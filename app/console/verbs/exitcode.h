// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// What the program returns to its caller. Documented in --help and stable: scripts depend on it.
enum class ExitCode {
    Ok = 0,
    Usage = 1,          ///< the command line cannot be understood
    NoKeeper = 2,       ///< the keeper could not be started or reached
    EndpointFailed = 3, ///< the endpoint could not be reached, or will not have us
    NotFound = 4,       ///< nothing has that name or id
    TimedOut = 5,       ///< not everything had settled in time; what was there has been printed
    Refused = 6,        ///< the keeper refused: not permitted, or the input is not valid
    Failed = 7,         ///< anything else, e.g. a file that cannot be written
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/commandline.h"

namespace graticule {

class ReplayProcess;

/// `graticule` without a verb, as the command line describes it.
VerbSpec windowSpec();

/// Opens the window and stays until it is closed. @p replay: it shows an incident file, read by that; null: a fleet.
int runWindow(int &argc, char **argv, const CommandLine &line, Terminal &terminal, ReplayProcess *replay);

} // namespace graticule

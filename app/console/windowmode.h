// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/commandline.h"

namespace graticule {

/// `graticule` without a verb, as the command line describes it.
VerbSpec windowSpec();

/// Opens the window and stays until it is closed.
int runWindow(int &argc, char **argv, const CommandLine &line, Terminal &terminal);

} // namespace graticule

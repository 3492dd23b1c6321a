// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/arguments.h"

namespace graticule {

/// What `--help` of one verb prints: usage, what it does, its options, examples, exit codes. Lines of 100 columns at
/// most.
QString verbHelp(const VerbSpec &verb, const QList<OptionSpec> &globals);

/// What `graticule --help` prints: all verbs with a line each, @p window's and the global options.
QString programHelp(const QList<VerbSpec> &verbs, const VerbSpec &window, const QList<OptionSpec> &globals);

/// What there is below @p words, with which several verbs begin and which are none themselves.
QString groupHelp(const QStringList &words, const QList<VerbSpec> &verbs);

} // namespace graticule

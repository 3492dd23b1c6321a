// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/verb.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

Verb::Verb(VerbContext context)
    : m_context(std::move(context))
{
}

void Verb::fail(const Error &error)
{
    terminal().say(u"graticule: "_s + error.text);
    finish(exitCodeOf(error));
}

void Verb::failUsage(const Error &error)
{
    terminal().say(u"graticule: %1 See `graticule %2 --help`."_s.arg(error.text, arguments().words.join(u' ')));
    finish(ExitCode::Usage);
}

void Verb::withKeeper(std::function<void(const ControlCalls &)> task)
{
    access().open(this, [this, task = std::move(task)](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (channel) {
            task(ControlCalls(*channel));
            return;
        }
        terminal().say(u"graticule: "_s + channel.error().text);
        finish(ExitCode::NoKeeper);
    });
}

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Disconnected:
    case ErrorKind::Certificate:
        return ExitCode::NoKeeper;
    case ErrorKind::NotFound:
        return ExitCode::NotFound;
    case ErrorKind::Refused:
    case ErrorKind::Invalid:
    case ErrorKind::Conflict:
    case ErrorKind::Unsupported:
        return ExitCode::Refused;
    case ErrorKind::Unknown:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace graticule

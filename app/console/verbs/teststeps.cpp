// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/teststeps.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

QString stepLine(const TestStep &step)
{
    if (step.text.isEmpty())
        return {};
    const QString line = (step.passed ? u"  ok      "_s : u"  failed  "_s) + step.text;
    return step.detail.isEmpty() ? line : line + u": "_s + step.detail;
}

QString failureText(const Error &error)
{
    switch (error.fault) {
    case Fault::Endpoint:
        return error.text + u" (The endpoint is at fault.)"_s;
    case Fault::Network:
        return error.text + u" (The network, or the address, is at fault.)"_s;
    case Fault::NotAllowed:
        if (error.kind == ErrorKind::Certificate) // it is we who say no
            return error.text + u" (It is not trusted here.)"_s;
        return error.text + u" (The endpoint does not let us in.)"_s;
    case Fault::Ours:
        return error.text + u" (Graticule is at fault.)"_s;
    case Fault::Input:
    case Fault::Unknown:
        break;
    }
    return error.text;
}

} // namespace graticule

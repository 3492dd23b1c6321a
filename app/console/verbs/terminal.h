// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace graticule {

/// Where a verb prints: results to standard output, everything else to standard error. Main thread. A reader that goes
/// away (`graticule sites | head -1`) is no failure: what is printed afterwards is dropped, and isClosed() says so. A
/// full disk is one: failure() names it.
class Terminal
{
public:
    /// Makes a closed pipe an error of write() instead of the process's end.
    Terminal();

    void print(const QByteArray &utf8);
    void print(const QString &text) { print(text.toUtf8()); }
    /// One line to standard error; what endpoints said in it is made harmless.
    void say(const QString &line) const;

    /// Printing gives up, as if nobody read any more, once there is something to read at @p descriptor: a reader that
    /// has stopped reading must not keep us. -1: never.
    void setStopper(int descriptor) { m_stopper = descriptor; }

    /// Why something could not be printed, e.g. "No space left on device"; empty when all was, or nobody wanted it.
    QString failure() const { return m_failure; }
    /// Nothing can be printed any more: nobody reads standard output, or it failed.
    bool isClosed() const { return m_closed; }
    /// Standard output is a person's terminal.
    bool isInteractive() const;
    /// Back to the top of an empty screen; nothing when standard output is no terminal.
    void clear();

private:
    bool mayWrite() const;

    bool m_closed = false;
    QString m_failure;
    int m_stopper = -1;
};

} // namespace graticule

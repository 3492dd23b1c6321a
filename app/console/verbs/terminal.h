// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace graticule {

/// Where a verb prints: results to standard output, everything else to standard error. Main thread. A reader that goes
/// away (`graticule sites | head -1`) is no failure: what is printed afterwards is dropped, and isClosed() says so.
class Terminal
{
public:
    /// Makes a closed pipe an error of write() instead of the process's end.
    Terminal();

    void print(const QByteArray &utf8);
    void print(const QString &text) { print(text.toUtf8()); }
    /// One line to standard error; what endpoints said in it is made harmless.
    void say(const QString &line) const;

    /// Nobody reads standard output any more.
    bool isClosed() const { return m_closed; }
    /// Standard output is a person's terminal.
    bool isInteractive() const;
    /// Back to the top of an empty screen; nothing when standard output is no terminal.
    void clear();

private:
    bool m_closed = false;
};

} // namespace graticule

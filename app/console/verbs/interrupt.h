// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace graticule {

/// Turns Ctrl+C and SIGTERM into a signal of an object, in the event loop, so that a verb can end in order. One at a
/// time; the second Ctrl+C ends the process as usual.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    /// Readable from the moment of the interruption, before the event loop gets to it; -1 when there is none.
    int descriptor() const { return m_pipe[0]; }

Q_SIGNALS:
    void interrupted();

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace graticule

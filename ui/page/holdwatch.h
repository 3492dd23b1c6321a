// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <QAbstractItemView>

namespace graticule {

/// Knows whether somebody is about to press something in a list, which then must not move: the pointer moved in it not
/// long ago, a button is down in it, or the keyboard is in it with something chosen. A pointer that only rests there
/// holds nothing. GUI thread.
class HoldWatch : public QObject
{
    Q_OBJECT

public:
    /// So long after its last movement a pointer rests.
    static constexpr Milliseconds kRests{4000};

    /// Becomes a child of @p view; @p clock outlives it.
    HoldWatch(QAbstractItemView &view, Clock &clock);

    bool isHeld() const { return m_isHeld; }

Q_SIGNALS:
    void heldChanged(bool held);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pointerMoved();
    void judge();

    QAbstractItemView &m_view;
    Clock &m_clock;
    Instant m_movedAt = kNever; ///< kNever: it rests, or is elsewhere
    bool m_isPressed = false;
    bool m_isWaiting = false;
    bool m_isHeld = false;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/instant.h"

namespace graticule {

/// Has a damaged sample store salvaged, but not over and over. Writer's thread; waits for disks.
class SampleMender
{
public:
    static constexpr Milliseconds kPause{3'600'000}; ///< from one salvage to the next

    explicit SampleMender(QString path);

    /// False: the last salvage was too short a time ago.
    bool isDue(Instant now) const { return now < m_last || now - m_last >= kPause; }
    /// Salvages the store, which must not be open. False: error() says why, and the store is as it was, where that
    /// could be had.
    bool mend(Instant now);

    /// The store was found sound meanwhile.
    void forget() { m_error = {}; }
    /// Why the last salvage failed; empty text: it did not.
    const Error &error() const { return m_error; }
    /// What the last salvage came to, as a sentence.
    const QString &note() const { return m_note; }
    /// Places that it could not save.
    qint64 damaged() const { return m_damaged; }

private:
    QString m_path;
    Instant m_last = kNever;
    Error m_error;
    QString m_note;
    qint64 m_damaged = 0;
};

} // namespace graticule

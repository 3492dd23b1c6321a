// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <QObject>

namespace graticule {

/// Says in time when the certificate that a keeper shows is about to run out, and every day from then on. Backend
/// thread; reads a small file.
class ExpiryWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::days kSoon{30};
    static constexpr Milliseconds kLookEvery = std::chrono::hours(24);

    /// @p certificateFile: PEM. @p clock outlives it.
    ExpiryWatch(QString certificateFile, Clock &clock, QObject *parent = nullptr);

    /// Looks now, and then every day.
    void start();

Q_SIGNALS:
    void said(const QString &line); ///< for the log

private:
    void look();

    const QString m_file;
    Clock &m_clock;
};

} // namespace graticule

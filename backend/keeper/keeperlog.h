// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <mutex>

namespace graticule {

/// The keeper's log on disk: Qt's messages with time and level, at most 2 MB (the last megabyte, and the one before it
/// in FILE.1). While it lives it receives all messages of the process; one at a time. Any thread may log.
class KeeperLog
{
public:
    static constexpr qint64 kMost = 1'000'000;

    /// A file that cannot be written leaves messages on standard error.
    explicit KeeperLog(const QString &path);
    ~KeeperLog();
    KeeperLog(const KeeperLog &) = delete;
    KeeperLog &operator=(const KeeperLog &) = delete;

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void write(QtMsgType type, const QString &text);

    std::mutex m_mutex;
    QFile m_file;
    QtMessageHandler m_before;
};

} // namespace graticule

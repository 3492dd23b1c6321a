// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/recordline.h"

#include <memory>

namespace graticule {

/// The file with the chain, for who appends to it. Several processes may: each locks it, reads on what others added,
/// and writes. Used in one thread at a time; waits for the disk.
class RecordFile
{
public:
    explicit RecordFile(QString path);
    ~RecordFile();
    Q_DISABLE_COPY_MOVE(RecordFile)

    const QString &path() const { return m_path; }

    /// Locks the file, making it when there is none, and reads how it ends. Refused, naming the file, when that cannot
    /// be: whoever wants to act may not then. What a killed writer left of an unfinished record is cut off.
    Result<Done> lock();
    void unlock();

    // While it is locked.
    quint64 lastNumber() const { return m_number; }
    const QByteArray &lastHash() const { return m_hash; }
    qint64 size() const { return m_size; }
    /// Bytes that lock() cut off since this was asked last.
    qint64 takeTorn() { return std::exchange(m_torn, 0); }
    /// On disk when this returns. Refused when it cannot be: the file is then as it was before.
    Result<Done> append(const QByteArray &json);

private:
    Result<Done> reopen();
    Result<Done> readEnd();
    Error failure(const QString &what) const;

    const QString m_path;
    int m_file = -1;
    qint64 m_size = -1; ///< that m_number and m_hash are of; -1: not read yet
    quint64 m_number = 0;
    QByteArray m_hash;
    qint64 m_torn = 0;
    ChainHasher m_hasher;
};

} // namespace graticule

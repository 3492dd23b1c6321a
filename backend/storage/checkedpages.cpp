// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/checkedpages.h"

#include <QByteArrayView>
#include <QtEndian>

#include <sqlite3.h>

#include <cstring>
#include <vector>

namespace graticule::storage {
namespace {

constexpr int kCheck = 8;       // bytes at the end of a page
constexpr int kReservedAt = 20; // in the file's header: how many bytes at the end of each page are not SQLite's
constexpr int kHeader = 100;    // bytes
constexpr int kSmallestPage = 512;

/// A file as SQLite sees it; that of the system lies behind it.
struct CheckedFile
{
    sqlite3_file base;
    bool isChecked;
};

CheckedFile *own(sqlite3_file *file)
{
    return reinterpret_cast<CheckedFile *>(file);
}

sqlite3_file *inner(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(own(file) + 1);
}

template<auto method, class... Arguments> auto pass(sqlite3_file *file, Arguments... arguments)
{
    sqlite3_file *to = inner(file);
    return (to->pMethods->*method)(to, arguments...);
}

bool isPage(int size, sqlite3_int64 offset)
{
    return size >= kSmallestPage && (size & (size - 1)) == 0 && offset % size == 0;
}

/// Of all bytes of a page but its last ones; any single byte that is another makes it another.
quint64 checkOf(const char *page, int size, sqlite3_int64 offset)
{
    quint32 a = quint32(offset / size);
    quint32 b = 0;
    for (const char *at = page; at < page + size - kCheck; at += 8) {
        a += qFromLittleEndian<quint32>(at) + b;
        b += qFromLittleEndian<quint32>(at + 4) + a;
    }
    return quint64(a) << 32 | b;
}

bool isSound(const char *page, int size, sqlite3_int64 offset)
{
    return qFromLittleEndian<quint64>(page + size - kCheck) == checkOf(page, size, offset);
}

bool saysChecked(const char *header)
{
    return header[kReservedAt] == kCheck;
}

/// The one byte that says whether there are checksums is the one that was changed.
bool wasChecked(const char *page, int size)
{
    std::vector<char> mended(page, page + size);
    mended[kReservedAt] = kCheck;
    return isSound(mended.data(), size, 0);
}

int read(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
    const int code = pass<&sqlite3_io_methods::xRead>(file, data, size, offset);
    if (code != SQLITE_OK)
        return code;
    const char *page = static_cast<const char *>(data);
    if (offset == 0 && size >= kHeader)
        own(file)->isChecked = saysChecked(page);
    if (!isPage(size, offset))
        return code;
    if (own(file)->isChecked)
        return isSound(page, size, offset) ? SQLITE_OK : SQLITE_IOERR_DATA;
    return offset == 0 && wasChecked(page, size) ? SQLITE_IOERR_DATA : SQLITE_OK;
}

int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    const char *page = static_cast<const char *>(data);
    if (offset == 0 && size >= kHeader)
        own(file)->isChecked = saysChecked(page);
    if (!own(file)->isChecked || !isPage(size, offset))
        return pass<&sqlite3_io_methods::xWrite>(file, data, size, offset);
    std::vector<char> checked(page, page + size);
    qToLittleEndian<quint64>(checkOf(page, size, offset), checked.data() + size - kCheck);
    return pass<&sqlite3_io_methods::xWrite>(file, static_cast<const void *>(checked.data()), size, offset);
}

/// Without xFetch, by which SQLite would read past us.
const sqlite3_io_methods kMethods{
    2,
    pass<&sqlite3_io_methods::xClose>,
    read,
    write,
    pass<&sqlite3_io_methods::xTruncate>,
    pass<&sqlite3_io_methods::xSync>,
    pass<&sqlite3_io_methods::xFileSize>,
    pass<&sqlite3_io_methods::xLock>,
    pass<&sqlite3_io_methods::xUnlock>,
    pass<&sqlite3_io_methods::xCheckReservedLock>,
    pass<&sqlite3_io_methods::xFileControl>,
    pass<&sqlite3_io_methods::xSectorSize>,
    pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    pass<&sqlite3_io_methods::xShmMap>,
    pass<&sqlite3_io_methods::xShmLock>,
    pass<&sqlite3_io_methods::xShmBarrier>,
    pass<&sqlite3_io_methods::xShmUnmap>,
    nullptr,
    nullptr,
};

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return system->xOpen(system, name, file, flags, outFlags);
    std::memset(file, 0, sizeof(CheckedFile) + size_t(system->szOsFile));
    const int code = system->xOpen(system, name, inner(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &kMethods;
    else if (inner(file)->pMethods)
        inner(file)->pMethods->xClose(inner(file));
    return code;
}

} // namespace

const char *checkedPages()
{
    static constexpr char name[] = "graticule";
    static sqlite3_vfs vfs;
    static const bool isThere = [] {
        sqlite3_initialize();
        const sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
        if (!system)
            return false;
        vfs = *system;
        vfs.zName = name;
        vfs.pNext = nullptr;
        vfs.szOsFile = int(sizeof(CheckedFile)) + system->szOsFile;
        vfs.xOpen = open;
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    return isThere ? name : nullptr;
}

void makeCheckedPages(sqlite3 *database)
{
    int bytes = kCheck;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

} // namespace graticule::storage

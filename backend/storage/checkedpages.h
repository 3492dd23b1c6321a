// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace graticule::storage {

// Every page of a database file ends with a checksum of itself and its place, so that a byte that is another than was
// written is found, wherever it is: SQLite itself believes what it reads. A page that is not what was written is not
// read: SQLITE_IOERR_DATA. Files that were made without checksums are read and written as they are. What is still in
// the write-ahead log has SQLite's own.

/// The way to files, for sqlite3_open_v2(). Null when SQLite has no room for it. Any thread.
const char *checkedPages();
/// A file that @p database makes has checksums. Call it before the first statement.
void makeCheckedPages(sqlite3 *database);

} // namespace graticule::storage

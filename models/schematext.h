// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// What keepers say of the fields of a connection, in the language of the window: keepers speak English. Texts of a
/// connector that this program does not know stay as they are. Any thread.
class SchemaText
{
public:
    /// A title, one sentence of help, an address to write.
    static QString text(const QString &english);
    /// What is wrong with a field: a sentence's end that may hold names and figures.
    static QString trouble(const QString &english);
};

} // namespace graticule

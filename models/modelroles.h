// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace graticule {

/// Roles that all models of the house share, beside Qt's own. AccessibleTextRole is one sentence for the whole row.
enum ModelRole {
    IdRole = Qt::UserRole + 0x100, ///< EntityId of what the row is about, as QByteArray
    SymbolRole,                    ///< Symbol, as int; absent: none
    EmphasisRole,                  ///< Emphasis of the text, as int; absent: normal
    SortRole,                      ///< comparable value behind the text
    NumericRole,                   ///< bool: right-aligned figures
    CountsRole,                    ///< QVariantList of pairs [Symbol, QString]: several counts in one cell
    ShareRole,                     ///< double 0..1 for a meter; absent: not known
    LastModelRole,                 ///< models begin their own roles here

    StaleRole = Qt::UserRole + 0x181, ///< bool: the meter's value is the last known, too old
};

} // namespace graticule

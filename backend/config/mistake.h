// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace graticule {

/// One thing that is wrong in a file that a person wrote, and what to do. Never holds a secret's text.
struct Mistake
{
    int line = 0;  ///< from 1; 0: the file as a whole
    QString field; ///< "tls.key"; empty: the file as a whole
    QString text;

    /// "line 3, tls.key: ..."
    QString toString() const;
    /// "FILE:3: tls.key: ...", as compilers do.
    QString toString(const QString &file) const;

    friend bool operator==(const Mistake &, const Mistake &) = default;
};

using Mistakes = QList<Mistake>;

} // namespace graticule

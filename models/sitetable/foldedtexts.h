// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace graticule {

/// The name and a further text of each row, case folded, one after the other in one piece of memory: what a search in
/// all rows reads costs little when it lies together.
class FoldedTexts
{
public:
    size_t size() const { return m_rows.size(); }
    void clear();
    /// Room for so many rows.
    void reserve(size_t rows);
    void append(QStringView name, QStringView further);
    /// True if the name is another one than before.
    bool replace(size_t row, QStringView name, QStringView further);
    void remove(size_t first, size_t last);

    std::string_view name(size_t row) const { return {m_bytes.data() + m_rows[row].at, m_rows[row].name}; }
    /// Both, with a line break between them.
    std::string_view all(size_t row) const { return {m_bytes.data() + m_rows[row].at, m_rows[row].all}; }
    /// Bytes that are kept, for texts that are there and for some that were.
    size_t kept() const { return m_bytes.size(); }

private:
    struct Row
    {
        size_t at = 0;
        quint32 name = 0; ///< lengths
        quint32 all = 0;
    };

    Row write(QStringView name, QStringView further);
    void compact();

    std::string m_bytes;
    std::vector<Row> m_rows;
    size_t m_unused = 0; ///< bytes that no row refers to any more
};

} // namespace graticule

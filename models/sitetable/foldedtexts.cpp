// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/foldedtexts.h"

#include "models/sitetable/naturalkey.h"

namespace graticule {
namespace {

constexpr size_t kUsualLength = 16;      ///< of a name
constexpr size_t kLeastUnused = 1 << 16; ///< less is not worth moving everything

} // namespace

void FoldedTexts::clear()
{
    m_bytes.clear();
    m_rows.clear();
    m_unused = 0;
}

void FoldedTexts::reserve(size_t rows)
{
    m_rows.reserve(rows);
    m_bytes.reserve(rows * kUsualLength);
}

FoldedTexts::Row FoldedTexts::write(QStringView name, QStringView further)
{
    Row row;
    row.at = m_bytes.size();
    appendFolded(name, m_bytes);
    row.name = quint32(m_bytes.size() - row.at);
    if (!further.isEmpty()) {
        m_bytes += '\n';
        appendFolded(further, m_bytes);
    }
    row.all = quint32(m_bytes.size() - row.at);
    return row;
}

void FoldedTexts::append(QStringView name, QStringView further)
{
    m_rows.push_back(write(name, further));
}

bool FoldedTexts::replace(size_t row, QStringView name, QStringView further)
{
    const Row before = m_rows[row];
    const Row now = write(name, further);
    const std::string_view bytes(m_bytes);
    const bool isRenamed = bytes.substr(before.at, before.name) != bytes.substr(now.at, now.name);
    if (!isRenamed && bytes.substr(before.at, before.all) == bytes.substr(now.at, now.all)) {
        m_bytes.resize(now.at); // most updates are about numbers
        return false;
    }
    m_rows[row] = now;
    m_unused += before.all;
    compact();
    return isRenamed;
}

void FoldedTexts::remove(size_t first, size_t last)
{
    for (size_t row = first; row <= last; ++row)
        m_unused += m_rows[row].all;
    m_rows.erase(m_rows.begin() + std::ptrdiff_t(first), m_rows.begin() + std::ptrdiff_t(last) + 1);
    compact();
}

/// Costs nothing on the average: what is moved was written since the last time.
void FoldedTexts::compact()
{
    if (m_unused < kLeastUnused || m_unused < m_bytes.size() / 2)
        return;
    std::string bytes;
    bytes.reserve(m_bytes.size() - m_unused);
    for (Row &row : m_rows) {
        const size_t at = bytes.size();
        bytes.append(m_bytes, row.at, row.all);
        row.at = at;
    }
    m_bytes = std::move(bytes);
    m_unused = 0;
}

} // namespace graticule

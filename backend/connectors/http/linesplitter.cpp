// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/linesplitter.h"

namespace graticule {

QList<QByteArray> LineSplitter::add(const QByteArray &bytes)
{
    QList<QByteArray> lines;
    if (m_overflowed)
        return lines;
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        m_rest.append(bytes.constData() + from, end - from);
        from = end + 1;
        if (m_rest.size() > m_longest)
            break;
        if (m_rest.endsWith('\r'))
            m_rest.chop(1);
        if (!m_rest.isEmpty())
            lines.append(std::exchange(m_rest, {}));
    }
    if (m_rest.size() <= m_longest)
        m_rest.append(bytes.constData() + from, bytes.size() - from);
    if (m_rest.size() > m_longest) {
        m_overflowed = true;
        m_rest.clear();
    }
    return lines;
}

} // namespace graticule

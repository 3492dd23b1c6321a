// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeframes.h"

#include <QtEndian>

namespace graticule {

QList<QByteArray> KubeFrames::add(const QByteArray &bytes)
{
    QList<QByteArray> frames;
    if (m_overflowed)
        return frames;
    m_rest += bytes;
    qsizetype from = 0;
    while (m_rest.size() - from >= qsizetype(sizeof(quint32))) {
        const qsizetype length = qFromBigEndian<quint32>(m_rest.constData() + from);
        if (length > m_longest) {
            m_overflowed = true;
            m_rest.clear();
            return frames;
        }
        if (m_rest.size() - from - qsizetype(sizeof(quint32)) < length)
            break;
        from += qsizetype(sizeof(quint32));
        frames.append(m_rest.mid(from, length));
        from += length;
    }
    m_rest.remove(0, from);
    return frames;
}

} // namespace graticule

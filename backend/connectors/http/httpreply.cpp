// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httpreply.h"

#include "backend/connectors/http/httptransfer.h"

namespace graticule {

HttpReply::HttpReply() = default;
HttpReply::~HttpReply() = default;

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : m_headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace graticule

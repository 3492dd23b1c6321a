// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;

QByteArray WindowRequest::toLine() const
{
    const QJsonObject object{{u"show"_s, page},
                             {u"open"_s, QJsonArray::fromStringList(files)},
                             {u"at"_s, double(toMs(at))},
                             {u"knownAt"_s, double(toMs(knownAt))},
                             {u"token"_s, token}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<WindowRequest> WindowRequest::fromLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return {};
    WindowRequest request;
    request.page = document[u"show"_s].toString();
    request.token = document[u"token"_s].toString();
    request.at = instantFromMs(qint64(document[u"at"_s].toDouble()));
    request.knownAt = instantFromMs(qint64(document[u"knownAt"_s].toDouble()));
    const QJsonArray files = document[u"open"_s].toArray();
    for (const QJsonValue &file : files)
        request.files.append(file.toString());
    return request;
}

} // namespace graticule

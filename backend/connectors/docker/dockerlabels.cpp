// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlabels.h"

#include "backend/connectors/platformlabels.h"

#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
namespace {

constexpr qsizetype kMostRead = 20000; // of a hostile list; more are not even looked at

} // namespace

Labels dockerLabels(const QJsonValue &value)
{
    PlatformLabels labels;
    qsizetype read = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd() && read < kMostRead; ++it, ++read) {
            if (it.value().isString())
                labels.add(it.key(), it.value().toString());
        }
    } else {
        const QJsonArray list = value.toArray();
        for (auto it = list.constBegin(); it != list.constEnd() && read < kMostRead; ++it, ++read) {
            const QString text = (*it).toString();
            const qsizetype equals = text.indexOf(QLatin1Char('='));
            labels.add(text.left(equals < 0 ? text.size() : equals), equals < 0 ? QString() : text.mid(equals + 1));
        }
    }
    return labels.take();
}

} // namespace graticule

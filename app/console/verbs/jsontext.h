// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace graticule {

/// Appends @p value as compact JSON (RFC 8259). Unlike QJsonDocument it takes any value and can be called in the middle
/// of an object whose keys have an order.
void appendJson(QByteArray &out, const QJsonValue &value);
void appendJson(QByteArray &out, QStringView text);

} // namespace graticule

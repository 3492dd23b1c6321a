// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sayingtext.h"

#include "backend/domain/saying.h"
#include "models/format.h"

#include <QCoreApplication>

namespace graticule {

QString SayingText::of(const Reason &reason)
{
    return said(reason.code, reason.arguments, reason.text);
}

QString SayingText::of(const Error &error)
{
    return said(error.code, error.arguments, error.text);
}

QString SayingText::said(const QString &code, const QStringList &arguments, const QString &otherwise)
{
    const Saying *saying = code.isEmpty() ? nullptr : sayingOf(code, arguments.size());
    if (!saying)
        return otherwise;
    QStringList values;
    for (qsizetype i = 0; i < arguments.size(); ++i)
        values.append(shown(saying->kinds[i], arguments[i]));
    return filled(QCoreApplication::translate("graticule::Saying", saying->text), values);
}

QString SayingText::shown(char kind, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    switch (kind) {
    case kNested:
        return of(fromNested(value));
    case kCount:
        return isNumber ? format::number(number) : value;
    case kLength:
    case kExactLength:
        if (!isNumber)
            return value;
        return number < 1000 ? format::milliseconds(double(number)) : format::exactDuration(Milliseconds(number));
    case kDay:
        return isNumber ? format::date(instantFromMs(number)) : value;
    case kClock:
        return isNumber ? format::timeUtc(instantFromMs(number)) : value;
    default:
        return value;
    }
}

} // namespace graticule

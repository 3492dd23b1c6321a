// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr QChar kSeparator(0x1F); // the unit separator: in no text that people read

QString shown(char kind, const QString &value)
{
    switch (kind) {
    case kLength:
        return lengthInEnglish(Milliseconds(value.toLongLong()));
    case kExactLength:
        return inWords(Milliseconds(value.toLongLong()));
    case kDay:
        return toIso(instantFromMs(value.toLongLong())).left(10);
    case kClock:
        return toIso(instantFromMs(value.toLongLong())).mid(11, 8) + QStringLiteral(" UTC");
    case kNested:
        return fromNested(value).text;
    default:
        return value;
    }
}

QString textOf(const char *code, const QStringList &arguments)
{
    const Saying *saying = sayingOf(QLatin1String(code), arguments.size());
    Q_ASSERT_X(saying, "saying", code); // sayinglist.cpp does not have it with so many arguments
    return saying ? inEnglish(*saying, arguments) : arguments.join(QStringLiteral(", "));
}

} // namespace

QString filled(const QString &text, const QStringList &values)
{
    QString result;
    result.reserve(text.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (number < 1) {
            result += text[i];
            continue;
        }
        result += values.value(number - 1);
        ++i;
    }
    return result;
}

QString inEnglish(const Saying &saying, const QStringList &arguments)
{
    QStringList values;
    for (qsizetype i = 0; i < arguments.size(); ++i)
        values.append(shown(saying.kinds[i], arguments[i]));
    return filled(QString::fromUtf8(saying.text), values);
}

QString phrase(const char *code, const QStringList &arguments)
{
    return textOf(code, arguments);
}

Reason saidReason(const char *code, const QStringList &arguments)
{
    return {QString::fromLatin1(code), textOf(code, arguments), arguments};
}

Error saidError(ErrorKind kind, Fault fault, const char *code, const QStringList &arguments,
                std::optional<Milliseconds> retryAfter)
{
    return {kind, fault, textOf(code, arguments), retryAfter, QString::fromLatin1(code), arguments};
}

QString argument(Instant at)
{
    return QString::number(toMs(at));
}

QString argument(Milliseconds length)
{
    return QString::number(length.count());
}

QString nested(const Error &error)
{
    QStringList parts{error.text, error.code};
    parts += error.arguments;
    for (QString &part : parts)
        part.replace(kSeparator, QLatin1Char(' '));
    return parts.join(kSeparator);
}

Error fromNested(const QString &argument)
{
    QStringList parts = argument.split(kSeparator);
    Error error;
    error.text = parts.takeFirst();
    if (!parts.isEmpty())
        error.code = parts.takeFirst();
    error.arguments = parts;
    return error;
}

QString lengthInEnglish(Milliseconds length)
{
    const qint64 ms = length.count();
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 120'000)
        return QStringLiteral("%1 s").arg(qRound64(double(ms) / 1000));
    return QStringLiteral("%1 min").arg(qRound64(double(ms) / 60'000));
}

QString inWords(Milliseconds duration)
{
    struct Unit
    {
        qint64 ms;
        const char *name;
    };
    static constexpr Unit units[] = {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "min"}, {1000, "s"}};
    qint64 left = std::max<qint64>(0, duration.count());
    QStringList words;
    for (const Unit &unit : units) {
        const qint64 count = left / unit.ms;
        left %= unit.ms;
        if (count > 0)
            words.append(QStringLiteral("%1 %2").arg(count).arg(QLatin1String(unit.name)));
        else if (!words.isEmpty())
            break; // "2 d", not "2 d 5 s"
        if (words.size() == 2)
            break;
    }
    return words.isEmpty() ? QStringLiteral("0 s") : words.join(QLatin1Char(' '));
}

} // namespace graticule

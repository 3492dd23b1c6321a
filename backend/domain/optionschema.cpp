// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/optionschema.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace graticule {
namespace {

constexpr qsizetype kLongest = 4096; ///< as long as a path may be

/// Control characters would break lines of files, logs and screens.
bool hasControls(const QString &value, OptionKind kind)
{
    return std::any_of(value.cbegin(), value.cend(), [kind](QChar c) {
        const bool mayBreakLines = kind == OptionKind::Pairs && c == QLatin1Char('\n');
        return !mayBreakLines && c.category() == QChar::Other_Control;
    });
}

QString numberTrouble(const OptionSchema &option, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return QStringLiteral("must be a number");
    if (number < option.least || (option.most > 0 && number > option.most))
        return option.most > 0 ? QStringLiteral("must be from %1 to %2").arg(option.least).arg(option.most)
                               : QStringLiteral("must be at least %1").arg(option.least);
    return {};
}

QString pairsTrouble(const QString &value)
{
    const QStringList lines = value.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.indexOf(QLatin1Char('=')) < 1)
            return QStringLiteral("needs a key and a value in each line, as in graticule.dev/region=Europe");
    }
    return {};
}

} // namespace

QString optionTrouble(const OptionSchema &option, const QString &value)
{
    if (value.trimmed().isEmpty())
        return option.required ? QStringLiteral("is missing: %1").arg(option.help) : QString();
    if (value.size() > kLongest)
        return QStringLiteral("is longer than %1 characters").arg(kLongest);
    if (hasControls(value, option.kind))
        return QStringLiteral("must not hold line breaks or other control characters");
    switch (option.kind) {
    case OptionKind::Number:
        return numberTrouble(option, value);
    case OptionKind::Flag:
        return value == QLatin1String("yes") || value == QLatin1String("no") ? QString()
                                                                             : QStringLiteral("must be yes or no");
    case OptionKind::Choice:
        return option.choices.contains(value)
                   ? QString()
                   : QStringLiteral("must be one of %1").arg(option.choices.join(QStringLiteral(", ")));
    case OptionKind::File:
        if (!value.startsWith(QLatin1Char('/')))
            return QStringLiteral("must be an absolute path on the keeper's computer, as in %1")
                .arg(option.example.isEmpty() ? QStringLiteral("/etc/graticule/file") : option.example);
        break;
    case OptionKind::Secret: {
        static const QRegularExpression form(QStringLiteral("^(file:/|env:|credential:|keychain:)."));
        if (!form.match(value).hasMatch())
            return QStringLiteral("must say where the secret is, not what it is: file:/path (readable by you only), "
                                  "env:NAME or credential:NAME");
        break;
    }
    case OptionKind::Pairs:
        return pairsTrouble(value);
    case OptionKind::Text:
    case OptionKind::Unknown:
        break;
    }
    if (!option.pattern.isEmpty()) {
        const QRegularExpression form(QRegularExpression::anchoredPattern(option.pattern));
        if (form.isValid() && !form.match(value).hasMatch())
            return option.example.isEmpty() ? QStringLiteral("has not the form that is needed")
                                            : QStringLiteral("must have the form of %1").arg(option.example);
    }
    return {};
}

} // namespace graticule

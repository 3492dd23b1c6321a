// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sayingtext.h"

#include "backend/domain/saying.h"
#include "models/format.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace graticule {
namespace {

/// A phrase made ready to be looked for.
struct Phrase
{
    const Saying *saying;
    QString form;
    qsizetype first; ///< place of its first argument; its length: it has none
};

const std::vector<Phrase> &phrases()
{
    static const std::vector<Phrase> all = [] {
        std::vector<Phrase> found;
        for (const Saying &saying : allSayings()) {
            const QString form = QString::fromLatin1(saying.text);
            const qsizetype first = form.indexOf(QLatin1Char('%'));
            if (QLatin1String(saying.code).startsWith(QLatin1String("phrase.")))
                found.push_back({&saying, form, first < 0 ? form.size() : first});
        }
        return found;
    }();
    return all;
}

/// What stands in @p text for each place of the phrase; nullopt: it is another.
std::optional<QStringList> argumentsIn(const QString &text, const Phrase &phrase)
{
    const QString &form = phrase.form;
    if (!text.startsWith(QStringView(form).left(phrase.first)))
        return {};
    QStringList arguments;
    qsizetype at = phrase.first;   // in text
    qsizetype from = phrase.first; // in form
    for (const char *kind = phrase.saying->kinds; *kind; ++kind) {
        from += 2; // "%1"
        const qsizetype next = form.indexOf(QLatin1Char('%'), from);
        const QStringView after = QStringView(form).mid(from, next < 0 ? -1 : next - from);
        if (next < 0 && !text.endsWith(after))
            return {};
        const qsizetype end = next < 0 ? text.size() - after.size() : text.indexOf(after, at);
        if (end <= at)
            return {};
        arguments << text.mid(at, end - at);
        bool isRight = true;
        if (*kind == kCount)
            arguments.last().toLongLong(&isRight);
        if (!isRight)
            return {};
        at = end + after.size();
        from += after.size();
    }
    return at == text.size() ? std::optional(arguments) : std::nullopt;
}

} // namespace

QString SayingText::of(const Reason &reason)
{
    return said(reason.code, reason.arguments, reason.text);
}

QString SayingText::of(const Error &error)
{
    return error.code.isEmpty() ? ofPhrase(error.text) : said(error.code, error.arguments, error.text);
}

QString SayingText::ofPhrase(const QString &text)
{
    if (text.isEmpty())
        return text;
    for (const Phrase &phrase : phrases()) {
        if (const auto arguments = argumentsIn(text, phrase))
            return said(QLatin1String(phrase.saying->code), *arguments, text);
    }
    return text;
}

QString SayingText::ofPhrases(const QString &text)
{
    QStringList parts = text.split(QStringLiteral(", "));
    for (QString &part : parts)
        part = ofPhrase(part);
    return parts.join(QStringLiteral(", "));
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
    case kPhrase:
        return ofPhrase(value);
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
    default: {
        // "n1: disk failure": what is said of something by its name
        const qsizetype colon = value.indexOf(QLatin1String(": "));
        return colon < 0 ? value : value.left(colon + 2) + ofPhrase(value.mid(colon + 2));
    }
    }
}

} // namespace graticule

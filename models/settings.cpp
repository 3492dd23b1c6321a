// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"

#include <QRegularExpression>

namespace graticule {

namespace {

/// A choice and its words, in the order of the enumeration.
struct Words
{
    const char *key;
    const char *words;

    QStringList list() const { return QString::fromLatin1(words).split(u' '); }
};

constexpr Words kAppearance{"appearance", "dark light system"};
constexpr Words kContrast{"contrast", "usual high"};
constexpr Words kDensity{"density", "dense comfortable"};
constexpr Words kMotion{"motion", "system full reduced"};
constexpr Words kBytes{"bytes", "si iec"};
constexpr Words kTimes{"times", "utc utc-and-local"};
constexpr Words kStart{"start", "restore overview"};
const char *const kScale = "scale";
const char *const kLanguage = "language";

/// Takes the choices out of a map of words, and remembers what it did not understand.
class Reader
{
public:
    Reader(const QVariantMap &words, QVariantMap &notUnderstood)
        : m_words(words)
        , m_notUnderstood(notUnderstood)
    {
    }

    template<class Choice> void read(const Words &words, Choice &choice)
    {
        const QVariant given = m_words.value(QLatin1String(words.key));
        const qsizetype at = words.list().indexOf(given.toString());
        if (at >= 0)
            choice = Choice(at);
        else
            keep(words.key, given);
    }

    void readScale(int &scale)
    {
        const QVariant given = m_words.value(QLatin1String(kScale));
        if (Settings::scales().contains(given.toInt()))
            scale = given.toInt();
        else
            keep(kScale, given);
    }

    void readLanguage(QString &language)
    {
        static const QRegularExpression form(QStringLiteral("^[a-z]{2,3}(_[A-Z]{2})?$"));
        const QVariant given = m_words.value(QLatin1String(kLanguage));
        if (form.match(given.toString()).hasMatch())
            language = given.toString();
        else if (!given.toString().isEmpty())
            keep(kLanguage, given);
    }

private:
    void keep(const char *key, const QVariant &given)
    {
        if (given.isValid())
            m_notUnderstood.insert(QLatin1String(key), given);
    }

    const QVariantMap &m_words;
    QVariantMap &m_notUnderstood;
};

} // namespace

Settings Settings::fromMap(const QVariantMap &words)
{
    Settings out;
    Reader reader(words, out.notUnderstood);
    reader.read(kAppearance, out.appearance);
    reader.read(kContrast, out.highContrast);
    reader.read(kDensity, out.density);
    reader.read(kMotion, out.motion);
    reader.read(kBytes, out.units.iecBytes);
    reader.read(kTimes, out.units.localTime);
    reader.read(kStart, out.start);
    reader.readScale(out.scale);
    reader.readLanguage(out.language);
    return out;
}

QVariantMap Settings::toMap() const
{
    const Settings usual;
    QVariantMap out;
    const auto put = [&](const char *key, const QString &word, bool isUsual) {
        const QVariant kept = notUnderstood.value(QLatin1String(key));
        out.insert(QLatin1String(key), isUsual && kept.isValid() ? kept : QVariant(word));
    };
    const auto choose = [&](const Words &words, auto choice, auto usually) {
        put(words.key, words.list().value(qsizetype(choice)), choice == usually);
    };
    choose(kAppearance, appearance, usual.appearance);
    choose(kContrast, highContrast, usual.highContrast);
    choose(kDensity, density, usual.density);
    choose(kMotion, motion, usual.motion);
    choose(kBytes, units.iecBytes, usual.units.iecBytes);
    choose(kTimes, units.localTime, usual.units.localTime);
    choose(kStart, start, usual.start);
    put(kScale, QString::number(scale), scale == usual.scale);
    put(kLanguage, language, language == usual.language);
    return out;
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr QLatin1String kSource("en"); // the language of the sources

// Names of keys, which QKeySequence asks a translator for: Qt's own translations are a package that few have.
[[maybe_unused]] constexpr const char *kKeys[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),  QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),   QT_TRANSLATE_NOOP("QShortcut", "Ins"),
    QT_TRANSLATE_NOOP("QShortcut", "Home"),  QT_TRANSLATE_NOOP("QShortcut", "End"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),  QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"), QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),  QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),    QT_TRANSLATE_NOOP("QShortcut", "Down"),
};

QString folder()
{
    return u":/i18n"_s;
}

} // namespace

QList<std::pair<QString, QString>> Translations::available()
{
    QList<std::pair<QString, QString>> found;
    const QStringList files = QDir(folder()).entryList({u"graticule_*.qm"_s}, QDir::Files);
    for (const QString &file : files) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        if (code == kSource)
            continue; // only the plurals of what everyone has
        QString name = QLocale(code).nativeLanguageName();
        if (name.isEmpty())
            continue; // no language: the pseudo ones of the tests
        name[0] = name.at(0).toUpper();
        found.append({code, name});
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return found;
}

void Translations::use(const QString &language)
{
    if (language.endsWith(u".qm"_s)) {
        if (m_words.load(language))
            QCoreApplication::installTranslator(&m_words);
        return;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (m_words.load(locale, u"graticule"_s, u"_"_s, folder()) ||
        m_words.load(QLocale(kSource), u"graticule"_s, u"_"_s, folder()))
        QCoreApplication::installTranslator(&m_words);
    // Numbers, names of months and what is typed into boxes of numbers read as the words do.
    QLocale::setDefault(QLocale(m_words.language()));
    // The language that was found, not the one that was looked for: two in one window would be worse than one.
    if (m_ofQt.load(QLocale(m_words.language()), u"qtbase"_s, u"_"_s,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_ofQt);
}

} // namespace graticule

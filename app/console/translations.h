// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTranslator>

#include <utility>

namespace graticule {

/// The languages that are built in besides English, in which the program is written: graticule_CODE.qm under :/i18n.
class Translations
{
public:
    /// Code ("de", "pt_BR") and own name ("Deutsch"), by name.
    static QList<std::pair<QString, QString>> available();

    /// Speaks @p language from now on; empty: the first of the system's that there is; "FILE.qm": what is in that file.
    /// Before the first window. Lives as long as the words are used.
    void use(const QString &language);

private:
    QTranslator m_words;
    QTranslator m_ofQt; ///< buttons of stock dialogs
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace graticule {

/// One text of the help.
struct HelpTopic
{
    QString id;    ///< "states": the name of its file
    QString title; ///< its first heading
    QString text;  ///< Markdown
};

/// The help texts that are built into the program, in the language that it speaks, else in English. In the order of
/// their index, which is the first. A value.
class HelpTopics
{
    Q_DECLARE_TR_FUNCTIONS(graticule::HelpTopics)

public:
    HelpTopics();

    const QList<HelpTopic> &all() const { return m_topics; }
    /// Null: there is none.
    const HelpTopic *find(const QString &id) const;
    /// Those that have each of the words somewhere, those with all of them in the title first; no words: all.
    QList<HelpTopic> search(const QString &words) const;
    /// Adds one behind the others, or takes the place of the one with its id.
    void put(const HelpTopic &topic);

    /// Where pictures and texts lie: ":/graticule/help/".
    static QString folder();

private:
    static QString read(const QString &id);

    QList<HelpTopic> m_topics;
};

} // namespace graticule

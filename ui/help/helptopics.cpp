// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helptopics.h"

#include <QFile>
#include <QRegularExpression>

// Outside the namespace, as Q_INIT_RESOURCE demands.
static void loadHelp()
{
    Q_INIT_RESOURCE(graticule_help);
}

namespace graticule {

namespace {

QString titleOf(const QString &text)
{
    return text.section(u'\n', 0, 0).mid(2).trimmed();
}

bool hasAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

HelpTopics::HelpTopics()
{
    loadHelp();
    const QString index = read(QStringLiteral("index"));
    m_topics << HelpTopic{QStringLiteral("index"), titleOf(index), index};
    static const QRegularExpression link(QStringLiteral("\\]\\((\\w+)\\.md\\)"));
    for (auto it = link.globalMatch(index); it.hasNext();) {
        const QString id = it.next().captured(1);
        const QString text = read(id);
        if (!text.isEmpty() && !find(id))
            m_topics << HelpTopic{id, titleOf(text), text};
    }
}

QString HelpTopics::folder()
{
    return QStringLiteral(":/graticule/help/");
}

QString HelpTopics::read(const QString &id)
{
    //: Name of the folder in resources/help that has the help in this language; "en" where there is none
    const QString language = tr("en");
    for (const QString &path : {folder() + language + u'/' + id, folder() + id}) {
        QFile file(path + QStringLiteral(".md"));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

const HelpTopic *HelpTopics::find(const QString &id) const
{
    const auto found = std::find_if(m_topics.begin(), m_topics.end(), [&](const HelpTopic &t) { return t.id == id; });
    return found == m_topics.end() ? nullptr : &*found;
}

QList<HelpTopic> HelpTopics::search(const QString &words) const
{
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    QList<HelpTopic> found;
    for (const bool byTitle : {true, false}) {
        for (const HelpTopic &topic : m_topics) {
            if (hasAll(topic.title, all) == byTitle && hasAll(topic.text, all))
                found << topic;
        }
    }
    return found;
}

void HelpTopics::put(const HelpTopic &topic)
{
    const auto found =
        std::find_if(m_topics.begin(), m_topics.end(), [&](const HelpTopic &t) { return t.id == topic.id; });
    if (found == m_topics.end())
        m_topics << topic;
    else
        *found = topic;
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace graticule {

/// What a page says of the kind of thing in its table: whole sentences, since languages bend words. A value.
struct TableWords
{
    QString page;        ///< id: "services"; begins the names of objects and actions
    QString icon;        ///< lucide name
    QString title;       ///< "Services"
    QString filterHint;  ///< in the field for words
    QString filterName;  ///< of that field, for assistive tools
    QString noneMatches; ///< "No service matches"
    QString noneKnown;
    QString noneCurrent;
    QString openCurrent;
    QString tickCurrent;
    QString chosen; ///< name of the bar of chosen ones

    std::function<QString(int count)> hidden; ///< "12 services are hidden by the filters."
    std::function<QString(int count)> copied;
    std::function<QString(int count)> exportTitle;
    std::function<QString(int count, const QString &path)> written;

    QStringList groups;                    ///< words of the columns that are offered to group by
    QList<std::pair<int, QString>> orders; ///< columns that are offered to sort by, and how that reads
};

} // namespace graticule

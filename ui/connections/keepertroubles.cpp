// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/keepertroubles.h"

#include <QRegularExpression>

namespace graticule {

ConnectionForm::Troubles troublesFrom(const QString &text)
{
    static const QRegularExpression start(QStringLiteral(
        "(?:^|; )(name|type|address|labels|place\\.[a-z]+|token|tls\\.[a-z-]+|budget(?:\\.[a-z-]+)?|options\\.[^:; "
        "]+): "));
    ConnectionForm::Troubles troubles;
    QString field;
    qsizetype from = 0;
    const auto put = [&](qsizetype end) {
        const QString trouble = text.mid(from, end - from).trimmed();
        if (!trouble.isEmpty() && !troubles.contains(field))
            troubles.insert(field, trouble);
    };
    for (auto it = start.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        put(match.capturedStart());
        field = match.captured(1) == QLatin1String("budget") ? QStringLiteral("budget.requests-per-second")
                                                             : match.captured(1);
        from = match.capturedEnd();
    }
    put(text.size());
    return troubles;
}

} // namespace graticule

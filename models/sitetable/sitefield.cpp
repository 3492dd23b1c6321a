// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sitefield.h"

#include <QLocale>

namespace graticule {

QString SiteFields::title(SiteField field)
{
    switch (field) {
    case SiteField::State:
        return tr("State");
    case SiteField::Name:
        return tr("Site");
    case SiteField::City:
        return tr("Place");
    case SiteField::Country:
        return tr("Country");
    case SiteField::Region:
        return tr("Region");
    case SiteField::Provider:
        return tr("Provider");
    case SiteField::Kind:
        return tr("Kind");
    case SiteField::Through:
        return tr("Seen through");
    case SiteField::Cpu:
        return tr("CPU used");
    case SiteField::Memory:
        return tr("Memory used");
    case SiteField::Storage:
        return tr("Storage used");
    case SiteField::Reason:
        return tr("Why");
    case SiteField::Seen:
        return tr("Seen");
    }
    return {};
}

QString SiteFields::word(SiteField field)
{
    static const QStringList words{QStringLiteral("state"),   QStringLiteral("site"),       QStringLiteral("place"),
                                   QStringLiteral("country"), QStringLiteral("region"),     QStringLiteral("provider"),
                                   QStringLiteral("kind"),    QStringLiteral("connection"), QStringLiteral("cpu"),
                                   QStringLiteral("memory"),  QStringLiteral("storage"),    QStringLiteral("why"),
                                   QStringLiteral("seen")};
    return words[qsizetype(field)];
}

int SiteFields::fieldOf(QStringView wanted)
{
    for (int i = 0; i < kSiteFields; ++i) {
        if (wanted.compare(word(SiteField(i)), Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

const QList<SiteField> &SiteFields::shared()
{
    static const QList<SiteField> fields{SiteField::State, SiteField::Region, SiteField::Provider, SiteField::Country,
                                         SiteField::City,  SiteField::Kind,   SiteField::Through};
    return fields;
}

QString SiteFields::notKnown()
{
    return tr("not known");
}

QString SiteFields::country(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

bool SiteFields::isShared(SiteField field)
{
    return shared().contains(field);
}

} // namespace graticule

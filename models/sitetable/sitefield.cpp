// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sitefield.h"

#include "models/countryname.h"
#include "models/statetext.h"

#include <array>

namespace graticule {

namespace {

/// How a column looks at the start; in the order in which they are seen.
struct First
{
    SiteField field;
    int width;
    int gives;
    bool shown;
};

constexpr std::array<First, kSiteFields> kFirst{{{SiteField::State, 128, 0, true},
                                                 {SiteField::Name, 130, 36, true},
                                                 {SiteField::City, 150, 30, true},
                                                 {SiteField::Provider, 130, 22, true},
                                                 {SiteField::Country, 160, 0, true},
                                                 {SiteField::Region, 130, 0, false},
                                                 {SiteField::Kind, 140, 0, false},
                                                 {SiteField::Through, 140, 20, false},
                                                 {SiteField::Cpu, 138, 30, true},
                                                 {SiteField::Memory, 138, 30, false},
                                                 {SiteField::Storage, 138, 30, false},
                                                 {SiteField::Reason, 240, 0, true},
                                                 {SiteField::Seen, 70, 6, true}}};

constexpr int kNarrow = 1300; ///< of a window of 1280: the reason could not be read beside all columns
constexpr int kTrailsAt = 8;  ///< of kFirst: trails are seen before it

TableColumn trail(TrailKind kind, const QString &word, const QString &title, int width, bool isShown)
{
    TableColumn column;
    column.word = word;
    column.title = title;
    column.width = width;
    column.gives = width / 5;
    column.isShown = isShown;
    column.trail = kind;
    return column;
}

} // namespace

std::vector<TableColumn> SiteFields::columns()
{
    std::vector<TableColumn> columns(kSiteFields);
    for (size_t i = 0; i < kFirst.size(); ++i) {
        const SiteField field = kFirst[i].field;
        TableColumn &column = columns[size_t(field)];
        column.word = word(field);
        column.title = title(field);
        column.width = kFirst[i].width;
        column.gives = kFirst[i].gives;
        column.place = int(i) < kTrailsAt ? int(i) : int(i) + kSiteTrails;
        column.isShown = kFirst[i].shown;
        column.hiddenBelow = field == SiteField::Provider ? kNarrow : 0;
        column.isListed = isShared(field);
        column.isNumeric = field == SiteField::Seen;
        column.isMeter = field == SiteField::Cpu || field == SiteField::Memory || field == SiteField::Storage;
        column.takesRest = field == SiteField::Reason;
    }
    for (const SiteState state : {SiteState::Healthy, SiteState::Degraded, SiteState::Down, SiteState::Unreachable,
                                  SiteState::Maintenance, SiteState::Unknown})
        columns[size_t(SiteField::State)].whole << StateText::look(state).text;
    columns.push_back(trail(TrailKind::Latency, QStringLiteral("latency"), tr("Latency, 1 h"), 150, true));
    columns.push_back(trail(TrailKind::States, QStringLiteral("history"), tr("State, last 24 h"), 140, true));
    columns.push_back(trail(TrailKind::Cpu, QStringLiteral("cpu-hour"), tr("CPU, 1 h"), 100, false));
    for (int i = 0; i < kSiteTrails; ++i)
        columns[size_t(kSiteFields + i)].place = kTrailsAt + i;
    return columns;
}

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
    return countryName(code);
}

bool SiteFields::isShared(SiteField field)
{
    return shared().contains(field);
}

} // namespace graticule

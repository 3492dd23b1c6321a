// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitestable.h"

#include "ui/page/looks.h"
#include "ui/table/linedelegate.h"

namespace graticule {

namespace {

/// What CellContent::of() would read from the model's roles, without the way through variants.
CellContent contentOf(const SiteTableModel &model, SiteField field, int site)
{
    CellContent content;
    content.text = model.text(field, site);
    content.tone = toneOf(model.emphasis(field, site));
    content.numeric = field == SiteField::Seen;
    content.strong = field == SiteField::Name;
    const SiteStatus status = model.status(site);
    if (field == SiteField::State)
        content.symbol = shapeOf(StateText::look(status.state, status.stale).symbol);
    if (field == SiteField::Cpu || field == SiteField::Memory || field == SiteField::Storage) {
        const auto share = model.share(field, site);
        content.meter = MeterLevel{.value = share, .mark = {}, .stale = share && status.stale};
    }
    return content;
}

} // namespace

SitesTable::SitesTable(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent)
    : TableView(themes, model, QStringLiteral("sites"), parent)
{
    lines().setContent([&model](int number, int column) { return contentOf(model, SiteField(column), number); });
}

} // namespace graticule

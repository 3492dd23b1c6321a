// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/kindtiles.h"

#include "models/statetext.h"
#include "ui/connections/kindtile.h"

#include <QButtonGroup>
#include <QGridLayout>

namespace graticule {

namespace {

constexpr int kColumns = 4;

} // namespace

KindTiles::KindTiles(const ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_grid(new QGridLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Kind"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_group->setExclusive(true);
    // Not clicked: assistive tools toggle a radio button.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int at, bool on) {
        if (on)
            Q_EMIT kindChanged(m_types.value(at));
    });
}

void KindTiles::setKinds(const QList<ConnectorTypeInfo> &kinds)
{
    QStringList types;
    for (const ConnectorTypeInfo &each : kinds)
        types << each.type;
    if (types == m_types)
        return;
    const QString chosen = kind();
    for (QAbstractButton *tile : m_group->buttons()) {
        m_group->removeButton(tile);
        tile->hide();
        tile->deleteLater();
    }
    m_types = types;
    for (int at = 0; at < types.size(); ++at) {
        auto *tile = new KindTile(m_themes, kinds[at].type, StateText::connectorTitle(kinds[at].type), this);
        tile->setAccessibleDescription(kinds[at].title);
        tile->setToolTip(kinds[at].title);
        m_group->addButton(tile, at);
        m_grid->addWidget(tile, at / kColumns, at % kColumns);
    }
    setKind(types.contains(chosen) ? chosen : types.value(0));
}

QString KindTiles::kind() const
{
    return m_types.value(m_group->checkedId());
}

void KindTiles::setKind(const QString &type)
{
    const QSignalBlocker quiet(m_group);
    if (QAbstractButton *tile = m_group->button(int(m_types.indexOf(type))))
        tile->setChecked(true);
}

} // namespace graticule

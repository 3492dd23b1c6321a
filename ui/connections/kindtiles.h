// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QButtonGroup;
class QGridLayout;

namespace graticule {

/// The kinds of connection that the keeper can make, a tile each; one is chosen. Arrow keys go between them. GUI
/// thread.
class KindTiles : public QWidget
{
    Q_OBJECT

public:
    explicit KindTiles(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Keeps the choice where the kind is still there; else chooses the first.
    void setKinds(const QList<ConnectorTypeInfo> &kinds);
    /// Type of the chosen kind; empty when there is none.
    QString kind() const;
    void setKind(const QString &type);

Q_SIGNALS:
    void kindChanged(const QString &type);

private:
    const ThemeSwitch &m_themes;
    QGridLayout *m_grid = nullptr;
    QButtonGroup *m_group = nullptr;
    QStringList m_types;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

#include <QWidget>

class QGridLayout;

namespace graticule {

/// What an act may be told, as fields: numbers in spin boxes within their limits, yes and no as boxes to tick.
class ArgumentFields : public QWidget
{
    Q_OBJECT

public:
    explicit ArgumentFields(const QList<ActionArgument> &arguments, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(const QString &name, const QString &value);

private:
    void add(QGridLayout &grid, const ActionArgument &argument);
};

} // namespace graticule

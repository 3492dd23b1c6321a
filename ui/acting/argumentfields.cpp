// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/argumentfields.h"

#include "models/acting/actiontext.h"
#include "ui/site/factcolumn.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace graticule {

namespace {

constexpr int kField = 120; ///< pixels

int bounded(qint64 value)
{
    return int(std::clamp<qint64>(value, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

} // namespace

ArgumentFields::ArgumentFields(const QList<ActionArgument> &arguments, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const ActionArgument &argument : arguments)
        add(*grid, argument);
}

void ArgumentFields::add(QGridLayout &grid, const ActionArgument &argument)
{
    const int row = grid.rowCount();
    const QString title = ActionText::argument(argument.name);
    const QString name = argument.name;
    const QString id = QStringLiteral("act.argument.") + name;
    if (argument.type == QLatin1String("bool")) {
        auto *box = new QCheckBox(title, this);
        box->setObjectName(id);
        box->setChecked(argument.value == QLatin1String("true"));
        connect(box, &QCheckBox::toggled, this,
                [this, name](bool on) { Q_EMIT changed(name, on ? QStringLiteral("true") : QStringLiteral("false")); });
        grid.addWidget(box, row, 0, 1, 2);
        return;
    }
    auto *label = makeText(this, "", "secondary");
    label->setText(title);
    label->setWordWrap(false);
    grid.addWidget(label, row, 0);
    if (argument.type != QLatin1String("int") && argument.type != QLatin1String("seconds")) {
        auto *field = new QLineEdit(argument.value, this); // of a newer keeper
        field->setObjectName(id);
        field->setAccessibleName(title);
        connect(field, &QLineEdit::textChanged, this,
                [this, name](const QString &text) { Q_EMIT changed(name, text); });
        grid.addWidget(field, row, 1);
        return;
    }
    auto *spin = new QSpinBox(this);
    spin->setObjectName(id);
    spin->setAccessibleName(title);
    // What is not given is left to the platform, which a value of its own below the least stands for.
    const bool isOpen = argument.value.isEmpty();
    const int least = bounded(argument.least) - (isOpen ? 1 : 0);
    spin->setRange(least, argument.most > 0 ? bounded(argument.most) : std::numeric_limits<int>::max());
    if (isOpen)
        spin->setSpecialValueText(tr("as each says"));
    const QString unit = ActionText::unit(argument);
    spin->setSuffix(unit.isEmpty() ? QString() : QChar(0x202f) + unit);
    spin->setValue(isOpen ? least : argument.value.toInt());
    spin->setFixedWidth(kField);
    connect(spin, &QSpinBox::valueChanged, this, [this, name, isOpen, least](int value) {
        Q_EMIT changed(name, isOpen && value == least ? QString() : QString::number(value));
    });
    grid.addWidget(spin, row, 1, Qt::AlignLeft);
}

} // namespace graticule

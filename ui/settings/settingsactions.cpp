// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting can be found by its name, and by its choices.
#include "ui/settings/settingrow.h"
#include "ui/settings/settingspage.h"

#include <QAbstractButton>
#include <QScrollArea>

namespace graticule {

QList<ConsoleAction> SettingsPage::actions()
{
    QList<ConsoleAction> actions;
    for (SettingRow *row : findChildren<SettingRow *>()) {
        const QList<QWidget *> parts = row->findChildren<QWidget *>();
        const auto control = std::find_if(parts.begin(), parts.end(), [](const QWidget *part) {
            return part->objectName().startsWith(QLatin1String("setting."));
        });
        if (control == parts.end())
            continue;
        ConsoleAction action;
        QStringList words;
        for (const QAbstractButton *choice : (*control)->findChildren<QAbstractButton *>())
            words << choice->text();
        action.id = (*control)->objectName();
        action.title = row->title();
        action.section = tr("Settings");
        action.words = words.join(QLatin1Char(' '));
        action.kind = ConsoleAction::Kind::Setting;
        action.run = [this, row, control = *control] { goTo(*row, *control); };
        actions << action;
    }
    ConsoleAction reset;
    reset.id = QStringLiteral("settings.reset");
    reset.title = tr("Reset all settings to their defaults");
    reset.section = tr("Settings");
    reset.icon = QStringLiteral("undo-2");
    reset.run = [this] { resetToDefaults(); };
    return actions << reset;
}

/// To the choice that is made, where there are several.
void SettingsPage::goTo(QWidget &row, QWidget &control)
{
    m_scroll->ensureWidgetVisible(&row);
    for (QAbstractButton *choice : control.findChildren<QAbstractButton *>()) {
        if (choice->isChecked()) {
            choice->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    control.setFocus(Qt::ShortcutFocusReason);
}

} // namespace graticule

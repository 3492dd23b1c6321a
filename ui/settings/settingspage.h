// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settingsstore.h"
#include "ui/page/page.h"
#include "ui/settings/settingsplace.h"
#include "widgets/theme/systemlook.h"
#include "widgets/theme/themeswitch.h"

#include <functional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QScrollArea;

namespace graticule {

class Button;
class SegmentedControl;
class SettingRow;
class SettingsEffects;
class UndoBar;

/// Every setting in four groups, each with a line that says what it does. A choice takes effect when it is made; the
/// two that need a new start say so. GUI thread.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// All outlive the page.
    SettingsPage(const ThemeSwitch &themes, SettingsStore &settings, const SettingsEffects &effects, UndoBar &undo,
                 QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;

    void setPlace(const SettingsPlace &place);
    void resetToDefaults();

Q_SIGNALS:
    /// The person wants the program closed and opened again.
    void restartAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Change = std::function<void(Settings &settings, int index)>;
    using Choice = std::function<int(const Settings &settings)>;

    QWidget *buildHead();
    void goTo(QWidget &row, QWidget &control);
    QWidget *addCard(const QString &title);
    SettingRow *addRow(QWidget *card, const QString &title, const QString &explanation);
    SettingRow *addChoices(QWidget *card, const char *name, const QString &title, const QString &explanation,
                           const QStringList &choices, const Choice &choice, const Change &change);
    void buildLook();
    void buildSize();
    void buildWords();
    void buildBehaviour();
    void buildFile();
    void showSettings();
    void showLanguages();
    void showNotes();

    const ThemeSwitch &m_themes;
    SettingsStore &m_settings;
    const SettingsEffects &m_effects;
    UndoBar &m_undo;
    SettingsPlace m_place;
    struct Control
    {
        SegmentedControl *segments;
        Choice choice;
    };
    QList<Control> m_controls;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_leading = nullptr;
    QBoxLayout *m_trailing = nullptr;
    QBoxLayout *m_column = nullptr; ///< where the next card goes
    QComboBox *m_language = nullptr;
    SettingRow *m_appearanceRow = nullptr;
    SettingRow *m_scaleRow = nullptr;
    SettingRow *m_languageRow = nullptr;
    SettingRow *m_motionRow = nullptr;
    QLabel *m_file = nullptr;
    QLabel *m_complaint = nullptr;
    Button *m_copyPath = nullptr;
    Button *m_reset = nullptr;
};

} // namespace graticule

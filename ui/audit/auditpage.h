// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/actsmodel.h"
#include "ui/page/page.h"
#include "widgets/theme/themeswitch.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QTableView;

namespace graticule {

class ActPanel;
class Button;
class Label;
class UndoBar;
class ViewState;

/// What people did at this keeper: a table that follows the record, one act in full beside it, and a check of the whole
/// record. Nothing is asked while the page is not seen; the past has what was known then. GUI thread.
class AuditPage : public Page
{
    Q_OBJECT

public:
    /// All outlive the page.
    AuditPage(const ThemeSwitch &themes, FleetStore &store, ActCalls &calls, UndoBar &said, QWidget *parent = nullptr);

    /// What is shown is told as a file, JSON or CSV by its name; a test names it, a person is asked.
    void exportTo(const QString &path);

    /// Whether an incident file is shown, in which there is no record.
    void setReplay(std::function<bool()> isReplay) { m_isReplay = std::move(isReplay); }

    /// Chooses the newest record of that verb on that target, and shows those like it.
    void showAct(const QString &verb, const QString &target, const QString &targetName);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override { return m_model.isRead() || !m_model.error().text.isEmpty(); }
    void wake() override { m_model.setAwake(true); }
    void sleep() override { m_model.setAwake(false); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildCheckRow();
    void buildTable();
    void showAnswer();
    void showNothing();
    void fitColumns();
    void showCurrent();
    void keepCurrent();
    void chooseWanted();
    void startCheck();
    void takeCheck(const CheckProgress &progress);
    void endCheck(const QString &words, Colour colour);
    void askForFile();

    const ThemeSwitch &m_themes;
    ActCalls &m_calls;
    std::function<bool()> m_isReplay = [] { return false; };
    UndoBar &m_said;
    ActsModel m_model;
    std::unique_ptr<QObject> m_check;     ///< under way; destroyed it ends
    bool m_isFitting = false;             ///< columns are made as wide as there is room
    bool m_isFitted = false;              ///< a person did
    quint64 m_current = 0;                ///< number of the chosen act; rows come and go
    std::pair<QString, QString> m_wanted; ///< verb and target whose newest record is to be chosen once it is there
    Label *m_count = nullptr;
    Label *m_trouble = nullptr;
    QLineEdit *m_words = nullptr;
    QComboBox *m_within = nullptr;
    QComboBox *m_outcome = nullptr;
    Button *m_verify = nullptr;
    Button *m_export = nullptr;
    QWidget *m_checkRow = nullptr;
    Label *m_checkText = nullptr;
    Button *m_cancel = nullptr;
    QTableView *m_table = nullptr;
    ViewState *m_empty = nullptr;
    ActPanel *m_panel = nullptr;
};

} // namespace graticule

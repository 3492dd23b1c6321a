// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/rules/rulecountsmodel.h"
#include "models/rules/ruledmodel.h"
#include "models/rules/rulequeries.h"
#include "ui/page/page.h"
#include "widgets/theme/themeswitch.h"

class QTableView;
class QTimer;

namespace graticule {

class Button;
class KeeperFacts;
class Label;
class PageHead;
class RulesEditor;
class UndoBar;
class ViewState;

/// The label rules as the keeper's file has them, to be written here, and beside them what they would do to what is
/// there now: counted by the keeper while a person writes, in force once saved. Not on the rail. GUI thread.
class RulesPage : public Page
{
    Q_OBJECT

public:
    static constexpr int kPause = 400; ///< ms without a key before the keeper is asked

    /// All outlive the page.
    RulesPage(const ThemeSwitch &themes, FleetStore &store, RuleQueries &queries, KeeperFacts &facts, UndoBar &said,
              QWidget *parent = nullptr);
    ~RulesPage() override;

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override { return m_isShown && !m_isAsking; }
    void wake() override;

    void save();
    /// What is wrong with the keeper's file of rules, for whoever looks at something else; empty: nothing.
    static QString trouble(const KeeperFacts &facts);
    /// What the file says, instead of what was written here.
    void revert();

Q_SIGNALS:
    void closeAsked();

private:
    void buildHead();
    QWidget *buildPreview();
    QTableView *table(const char *name, const QString &words, QAbstractItemModel &model);
    void read();
    void take(const RulesFile &file);
    void ask();
    void show(const RulePreview &preview);
    void showFailure(const Error &error);
    void showMistakes(const QStringList &mistakes);
    void showState();
    void follow();
    bool isEdited() const;
    QString sumOf(const RulePreview &preview) const;
    QString whyNotSave() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    RuleQueries &m_queries;
    KeeperFacts &m_facts;
    UndoBar &m_said;
    RuleCountsModel m_counts;
    RuledModel m_things;
    RulesFile m_file;
    QString m_unedited; ///< its text, with the line breaks of the one that is edited
    RulePreview m_preview;
    std::unique_ptr<QObject> m_question; ///< for a preview, under way; destroyed it is taken back
    bool m_isRead = false;
    bool m_isShown = false; ///< a preview, or why there is none
    bool m_isAsking = false;
    bool m_isSaving = false;
    bool m_isFollowing = false;
    QTimer *m_pause = nullptr;
    PageHead *m_head = nullptr;
    Button *m_revert = nullptr;
    Button *m_save = nullptr;
    QWidget *m_body = nullptr;
    ViewState *m_empty = nullptr;
    RulesEditor *m_editor = nullptr;
    Label *m_sum = nullptr;
    QTableView *m_countTable = nullptr;
    QTableView *m_thingTable = nullptr;
};

} // namespace graticule

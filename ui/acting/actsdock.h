// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/itemsmodel.h"
#include "models/acting/underwaymodel.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace graticule {

class Button;
class Chip;
class Label;
class StateMark;

/// Acts under way at the foot of the window: which there are, and of the chosen one how far it is, pod by pod. Closing
/// it ends nothing; what has ended stays until somebody says to have read it.
class ActsDock : public QFrame
{
    Q_OBJECT

public:
    /// All outlive the dock.
    ActsDock(const ThemeSwitch &themes, FleetStore &store, ActsUnderWay &acts, QWidget *parent = nullptr);

    void showAct(const QString &key);
    /// Key of the chosen one; empty: there is none.
    QString current() const;

Q_SIGNALS:
    void closeAsked();
    /// Its record is wanted.
    void recordAsked(const graticule::ActionUnderWay &act);

private:
    QWidget *buildList();
    QWidget *buildAct();
    Button *addButton(const QString &words, const char *id);
    QTableView *addTable(QWidget *parent, const char *id, const QString &name, QAbstractItemModel &model);
    void keepCurrent();
    void showCurrent();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ActsUnderWay &m_acts;
    UnderWayModel m_list;
    ItemsModel m_items;
    QString m_current;

    Label *m_count = nullptr;
    QTableView *m_table = nullptr;
    StateMark *m_mark = nullptr;
    Label *m_title = nullptr;
    Chip *m_state = nullptr;
    Label *m_place = nullptr;
    QLabel *m_outcome = nullptr;
    QTableView *m_pods = nullptr;
    QWidget *m_filler = nullptr; ///< instead of the pods where there are none
    Button *m_stop = nullptr;
    Button *m_record = nullptr;
    Button *m_read = nullptr;
    Button *m_close = nullptr;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actionoffers.h"
#include "ui/page/consoleaction.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>
#include <QHash>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace graticule {

class ActingDesk;
class Button;
class SectionHeader;

/// What can be done to one node or service, one line each: the button, and beside it what it does, or why it cannot be
/// done now. Hidden where nothing can be said.
class OfferRows : public QFrame
{
    Q_OBJECT

public:
    /// @p page: "nodes"; parts are named after it. @p desk outlives this.
    OfferRows(const QString &page, ActingDesk &desk, QWidget *parent = nullptr);

    /// One thing, through each of the connections that tell of it; none: nothing. @p stamp: how it is, in any words.
    void setTargets(const QList<ActionTarget> &targets, const QString &stamp);
    const ActionOffers &offers() const { return *m_offers; }
    /// Opens the dialog of that verb, as soon as it is known that it can be done.
    void propose(const QString &verb);
    /// The key that does the same while the page has the keyboard; none for most.
    static QKeySequence keyOf(const QString &verb);

private:
    struct Line
    {
        QWidget *row = nullptr;
        Button *button = nullptr;
        QWidget *lock = nullptr;
        QLabel *words = nullptr;
    };

    bool isReady() const;
    void show();
    void showTargets();
    void choose();
    bool passOn();
    Line makeLine(const QString &verb);

    QString m_page;
    ActingDesk &m_desk;
    ActionOffers *m_offers = nullptr;
    QList<ActionTarget> m_targets;
    QString m_stamp;
    SectionHeader *m_head = nullptr;
    QComboBox *m_through = nullptr; ///< where there are several
    bool m_isChosen = false;        ///< by a person
    qsizetype m_passed = 0;         ///< of the targets, as they offer nothing
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_note = nullptr;
    QHash<QString, Line> m_lines; ///< by verb
    QString m_wanted;             ///< a verb that was asked for before it was known whether it can be done
};

} // namespace graticule

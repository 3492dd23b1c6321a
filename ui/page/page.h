// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/consoleaction.h"

#include <QVariantMap>
#include <QWidget>

namespace graticule {

/// One entry of the navigation rail and what it shows. Pages get their models and the commands in the constructor.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The parts between which F6 goes, in reading order; hidden ones are skipped.
    virtual QList<QWidget *> regions() const = 0;
    /// Closes what was opened last (Esc). False: nothing was open.
    virtual bool closeLayer() { return false; }
    /// The row, card or drawer that is chosen, as text for the clipboard (Ctrl+C); empty: nothing is.
    virtual QString copyText() const { return {}; }
    /// What a person can do here, each with its keys; asked once, when the page is added to the window. Keys of a page
    /// have a scope in it: those of the page itself, or of a part.
    virtual QList<ConsoleAction> actions() { return {}; }
    /// What a person would miss at the next start: what is open and how it is looked at. Words and numbers only, by
    /// names of the page's own; goes into a settings file.
    virtual QVariantMap saveState() const { return {}; }
    /// May come before the fleet does; what is not there any more is left out.
    virtual void restoreState(const QVariantMap &state) { Q_UNUSED(state) }
    /// True when everything that is drawn later than the data (tiles of a map) is there.
    virtual bool isSettled() const { return true; }
    /// It has become the page that is seen: what costs much and nobody looked at so far is made now.
    virtual void wake() {}
    /// It is not seen, any more or yet: what only a person at it needs waits until it wakes.
    virtual void sleep() {}

Q_SIGNALS:
    /// What the figures on this page mean is to be told.
    void figuresAsked();
};

} // namespace graticule

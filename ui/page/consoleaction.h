// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

namespace graticule {

/// One thing that a person can do in the console: by its keys, in the command palette, on the page of keys. A value;
/// pages hand theirs out with Page::actions(), the window binds them. GUI thread. (What is done to a fleet is an Action
/// of backend/domain; running a ConsoleAction may ask the keeper for one.)
struct ConsoleAction
{
    enum class Kind {
        Command,
        Page,    ///< leads to a page
        Setting, ///< leads to a setting, or changes it
    };

    QString id;      ///< "map.zoomIn": unique in the program, never shown; what was picked lately is kept by it
    QString title;   ///< "Zoom in", translated, sentence case
    QString section; ///< "Map", translated: the heading on the page of keys
    QList<QKeySequence> keys;
    /// Null: only told on the page of keys, since a widget answers to the keys itself (arrows in a list).
    std::function<void()> run;
    /// Why it cannot be done just now, in words; null or an empty answer: it can.
    std::function<QString()> whyNot;
    /// The keys work while the focus is in here; null: anywhere in the window.
    QPointer<QWidget> scope;
    QString icon;  ///< lucide name; empty: that of the kind
    QString words; ///< other words by which a person may look for it, translated
    Kind kind = Kind::Command;
    bool repeats = false; ///< a held key does it again and again
};

} // namespace graticule

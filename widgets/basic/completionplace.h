// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QCompleter;
class QWidget;

namespace graticule {

/// Keeps what a completer offers beside its field and not over it: below, or above where the screen ends, and as high
/// as its rows are; Qt forgets the list's own borders and lies two pixels over the field. Lives with the completer.
class CompletionPlace : public QObject
{
public:
    /// @p field outlives the completer.
    CompletionPlace(QCompleter &completer, QWidget &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QCompleter &m_completer;
    QWidget &m_field;
    bool m_isPlacing = false;
};

} // namespace graticule

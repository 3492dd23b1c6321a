// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/overlay.h"

class QLabel;

namespace graticule {

class Button;

/// What a figure means, in a small box beside it, with a way to the help.
class FigureCard : public Overlay
{
    Q_OBJECT

public:
    FigureCard(const ThemeSwitch &themes, QWidget &window);

    /// @p id: of FigureTexts; an unknown one shows nothing. @p place: the figure's, in the window.
    void show(const QString &id, const QRect &place);

Q_SIGNALS:
    /// The topic that says more.
    void topicAsked(const QString &topic);

protected:
    int wantedHeight(int most) const override;
    int wantedWidth() const override;
    QRect wantedPlace(QSize window) const override;

private:
    QRect m_beside;
    QString m_topic;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    Button *m_more = nullptr;
};

} // namespace graticule

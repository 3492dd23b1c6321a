// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "widgets/basic/themedwidget.h"
#include "widgets/theme/glyphtexts.h"

namespace graticule {

/// When the shown snapshot was made and how long ago that is, in a small box over the map. What is old looks old.
class SnapshotAge : public ThemedWidget
{
    Q_OBJECT

public:
    SnapshotAge(const ThemeSwitch &themes, FleetStore &store, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void sizeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    FleetStore &m_store;
    QString m_words;
    bool m_isOld = false;
    mutable GlyphTexts m_texts{8};
};

} // namespace graticule

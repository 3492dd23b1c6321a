// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/glyphtexts.h"
#include "widgets/theme/tone.h"

namespace graticule {

/// One figure and what it means. All strings are ready for the eye.
struct Kpi
{
    QString label;   ///< "Oldest evidence shown"
    QString value;   ///< "6 min 12 s"
    QString unit;    ///< beside the value, smaller: "of 44"
    QString meaning; ///< one line: "4 930 of 5 000 sites under 30 s"
    Tone valueTone = Tone::Normal;
    Tone meaningTone = Tone::Faint;

    friend bool operator==(const Kpi &, const Kpi &) = default;
};

/// A tile of the strip of figures, 80 high, with a hairline at its leading edge unless it is the first.
class KpiTile : public ThemedWidget
{
    Q_OBJECT

public:
    explicit KpiTile(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setKpi(const Kpi &kpi);
    void setFirst(bool first);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Kpi m_kpi;
    bool m_first = false;
    mutable GlyphTexts m_texts{8};
};

} // namespace graticule

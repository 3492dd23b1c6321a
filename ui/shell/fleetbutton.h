// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/fleetchoices.h"
#include "widgets/theme/glyphtexts.h"
#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>

class QMenu;

namespace graticule {

/// The name of the fleet that is shown, which opens the list of all: click, Space, Enter or Down. A fleet whose
/// certificate ends soon is marked, here and in the list.
class FleetButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// How long before its end a certificate is spoken of.
    static constexpr std::chrono::days kSoon{30};

    explicit FleetButton(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setFleet(const QString &name);
    /// What there is to choose from; null: nothing, and the name is only a name. Outlives the button.
    void setChoices(FleetChoices *choices, std::function<Instant()> now);
    /// Opens the list below the name.
    void openMenu();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

    /// "expires in 12 days", "expired 3 days ago"; empty: not soon.
    static QString expiryWords(const FleetChoice &choice, Instant now);

Q_SIGNALS:
    void addAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillMenu();
    void addRow(const FleetChoice &choice);
    void showCurrent();
    QString stateWords(const FleetChoice &choice) const;

    const ThemeSwitch &m_themes;
    FleetChoices *m_choices = nullptr;
    std::function<Instant()> m_now;
    QMenu *m_menu = nullptr;
    QString m_name;
    QString m_warning; ///< of the certificate
    mutable GlyphTexts m_texts{8};
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "ui/connections/contextnames.h"
#include "widgets/theme/themeswitch.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace graticule {

class FoldSection;
class OptionInput;
class PlaceNames;

/// The fields of one connection, made from what its kind declares: nothing is asked that the kind does not have.
/// Address, name, place and the kind's own options stand open; TLS, credentials, labels, budget and what is advanced
/// are folded until something is set or wrong in them. A place is looked up while it is entered. GUI thread.
class ConnectionForm : public QWidget
{
    Q_OBJECT

public:
    /// What is wrong, by the fields' names in the file.
    using Troubles = QMap<QString, QString>;

    /// @p places outlives the form.
    ConnectionForm(const ThemeSwitch &themes, PlaceNames &places, QWidget *parent = nullptr);

    /// Makes the inputs of @p kind; what was entered stays where the new kind has the same field.
    void setKind(const ConnectorTypeInfo &kind);
    /// Fills the inputs. Call setKind() with its type before.
    void setConfig(const ConnectionConfig &config);
    /// What is entered, on top of what was set: id and what has no input are kept.
    ConnectionConfig config() const;

    /// What the fields' own rules object to.
    Troubles check() const;
    /// Shows each complaint at its input and unfolds it; the focus goes to the first. Gives back those without an
    /// input.
    Troubles showTroubles(const Troubles &troubles);
    /// The words beside the input; the name itself when there is none.
    QString titleOf(const QString &field) const;
    bool hasField(const QString &field) const { return input(field) != nullptr; }
    void focusField(const QString &field);
    /// Why files cannot be chosen by looking at this computer; empty: they can.
    void setWhyNoFile(const QString &why);

Q_SIGNALS:
    void edited();
    /// Return was pressed in a line.
    void entered();
    /// This one is to be seen: the focus goes there, or there is something wrong with it.
    void revealAsked(QWidget *input);

protected:
    void showEvent(QShowEvent *event) override;

private:
    OptionInput *makeInput(const QString &field, const OptionSchema &schema, FoldSection *section);
    void addInput(const QString &field, const OptionSchema &schema, FoldSection *section);
    void addPlace(const QList<OptionSchema> &fields);
    Troubles placeTroubles() const;
    void showPlaceTroubles();
    void lookForContexts();
    void showContexts();
    FoldSection *section(OptionGroup group, bool advanced);
    OptionInput *input(const QString &field) const;
    void showSections(bool open);

    const ThemeSwitch &m_themes;
    PlaceNames &m_places;
    ContextNames m_contexts;
    QTimer m_pause; ///< since a place was typed: half a word is no mistake
    QString m_whyNoFile;
    QVBoxLayout *m_layout = nullptr;
    QWidget *m_body = nullptr; ///< the inputs of this kind
    ConnectorTypeInfo m_kind;
    ConnectionConfig m_base;
    std::vector<std::pair<OptionInput *, FoldSection *>> m_inputs; ///< in reading order; null: stands open
    std::vector<std::pair<QString, FoldSection *>> m_sections;     ///< by title
};

} // namespace graticule

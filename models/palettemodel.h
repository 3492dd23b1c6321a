// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/modelroles.h"
#include "models/palettefleet.h"

#include <QAbstractListModel>
#include <QKeySequence>

#include <functional>
#include <optional>

namespace graticule {

/// Something to be found in the palette that is not of the fleet: a page, a command, a setting.
struct PaletteCommand
{
    PaletteKind kind = PaletteKind::Command;
    QString id;
    QString title;
    QString section; ///< shown beside it
    QString words;   ///< searched as well, never shown
    QString icon;
    QKeySequence keys;
    std::function<QString()> whyNot; ///< null or an empty answer: it can be done
};

/// What the palette lists for the words that were typed: the best of everything that has a name. Without words what was
/// picked lately, then pages and commands.
///
/// The fleet's names are read when the palette is opened for the first time, in a worker; from then on the model
/// follows the store. Which rows there are, and their order, stays until the words change, so nothing moves under the
/// pointer; what they say is looked at again every second. GUI thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kMostRows = 100;
    static constexpr int kMostRecent = 12;

    enum Role {
        KindRole = LastModelRole, ///< text: "Site"; of a command its section
        DetailRole,               ///< text: "Frankfurt, DE · Europe · LAB"
        TitlePartsRole,           ///< PaletteParts::Parts of the title
        DetailPartsRole,
        IconRole,   ///< name of an icon; empty where there is a symbol
        KeysRole,   ///< QKeySequence; empty: none
        WhyNotRole, ///< why it cannot be done now; empty: it can
    };

    /// @p store outlives the model.
    explicit PaletteModel(FleetStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setCommands(std::vector<PaletteCommand> commands);
    /// Begins to read the fleet's names, if nobody has.
    void prepare();
    /// The fleet's names are not all there yet.
    bool isReading() const { return !m_isRead; }
    void setWords(const QString &words);
    /// The palette is closed: forgets the words and what they found.
    void rest();

    PaletteKey keyAt(int row) const { return m_rows[size_t(row)].key; }
    /// All that match, also those beyond the rows; and all there are.
    qsizetype found() const { return m_found; }
    qsizetype total() const { return m_fleet.index().size(); }

    void remember(const PaletteKey &key);
    /// What was picked lately, newest first, as texts for a settings file.
    QStringList recent() const;
    void setRecent(const QStringList &keys);

Q_SIGNALS:
    /// found(), total() or isReading() may differ, whether or not rows do.
    void resultsChanged();

private:
    /// What a row shows, gathered when it is first asked for.
    struct Look
    {
        QString title;
        QString detail;
        QString kind;
        QString icon;
        QString whyNot;
        QKeySequence keys;
        std::optional<StateLook> state;
        PaletteParts parts;
    };
    struct Row
    {
        PaletteKey key;
        mutable std::optional<Look> look;
    };

    void take(const SnapshotPtr &snapshot, PaletteFleet fleet);
    void putCommands();
    void search();
    void refresh();
    std::vector<PaletteKey> withoutWords() const;
    const Look &look(const Row &row) const;
    Look gather(const PaletteKey &key) const;
    Look ofEntity(const PaletteKey &key) const;
    bool exists(const PaletteKey &key) const;
    const PaletteCommand *command(const PaletteKey &key) const;
    static QString kindName(PaletteKind kind);
    static QString sentence(const Look &look);

    FleetStore &m_store;
    std::vector<PaletteCommand> m_commands;
    PaletteFleet m_fleet;
    QList<PaletteKey> m_recent;
    QString m_words;
    PaletteQuery m_query;
    std::vector<Row> m_rows;
    qsizetype m_found = 0;
    bool m_isRead = false;
    bool m_isAsked = false;
};

} // namespace graticule

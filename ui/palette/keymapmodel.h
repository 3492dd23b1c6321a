// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/actionregistry.h"

#include <QAbstractListModel>

namespace graticule {

/// What can be done on a page and anywhere, by section, each with its keys; a row for each heading and each action.
/// Read from the registry, so it tells what happens.
class KeyMapModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool: the name of a section
        KeysRole,                       ///< QStringList of chips; empty: none
        ActionRole,                     ///< QString, id of the action; empty: a heading
        WhyNotRole,                     ///< QString: why it cannot be run from here; empty: it can
    };

    explicit KeyMapModel(const ActionRegistry &actions, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The page's own sections first.
    void showPage(const QString &page);
    /// Every word must be in title, section or keys.
    void setWords(const QString &words);
    int actions() const;

private:
    struct Row
    {
        QString title;
        QStringList keys;
        QString action;
        bool isHeading = false;
    };

    void read();
    QString whyNot(const Row &row) const;

    const ActionRegistry &m_actions;
    QString m_page;
    QString m_words;
    std::vector<Row> m_rows;
};

} // namespace graticule

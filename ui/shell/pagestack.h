// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <vector>

class QTimer;

namespace graticule {

class Page;

/// The pages of the window, of which one is seen. A page is made when it is first needed; the others follow one by one
/// once what is seen stands still, so that the first paint waits for one page only and no later key waits for any. GUI
/// thread.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    using Maker = std::function<Page *()>;

    explicit PageStack(QWidget *parent = nullptr);

    /// The stack owns what @p make returns.
    void add(const QString &id, const Maker &make);
    QStringList ids() const;
    QString currentId() const;
    /// Null before add().
    Page *current() const;
    /// Null: there is no such page; else it is there from now on.
    Page *page(const QString &id);
    /// False: there is no such page.
    bool show(const QString &id);

    void makeAll();
    /// From the next event on, a page at a time.
    void makeRestSoon();

    /// What each page remembers, by its id; of pages that are not there yet what they were given.
    QVariantMap saveStates() const;
    void restoreStates(const QVariantMap &states);

Q_SIGNALS:
    /// Before it is seen or remembers anything.
    void made(const QString &id, Page *page);

private:
    struct Entry
    {
        QString id;
        Maker make;
        Page *page = nullptr;
        QVariantMap state; ///< for the page once it is there
    };

    int indexOf(const QString &id) const;
    Page *make(int at);
    void makeNext();

    std::vector<Entry> m_entries; ///< in the order of the widgets
    QTimer *m_rest = nullptr;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagestack.h"

#include "ui/page/page.h"

#include <QTimer>

#include <algorithm>

namespace graticule {
namespace {

/// Between two pages that nobody waits for; the window answers in between.
constexpr int kBetweenMs = 30;

} // namespace

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
    , m_rest(new QTimer(this))
{
    m_rest->setInterval(kBetweenMs);
    connect(m_rest, &QTimer::timeout, this, &PageStack::makeNext);
}

void PageStack::add(const QString &id, const Maker &make)
{
    m_entries.push_back({id, make, nullptr, {}});
    if (m_entries.size() == 1)
        this->make(0); // the first is what is seen
    else
        addWidget(new QWidget(this)); // keeps the place
}

QStringList PageStack::ids() const
{
    QStringList all;
    for (const Entry &entry : m_entries)
        all << entry.id;
    return all;
}

QString PageStack::currentId() const
{
    return m_entries.empty() ? QString() : m_entries[size_t(currentIndex())].id;
}

Page *PageStack::current() const
{
    return m_entries.empty() ? nullptr : m_entries[size_t(currentIndex())].page;
}

int PageStack::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.id == id; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

Page *PageStack::page(const QString &id)
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : make(at);
}

bool PageStack::show(const QString &id)
{
    const int at = indexOf(id);
    if (at < 0)
        return false;
    Page *shown = make(at);
    if (Page *before = current(); before != shown)
        before->sleep();
    setCurrentIndex(at);
    shown->wake();
    return true;
}

Page *PageStack::make(int at)
{
    Entry &entry = m_entries[size_t(at)];
    if (entry.page)
        return entry.page;
    entry.page = entry.make();
    if (QWidget *place = widget(at)) {
        removeWidget(place);
        delete place;
    }
    insertWidget(at, entry.page);
    if (at != currentIndex())
        entry.page->sleep();
    Q_EMIT made(entry.id, entry.page);
    if (!entry.state.isEmpty())
        entry.page->restoreState(std::exchange(entry.state, {}));
    return entry.page;
}

void PageStack::makeAll()
{
    m_rest->stop();
    for (int at = 0; at < int(m_entries.size()); ++at)
        make(at);
}

void PageStack::makeRestSoon()
{
    m_rest->start();
}

void PageStack::makeNext()
{
    if (!current()->isSettled())
        return;
    const auto next = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &e) { return !e.page; });
    if (next == m_entries.end())
        m_rest->stop();
    else
        make(int(next - m_entries.begin()));
}

QVariantMap PageStack::saveStates() const
{
    QVariantMap states;
    for (const Entry &entry : m_entries)
        states.insert(entry.id, entry.page ? entry.page->saveState() : entry.state);
    return states;
}

void PageStack::restoreStates(const QVariantMap &states)
{
    for (Entry &entry : m_entries) {
        entry.state = states.value(entry.id).toMap();
        if (entry.page)
            entry.page->restoreState(std::exchange(entry.state, {}));
    }
}

} // namespace graticule

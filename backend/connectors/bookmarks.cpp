// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/bookmarks.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace graticule {
namespace {

constexpr qint64 kMostBytes = 16'000'000;

} // namespace

Bookmarks::Bookmarks(const QString &path)
    : m_path(path)
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    m_now = m_before = m_written = QJsonDocument::fromJson(file.read(kMostBytes)).object();
}

Bookmarks::~Bookmarks()
{
    write(m_now);
}

void Bookmarks::tick()
{
    write(std::exchange(m_before, m_now));
}

void Bookmarks::write(const QJsonObject &all)
{
    if (m_path.isEmpty() || all == m_written)
        return;
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return; // the next one may succeed
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    if (file.commit())
        m_written = all;
}

} // namespace graticule

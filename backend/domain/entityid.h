// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QHash>
#include <QString>

#include <compare>

namespace graticule {

/// Identity of a site, node, service, ... : unique over all keepers and stable over restarts. Never shown as a name.
///
/// An entity that one endpoint told us of is `<connection UUID>/<kind>/<the platform's own UID>`; an entity that a
/// person declared by label, and that several endpoints may share, is `<kind>:<label value>` (merging happens by
/// explicit label only, never by bare name). An empty id means "none".
class EntityId
{
public:
    EntityId() = default;
    explicit EntityId(QByteArray utf8)
        : m_utf8(std::move(utf8))
    {
    }
    explicit EntityId(const char *utf8)
        : m_utf8(utf8)
    {
    }
    explicit EntityId(const QString &text)
        : m_utf8(text.toUtf8())
    {
    }

    /// `<connection>/<kind>/<uid>`: what endpoint @p connection calls @p uid.
    static EntityId of(const EntityId &connection, const char *kind, const QString &uid);
    /// `<kind>:<label>`: declared by a person, shared by every endpoint that carries the label.
    static EntityId declared(const char *kind, const QString &label);

    bool isEmpty() const { return m_utf8.isEmpty(); }
    const QByteArray &utf8() const { return m_utf8; }
    QString toString() const { return QString::fromUtf8(m_utf8); }

    friend bool operator==(const EntityId &a, const EntityId &b) { return a.m_utf8 == b.m_utf8; }
    friend std::strong_ordering operator<=>(const EntityId &a, const EntityId &b)
    {
        return a.m_utf8.compare(b.m_utf8) <=> 0;
    }
    friend size_t qHash(const EntityId &id, size_t seed = 0) noexcept { return qHash(id.m_utf8, seed); }

private:
    QByteArray m_utf8;
};

QDebug operator<<(QDebug debug, const EntityId &id);

} // namespace graticule

template<> struct std::hash<graticule::EntityId>
{
    size_t operator()(const graticule::EntityId &id) const noexcept { return qHash(id, 0); }
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "backend/domain/entities.h"
#include "backend/domain/revision.h"

#include <QHash>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace graticule::control::v1 {
class Asset;
class Connection;
class ConnectionConfig;
class Error;
class Feed;
class Link;
class Node;
class Placement;
class Replica;
class Revision;
class Service;
class Site;
class Verdict;
} // namespace graticule::control::v1

// Values <-> messages of graticule.control.v1, field by field. Pure; any thread. Decoding trusts nothing: enum values
// this build does not know become Unknown, numbers that are not finite become "not known", positions outside the globe
// are dropped.

namespace graticule {

void encode(const Connection &from, control::v1::Connection *to);
void encode(const Feed &from, control::v1::Feed *to);
void encode(const Site &from, control::v1::Site *to);
void encode(const Node &from, control::v1::Node *to);
void encode(const Service &from, control::v1::Service *to);
void encode(const Placement &from, control::v1::Placement *to);
void encode(const Asset &from, control::v1::Asset *to);
void encode(const Replica &from, control::v1::Replica *to);
void encode(const Link &from, control::v1::Link *to);
void encode(const Verdict &from, control::v1::Verdict *to);
void encode(const Error &from, control::v1::Error *to);
void encode(const Revision &from, control::v1::Revision *to);
void encode(const ConnectionConfig &from, control::v1::ConnectionConfig *to);

Error decode(const control::v1::Error &from);
Revision decode(const control::v1::Revision &from);
ConnectionConfig decode(const control::v1::ConnectionConfig &from);
Usage usageFrom(double used, double total, bool requested);
Condition conditionFrom(int value);

/// Decodes the entities of one stream. What many entities repeat (words such as regions, whole sets of labels, ids of
/// sites and feeds) is kept once and shared, which halves the memory of a large fleet. One thread at a time.
class EntityDecoder
{
public:
    Connection decode(const control::v1::Connection &from);
    Feed decode(const control::v1::Feed &from);
    Site decode(const control::v1::Site &from);
    Node decode(const control::v1::Node &from);
    Service decode(const control::v1::Service &from);
    Placement decode(const control::v1::Placement &from);
    Asset decode(const control::v1::Asset &from);
    Replica decode(const control::v1::Replica &from);
    Link decode(const control::v1::Link &from);
    Verdict decode(const control::v1::Verdict &from);

    QString word(const std::string &utf8);
    EntityId id(const std::string &utf8);

private:
    /// Finds by the text on the wire, and needs no copy of it beside the id. The hash is seeded: texts that collide
    /// cannot be made beforehand.
    struct Bytes
    {
        using is_transparent = void;
        static std::string_view of(std::string_view text) { return text; }
        static std::string_view of(const EntityId &id) { return {id.utf8().constData(), size_t(id.utf8().size())}; }
        size_t operator()(const auto &text) const
        {
            const std::string_view bytes = of(text);
            return qHashBits(bytes.data(), bytes.size(), size_t(QHashSeed::globalSeed()));
        }
        bool operator()(const auto &a, const auto &b) const { return of(a) == of(b); }
    };

    template<class Map> Labels labels(const Map &from);
    template<class List> QList<EntityId> feeds(const List &from);

    // Of short texts only, and of a bounded number of them: who is at the other end cannot fill the memory with them.
    std::unordered_map<std::string, QString, Bytes, Bytes> m_words;
    std::unordered_set<EntityId, Bytes, Bytes> m_ids;
    std::unordered_map<size_t, Labels> m_labels;                            ///< by a hash over all of them
    size_t m_labelBytes = 0;                                                ///< in all of m_labels, at least
    std::unordered_map<std::string, QList<EntityId>, Bytes, Bytes> m_feeds; ///< of sites with one
};

} // namespace graticule

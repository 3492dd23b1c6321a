// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/act.h"

namespace graticule {

/// Who is behind the pseudonyms of a record: a small table beside it. A pseudonym is SHA-256 of a secret salt and the
/// name, so that the chain proves the name while the table has both, and tells nothing of it once they are erased.
/// Reads and writes its file, which several processes may; who changes it holds the record's lock. One thread.
class RecordNames
{
public:
    struct Person
    {
        QString pseudonym;
        QByteArray salt;
        Actor actor; ///< without role
    };

    explicit RecordNames(QString path)
        : m_path(std::move(path))
    {
    }

    /// Refused when the file cannot be read; none: nobody is known.
    Result<Done> read();
    /// The pseudonym of @p actor; one who is not known is added, on disk when this returns.
    Result<QString> pseudonymOf(const Actor &actor);
    /// Takes all out that have that name or pseudonym; says which pseudonyms those were.
    Result<QStringList> erase(const QString &nameOrPseudonym);
    /// Those who have that name (or pseudonym).
    QStringList pseudonymsOf(const QString &nameOrPseudonym) const;

    /// Null: erased, or never known here.
    const Person *find(const QString &pseudonym) const;

    /// SHA-256, in hex, of @p salt and "way\nname\nmark" in UTF-8.
    static QString commitment(const QByteArray &salt, const Actor &actor);
    /// "person 3f9a1c20": who has no name any more.
    static QString shortName(const QString &pseudonym);

private:
    Result<Done> write(const QList<Person> &people);

    const QString m_path;
    QList<Person> m_people;
};

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/meshchoice.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace graticule {
namespace {

/// The same on every machine and in every version.
QByteArray scattered(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(8);
}

QStringList sortedBy(QStringList names, const std::function<QByteArray(const QString &)> &key)
{
    std::vector<std::pair<QByteArray, QString>> keyed;
    for (const QString &name : std::as_const(names))
        keyed.emplace_back(key(name), name);
    std::sort(keyed.begin(), keyed.end());
    names.clear();
    for (const auto &[unused, name] : keyed)
        names.append(name);
    return names;
}

} // namespace

QStringList meshChoice(const QString &self, const QStringList &peers, quint64 turn, int most)
{
    if (peers.size() <= most)
        return peers;
    const QByteArray own = scattered(self);
    const QStringList ring = sortedBy(peers, [&own](const QString &peer) {
        const QByteArray at = scattered(peer);
        return (at < own ? "1" : "0") + at; // those behind us come after the way around
    });
    const QString salt = QString::number(turn) + u'/' + self + u'/';
    const QStringList dice = sortedBy(peers, [&salt](const QString &peer) { return scattered(salt + peer); });
    QSet<QString> chosen;
    for (qsizetype i = 0; i < ring.size() && chosen.size() < (most + 1) / 2; ++i)
        chosen.insert(ring[i]);
    for (qsizetype i = 0; i < dice.size() && chosen.size() < most; ++i)
        chosen.insert(dice[i]);
    QStringList result;
    for (const QString &peer : peers) {
        if (chosen.contains(peer))
            result.append(peer);
    }
    return result;
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>

namespace graticule {

/// Random numbers without a state: the same seed and the same question give the same answer, in whatever order and at
/// whatever moment they are asked. Mixing is splitmix64 (S. Vigna, public domain).
class LabDice
{
public:
    explicit LabDice(quint64 seed)
        : m_seed(seed)
    {
    }

    quint64 roll(std::initializer_list<quint64> question) const
    {
        quint64 x = mixed(m_seed);
        for (quint64 part : question)
            x = mixed(x ^ part);
        return x;
    }
    /// 0 <= x < 1
    double unit(std::initializer_list<quint64> question) const { return double(roll(question) >> 11) * 0x1.0p-53; }
    /// -1 <= x < 1, small values more often
    double spread(std::initializer_list<quint64> question) const
    {
        const quint64 x = roll(question);
        return (double(x & 0xffffffff) + double(x >> 32)) * 0x1.0p-32 - 1;
    }
    /// 0 <= x < count; count > 0
    int below(int count, std::initializer_list<quint64> question) const { return int(roll(question) % quint64(count)); }

    /// A text as part of a question: the same on every machine (FNV-1a), which qHash is not.
    static quint64 of(const QString &text)
    {
        quint64 hash = 0xcbf29ce484222325ULL;
        for (const QChar c : text)
            hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
        return hash;
    }

private:
    static quint64 mixed(quint64 x)
    {
        x += 0x9e3779b97f4a7c15ULL;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }

    quint64 m_seed;
};

} // namespace graticule

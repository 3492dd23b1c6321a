// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/records/recordscript.h"

#include <random>

namespace graticule::testing {

/// Changes a record and its heads at random; reads, checks and parses them: nothing may crash or hang, and no record
/// may be believed that is not as it was.
class RecordDamage
{
public:
    RecordDamage()
    {
        for (const char *name : {"a", "b", "c"})
            m_script.pause(name);
        m_script.record->flush();
        m_whole = m_script.bytes();
        m_heads = RecordScript::contentOf(m_script.place().heads());
    }

    const QByteArray &whole() const { return m_whole; }

    /// Empty: all is well; else what was believed.
    QString tryOne(quint64 seed)
    {
        std::mt19937_64 random(seed);
        const QByteArray bytes = changed(m_whole, random);
        const auto verdict = checked(bytes);
        parse(bytes);
        (void)RecordHead::read(changed(m_heads, random));
        const bool isPrefix = m_whole.startsWith(bytes) && (bytes.isEmpty() || bytes.endsWith('\n'));
        if (bytes != m_whole && !isPrefix && verdict.isWhole())
            return QStringLiteral("seed %1 was believed").arg(seed);
        return {};
    }

    /// Any bytes at all, as the corpus keeps them.
    void parse(const QByteArray &bytes) const
    {
        RecordScript::write(m_script.path("fuzz"), bytes);
        RecordNames names(m_script.path("fuzz")); // a table of names is lines of JSON, too
        (void)names.read();
        (void)RecordReader(m_script.path("fuzz"), names).read({}, [](const RecordedAct &) { return true; });
        (void)checked(bytes);
        (void)RecordHead::read(bytes);
        for (const QByteArray &line : bytes.split('\n')) {
            if (const auto read = recordFromJson(line.mid(kLineHead)))
                (void)toCanonicalJson(*read);
        }
    }

private:
    RecordVerdict checked(const QByteArray &bytes) const
    {
        RecordScript::write(m_script.path("checked"), bytes);
        RecordCheck check;
        check.threads = 1;
        const auto verdict = check.run(m_script.path("checked"));
        return verdict ? *verdict : RecordVerdict{};
    }

    static QByteArray changed(QByteArray bytes, std::mt19937_64 &random)
    {
        for (auto times = random() % 4 + 1; times > 0 && !bytes.isEmpty(); --times) {
            const auto at = qsizetype(random() % quint64(bytes.size()));
            const auto length = qsizetype(random() % 700);
            switch (random() % 5) {
            case 0:
                bytes[at] = char(random());
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.mid(at, length));
                break;
            case 3:
                bytes.insert(at, QByteArray(length, char(random())));
                break;
            default:
                bytes.truncate(at);
            }
        }
        return bytes;
    }

    RecordScript m_script;
    QByteArray m_whole;
    QByteArray m_heads;
};

} // namespace graticule::testing

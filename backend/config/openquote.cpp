// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/openquote.h"

namespace graticule {
namespace {

/// Walks through the text, knowing where a quote begins a quoted text and where it is a letter like others.
class QuoteScanner
{
public:
    explicit QuoteScanner(const QByteArray &yaml)
        : m_yaml(yaml)
    {
    }

    LongQuote find()
    {
        LongQuote first;
        for (; m_at < m_yaml.size(); ++m_at) {
            const char c = m_yaml[m_at];
            if (c == '\n')
                endLine();
            else if (c == '#' && (m_lineIsEmpty || isBlank(m_yaml[m_at - 1])))
                skipComment();
            else if ((c == '|' || c == '>') && m_mayBegin)
                return {}; // a block text
            else if ((c == '"' || c == '\'') && m_mayBegin)
                note(first, c);
            else
                step(c);
        }
        return first;
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

    void endLine()
    {
        ++m_line;
        m_lineIsEmpty = true;
        m_mayBegin = true;
    }
    void skipComment()
    {
        while (m_at + 1 < m_yaml.size() && m_yaml[m_at + 1] != '\n')
            ++m_at;
    }
    /// A value may begin after "key:", "- " and, within brackets, after a comma.
    void step(char c)
    {
        if (isBlank(c))
            return;
        const bool isFollowed = m_at + 1 >= m_yaml.size() || isBlank(m_yaml[m_at + 1]) || m_yaml[m_at + 1] == '\n';
        const bool opens = c == '[' || c == '{';
        const bool isItem = c == '-' && m_lineIsEmpty && isFollowed;
        if (opens && m_mayBegin)
            ++m_depth;
        if ((c == ']' || c == '}') && m_depth > 0)
            --m_depth;
        const bool isKeyed = m_at > 0 && (m_yaml[m_at - 1] == '"' || m_yaml[m_at - 1] == '\''); // {"a":"b"}
        m_mayBegin = (c == ':' && (isFollowed || isKeyed)) || isItem || (m_depth > 0 && (opens || c == ','));
        m_lineIsEmpty = m_lineIsEmpty && isItem;
    }
    /// At an opening quote: goes to the closing one.
    void note(LongQuote &first, char quote)
    {
        const int begin = m_line;
        bool isClosed = false;
        while (!isClosed && ++m_at < m_yaml.size()) {
            const char c = m_yaml[m_at];
            const bool isDoubled = quote == '\'' && c == quote && m_yaml.mid(m_at + 1, 1) == "'";
            if (c == '\n')
                ++m_line;
            else if (isDoubled || (quote == '"' && c == '\\'))
                ++m_at;
            else
                isClosed = c == quote;
        }
        m_mayBegin = false;
        m_lineIsEmpty = false;
        if (!isClosed || (first.begin == 0 && m_line > begin))
            first = {begin, m_line, isClosed};
    }

    const QByteArray &m_yaml;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;           ///< of brackets
    bool m_lineIsEmpty = true; ///< so far
    bool m_mayBegin = true;    ///< a value, here
};

} // namespace

LongQuote findLongQuote(const QByteArray &yaml)
{
    return QuoteScanner(yaml).find();
}

} // namespace graticule

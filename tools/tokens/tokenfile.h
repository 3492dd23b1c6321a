// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <stdexcept>
#include <utility>

namespace graticule {

/// What is wrong with tokens.json or with a template, in words for the person who edits it.
class TokenError : public std::runtime_error
{
public:
    explicit TokenError(const QString &text)
        : std::runtime_error(text.toStdString())
    {
    }
};

/// tokens.json, checked: both themes name the same colours, every colour is #RRGGBB. Colours inside arrays and objects
/// get one flat name: "heat": [..] is heat0, heat1 ..; "series": {"p50": ..} is seriesP50.
class TokenFile
{
public:
    using Colours = QList<std::pair<QString, quint32>>; ///< sorted by name; 0xRRGGBB

    /// Throws TokenError.
    explicit TokenFile(const QByteArray &json);

    const Colours &dark() const { return m_dark; }
    const Colours &light() const { return m_light; }
    /// `theme` in high contrast: with the colours that the section "contrast" exchanges, if there is one. Throws
    /// TokenError when that names what is no colour.
    Colours contrast(const Colours &theme) const;
    /// One of the sections beside "themes", such as "size". Throws TokenError if there is none.
    QJsonObject section(const QString &name) const;
    /// The text that stands for {{path}} in a template: a colour of `theme` ("text2") or a number ("size.control").
    QString text(const Colours &theme, const QString &path) const;

private:
    Colours flatten(const QJsonObject &theme) const;

    QJsonObject m_root;
    Colours m_dark;
    Colours m_light;
};

} // namespace graticule

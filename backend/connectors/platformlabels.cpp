// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/platformlabels.h"

#include <QRegularExpression>

#include <algorithm>

namespace graticule {
namespace {

constexpr qsizetype kMostLabels = 64;
constexpr int kMostRead = 20000; // of a hostile list; more are not even looked at

bool isRead(const QString &key)
{
    static constexpr QLatin1String prefixes[] = {
        QLatin1String("graticule.dev/"),      QLatin1String("com.docker.compose."),
        QLatin1String("com.docker.stack."),   QLatin1String("com.docker.swarm."),
        QLatin1String("app.kubernetes.io/"),  QLatin1String("topology.kubernetes.io/"),
        QLatin1String("failure-domain.beta.")};
    return std::any_of(std::begin(prefixes), std::end(prefixes), [&](QLatin1String p) { return key.startsWith(p); });
}

bool isAcceptable(const QString &key, const QString &value)
{
    static const QRegularExpression secret(
        QStringLiteral("passw|passphrase|secret|token|credential|basicauth|api[-_.]?key|private[-_.]?key"),
        QRegularExpression::CaseInsensitiveOption);
    return !key.isEmpty() && key.size() <= 256 && value.size() <= 1024 && !secret.match(key).hasMatch();
}

} // namespace

void PlatformLabels::add(const QString &key, const QString &value)
{
    if (++m_looked <= kMostRead && isAcceptable(key, value))
        (isRead(key) ? m_first : m_rest).insert(key, value);
}

Labels PlatformLabels::take()
{
    while (m_first.size() > kMostLabels)
        m_first.erase(std::prev(m_first.end()));
    for (auto it = m_rest.cbegin(); it != m_rest.cend() && m_first.size() < kMostLabels; ++it)
        m_first.insert(it.key(), it.value());
    return std::move(m_first);
}

} // namespace graticule

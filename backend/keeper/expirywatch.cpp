// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/expirywatch.h"

#include "backend/authority/certificate.h"

#include <QFile>

#include <utility>

namespace graticule {

ExpiryWatch::ExpiryWatch(QString certificateFile, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(std::move(certificateFile))
    , m_clock(clock)
{
}

void ExpiryWatch::start()
{
    look();
    m_clock.after(kLookEvery, this, [this] { start(); });
}

void ExpiryWatch::look()
{
    QFile file(m_file);
    const auto facts =
        file.open(QIODevice::ReadOnly) ? readCertificate(file.read(1'000'000)) : readCertificate(QByteArray());
    if (!facts) {
        Q_EMIT said(QStringLiteral("%1: the keeper's certificate cannot be read").arg(m_file));
        return;
    }
    const Instant now = m_clock.now();
    if (facts->notAfter < now + kSoon)
        Q_EMIT said(QStringLiteral(
                        "%1: the keeper's certificate %2 on %3; \"graticuled rotate\" renews one of its own authority.")
                        .arg(m_file, facts->notAfter < now ? QStringLiteral("has expired") : QStringLiteral("expires"),
                             toIso(facts->notAfter).left(10)));
}

} // namespace graticule

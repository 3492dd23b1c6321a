// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace graticule::testing {

/// The real Docker Engines that tests/peers/docker started for this test run.
///
/// A test that uses them is declared with `graticule_tests(... NEEDS docker)` and begins with
///
///     if (!m_engines.running())
///         QSKIP(qPrintable(m_engines.whyNot()));
///
/// The skip is counted by ./test. All calls block the calling thread for as long as the engine needs.
class DockerEngines
{
public:
    struct Engine
    {
        QString name;     ///< "dub": also its host name, its label graticule.dev/site and its Docker context
        QString region;   ///< label graticule.dev/region; empty for an engine without a place, as the next two are
        QString country;  ///< label graticule.dev/country, ISO 3166-1 alpha-2
        QString position; ///< label graticule.dev/position, "latitude,longitude" in degrees
        QString socket;   ///< path of its unix socket
        QString address;  ///< "tcp://127.0.0.1:PORT", TLS with client certificates
    };

    /// Reads what the script wrote; starts nothing.
    DockerEngines();

    bool running() const { return !m_engines.isEmpty(); }
    QString whyNot() const { return m_whyNot; }
    const QList<Engine> &engines() const { return m_engines; }
    const Engine &engine(const QString &name) const;

    /// Directory for DOCKER_CONFIG, with one context per engine.
    QString configDirectory() const { return m_config; }
    /// A file of the certificates' folder: ca.pem, cert.pem and key.pem; stranger-cert.pem and stranger-key.pem, which
    /// no engine trusts.
    QString certificate(const QString &file) const { return m_tls + QLatin1Char('/') + file; }

    /// Breaks or mends one engine: kill, restart, freeze, thaw, unhealthy, healthy, expire, renew. False when the
    /// script failed; what it said was then written to the test's log.
    bool fault(const QString &name, const QString &what) const;

    /// What the docker client prints on that engine, e.g. client("dub", {"ps", "-aq"}).
    QByteArray client(const QString &name, const QStringList &arguments) const;

    /// Mends everything that fault() may have broken, for a test's cleanup().
    void mendAll() const;

private:
    QList<Engine> m_engines;
    QString m_config;
    QString m_tls;
    QString m_whyNot;
};

} // namespace graticule::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/connectiontest.h"

#include "backend/connectors/connectionstate.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

const QString kReach = phrase("phrase.step-reach");
const QString kSignIn = phrase("phrase.step-sign-in");
const QString kList = phrase("phrase.step-list");
const QString kAgain = phrase("phrase.step-again");

QString count(size_t number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(number).arg(QLatin1String(number == 1 ? one : many));
}

} // namespace

void ConnectionTest::run(const ConnectorType &type, const ConnectionConfig &config, const Surroundings &surroundings,
                         Steps steps, QObject *parent)
{
    auto *test = new ConnectionTest(type, config, surroundings, std::move(steps), parent);
    test->begin(type.check ? type.check(config) : QStringList());
}

ConnectionTest::ConnectionTest(const ConnectorType &type, const ConnectionConfig &config,
                               const Surroundings &surroundings, Steps steps, QObject *parent)
    : QObject(parent)
    , m_steps(std::move(steps))
    , m_clock(surroundings.clock)
    , m_load(m_clock, config.budgetRequests, config.budgetBytes)
    , m_connector(
          type.create({config, m_clock, m_load, surroundings.sites, surroundings.secrets, surroundings.keeperId}))
    , m_address(config.address)
{
    connect(m_connector.get(), &Connector::beat, this, &ConnectionTest::onBeat);
    connect(m_connector.get(), &Connector::listed, this, &ConnectionTest::onListed);
    connect(m_connector.get(), &Connector::failed, this, &ConnectionTest::onFailed);
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::begin(const QStringList &complaints)
{
    if (!complaints.isEmpty()) {
        failAt(phrase("phrase.step-settings"),
               {ErrorKind::Invalid, Fault::Input, complaints.join(QStringLiteral("; ")), std::nullopt});
        return;
    }
    m_clock.after(kDeadline, this, [this] {
        onFailed(saidError(ErrorKind::TimedOut, Fault::Endpoint, "session.no-answer",
                           {m_address, argument(Milliseconds(kDeadline))}));
    });
    m_connector->start();
    if (!m_ended)
        m_connector->probe();
}

void ConnectionTest::onBeat(const Beat &beat)
{
    if (m_ended)
        return;
    QStringList details;
    if (beat.latencyMs >= 0)
        details.append(QStringLiteral("%1 ms").arg(qRound64(beat.latencyMs)));
    if (!std::exchange(m_reached, true)) {
        if (!beat.version.isEmpty())
            details.append(beat.version);
        details += remarksOn(beat, m_clock.now());
        pass(kReach, details.join(QStringLiteral(", ")));
        pass(kSignIn, {});
    } else if (m_listed) {
        pass(kAgain, details.join(QStringLiteral(", ")), /*finished=*/true);
        end();
    }
}

void ConnectionTest::onListed(const FleetDelta &all)
{
    if (m_ended || std::exchange(m_listed, true))
        return;
    if (m_reached) {
        pass(kList, QStringLiteral("%1, %2, %3")
                        .arg(count(all.sites.upserted.size(), "site", "sites"),
                             count(all.placements.upserted.size(), "service placement", "service placements"),
                             count(all.assets.upserted.size(), "asset", "assets")));
        m_connector->probe();
    } else {
        // Its beat is still under way; it comes first for people.
        m_listed = false;
        m_clock.after(Milliseconds(20), this, [this, all] { onListed(all); });
    }
}

void ConnectionTest::onFailed(const Error &error)
{
    if (m_ended)
        return;
    switch (error.kind) {
    case ErrorKind::Refused:
        if (!m_reached)
            pass(kReach, {});
        failAt(kSignIn, error);
        return;
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
        if (!m_reached)
            pass(kReach, {});
        failAt(kList, error);
        return;
    default:
        failAt(!m_reached ? kReach : (m_listed ? kAgain : kList), error);
    }
}

void ConnectionTest::pass(const QString &text, const QString &detail, bool finished)
{
    m_steps({text, detail, true, {}, finished});
}

void ConnectionTest::failAt(const QString &text, const Error &error)
{
    end();
    m_steps({text, {}, false, error, true});
}

void ConnectionTest::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_connector->disconnect(this);
    m_connector->stop();
    deleteLater();
}

} // namespace graticule

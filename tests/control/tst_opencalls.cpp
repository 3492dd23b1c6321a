// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlservice.h"
#include "backend/control/opencalls.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

/// A call that only notes how it was ended.
class NotedCall : public OpenCall
{
public:
    void end(const std::string &why) override { ended = QString::fromStdString(why); }

    QString ended;
};

Shown shownWith(const char *fingerprint)
{
    Shown shown;
    shown.hasCertificate = true;
    shown.commonName = QStringLiteral("alice");
    shown.fingerprint = fingerprint;
    return shown;
}

} // namespace

/// Open calls and the rules of the moment: what is forbidden does not stay open, whichever comes first.
class TestOpenCalls : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rules = {};
        m_rules.hasRegister = true;
        m_rules.enrolled = {{"aa", {CallerRole::Operator, kLater}}};
        ServerOptions options;
        options.access = m_rules;
        m_state = std::make_unique<ServiceState>(options, m_hub, m_keeper, nullptr, &m_backend);
        m_state->setNow(kNow);
    }

    void whatWasOpenIsEndedWhenItIsForbidden()
    {
        const auto call = std::make_shared<NotedCall>();
        QVERIFY(m_state->add(call, shownWith("aa"), Permission::View).ok());
        revoke("aa");
        QCOMPARE(call->ended, QStringLiteral("what you may do on this keeper has changed"));
    }

    // A Watch is looked at, begun, and then noted: a revocation that comes between must find it all the same.
    void whatWasForbiddenJustBeforeItIsNotedIsRefused()
    {
        QVERIFY(!m_state->caller(shownWith("aa")).isRevoked);
        revoke("aa");
        QCOMPARE(int(m_state->add(std::make_shared<NotedCall>(), shownWith("aa"), Permission::View).error_code()),
                 int(grpc::StatusCode::UNAUTHENTICATED));
    }

    void whatExpiresIsEndedAndRefused()
    {
        const auto call = std::make_shared<NotedCall>();
        QVERIFY(m_state->add(call, shownWith("aa"), Permission::View).ok());
        m_state->setNow(kLater - Milliseconds(1));
        QCOMPARE(call->ended, QString());
        m_state->setNow(kLater);
        QCOMPARE(call->ended, QStringLiteral("what you may do on this keeper has changed"));
        QVERIFY(m_state->caller(shownWith("aa")).isExpired);
        QVERIFY(!m_state->add(std::make_shared<NotedCall>(), shownWith("aa"), Permission::View).ok());
    }

    void anExpiredCertificateIsNotLetInByItsName()
    {
        m_rules.certificates = {{QStringLiteral("*"), CallerRole::Viewer}};
        m_state->setAccess(m_rules);
        m_state->setNow(kLater);
        QCOMPARE(permissionWords(m_state->caller(shownWith("aa")).permissions), QStringList());
        QCOMPARE(permissionWords(m_state->caller(shownWith("bb")).permissions), QStringList{QStringLiteral("view")});
    }

    /// A day of progress, told to somebody who does not read.
    void whoDoesNotReadIsLetGoOf()
    {
        struct Message
        {
            std::shared_ptr<int> whole;
        };
        const Message message{std::make_shared<int>(1)};
        const auto call = std::make_shared<ProgressCall<Message>>(
            std::shared_ptr<ServiceState>(m_state.get(), [](ServiceState *) {}));
        const auto kept = [&] { return size_t(message.whole.use_count()) - 1; };
        for (size_t i = 0; i < call->kMostWaiting; ++i)
            call->push(message, false);
        QCOMPARE(kept(), call->kMostWaiting);
        for (int i = 0; i < 100; ++i)
            call->push(message, false);
        QCOMPARE(kept(), size_t(1)); // which is being written
    }

private:
    static constexpr Instant kNow = Instant(Milliseconds(1'000'000'000'000));
    static constexpr Instant kLater = kNow + std::chrono::hours(1);

    void revoke(const char *fingerprint)
    {
        m_rules.enrolled.remove(fingerprint);
        m_rules.revoked.insert(fingerprint);
        m_state->setAccess(m_rules);
    }

    AccessRules m_rules;
    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
    QObject m_backend;
    std::unique_ptr<ServiceState> m_state;
};

QTEST_GUILESS_MAIN(TestOpenCalls)
#include "tst_opencalls.moc"

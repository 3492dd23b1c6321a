// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/issuer.h"
#include "backend/domain/manualclock.h"
#include "backend/keeper/expirywatch.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace graticule;

/// A keeper that runs for a year says in time that its certificate ends.
class TestExpiryWatch : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(kNow);
        m_watch = std::make_unique<ExpiryWatch>(file(), *m_clock);
        connect(m_watch.get(), &ExpiryWatch::said, this, [this](const QString &line) { m_said.append(line); });
    }
    void cleanup()
    {
        m_watch.reset();
        m_said.clear();
    }

    void saysSoEveryDayInTheLastThirty()
    {
        makeCertificate(kNow + std::chrono::days(100));
        m_watch->start();
        m_clock->advance(std::chrono::days(70));
        QCOMPARE(m_said, QStringList());
        m_clock->advance(std::chrono::days(1));
        const QString line =
            QStringLiteral("%1: the keeper's certificate %2 on 2027-03-02; \"graticuled rotate\" renews "
                           "one of its own authority.");
        QCOMPARE(m_said, QStringList{line.arg(file(), QStringLiteral("expires"))});
        m_clock->advance(std::chrono::days(30));
        QCOMPARE(m_said.size(), 31);
        QCOMPARE(m_said.last(), line.arg(file(), QStringLiteral("has expired")));
    }

    void looksAtTheOneThatIsThereNow()
    {
        makeCertificate(kNow + std::chrono::days(20));
        m_watch->start();
        QCOMPARE(m_said.size(), 1);
        makeCertificate(kNow + std::chrono::days(100));
        m_clock->advance(std::chrono::days(3));
        QCOMPARE(m_said.size(), 1);
    }

    void saysThatItIsGone()
    {
        makeCertificate(kNow + std::chrono::days(100));
        m_watch->start();
        QVERIFY(QFile::remove(file()));
        m_clock->advance(std::chrono::days(1));
        QCOMPARE(m_said, QStringList{QStringLiteral("%1: the keeper's certificate cannot be read").arg(file())});
    }

private:
    static constexpr Instant kNow = Instant(Milliseconds(1'795'305'600'000)); // 2026-11-22

    QString file() const { return m_folder.filePath(QStringLiteral("server.pem")); }

    void makeCertificate(Instant until) const
    {
        CertificateOrder order;
        order.use = CertificateOrder::For::Authority;
        order.name = QStringLiteral("keeper");
        order.from = kNow;
        order.until = until;
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(makeAuthority(order).value().certificate);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ExpiryWatch> m_watch;
    QStringList m_said;
};

QTEST_GUILESS_MAIN(TestExpiryWatch)
#include "tst_expirywatch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settingsstore.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;

namespace {

/// "appearance=dark bytes=si ...", by key.
QString text(const QVariantMap &words)
{
    QStringList all;
    for (auto it = words.begin(); it != words.end(); ++it)
        all << it.key() + u'=' + it->toString();
    return all.join(u' ');
}

} // namespace

class TestSettings : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAsWords()
    {
        QCOMPARE(text(Settings().toMap()),
                 QStringLiteral("appearance=dark bytes=si contrast=usual density=dense language= motion=system "
                                "scale=100 start=restore times=utc"));
        QVERIFY(Settings::fromMap({}).isDefault());
    }

    void everyChoiceComesBack()
    {
        Settings chosen;
        chosen.appearance = Settings::Appearance::System;
        chosen.highContrast = true;
        chosen.scale = 125;
        chosen.density = Settings::Density::Comfortable;
        chosen.motion = Settings::Motion::Reduced;
        chosen.language = QStringLiteral("de");
        chosen.units = {.iecBytes = true, .localTime = true};
        chosen.start = Settings::Start::Overview;
        QCOMPARE(text(chosen.toMap()),
                 QStringLiteral("appearance=system bytes=iec contrast=high density=comfortable language=de "
                                "motion=reduced scale=125 start=overview times=utc-and-local"));
        QCOMPARE(Settings::fromMap(chosen.toMap()), chosen);
    }

    /// A newer version's word is used as the default, and is still there when this version has written the file.
    void whatIsNotUnderstoodIsKept()
    {
        const QVariantMap newer{{QStringLiteral("appearance"), QStringLiteral("sepia")},
                                {QStringLiteral("scale"), QStringLiteral("137")},
                                {QStringLiteral("language"), QStringLiteral("../../etc")},
                                {QStringLiteral("motion"), QStringLiteral("reduced")}};
        Settings settings = Settings::fromMap(newer);
        QCOMPARE(settings.appearance, Settings::Appearance::Dark);
        QCOMPARE(settings.scale, 100);
        QCOMPARE(settings.language, QString());
        QCOMPARE(settings.motion, Settings::Motion::Reduced);
        QCOMPARE(settings.toMap().value(QStringLiteral("appearance")), QStringLiteral("sepia"));
        QCOMPARE(settings.toMap().value(QStringLiteral("scale")), QStringLiteral("137"));

        settings.appearance = Settings::Appearance::Light; // a person's choice here wins
        QCOMPARE(settings.toMap().value(QStringLiteral("appearance")), QStringLiteral("light"));
    }

    void changesAreToldOnce()
    {
        SettingsStore store;
        QSignalSpy changed(&store, &SettingsStore::changed);
        Settings wanted = store.settings();
        store.set(wanted);
        QCOMPARE(changed.size(), 0);
        wanted.scale = 150;
        store.set(wanted);
        store.set(wanted);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/connectionfields.h"
#include "backend/domain/optionschema.h"
#include "tests/testing/test.h"

using namespace graticule;

class TestOptionSchema : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsRule_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("trouble");
        const auto row = [](OptionKind kind, const QString &value, const char *trouble) {
            QTest::addRow("%d %s", int(kind), qPrintable(value.left(20)))
                << int(kind) << value << QString(QLatin1String(trouble));
        };
        row(OptionKind::Text, QStringLiteral("anything \u7d71"), "");
        row(OptionKind::Text, QStringLiteral("a\nb"), "must not hold line breaks or other control characters");
        row(OptionKind::Text, QString(5000, QLatin1Char('x')), "is longer than 4096 characters");
        row(OptionKind::Unknown, QStringLiteral("of a newer keeper"), "");
        row(OptionKind::Number, QStringLiteral("7.5"), "");
        row(OptionKind::Number, QStringLiteral("seven"), "must be a number");
        row(OptionKind::Number, QStringLiteral("nan"), "must be a number");
        row(OptionKind::Number, QStringLiteral("inf"), "must be a number");
        row(OptionKind::Number, QStringLiteral("0"), "must be from 1 to 9");
        row(OptionKind::Flag, QStringLiteral("yes"), "");
        row(OptionKind::Flag, QStringLiteral("true"), "must be yes or no");
        row(OptionKind::Choice, QStringLiteral("b"), "");
        row(OptionKind::Choice, QStringLiteral("d"), "must be one of a, b");
        row(OptionKind::File, QStringLiteral("/etc/ca.pem"), "");
        row(OptionKind::File, QStringLiteral("ca.pem"),
            "must be an absolute path on the keeper's computer, as in /etc/graticule/file");
        row(OptionKind::Secret, QStringLiteral("env:TOKEN"), "");
        row(OptionKind::Secret, QStringLiteral("hunter2"),
            "must say where the secret is, not what it is: file:/path (readable by you only), env:NAME or "
            "credential:NAME");
        row(OptionKind::Pairs, QStringLiteral("a=b\nc=d=e"), "");
        row(OptionKind::Pairs, QStringLiteral("a=b\nrubbish"),
            "needs a key and a value in each line, as in graticule.dev/region=Europe");
    }
    void eachKindHasItsRule()
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        OptionSchema option;
        option.kind = OptionKind(kind);
        option.least = 1;
        option.most = 9;
        option.choices = {QStringLiteral("a"), QStringLiteral("b")};
        QTEST(optionTrouble(option, value), "trouble");
    }

    void patternsAndWhatIsRequired()
    {
        OptionSchema option;
        option.help = QStringLiteral("the role to watch");
        QCOMPARE(optionTrouble(option, {}), QString());
        option.required = true;
        QCOMPARE(optionTrouble(option, QStringLiteral("  ")), QStringLiteral("is missing: the role to watch"));
        option.pattern = QStringLiteral("[a-z]+|[0-9]+");
        option.example = QStringLiteral("abc");
        QCOMPARE(optionTrouble(option, QStringLiteral("abc")), QString());
        QCOMPARE(optionTrouble(option, QStringLiteral("abc1")), QStringLiteral("must have the form of abc"));
        option.pattern = QStringLiteral("(");
        QCOMPARE(optionTrouble(option, QStringLiteral("abc1")), QString()); // a rule that is none forbids nothing
    }

    void fieldsAreReadAndSetByTheirNames()
    {
        const QList<std::pair<const char *, const char *>> all{{"name", "n"},
                                                               {"type", "docker"},
                                                               {"address", "a"},
                                                               {"place.site", "fra1"},
                                                               {"place.city", "Frankfurt am Main"},
                                                               {"place.position", "50.11,8.68"},
                                                               {"place.country", "DE"},
                                                               {"place.region", "Europe"},
                                                               {"labels", "a=b=c\nx=y"},
                                                               {"tls.ca", "/ca"},
                                                               {"tls.certificate", "/c"},
                                                               {"tls.key", "/k"},
                                                               {"tls.server-name", "s"},
                                                               {"token", "env:T"},
                                                               {"options.proxy", "p"},
                                                               {"budget.requests-per-second", "2.5"},
                                                               {"budget.bytes-per-second", "0"}};
        ConnectionConfig config;
        QStringList names;
        for (const auto &[name, value] : all) {
            setField(config, QLatin1String(name), QLatin1String(" ") + QLatin1String(value) + QLatin1String("\n"));
            QCOMPARE(fieldOf(config, QLatin1String(name)), QLatin1String(value));
            names << QLatin1String(name);
        }
        QCOMPARE(changedFields(ConnectionConfig(), config), names);
        QCOMPARE(config.labels.value(QStringLiteral("a")), QStringLiteral("b=c"));
        setField(config, QStringLiteral("budget.requests-per-second"), QStringLiteral("many"));
        QCOMPARE(config.budgetRequests, 2.5);
        QCOMPARE(config.labels.value(QStringLiteral("graticule.dev/city")), QStringLiteral("Frankfurt am Main"));
        for (const QString &name : std::as_const(names))
            setField(config, name, {});
        QVERIFY(config == ConnectionConfig());
        setField(config, QStringLiteral("no.such"), QStringLiteral("x"));
        QVERIFY(config == ConnectionConfig());
    }

    void aPlaceAmongTheLabelsIsTakenAsOne()
    {
        ConnectionConfig config;
        setField(config, QStringLiteral("place.city"), QStringLiteral("Dublin"));
        setField(config, QStringLiteral("labels"), QStringLiteral("tier=1"));
        QCOMPARE(fieldOf(config, QStringLiteral("place.city")), QStringLiteral("Dublin")); // stays
        setField(config, QStringLiteral("labels"), QStringLiteral("tier=1\ngraticule.dev/city=Cork"));
        QCOMPARE(fieldOf(config, QStringLiteral("place.city")), QStringLiteral("Cork"));
        QCOMPARE(fieldOf(config, QStringLiteral("labels")), QStringLiteral("tier=1"));
    }
};

QTEST_GUILESS_MAIN(TestOptionSchema)
#include "tst_optionschema.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/valuecodec.h"
#include "tests/testing/test.h"

#include <control.pb.h>

using namespace graticule;
namespace v1 = control::v1;

class TestValueCodec : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void optionsTravelWhole()
    {
        OptionSchema full{QStringLiteral("tls.ca"), QStringLiteral("Help."), QStringLiteral("fallback"), true};
        full.kind = OptionKind::Choice;
        full.group = OptionGroup::Tls;
        full.title = QStringLiteral("Title \u7d71");
        full.example = QStringLiteral("example");
        full.choices = {QStringLiteral("a"), QStringLiteral("b")};
        full.pattern = QStringLiteral("[a-b]");
        full.least = -1.5;
        full.most = 1e12;
        full.advanced = true;
        ConnectorTypeInfo type{QStringLiteral("x"), QStringLiteral("X"), QStringLiteral("help"), {full}};
        type.fields = {full, OptionSchema{QStringLiteral("plain")}};
        type.addressExample = QStringLiteral("x://");
        type.addressOptional = true;
        v1::TypesReply message;
        encode(QList<ConnectorTypeInfo>{type}, &message);
        v1::TypesReply read;
        QVERIFY(read.ParseFromString(message.SerializeAsString()));
        const QList<ConnectorTypeInfo> types = decode(read);
        QCOMPARE(types.size(), 1);
        QVERIFY(types[0].options == type.options);
        QVERIFY(types[0].fields == type.fields);
        QCOMPARE(types[0].addressExample, type.addressExample);
        QVERIFY(types[0].addressOptional);
    }

    /// A keeper that knows less than we do, and one that knows more.
    void neighboursAreUnderstood()
    {
        v1::TypesReply message;
        v1::ConnectorType *type = message.add_types();
        type->set_type("old");
        type->add_options()->set_name("colour");
        v1::OptionSchema *newer = type->add_options();
        newer->set_name("shape");
        newer->set_kind(v1::OptionKind(99));
        newer->set_group(v1::OptionGroup(99));
        newer->set_most(std::numeric_limits<double>::quiet_NaN());
        const ConnectorTypeInfo read = decode(message).first();
        QVERIFY(read.fields.isEmpty());
        for (const OptionSchema &option : read.options) {
            QCOMPARE(option.kind, OptionKind::Unknown);
            QCOMPARE(option.group, OptionGroup::Unknown);
            QCOMPARE(option.most, 0.0);
            QCOMPARE(optionTrouble(option, QStringLiteral("anything")), QString());
        }
    }

    /// Offsets are worked out with it.
    void aClockThatCannotBeIsNone()
    {
        v1::Description message;
        for (const qint64 ms : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(-1)}) {
            message.set_at_ms(ms);
            QCOMPARE(decode(message).at, kNever);
        }
        message.set_at_ms(1'795'370'000'000);
        QCOMPARE(toMs(decode(message).at), 1'795'370'000'000);
    }
};

QTEST_GUILESS_MAIN(TestValueCodec)
#include "tst_valuecodec.moc"

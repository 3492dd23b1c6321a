// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/commonfields.h"
#include "tests/ui/windowfixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace graticule::testing {

inline const char *const kFormFleet = R"(
connection docker-ams address=tcp://ams2:2376 seen=-2s
connection edge-jnb type=grpc address=gw:443 state=unreachable since=-6min error="No answer" fault=network retry=+9s
)";

inline OptionSchema option(const char *name, OptionKind kind, OptionGroup group = OptionGroup::Own)
{
    OptionSchema schema{QLatin1String(name)};
    schema.kind = kind;
    schema.group = group;
    return schema;
}

inline QList<OptionSchema> placeSchemas()
{
    const std::vector<OptionSchema> fields = placeFieldSchemas();
    return {fields.begin(), fields.end()};
}

inline QList<ConnectorTypeInfo> kinds()
{
    ConnectorTypeInfo docker{QStringLiteral("docker"), QStringLiteral("Docker Engine"), QStringLiteral("a socket"), {}};
    docker.fields = {option("tls.ca", OptionKind::File, OptionGroup::Tls),
                     option("token", OptionKind::Secret, OptionGroup::Credentials),
                     option("labels", OptionKind::Pairs, OptionGroup::Declared),
                     option("budget.requests-per-second", OptionKind::Number, OptionGroup::Budget)};
    docker.fields[0].title = QStringLiteral("CA");
    docker.fields << placeSchemas();
    OptionSchema stats = option("stats", OptionKind::Flag);
    stats.fallback = QStringLiteral("yes");
    OptionSchema proxy = option("proxy", OptionKind::Text);
    proxy.advanced = true;
    docker.options = {stats, proxy};
    ConnectorTypeInfo host{QStringLiteral("host"), QStringLiteral("This machine"), {}, {}};
    host.addressOptional = true;
    host.fields << placeSchemas() << option("labels", OptionKind::Pairs, OptionGroup::Declared);
    ConnectorTypeInfo kubernetes{QStringLiteral("kubernetes"), QStringLiteral("Kubernetes"), {}, {}};
    kubernetes.options = {option("context", OptionKind::Text)};
    return {docker, host, kubernetes};
}

inline ConnectionConfig dockerAms()
{
    ConnectionConfig config;
    config.id = FleetScript::connectionId(QStringLiteral("docker-ams"));
    config.name = QStringLiteral("docker-ams");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("tcp://ams2:2376");
    config.caFile = QStringLiteral("/etc/ca.pem");
    config.token = QStringLiteral("env:TOKEN");
    config.options = {{QStringLiteral("of-a-newer-keeper"), QStringLiteral("kept")}};
    return config;
}

/// The page of connections over a keeper that knows two kinds.
class Form : public WindowFixture
{
public:
    Form()
        : WindowFixture(QString::fromUtf8(kFormFleet))
    {
        commands.types = kinds();
        commands.configs = {dockerAms()};
        setLink(KeeperLink::State::Connecting);
        setLink(KeeperLink::State::Live);
        settle();
        window->showPage(QStringLiteral("connections"));
        settle();
    }

    /// The visible one: each form has its own.
    template<class Widget> Widget *find(const char *name) const
    {
        for (Widget *each : window->findChildren<Widget *>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QAbstractButton *named(const char *name) const { return find<QAbstractButton>(name); }
    QString text(const char *name) const { return find<QLabel>(name) ? find<QLabel>(name)->text() : QString(); }
    void type(const char *field, const char *words)
    {
        auto *line = find<QLineEdit>(field);
        QVERIFY2(line, field);
        line->setFocus(); // suggestions are taken by who has it
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(words));
    }
    void click(const char *name)
    {
        auto *clicked = find<QAbstractButton>(name);
        QVERIFY2(clicked, name);
        QTest::mouseClick(clicked, Qt::LeftButton);
        settle();
    }
    void unfold(const char *section) { click((QByteArray("fold:") + section).constData()); }
    void editDockerAms()
    {
        window->selectConnection(dockerAms().id);
        settle();
        QTest::mouseClick(button(QStringLiteral("Edit")), Qt::LeftButton);
        settle();
    }
};

} // namespace graticule::testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubepermissions.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

constexpr Milliseconds kKept{60'000};
constexpr qint64 kMostRules = 4 << 20;

QByteArray review(const char *kind, const QJsonObject &spec)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("apiVersion"), QStringLiteral("authorization.k8s.io/v1")},
                                     {QStringLiteral("kind"), QLatin1String(kind)},
                                     {QStringLiteral("spec"), spec}})
        .toJson(QJsonDocument::Compact);
}

ActionPermission wordFor(bool allowed)
{
    return allowed ? ActionPermission::Granted : ActionPermission::Denied;
}

bool isGood(const HttpReply &reply)
{
    return !reply.error() && reply.status() >= 200 && reply.status() < 300;
}

} // namespace

KubePermissions::KubePermissions(KubeApi &api, Clock &clock)
    : m_api(api)
    , m_clock(clock)
{
}

bool KubePermissions::isFresh(Milliseconds at) const
{
    return m_clock.steady() - at < kKept;
}

void KubePermissions::ask(const QList<KubeRight> &rights, const Answer &done)
{
    askNext(rights, {}, done);
}

void KubePermissions::forget()
{
    m_rules.clear();
    m_access.clear();
}

void KubePermissions::askNext(const QList<KubeRight> &rights, QList<ActionPermission> known, const Answer &done)
{
    if (known.size() == rights.size()) {
        done(known);
        return;
    }
    const KubeRight &right = rights[known.size()];
    const auto next = [this, rights, known, done](ActionPermission permission) {
        askNext(rights, known + QList{permission}, done);
    };
    // The rules of a namespace also tell of rights to what lies in none, but not whether they hold there.
    right.space.isEmpty() ? askAccess(right, next) : askRules(right, next);
}

void KubePermissions::askRules(const KubeRight &right, const std::function<void(ActionPermission)> &done)
{
    const auto judge = [this, right, done](const KubeRules &rules) {
        if (rules.allow(right.verb, right.group, right.resource, right.name))
            done(ActionPermission::Granted);
        else if (rules.isIncomplete)
            askAccess(right, done);
        else
            done(ActionPermission::Denied);
    };
    if (const auto known = m_rules.constFind(right.space); known != m_rules.cend() && isFresh(known->at)) {
        judge(KubeRules(known->rules)); // who is answered may have all of them forgotten
        return;
    }
    HttpRequest request = m_api.json("POST", "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                                     review("SelfSubjectRulesReview", {{QStringLiteral("namespace"), right.space}}));
    request.limits.body = kMostRules;
    m_api.send(request, this, [this, right, judge](HttpReply &reply) {
        KubeRules rules;
        rules.isIncomplete = true; // whoever cannot tell does not know them all
        if (const auto read = isGood(reply) ? parseKubeRules(reply.body()) : Result<KubeRules>(rules)) {
            rules = *read;
            m_rules.insert(right.space, {rules, m_clock.steady()});
        }
        judge(rules);
    });
}

void KubePermissions::askAccess(const KubeRight &right, const std::function<void(ActionPermission)> &done)
{
    const QString key = QStringList{right.verb, right.group, right.resource, right.space, right.name}.join(u'\n');
    if (const auto known = m_access.constFind(key); known != m_access.cend() && isFresh(known->at)) {
        done(known->permission);
        return;
    }
    QJsonObject attributes{{QStringLiteral("verb"), right.verb},
                           {QStringLiteral("group"), right.group},
                           {QStringLiteral("resource"), right.resource.section(u'/', 0, 0)},
                           {QStringLiteral("subresource"), right.resource.section(u'/', 1)},
                           {QStringLiteral("namespace"), right.space},
                           {QStringLiteral("name"), right.name}};
    HttpRequest request =
        m_api.json("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                   review("SelfSubjectAccessReview", {{QStringLiteral("resourceAttributes"), attributes}}));
    request.limits.body = kMostRules;
    m_api.send(request, this, [this, key, done](HttpReply &reply) {
        const auto allowed = isGood(reply) ? parseKubeAccess(reply.body()) : Result<bool>(Error());
        const ActionPermission permission = allowed ? wordFor(*allowed) : ActionPermission::Unknown;
        if (m_access.size() > 10'000)
            m_access.clear();
        m_access.insert(key, {permission, m_clock.steady()});
        done(permission);
    });
}

} // namespace graticule

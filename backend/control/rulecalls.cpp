// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/rulecalls.h"

#include "backend/control/clientcalls.h"
#include "backend/control/rulescodec.h"

#include <rules.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

using Async = class v1::Rules::Stub::async;

using SameAsync = class v1::SameServices::Stub::async;
using DecideMethod = UnaryMethod<SameAsync, v1::DecideSameRequest, v1::SameDecision>;

v1::DecideSameRequest requestOf(const EntityId &one, const EntityId &other)
{
    v1::DecideSameRequest request;
    request.set_one(one.utf8().toStdString());
    request.set_other(other.utf8().toStdString());
    return request;
}

SameDecision decisionFrom(const v1::SameDecision &decision)
{
    return decode(decision);
}

RulesFile fileFrom(const v1::RulesFile &file)
{
    return decode(file);
}

} // namespace

void RuleCalls::read(QObject *context, ControlCalls::Reply<RulesFile> done) const
{
    const UnaryMethod<Async, v1::ReadRulesRequest, v1::RulesFile> method = &Async::Read;
    unary<v1::Rules, RulesFile, v1::ReadRulesRequest, v1::RulesFile>(m_channel, context, method, {}, fileFrom,
                                                                     std::move(done));
}

void RuleCalls::preview(QObject *context, const QString &text, ControlCalls::Reply<RulePreview> done) const
{
    v1::PreviewRulesRequest request;
    request.set_text(text.toUtf8().toStdString());
    const UnaryMethod<Async, v1::PreviewRulesRequest, v1::RulesPreview> method = &Async::Preview;
    unary<v1::Rules, RulePreview, v1::PreviewRulesRequest, v1::RulesPreview>(
        m_channel, context, method, request, [](const v1::RulesPreview &preview) { return decode(preview); },
        std::move(done));
}

void RuleCalls::save(QObject *context, const QString &text, const std::optional<QString> &before,
                     ControlCalls::Reply<RulesFile> done) const
{
    v1::SaveRulesRequest request;
    request.set_text(text.toUtf8().toStdString());
    if (before)
        request.set_before(before->toUtf8().toStdString());
    const UnaryMethod<Async, v1::SaveRulesRequest, v1::RulesFile> method = &Async::Save;
    unary<v1::Rules, RulesFile, v1::SaveRulesRequest, v1::RulesFile>(m_channel, context, method, request, fileFrom,
                                                                     std::move(done));
}

void RuleCalls::same(QObject *context, ControlCalls::Reply<SameServices> done) const
{
    const UnaryMethod<SameAsync, v1::ListSameRequest, v1::SameServicesReply> method = &SameAsync::List;
    unary<v1::SameServices, SameServices, v1::ListSameRequest, v1::SameServicesReply>(
        m_channel, context, method, {}, [](const v1::SameServicesReply &reply) { return decode(reply); },
        std::move(done));
}

void RuleCalls::decide(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                       ControlCalls::Reply<SameDecision> done) const
{
    v1::DecideSameRequest request = requestOf(one, other);
    request.set_same(areSame);
    const DecideMethod method = &SameAsync::Decide;
    unary<v1::SameServices, SameDecision, v1::DecideSameRequest, v1::SameDecision>(m_channel, context, method, request,
                                                                                   decisionFrom, std::move(done));
}

void RuleCalls::undecide(QObject *context, const EntityId &one, const EntityId &other,
                         ControlCalls::Reply<SameDecision> done) const
{
    const DecideMethod method = &SameAsync::Undecide;
    unary<v1::SameServices, SameDecision, v1::DecideSameRequest, v1::SameDecision>(
        m_channel, context, method, requestOf(one, other), decisionFrom, std::move(done));
}

} // namespace graticule

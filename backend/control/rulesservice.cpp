// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/opencalls.h"
#include "backend/control/recordedcalls.h"
#include "backend/control/rulecommands.h"
#include "backend/control/rulescodec.h"
#include "backend/domain/saying.h"

#include <rules.grpc.pb.h>

#include <QCryptographicHash>

namespace graticule {
namespace v1 = control::v1;
namespace {

using CallPtr = std::shared_ptr<UnaryCall>;

/// By which a file of somebody can be told to be the one that was saved; as much of it as a field holds.
QString hashOf(const QString &text)
{
    return QStringLiteral("sha256 ") +
           QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

class RulesService final : public v1::Rules::CallbackService
{
public:
    explicit RulesService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *Read(grpc::CallbackServerContext *context, const v1::ReadRulesRequest *,
                                   v1::RulesFile *response) override
    {
        return ask(context, Permission::View, [response](RuleCommands &rules, const CallPtr &call) {
            call->answerWith([&] { encode(rules.rulesFile(), response); });
        });
    }

    grpc::ServerUnaryReactor *Preview(grpc::CallbackServerContext *context, const v1::PreviewRulesRequest *request,
                                      v1::RulesPreview *response) override
    {
        return ask(
            context, Permission::View,
            [text = QString::fromStdString(request->text()), response](RuleCommands &rules, const CallPtr &call) {
                rules.previewRules(text, [call, response](const RulePreview &preview) {
                    call->answerWith([&] { encode(preview, response); });
                });
            });
    }

    grpc::ServerUnaryReactor *Save(grpc::CallbackServerContext *context, const v1::SaveRulesRequest *request,
                                   v1::RulesFile *response) override
    {
        const auto before =
            request->has_before() ? std::optional(QString::fromStdString(request->before())) : std::nullopt;
        Act attempt;
        attempt.verb = QStringLiteral("rules.save");
        return ask(context, Permission::Admin,
                   [state = m_state, who = m_state->actor(*context), text = QString::fromStdString(request->text()),
                    before, response, attempt](RuleCommands &rules, const CallPtr &call) {
                       Act act = attempt;
                       act.fields = {QStringLiteral("before: ") + hashOf(rules.rulesFile().text),
                                     QStringLiteral("after: ") + hashOf(text)};
                       const auto saved = state->recorded(who, act, [&] { return rules.saveRules(text, before); });
                       if (saved)
                           call->answerWith([&] { encode(*saved, response); });
                       else
                           call->answer(statusFrom(saved.error()));
                   },
                   {attempt});
    }

private:
    template<class Task>
    grpc::ServerUnaryReactor *ask(grpc::CallbackServerContext *context, Permission needed, Task task,
                                  const Attempt &attempt = {})
    {
        return unaryCall(
            m_state, context, needed,
            [rules = m_state->options.rules, task](KeeperCommands &, const CallPtr &call) {
                if (rules)
                    task(*rules, call);
                else
                    call->answer(
                        statusFrom(saidError(ErrorKind::Unsupported, Fault::Endpoint, "rules.none", {}, std::nullopt)));
            },
            attempt);
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeRulesService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<RulesService>(std::move(state));
}

} // namespace graticule

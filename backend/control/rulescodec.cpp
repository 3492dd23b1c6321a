// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/rulescodec.h"

#include "backend/control/wirewords.h"

#include <rules.pb.h>

#include <algorithm>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostWords = 10'000;
constexpr int kMostEvidence = 10;

/// A QString may hold half a character, which is no UTF-8.
std::string utf8(const QString &text)
{
    return text.toUtf8().toStdString();
}

template<class Repeated> QStringList words(const Repeated &from)
{
    QStringList result;
    for (int i = 0; i < std::min(from.size(), kMostWords); ++i)
        result.append(textOf(from[i]));
    return result;
}

template<class Map> void encodeLabels(const Labels &from, Map &to)
{
    for (auto it = from.cbegin(); it != from.cend(); ++it)
        to[utf8(it.key())] = utf8(it.value());
}

template<class Map> Labels decodeLabels(const Map &from)
{
    Labels result;
    for (const auto &[key, value] : from) {
        if (result.size() >= kMostWords)
            break;
        result.insert(textOf(key), textOf(value));
    }
    return result;
}

void encodeCount(const RuleCount &from, v1::RuleCount *to)
{
    to->set_name(utf8(from.name));
    to->set_matched(from.matched);
    to->set_changed(from.changed);
    for (const RuleSetting &setting : from.sets) {
        v1::RuleSetting *out = to->add_sets();
        out->set_label(utf8(setting.label));
        out->set_value(utf8(setting.value));
        out->set_nodes(setting.nodes);
        out->set_services(setting.services);
        out->set_assets(setting.assets);
    }
    if (from.settings >= 0)
        to->set_settings(from.settings);
}

RuleCount decodeCount(const v1::RuleCount &from)
{
    RuleCount count{textOf(from.name()), std::max(0, from.matched()), std::max(0, from.changed())};
    for (int i = 0; i < std::min(from.sets_size(), RuleCount::kMostSets); ++i) {
        const v1::RuleSetting &setting = from.sets(i);
        count.sets.append({textOf(setting.label()), textOf(setting.value()), std::max(0, setting.nodes()),
                           std::max(0, setting.services()), std::max(0, setting.assets())});
    }
    if (from.has_settings())
        count.settings = std::max(int(count.sets.size()), from.settings());
    return count;
}

RuledThing decodeThing(const v1::RuledThing &from, int rules)
{
    RuledThing thing;
    thing.id = EntityId(QByteArray::fromStdString(from.id()));
    thing.kind = textOf(from.kind());
    thing.name = textOf(from.name());
    thing.connection = textOf(from.connection());
    thing.place = textOf(from.place());
    for (int i = 0; i < std::min(from.rules_size(), rules); ++i) {
        if (from.rules(i) >= 0 && from.rules(i) < rules)
            thing.rules.append(from.rules(i));
    }
    thing.matched = decodeLabels(from.matched());
    thing.set = decodeLabels(from.set());
    thing.notes = words(from.notes());
    for (int i = 0; i < std::min(from.changes_size(), kMostWords); ++i)
        thing.changes.append(
            {textOf(from.changes(i).label()), textOf(from.changes(i).before()), textOf(from.changes(i).after())});
    return thing;
}

void encodeTold(const ToldService &from, v1::ToldService *to)
{
    to->set_id(from.id.utf8().toStdString());
    to->set_name(utf8(from.name));
    to->set_connection(utf8(from.connection));
}

ToldService decodeTold(const v1::ToldService &from)
{
    return {EntityId(QByteArray::fromStdString(from.id())), textOf(from.name()), textOf(from.connection())};
}

void encodeWaits(const QList<WaitingConnection> &from, google::protobuf::RepeatedPtrField<v1::WaitingConnection> *to)
{
    for (const WaitingConnection &connection : from) {
        v1::WaitingConnection *out = to->Add();
        out->set_name(utf8(connection.name));
        out->set_since_ms(toMs(connection.since));
        out->set_verb(utf8(connection.verb));
        out->set_target(utf8(connection.target));
        out->set_acts(connection.acts);
    }
}

QList<WaitingConnection> decodeWaits(const google::protobuf::RepeatedPtrField<v1::WaitingConnection> &from)
{
    QList<WaitingConnection> result;
    for (int i = 0; i < std::min(from.size(), kMostWords); ++i)
        result.append({textOf(from[i].name()), instantFromMs(from[i].since_ms()), textOf(from[i].verb()),
                       textOf(from[i].target()), std::max(0, from[i].acts())});
    return result;
}

} // namespace

void encode(const RulesFile &from, v1::RulesFile *to)
{
    to->set_path(utf8(from.path));
    to->set_text(utf8(from.text));
    for (const QString &mistake : from.mistakes)
        to->add_mistakes(utf8(mistake));
    for (const QString &rule : from.rules)
        to->add_rules(utf8(rule));
    for (const WaitingConnection &connection : from.waiting)
        to->add_waiting(utf8(connection.name)); // for consoles that know no more of it
    encodeWaits(from.waiting, to->mutable_waits());
}

RulesFile decode(const v1::RulesFile &from)
{
    RulesFile file{textOf(from.path()), textOf(from.text()), words(from.mistakes()), words(from.rules()),
                   decodeWaits(from.waits())};
    for (int i = 0; file.waiting.isEmpty() && i < std::min(from.waiting_size(), kMostWords); ++i)
        file.waiting.append({textOf(from.waiting(i)), kNever, {}, {}, 0}); // of a keeper that says no more
    return file;
}

void encode(const RulePreview &from, v1::RulesPreview *to)
{
    for (const QString &mistake : from.mistakes)
        to->add_mistakes(utf8(mistake));
    for (const RuleCount &rule : from.rules)
        encodeCount(rule, to->add_rules());
    for (const RuledThing &thing : from.things) {
        v1::RuledThing *out = to->add_things();
        out->set_id(thing.id.utf8().toStdString());
        out->set_kind(utf8(thing.kind));
        out->set_name(utf8(thing.name));
        out->set_connection(utf8(thing.connection));
        out->set_place(utf8(thing.place));
        for (const int rule : thing.rules)
            out->add_rules(rule);
        encodeLabels(thing.matched, *out->mutable_matched());
        encodeLabels(thing.set, *out->mutable_set());
        for (const QString &note : thing.notes)
            out->add_notes(utf8(note));
        for (const RuledChange &change : thing.changes) {
            v1::RuledChange *changed = out->add_changes();
            changed->set_label(utf8(change.label));
            changed->set_before(utf8(change.before));
            changed->set_after(utf8(change.after));
        }
    }
    to->set_looked(from.looked);
    to->set_all(from.all);
    to->set_matched(from.matched);
    to->set_changed(from.changed);
}

RulePreview decode(const v1::RulesPreview &from)
{
    RulePreview preview;
    preview.mistakes = words(from.mistakes());
    for (int i = 0; i < std::min(from.rules_size(), kMostWords); ++i)
        preview.rules.append(decodeCount(from.rules(i)));
    for (int i = 0; i < std::min(from.things_size(), RulePreview::kMostThings); ++i)
        preview.things.append(decodeThing(from.things(i), int(preview.rules.size())));
    preview.looked = std::max(0, from.looked());
    preview.all = std::max(0, from.all());
    preview.matched = std::max(0, from.matched());
    preview.changed = std::max(0, from.changed());
    return preview;
}

void encode(const SameDecision &from, v1::SameDecision *to)
{
    encodeTold(from.one, to->mutable_one());
    encodeTold(from.other, to->mutable_other());
    to->set_same(from.isSame);
    to->set_name(utf8(from.name));
    to->set_who(utf8(from.who));
    to->set_at_ms(toMs(from.at));
    encodeWaits(from.waiting, to->mutable_waits());
}

SameDecision decode(const v1::SameDecision &from)
{
    return {decodeTold(from.one()),      decodeTold(from.other()), from.same(), textOf(from.name()), textOf(from.who()),
            instantFromMs(from.at_ms()), decodeWaits(from.waits())};
}

void encode(const SameServices &from, v1::SameServicesReply *to)
{
    for (const SameSuggestion &suggestion : from.suggestions) {
        v1::SameSuggestion *out = to->add_suggestions();
        encodeTold(suggestion.one, out->mutable_one());
        encodeTold(suggestion.other, out->mutable_other());
        for (const SameSuggestion::Evidence &evidence : suggestion.evidence) {
            v1::SameEvidence *reason = out->add_evidence();
            reason->set_reason(v1::SameReason(int(evidence.reason)));
            reason->set_value(utf8(evidence.value));
        }
    }
    for (const SameDecision &decision : from.decisions)
        encode(decision, to->add_decisions());
    to->set_more(from.more);
    encodeWaits(from.waiting, to->mutable_waits());
}

SameServices decode(const v1::SameServicesReply &from)
{
    SameServices same;
    for (int i = 0; i < std::min(from.suggestions_size(), SameServices::kMostSuggestions); ++i) {
        const v1::SameSuggestion &suggestion = from.suggestions(i);
        SameSuggestion out{decodeTold(suggestion.one()), decodeTold(suggestion.other()), {}};
        for (int e = 0; e < std::min(suggestion.evidence_size(), kMostEvidence); ++e)
            out.evidence.append({known(int(suggestion.evidence(e).reason()), SameSuggestion::Reason::Image),
                                 textOf(suggestion.evidence(e).value())});
        same.suggestions.append(out);
    }
    for (int i = 0; i < std::min(from.decisions_size(), kMostWords); ++i)
        same.decisions.append(decode(from.decisions(i)));
    same.more = std::max(0, from.more());
    same.waiting = decodeWaits(from.waits());
    return same;
}

} // namespace graticule

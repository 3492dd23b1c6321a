// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/rulebook.h"

#include "backend/connectors/pooltask.h"
#include "backend/domain/saying.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const char *code, const QStringList &arguments = {})
{
    return saidError(kind, Fault::Input, code, arguments, std::nullopt);
}

/// @p mistakes as one sentence.
QString named(const QStringList &mistakes)
{
    constexpr qsizetype kNamed = 3;
    QString text = mistakes.mid(0, kNamed).join(QStringLiteral("; "));
    if (mistakes.size() > kNamed)
        text += QStringLiteral("; and %1 more").arg(mistakes.size() - kNamed);
    return text;
}

} // namespace

RuleBook::RuleBook(QString path, const Parts &parts)
    : m_parts(parts)
{
    m_file.path = std::move(path);
    m_forgetting.setSingleShot(true);
    connect(&m_forgetting, &QTimer::timeout, this, [this] { m_kept.clear(); });
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, [this] {
        m_isGone = !isThere();
        load();
    });
}

/// A file without a byte is one that somebody is about to write, or to do away with.
bool RuleBook::isThere() const
{
    const QFileInfo info(m_file.path);
    return info.exists() && (!info.isFile() || info.size() > 0);
}

bool RuleBook::rules(const ConnectionConfig &config) const
{
    const ConnectorType *type = m_parts.registry.find(config.type);
    return type && type->isRuled;
}

QString RuleBook::name() const
{
    return QFileInfo(m_file.path).fileName();
}

QString RuleBook::read(QString &trouble) const
{
    QFile file(m_file.path);
    if (m_file.path.isEmpty() || !QFileInfo::exists(m_file.path))
        return {};
    if (!QFileInfo(m_file.path).isFile()) { // to open a pipe waits for its writer
        trouble = QStringLiteral("%1: is no plain file").arg(name());
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        trouble = QStringLiteral("%1: cannot be read: %2").arg(name(), file.errorString());
        return {};
    }
    const QByteArray bytes = file.read(kLargest + 1);
    if (bytes.size() <= kLargest)
        return QString::fromUtf8(bytes);
    trouble = QStringLiteral("%1: larger than 1 MB").arg(name());
    return {};
}

bool RuleBook::mayComeBack()
{
    if (isThere()) {
        m_gone.stop();
        m_isGone = false;
        return false;
    }
    if (!m_isLoaded || m_isGone || m_parts.sites.rules()->rules().empty())
        return false; // nothing would go
    if (!m_gone.isActive())
        m_gone.start(kGone);
    return true;
}

void RuleBook::load()
{
    if (mayComeBack())
        return;
    QString trouble;
    const QString text = read(trouble);
    if (!m_isLoaded || trouble != m_trouble || text != m_file.text)
        take(text, trouble);
}

void RuleBook::take(const QString &text, const QString &trouble)
{
    const LabelRules::Parsed parsed = LabelRules::parse(text.toUtf8(), name());
    const QStringList mistakes = trouble.isEmpty() ? parsed.mistakes : QStringList{trouble};
    m_file.text = text;
    m_trouble = trouble;
    if (mistakes != m_file.mistakes) {
        for (const QString &mistake : mistakes)
            qInfo("%s", qUtf8Printable(mistake));
    }
    m_file.mistakes = mistakes;
    const bool isFirst = !std::exchange(m_isLoaded, true);
    if ((!mistakes.isEmpty() && !isFirst) || parsed.rules == *m_parts.sites.rules())
        return;
    m_file.rules.clear();
    for (const LabelRules::Rule &rule : parsed.rules.rules())
        m_file.rules.append(rule.name);
    m_parts.sites.setRules(parsed.rules);
    qInfo("label rules: %lld in force", qlonglong(m_file.rules.size()));
    Q_EMIT changed();
}

RulesFile RuleBook::rulesFile() const
{
    RulesFile file = m_file;
    file.waiting = m_parts.waiting();
    return file;
}

void RuleBook::keep(const EntityId &id, std::vector<OwnLabels> own)
{
    if (own.empty())
        return; // it was begun anew before it had told
    m_kept[id] = std::move(own);
    m_forgetting.start(kKept);
}

/// With what it has told; of one that is read anew, what it told before; of one that has told nothing since the keeper
/// began, what the fleet knows of it.
RuledConnection RuleBook::ruled(const Supervisor &supervisor) const
{
    const ConnectionConfig &config = supervisor.config();
    RuledConnection result{config.name, config.labels, supervisor.ownLabels()};
    const FleetTables *said = result.own.empty() ? m_parts.fleet.said(config.id) : nullptr;
    if (!said || (said->services.isEmpty() && said->assets.isEmpty()))
        return result;
    result.own = m_kept.value(config.id);
    if (!result.own.empty())
        return result;
    const auto add = [&](OwnLabels::Kind kind, const auto &thing) {
        result.own.push_back({thing.id, kind, thing.name, thing.name, thing.labels});
    };
    said->services.forEach([&](const Service &service) { add(OwnLabels::Kind::Service, service); });
    said->assets.forEach([&](const Asset &asset) { add(OwnLabels::Kind::Asset, asset); });
    return result;
}

void RuleBook::previewRules(const QString &text, std::function<void(const RulePreview &preview)> done)
{
    if (m_questions.size() >= kMostQuestions) {
        RulePreview refused;
        refused.mistakes.append(QStringLiteral("%1: too many previews are asked for; try again").arg(name()));
        done(refused);
        return;
    }
    m_questions.push_back({text, std::move(done)});
    if (!m_isAnswering)
        answerNext();
}

void RuleBook::answerNext()
{
    if (m_questions.empty())
        return;
    m_isAnswering = true;
    const QString text = m_questions.front().text;
    auto done = std::move(m_questions.front().done);
    m_questions.pop_front();
    QHash<EntityId, RuledConnection> connections;
    for (const Supervisor *supervisor : m_parts.connections.all()) {
        if (rules(supervisor->config()))
            connections.insert(supervisor->config().id, ruled(*supervisor));
    }
    const auto work = [text, name = name(), inForce = m_parts.sites.rules(), snapshot = m_parts.hub.latest(),
                       connections] {
        const LabelRules::Parsed asked = LabelRules::parse(text.toUtf8(), name);
        return graticule::previewRules(asked, *inForce, snapshot ? snapshot->tables : FleetTables(), connections);
    };
    runInPool<RulePreview>(this, work, [this, done = std::move(done)](const RulePreview &preview) {
        m_isAnswering = false;
        done(preview);
        if (!m_isAnswering)
            answerNext();
    });
}

Result<RulesFile> RuleBook::saveRules(const QString &text, const std::optional<QString> &before)
{
    if (m_file.path.isEmpty())
        return refusal(ErrorKind::Unsupported, "rules.no-files");
    const LabelRules::Parsed parsed = LabelRules::parse(text.toUtf8(), name());
    if (!parsed.mistakes.isEmpty())
        return refusal(ErrorKind::Invalid, "rules.mistaken", {named(parsed.mistakes)});
    QString trouble;
    read(trouble);
    if (!trouble.isEmpty())
        return refusal(ErrorKind::Conflict, "rules.untouched", {trouble});
    load(); // what somebody wrote into it meanwhile
    if (text == m_file.text && QFileInfo::exists(m_file.path))
        return rulesFile();
    if (before && *before != m_file.text)
        return refusal(ErrorKind::Conflict, "rules.changed", {name()});
    QDir().mkpath(QFileInfo(m_file.path).path());
    QSaveFile file(m_file.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return saidError(ErrorKind::Internal, Fault::Input, "rules.not-written", {m_file.path, file.errorString()},
                         std::nullopt);
    m_isGone = text.isEmpty(); // which is meant
    load();
    return rulesFile();
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/rulebook.h"

#include "backend/connectors/pooltask.h"
#include "backend/fleet/snapshothub.h"
#include "backend/places/rulesight.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
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

void RuleBook::load()
{
    QString trouble;
    const QString text = read(trouble);
    if (m_isLoaded && trouble.isEmpty() && text == m_file.text && m_file.mistakes.isEmpty())
        return;
    const LabelRules::Parsed parsed = LabelRules::parse(text.toUtf8(), name());
    const QStringList mistakes = trouble.isEmpty() ? parsed.mistakes : QStringList{trouble};
    m_file.text = text;
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
    return m_file;
}

void RuleBook::previewRules(const QString &text, std::function<void(const RulePreview &preview)> done)
{
    QHash<EntityId, RuledConnection> connections;
    for (const Supervisor *supervisor : m_parts.connections.all()) {
        if (rules(supervisor->config()))
            connections.insert(supervisor->config().id, {supervisor->config().name, supervisor->config().labels});
    }
    const auto work = [text, name = name(), inForce = m_parts.sites.rules(), snapshot = m_parts.hub.latest(),
                       connections] {
        const LabelRules::Parsed asked = LabelRules::parse(text.toUtf8(), name);
        return graticule::previewRules(asked, *inForce, snapshot ? snapshot->tables : FleetTables(), connections);
    };
    runInPool<RulePreview>(this, work, [done = std::move(done)](const RulePreview &preview) { done(preview); });
}

Result<RulesFile> RuleBook::saveRules(const QString &text, const std::optional<QString> &before)
{
    if (m_file.path.isEmpty())
        return refusal(ErrorKind::Unsupported, QStringLiteral("This keeper has no files, so no label rules."));
    const LabelRules::Parsed parsed = LabelRules::parse(text.toUtf8(), name());
    if (!parsed.mistakes.isEmpty())
        return refusal(ErrorKind::Invalid, QStringLiteral("Nothing was saved: %1.").arg(named(parsed.mistakes)));
    QString trouble;
    read(trouble);
    if (!trouble.isEmpty())
        return refusal(ErrorKind::Conflict, QStringLiteral("%1. It was left untouched.").arg(trouble));
    load(); // what somebody wrote into it meanwhile
    if (before && *before != m_file.text)
        return refusal(ErrorKind::Conflict,
                       QStringLiteral("%1 was changed meanwhile, and nothing was saved; read it again.").arg(name()));
    QDir().mkpath(QFileInfo(m_file.path).path());
    QSaveFile file(m_file.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return Error{ErrorKind::Internal, Fault::Input,
                     QStringLiteral("Cannot write %1: %2.").arg(m_file.path, file.errorString()), std::nullopt};
    load();
    return m_file;
}

} // namespace graticule

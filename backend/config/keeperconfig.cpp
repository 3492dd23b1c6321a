// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/keeperconfig.h"

#include "backend/config/fieldreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>

namespace graticule {
namespace {

class Reader
{
public:
    Reader(const QString &directory, Mistakes &mistakes)
        : m_directory(directory)
        , m_mistakes(mistakes)
    {
    }

    KeeperConfig read(const YamlNode &node)
    {
        FieldReader root(node, {}, m_mistakes);
        m_config.name = root.text(QStringLiteral("name"), QSysInfo::machineHostName());
        m_config.dataDirectory = path(
            root.requiredText(QStringLiteral("data"), QStringLiteral("a directory that this keeper may write to")));
        m_config.connectionsDirectory = path(root.text(QStringLiteral("connections"), QStringLiteral("connections.d")));
        m_config.secretsDirectory = path(root.text(QStringLiteral("secrets")));
        if (!m_config.secretsDirectory.isEmpty() && !QFileInfo(m_config.secretsDirectory).isDir())
            root.say(QStringLiteral("secrets"), QStringLiteral("%1 is no directory").arg(m_config.secretsDirectory));
        m_config.listen = root.text(QStringLiteral("listen"), QStringLiteral("127.0.0.1:7443"));
        m_config.authorityDirectory = path(root.text(QStringLiteral("authority")));
        readTls(root);
        readAddress(root);
        readClients(root);
        readHost(root);
        readProbes(root);
        readHealth(root);
        readAudit(root);
        readLog(root);
        root.finish();
        checkListen(root);
        return m_config;
    }

private:
    QString path(const QString &given) const
    {
        return given.isEmpty() ? QString() : QDir::cleanPath(QDir(m_directory).absoluteFilePath(given));
    }

    void readTls(FieldReader &root)
    {
        FieldReader tls = root.sub(QStringLiteral("tls"));
        m_config.certificateFile = path(tls.text(QStringLiteral("certificate")));
        m_config.keyFile = path(tls.text(QStringLiteral("key")));
        m_config.clientCaFile = path(tls.text(QStringLiteral("client-ca")));
        tls.finish();
        if (!m_config.authorityDirectory.isEmpty() && root.has(QStringLiteral("tls")))
            root.say(QStringLiteral("tls"),
                     QStringLiteral("comes from the keeper's own authority; leave out either tls or authority"));
        if (m_config.certificateFile.isEmpty() != m_config.keyFile.isEmpty())
            tls.say(m_config.keyFile.isEmpty() ? QStringLiteral("key") : QStringLiteral("certificate"),
                    QStringLiteral("is missing: TLS needs both, certificate and key"));
        for (const auto &[key, file] : {std::pair(QStringLiteral("certificate"), m_config.certificateFile),
                                        std::pair(QStringLiteral("key"), m_config.keyFile),
                                        std::pair(QStringLiteral("client-ca"), m_config.clientCaFile)}) {
            if (!file.isEmpty() && !QFileInfo(file).isReadable())
                tls.say(key, QStringLiteral("%1 cannot be read").arg(file));
        }
        const auto others = QFile::ReadGroup | QFile::ReadOther;
        if (!m_config.keyFile.isEmpty() && (QFile::permissions(m_config.keyFile) & others & ~QFile::ReadGroup))
            tls.say(QStringLiteral("key"),
                    QStringLiteral("%1 is readable by everybody; close it with \"chmod 600\"").arg(m_config.keyFile));
    }

    void readAddress(FieldReader &root)
    {
        static const QRegularExpression form(QStringLiteral(R"(^([^\s/:]+|\[[0-9a-fA-F:.]+\])(:(\d{1,5}))?$)"));
        const QString field = QStringLiteral("address");
        const QString port = m_config.listen.section(QLatin1Char(':'), -1);
        const QString given = root.text(field, QSysInfo::machineHostName());
        const auto match = form.match(given);
        if (!match.hasMatch() || match.captured(3).toInt() > 65535)
            root.say(field, QStringLiteral("must be host:port, e.g. keeper.example:7443"));
        m_config.address = match.captured(2).isEmpty() ? given + QLatin1Char(':') + port : given;
    }

    static CallerRole role(const QString &word, FieldReader &at, const QString &key)
    {
        const CallerRole role = roleFromWord(word);
        if (role == CallerRole::None)
            at.say(key, QStringLiteral("\"%1\" is no role%2").arg(word.left(60), didYouMean(word, roleWords())));
        return role;
    }

    void readClients(FieldReader &root)
    {
        FieldReader clients = root.sub(QStringLiteral("clients"));
        const QMap<QString, QString> certificates = clients.textMap(QStringLiteral("certificates"));
        FieldReader names = clients.sub(QStringLiteral("certificates"));
        for (auto it = certificates.cbegin(); it != certificates.cend(); ++it)
            m_config.certificates.insert(it.key(), role(it.value(), names, it.key()));
        if (!certificates.isEmpty() && m_config.clientCaFile.isEmpty() && m_config.authorityDirectory.isEmpty())
            clients.say(QStringLiteral("certificates"),
                        QStringLiteral("need tls.client-ca: the authority that signed them"));
        for (FieldReader &entry : clients.list(QStringLiteral("tokens")))
            readToken(entry);
        clients.finish();
    }

    void readToken(FieldReader &entry)
    {
        static const QRegularExpression sha256(QStringLiteral("^[0-9a-fA-F]{64}$"));
        KeeperConfig::Token token;
        token.line = entry.lineOf(QStringLiteral("role"));
        token.sha256 = entry.text(QStringLiteral("hash")).toLatin1().toLower();
        token.file = path(entry.text(QStringLiteral("file")));
        const QString word = entry.requiredText(
            QStringLiteral("role"), QStringLiteral("viewer, operator, approver, compliance, maintenance or admin"));
        if (!word.isEmpty())
            token.role = role(word, entry, QStringLiteral("role"));
        entry.finish();
        if (token.sha256.isEmpty() == token.file.isEmpty())
            entry.say(QStringLiteral("hash"), QStringLiteral("give either the token's hash (sha256sum) or its file"));
        else if (!token.sha256.isEmpty() && !sha256.match(QString::fromLatin1(token.sha256)).hasMatch())
            entry.say(QStringLiteral("hash"),
                      QStringLiteral("is no SHA-256 in hexadecimal; the token itself must not be in this file"));
        else if (!token.file.isEmpty() && !QFileInfo(token.file).isReadable())
            entry.say(QStringLiteral("file"), QStringLiteral("%1 cannot be read").arg(token.file));
        m_config.tokens.append(token);
    }

    void readHost(FieldReader &root)
    {
        FieldReader host = root.sub(QStringLiteral("host"));
        m_config.reportsHost = host.flag(QStringLiteral("report"), true);
        m_config.hostLabels = host.textMap(QStringLiteral("labels"));
        host.finish();
    }

    void readProbes(FieldReader &root)
    {
        FieldReader probes = root.sub(QStringLiteral("probes"));
        m_config.measures = probes.flag(QStringLiteral("enabled"), true);
        m_config.peersAtOnce =
            int(probes.number(QStringLiteral("peers-at-once"), m_config.peersAtOnce, 1, KeeperConfig::kMostPeers));
        probes.finish();
    }

    void readAudit(FieldReader &root)
    {
        FieldReader audit = root.sub(QStringLiteral("audit"));
        m_config.auditHeadsFile = path(audit.text(QStringLiteral("heads")));
        m_config.auditSyslog = audit.flag(QStringLiteral("syslog"), m_config.auditSyslog);
        const QString folder = QFileInfo(m_config.auditHeadsFile).path();
        if (!m_config.auditHeadsFile.isEmpty() && !QFileInfo(folder).isDir())
            audit.say(QStringLiteral("heads"), QStringLiteral("%1 is no directory").arg(folder));
        audit.finish();
    }

    void readHealth(FieldReader &root)
    {
        FieldReader health = root.sub(QStringLiteral("health"));
        HealthThresholds &to = m_config.health;
        const auto seconds = [&](const char *key, Milliseconds usual, double least, double most) {
            return Milliseconds(
                qRound64(1000 * health.number(QLatin1String(key), double(usual.count()) / 1000, least, most)));
        };
        const auto count = [&](const char *key, int usual, int least, int most) {
            return int(health.number(QLatin1String(key), usual, least, most));
        };
        to.window = seconds("window", to.window, 1, 600);
        to.badWindows = count("bad-windows", to.badWindows, 0, 100);
        to.goodWindows = count("good-windows", to.goodWindows, 0, 100);
        to.echo = seconds("echo", to.echo, 0, 3600);
        to.fewest = count("fewest", to.fewest, 2, 1000);
        to.share = health.number(QStringLiteral("share"), to.share, 0.5, 1);
        to.together = seconds("together", to.together, 1, 3600);
        to.leastPoints = count("least-points", to.leastPoints, 3, 100);
        to.apartKm = health.number(QStringLiteral("apart-km"), to.apartKm, 0, 20'000);
        health.finish();
    }

    void readLog(FieldReader &root)
    {
        static const QStringList words{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning")};
        const QString word = root.text(QStringLiteral("log"), QStringLiteral("info"));
        if (words.contains(word))
            m_config.logLevel = KeeperConfig::LogLevel(words.indexOf(word));
        else
            root.say(QStringLiteral("log"),
                     QStringLiteral("\"%1\" is no level%2").arg(word.left(60), didYouMean(word, words)));
    }

    void checkListen(FieldReader &root)
    {
        static const QRegularExpression form(QStringLiteral(R"(^(\[[0-9a-fA-F:.]+\]|[^:\s/]+):(\d{1,5})$)"));
        const auto match = form.match(m_config.listen);
        const QString field = QStringLiteral("listen");
        if (!match.hasMatch() || match.captured(2).toInt() > 65535) {
            root.say(field, QStringLiteral("must be host:port, e.g. 127.0.0.1:7443 or [::]:7443"));
            return;
        }
        if (m_config.staysOnThisMachine())
            return;
        if (!m_config.usesTls())
            root.say(field, QStringLiteral("%1 can be reached from other machines, which needs TLS: give "
                                           "tls.certificate and tls.key, or authority, or listen on 127.0.0.1")
                                .arg(m_config.listen));
        if (!m_config.authenticates())
            root.say(field, QStringLiteral("%1 can be reached from other machines, which needs to know its callers: "
                                           "give clients.certificates, clients.tokens or authority, or listen on "
                                           "127.0.0.1")
                                .arg(m_config.listen));
    }

    QString m_directory;
    Mistakes &m_mistakes;
    KeeperConfig m_config;
};

} // namespace

bool KeeperConfig::staysOnThisMachine() const
{
    static const QRegularExpression local(QStringLiteral(R"(^(localhost|127\.\d+\.\d+\.\d+|\[::1\]):\d+$)"));
    return local.match(listen).hasMatch();
}

KeeperConfig parseKeeperConfig(const QByteArray &yaml, const QString &directory, Mistakes &mistakes)
{
    const qsizetype before = mistakes.size();
    const YamlNode root = parseYaml(yaml, mistakes);
    if (root.kind == YamlNode::Kind::Null) {
        if (mistakes.size() == before)
            mistakes.append({0, {}, QStringLiteral("is empty; it needs at least data")});
        return {};
    }
    const KeeperConfig config = Reader(directory, mistakes).read(root);
    std::stable_sort(mistakes.begin() + before, mistakes.end(),
                     [](const Mistake &a, const Mistake &b) { return a.line < b.line; });
    return config;
}

KeeperConfig readKeeperConfig(const QString &path, Mistakes &mistakes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        mistakes.append({0, {}, QStringLiteral("cannot be read: %1").arg(file.errorString())});
        return {};
    }
    return parseKeeperConfig(file.read(300 * 1024), QFileInfo(path).absolutePath(), mistakes);
}

Result<QByteArray> tokenHash(const KeeperConfig::Token &token, const SecretStore &secrets)
{
    if (!token.sha256.isEmpty())
        return token.sha256;
    const Result<QByteArray> secret = secrets.read(QStringLiteral("file:") + token.file);
    if (!secret)
        return secret.error();
    return QCryptographicHash::hash(*secret, QCryptographicHash::Sha256).toHex();
}

} // namespace graticule

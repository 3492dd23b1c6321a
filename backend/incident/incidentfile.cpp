// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentfile.h"

#include "backend/authority/signingkey.h"
#include "backend/domain/saying.h"
#include "backend/history/changelog.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

namespace graticule {
using namespace incidentform;
namespace {

constexpr quint32 kFirstOfLater = 16; // kinds that later versions may add

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

/// Sections come in the order of their kinds; those of later versions before the manifest.
quint32 rankOf(Kind kind)
{
    const bool isLater = quint32(kind) >= kFirstOfLater;
    return isLater ? quint32(Kind::Manifest) * 2 - 1 : quint32(kind) * 2;
}

} // namespace

IncidentFile::IncidentFile(const QString &path)
    : m_path(path)
    , m_file(path)
{
}

Error IncidentFile::broken(const QString &what) const
{
    return {ErrorKind::Malformed, Fault::Input, QStringLiteral("%1: %2").arg(m_path, what), std::nullopt};
}

Error IncidentFile::broken(qsizetype section, const QString &what) const
{
    return broken(QStringLiteral("section %1 %2.").arg(section).arg(what));
}

Result<std::unique_ptr<IncidentFile>> IncidentFile::open(const QString &path)
{
    std::unique_ptr<IncidentFile> file(new IncidentFile(path));
    if (!QFileInfo(path).isFile()) // a pipe or a device might never end
        return Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("%1: there is no such file.").arg(path),
                     std::nullopt};
    if (!file->m_file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, Fault::Input,
                     QStringLiteral("%1: it cannot be read: %2.").arg(path, file->m_file.errorString()), std::nullopt};
    if (const auto read = file->readAll(); !read)
        return read.error();
    return file;
}

Result<Done> IncidentFile::readAll()
{
    m_bytes = m_file.size();
    const QByteArray head = m_file.read(kMagicBytes + 4);
    if (head.size() != kMagicBytes + 4 || !head.startsWith(QByteArray(kMagic, kMagicBytes)))
        return broken(QStringLiteral("it is no incident file."));
    if (const quint32 version = numberAt(head, kMagicBytes); version != kVersion)
        return Error{ErrorKind::Unsupported, Fault::Input,
                     QStringLiteral("%1: it has form %2, this Graticule knows form %3 only.")
                         .arg(m_path)
                         .arg(version)
                         .arg(kVersion),
                     std::nullopt};
    qint64 unpackedInAll = 0;
    quint32 rank = 0;
    QByteArray manifest;
    for (qsizetype number = 1;; ++number) {
        if (number > kMostSections)
            return broken(QStringLiteral("it has more than %1 sections.").arg(kMostSections));
        const qint64 at = m_file.pos();
        const QByteArray header = m_file.read(kHeaderBytes);
        if (header.size() != kHeaderBytes)
            return broken(number, QStringLiteral("is missing: the file was cut off"));
        const Kind kind = Kind(numberAt(header, 0));
        const quint32 packedSize = numberAt(header, 4);
        const quint32 size = numberAt(header, 8);
        const QString name = QStringLiteral("(%1) ").arg(word(kind));
        if (numberAt(header, 12) != 0 || quint32(kind) == 0 ||
            (quint32(kind) > quint32(Kind::Signature) && quint32(kind) < kFirstOfLater))
            return broken(number, QStringLiteral("is of no kind that there is"));
        if (packedSize > kMostOnDisk || size > kMostSection || (unpackedInAll += size) > kMostInAll)
            return broken(number, name + QStringLiteral("claims to be larger than may be"));
        if (qint64(packedSize) > m_bytes - m_file.pos())
            return broken(number, name + QStringLiteral("passes the end: the file was cut off"));
        if (rankOf(kind) < rank)
            return broken(number, name + QStringLiteral("is not in its place"));
        rank = rankOf(kind);
        const QByteArray whole = header + m_file.read(packedSize);
        if (whole.size() != kHeaderBytes + qsizetype(packedSize))
            return broken(number, name + QStringLiteral("cannot be read: ") + m_file.errorString());
        if (kind == Kind::Signature) {
            if (manifest.isEmpty())
                return broken(number, name + QStringLiteral("comes without a manifest"));
            if (m_file.pos() != m_bytes)
                return broken(QStringLiteral("something follows after its end."));
            compare(manifest, whole);
            return Done();
        }
        if (kind == Kind::Manifest) {
            if (!manifest.isEmpty())
                return broken(number, name + QStringLiteral("comes twice"));
            const auto bytes = unpacked(QByteArrayView(whole).sliced(kHeaderBytes), kMostSection);
            const auto read = bytes && bytes->size() == qsizetype(size) ? decodeManifest(*bytes) : std::nullopt;
            if (!read)
                return broken(number, name + QStringLiteral("is damaged"));
            m_manifest = *read;
            manifest = whole;
            continue;
        }
        m_toRead += size;
        m_found.append({{kind, packedSize, size, QCryptographicHash::hash(whole, QCryptographicHash::Sha256)}, at});
    }
}

/// What was signed with what is there.
void IncidentFile::compare(const QByteArray &manifest, const QByteArray &signature)
{
    const QByteArray key = signature.mid(kHeaderBytes, SigningKey::kPublicBytes);
    const QByteArray proof = signature.mid(kHeaderBytes + SigningKey::kPublicBytes);
    const bool hasForm = numberAt(signature, 4) == numberAt(signature, 8);
    if (!hasForm || key != m_manifest.publicKey || !isSignedBy(key, QByteArray(kSignedPrefix) + manifest, proof))
        m_damage.append(phrase("phrase.incident-signature"));
    for (qsizetype i = 0; i < std::min(m_found.size(), m_manifest.sections.size()); ++i) {
        if (m_found[i].section != m_manifest.sections[i])
            m_damage.append(phrase("phrase.incident-section", {QString::number(i + 1), word(m_found[i].section.kind)}));
    }
    if (m_found.size() != m_manifest.sections.size())
        m_damage.append(phrase("phrase.incident-sections",
                               {QString::number(m_found.size()), QString::number(m_manifest.sections.size())}));
}

QString IncidentFile::fingerprint() const
{
    return fingerprintOf(m_manifest.publicKey);
}

Result<Done> IncidentFile::read(Kind kind, const std::function<Result<Done>(const QByteArray &)> &take)
{
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        const IncidentSection &section = m_found[i].section;
        if (section.kind != kind)
            continue;
        const QString name = QStringLiteral("(%1) ").arg(word(kind));
        m_file.seek(m_found[i].at);
        const QByteArray whole = m_file.read(kHeaderBytes + qint64(section.packed));
        if (QCryptographicHash::hash(whole, QCryptographicHash::Sha256) != section.sha256)
            return broken(i + 1, name + QStringLiteral("was changed while it was read"));
        const auto bytes = unpacked(QByteArrayView(whole).sliced(kHeaderBytes), section.unpacked);
        if (!bytes || bytes->size() != qsizetype(section.unpacked))
            return broken(i + 1, name + QStringLiteral("is damaged: it cannot be unpacked"));
        if (const auto taken = take(*bytes); !taken)
            return broken(i + 1, name + QStringLiteral("is damaged: ") + taken.error().text);
        m_read += section.unpacked;
        if (m_progress)
            m_progress(int(std::min<qint64>(1000, 1000 * m_read / std::max<qint64>(1, m_toRead))));
    }
    return Done();
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentwriter.h"

#include "backend/history/changelog.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace graticule {
using namespace incidentform;
namespace {

QByteArray section(Kind kind, const QByteArray &packed, qsizetype unpacked)
{
    QByteArray result(kHeaderBytes, '\0');
    qToLittleEndian(quint32(kind), result.data());
    qToLittleEndian(quint32(packed.size()), result.data() + 4);
    qToLittleEndian(quint32(unpacked), result.data() + 8);
    return result + packed;
}

} // namespace

IncidentWriter::IncidentWriter(Out out)
    : m_out(std::move(out))
{
    QByteArray head(kMagic, kMagicBytes);
    head.resize(kMagicBytes + 4);
    qToLittleEndian(kVersion, head.data() + kMagicBytes);
    put(head);
}

bool IncidentWriter::put(const QByteArray &bytes)
{
    if (!m_isOver && !m_out(bytes))
        m_isOver = true;
    m_bytes += bytes.size();
    return !m_isOver;
}

bool IncidentWriter::add(Kind kind, const QByteArray &bytes)
{
    const QByteArray whole = section(kind, packed(bytes), bytes.size());
    m_sections.append({kind, quint32(whole.size() - kHeaderBytes), quint32(bytes.size()),
                       QCryptographicHash::hash(whole, QCryptographicHash::Sha256)});
    return put(whole);
}

Result<Done> IncidentWriter::finish(IncidentManifest manifest, const SigningKey &key)
{
    manifest.sections = m_sections;
    manifest.publicKey = key.publicKey();
    const QByteArray bytes = encode(manifest);
    const QByteArray whole = section(Kind::Manifest, packed(bytes), bytes.size());
    const auto signature = key.sign(QByteArray(kSignedPrefix) + whole);
    if (!signature)
        return signature.error();
    const QByteArray proof = key.publicKey() + *signature;
    if (!put(whole) || !put(section(Kind::Signature, proof, proof.size())))
        return Error{ErrorKind::Cancelled, Fault::Input, QStringLiteral("Nobody wants the file any more."),
                     std::nullopt};
    return Done();
}

Error IncidentWriter::ended()
{
    return {ErrorKind::Cancelled, Fault::Input, QStringLiteral("The export was ended."), std::nullopt};
}

} // namespace graticule

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentmanifest.h"

#include "backend/control/valuecodec.h"

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostNotes = 100;
constexpr qsizetype kMostText = 1000;
constexpr qsizetype kMostName = 80; // a longer one would push away what is said of the signature

/// What strangers wrote is shown in one line.
QString plain(const std::string &text, qsizetype most = kMostName)
{
    QString result = QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), size_t(4 * most))));
    result.truncate(most);
    for (QChar &letter : result) {
        if (!letter.isPrint() && !letter.isSurrogate())
            letter = u' ';
    }
    return result;
}

} // namespace

QString incidentform::word(Kind kind)
{
    switch (kind) {
    case Kind::Facts:
        return QStringLiteral("facts");
    case Kind::Late:
        return QStringLiteral("late");
    case Kind::Turns:
        return QStringLiteral("turns");
    case Kind::Coverage:
        return QStringLiteral("coverage");
    case Kind::Samples:
        return QStringLiteral("samples");
    case Kind::Settings:
        return QStringLiteral("settings");
    case Kind::Manifest:
        return QStringLiteral("manifest");
    case Kind::Signature:
        return QStringLiteral("signature");
    }
    return QStringLiteral("kind %1").arg(quint32(kind));
}

QByteArray encode(const IncidentManifest &manifest)
{
    v1::IncidentManifest to;
    to.set_keeper_id(manifest.keeperId.toStdString());
    to.set_keeper_name(manifest.keeperName.toStdString());
    to.set_version(manifest.version.toStdString());
    to.set_exported_by(manifest.exportedBy.toStdString());
    to.set_made_at_ms(toMs(manifest.madeAt));
    encode(manifest.span, to.mutable_span());
    to.set_public_key(manifest.publicKey.toStdString());
    for (const IncidentSection &section : manifest.sections) {
        v1::IncidentSection *one = to.add_sections();
        one->set_kind(quint32(section.kind));
        one->set_packed(section.packed);
        one->set_unpacked(section.unpacked);
        one->set_sha256(section.sha256.toStdString());
    }
    to.set_changes(manifest.changes);
    to.set_late(manifest.late);
    to.set_turns(manifest.turns);
    to.set_series(manifest.series);
    to.set_samples(manifest.samples);
    for (const QString &note : manifest.notes)
        to.add_notes(note.toStdString());
    return QByteArray::fromStdString(to.SerializeAsString());
}

std::optional<IncidentManifest> decodeManifest(const QByteArray &bytes)
{
    v1::IncidentManifest from;
    if (!from.ParseFromArray(bytes.constData(), int(bytes.size())))
        return {};
    IncidentManifest to;
    to.keeperId = plain(from.keeper_id());
    to.keeperName = plain(from.keeper_name());
    to.version = plain(from.version());
    to.exportedBy = plain(from.exported_by());
    to.madeAt = instantFromMs(from.made_at_ms());
    to.span = decode(from.span());
    to.publicKey = QByteArray::fromStdString(from.public_key());
    for (int i = 0; i < std::min(from.sections_size(), incidentform::kMostSections); ++i) {
        const v1::IncidentSection &one = from.sections(i);
        to.sections.append(
            {incidentform::Kind(one.kind()), one.packed(), one.unpacked(), QByteArray::fromStdString(one.sha256())});
    }
    to.changes = std::max<qint64>(0, from.changes());
    to.late = std::max<qint64>(0, from.late());
    to.turns = std::max<qint64>(0, from.turns());
    to.series = std::max<qint64>(0, from.series());
    to.samples = std::max<qint64>(0, from.samples());
    for (int i = 0; i < std::min(from.notes_size(), kMostNotes); ++i)
        to.notes.append(plain(from.notes(i), kMostText));
    return to;
}

} // namespace graticule

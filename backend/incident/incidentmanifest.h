// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <QByteArray>
#include <QStringList>

namespace graticule {

/// The form of an incident file: a stretch of a keeper's time, for somebody else.
///
///     8 bytes    89 47 49 4e 43 49 44 0a ("\x89GINCID\n")
///     4 bytes    version, 1
///     sections   each: kind, length packed, length unpacked, 0: 4 bytes each; then the packed bytes
///
/// All numbers are little-endian. What is packed is one zstd frame (RFC 8878) with checksum and size. Sections come in
/// the order below, each kind any number of times, but for the last two, which come once and end the file:
///
///     1  facts       a change log as history keeps it: first all that was, at the begin of the span, then what changed
///     2  late        facts learnt after they had become true (IncidentLate of control.proto)
///     3  turns       the verdicts of sites (TurnsReply)
///     4  coverage    what is recorded, and when nobody watched (CoverageReply)
///     5  samples     values of series (SamplesReply); stretches where nothing finer was left
///     6  settings    names of connections (ConnectionList): no credentials, no references to any, no options
///     7  manifest    IncidentManifest: who, when, which span, SHA-256 of every section
///     8  signature   not packed: Ed25519 public key (32 bytes), signature (64) of kSignedPrefix + manifest section
///
/// Every byte is covered: head and last section have one form only, all else is hashed. A later version may add kinds
/// between 6 and 7 (numbers from 16 on), which a reader that does not know them hashes and passes over.
namespace incidentform {

inline constexpr char kMagic[] = "\x89GINCID\n";
inline constexpr qsizetype kMagicBytes = 8;
inline constexpr quint32 kVersion = 1;
inline constexpr qsizetype kHeaderBytes = 16;
inline constexpr char kSignedPrefix[] = "graticule incident 1\n";

enum class Kind : quint32 {
    Facts = 1,
    Late = 2,
    Turns = 3,
    Coverage = 4,
    Samples = 5,
    Settings = 6,
    Manifest = 7,
    Signature = 8,
};

// What a reader takes at most; a writer stays below.
inline constexpr quint32 kMostOnDisk = 32u << 20;
inline constexpr quint32 kMostSection = 32u << 20; ///< of one section
inline constexpr qint64 kMostInAll = 8ll << 30;    ///< unpacked, of all
inline constexpr int kMostSections = 65'536;
inline constexpr qint64 kMostSamples = 100'000'000;
inline constexpr qint64 kMostChanges = 100'000'000; ///< entities told of
inline constexpr qint64 kMostTurns = 5'000'000;
inline constexpr qint64 kMostLate = 1'000'000;
inline constexpr qint64 kMostHoles = 100'000;
inline constexpr qint64 kMostItems = 500'000;      ///< entities that one section tells of
inline constexpr qint64 kMostEntities = 2'000'000; ///< that are there at one moment
/// No time is later: the end of the year 9999.
inline constexpr qint64 kLatestMs = 253'402'300'799'999;

/// "facts", "samples", ...
QString word(Kind kind);

} // namespace incidentform

/// One section as the manifest knows it.
struct IncidentSection
{
    incidentform::Kind kind = incidentform::Kind::Facts;
    quint32 packed = 0;
    quint32 unpacked = 0;
    QByteArray sha256; ///< of header and packed bytes

    friend bool operator==(const IncidentSection &, const IncidentSection &) = default;
};

/// What an incident file says of itself. A value.
struct IncidentManifest
{
    QString keeperId;
    QString keeperName;
    QString version; ///< of the program that wrote it
    QString exportedBy;
    Instant madeAt = kNever; ///< all that was known by then is in it
    TimeSpan span;
    QByteArray publicKey;
    QList<IncidentSection> sections;
    qint64 changes = 0;
    qint64 late = 0;
    qint64 turns = 0;
    qint64 series = 0;
    qint64 samples = 0;
    QStringList notes; ///< what is left out, or coarser than it was; sentences
};

QByteArray encode(const IncidentManifest &manifest);
/// Nothing when @p bytes are none.
std::optional<IncidentManifest> decodeManifest(const QByteArray &bytes);

} // namespace graticule

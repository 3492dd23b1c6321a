// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of the record is to the chain: fast, since gigabytes are checked with it.
#include "backend/records/recordline.h"

#include <charconv>
#include <cstring>

#include <openssl/evp.h>

namespace graticule {
namespace {

EVP_MD_CTX *contextOf(void *context)
{
    return static_cast<EVP_MD_CTX *>(context);
}

/// Fetched once: looking it up anew costs more than hashing a record.
const EVP_MD *sha256()
{
    static const EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isNumber(const char *text, int digits, int *value)
{
    const auto [end, error] = std::from_chars(text, text + digits, *value);
    return error == std::errc() && end == text + digits;
}

/// "2026-11-22T21:30:00.123Z" only: what we write.
bool readTime(const char *text, Instant *at)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int ms = 0;
    if (!isNumber(text, 4, &year) || !isNumber(text + 5, 2, &month) || !isNumber(text + 8, 2, &day) ||
        !isNumber(text + 11, 2, &hour) || !isNumber(text + 14, 2, &minute) || !isNumber(text + 17, 2, &second) ||
        !isNumber(text + 20, 3, &ms) || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return false;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok())
        return false;
    *at = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
          std::chrono::seconds(second) + Milliseconds(ms);
    return true;
}

} // namespace

ChainHasher::ChainHasher()
    : m_context(EVP_MD_CTX_new())
{
}

ChainHasher::~ChainHasher()
{
    EVP_MD_CTX_free(contextOf(m_context));
}

void ChainHasher::of(const char *before, const char *json, qsizetype size, char *out)
{
    EVP_DigestInit_ex(contextOf(m_context), sha256(), nullptr);
    EVP_DigestUpdate(contextOf(m_context), before, size_t(kHashBytes));
    EVP_DigestUpdate(contextOf(m_context), json, size_t(size));
    unsigned count = 0;
    EVP_DigestFinal_ex(contextOf(m_context), reinterpret_cast<unsigned char *>(out), &count);
}

QByteArray ChainHasher::of(const QByteArray &before, const QByteArray &json)
{
    QByteArray hash(kHashBytes, '\0');
    of(before.constData(), json.constData(), json.size(), hash.data());
    return hash;
}

bool readLineHead(const char *line, qsizetype size, LineHead *head)
{
    constexpr char kNumber[] = " {\"n\":";
    constexpr char kAt[] = ",\"at\":\"";
    constexpr qsizetype kTime = 24;
    if (size < kLineHead + 40 || size >= kLongestLine || line[size - 1] != '}')
        return false;
    for (qsizetype i = 0; i < kHashBytes; ++i) {
        const int high = digitOf(line[2 * i]);
        const int low = digitOf(line[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        head->hash[i] = char(high * 16 + low);
    }
    const char *at = line + 2 * kHashBytes;
    const char *const end = line + size;
    if (std::memcmp(at, kNumber, sizeof(kNumber) - 1) != 0)
        return false;
    at += sizeof(kNumber) - 1;
    const auto [after, error] = std::from_chars(at, end, head->number);
    at = after;
    if (error != std::errc() || end - at < qsizetype(sizeof(kAt)) + kTime || std::memcmp(at, kAt, sizeof(kAt) - 1) != 0)
        return false;
    return head->number > 0 && readTime(at + sizeof(kAt) - 1, &head->at);
}

} // namespace graticule

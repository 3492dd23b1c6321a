// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/sitesteps.h"

#include <control.pb.h>

#include <optional>

namespace graticule {
namespace v1 = control::v1;
namespace {

enum Part : quint32 { HasCondition = 1, HasConditionText = 2, HasCpu = 4, HasMemory = 8, HasStorage = 16, All = 31 };

struct UsagePart
{
    Part part;
    Usage Site::*usage;
};
constexpr UsagePart kUsages[] = {{HasCpu, &Site::cpu}, {HasMemory, &Site::memory}, {HasStorage, &Site::storage}};

/// The texts of one site and the next mostly are one piece of memory, which then need not be fetched.
bool same(const QString &a, const QString &b)
{
    return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
}

bool same(const Place &a, const Place &b)
{
    return a.position == b.position && same(a.country, b.country) && same(a.city, b.city) && a.evidence == b.evidence &&
           same(a.source, b.source) && same(a.mismatch, b.mismatch);
}

bool isRequested(const Usage &usage)
{
    return usage.total > 0 && usage.requested;
}

/// What differs; nothing when that cannot be said in parts.
std::optional<quint32> partsOf(const Site &before, const Site &after)
{
    if (!same(before.name, after.name) || !same(before.region, after.region) || before.kind != after.kind ||
        !same(before.provider, after.provider) || !same(before.place, after.place) || before.labels != after.labels ||
        before.feeds != after.feeds || before.origin != after.origin)
        return std::nullopt;
    quint32 parts = before.condition != after.condition ? quint32(HasCondition) : 0;
    if (!same(before.conditionText, after.conditionText))
        parts |= HasConditionText;
    for (const auto &[part, usage] : kUsages) {
        if (isRequested(before.*usage) != isRequested(after.*usage))
            return std::nullopt;
        if (before.*usage != after.*usage)
            parts |= part;
    }
    return parts;
}

/// Asks for what a copy of @p site will read, which mostly is far away in memory.
void fetch(const Site &site)
{
    const char *begin = reinterpret_cast<const char *>(&site);
    for (size_t line = 0; line < sizeof(Site); line += 64)
        __builtin_prefetch(begin + line);
}
void fetchTexts(const Site &site)
{
    // Their counters stand before them.
    __builtin_prefetch(site.id.utf8().constData() - 1, 1);
    __builtin_prefetch(reinterpret_cast<const char *>(site.name.constData()) - 1, 1);
}

/// Takes one value after the other; null when there is none left.
template<class List> class Reader
{
public:
    explicit Reader(const List &list)
        : m_next(list.begin())
        , m_end(list.end())
    {
    }
    auto next() { return m_next == m_end ? nullptr : &*m_next++; }
    bool isAtEnd() const { return m_next == m_end; }

private:
    typename List::const_iterator m_next;
    typename List::const_iterator m_end;
};

} // namespace

void ToldSites::lookAhead(std::span<const std::shared_ptr<const Site>> sites) const
{
    for (const auto &site : sites)
        fetch(*site);
    for (const auto &site : sites) {
        const auto found = m_sites.constFind(site->id);
        if (found != m_sites.cend())
            fetch(*found->site);
    }
}

bool ToldSites::step(const std::shared_ptr<const Site> &site, v1::Delta *in, size_t &bytes)
{
    const auto found = m_sites.find(site->id);
    if (found == m_sites.end())
        return false;
    const std::optional<quint32> parts = partsOf(*found->site, *site);
    if (!parts)
        return false;
    found->site = site;
    if (*parts == 0)
        return true; // another object that says the same
    v1::SiteSteps *to = in->mutable_site_steps();
    to->add_number(found->number);
    to->add_parts(*parts);
    bytes += 5;
    if (*parts & HasCondition) {
        to->add_condition(static_cast<v1::Condition>(site->condition));
        ++bytes;
    }
    if (*parts & HasConditionText) {
        const QByteArray text = site->conditionText.toUtf8();
        to->add_condition_text(text.constData(), size_t(text.size()));
        bytes += size_t(text.size()) + 4;
    }
    for (const auto &[part, usage] : kUsages) {
        if (*parts & part) {
            to->add_usage(((*site).*usage).used);
            to->add_usage(((*site).*usage).total);
            bytes += 2 * sizeof(double);
        }
    }
    return true;
}

quint32 ToldSites::told(const std::shared_ptr<const Site> &site)
{
    const auto found = m_sites.find(site->id);
    if (found != m_sites.end()) {
        found->site = site;
        return found->number;
    }
    quint32 number = 0;
    if (!m_free.empty()) {
        number = m_free.back();
        m_free.pop_back();
    } else if (m_given < kMostNumberedSites) {
        number = ++m_given;
    } else {
        return 0;
    }
    m_sites.insert(site->id, {site, number});
    return number;
}

void ToldSites::removed(const EntityId &id)
{
    const auto found = m_sites.constFind(id);
    if (found == m_sites.cend())
        return;
    m_free.push_back(found->number);
    m_sites.erase(found);
}

void ToldSites::clear()
{
    *this = ToldSites();
}

void HeardSites::heard(quint32 number, const std::shared_ptr<const Site> &site)
{
    if (number == 0 || number > std::min(kMostNumberedSites, quint32(m_sites.size()) + 1))
        return; // of no use: steps that name it will not fit
    if (number > m_sites.size())
        m_sites.push_back(site);
    else
        m_sites[number - 1] = site;
}

bool HeardSites::step(EntityDecoder &decoder, const v1::SiteSteps &from, Changes<Site> &to)
{
    if (from.number_size() > kMostStepsPerMessage || from.parts_size() != from.number_size())
        return false;
    Reader conditions(from.condition());
    Reader texts(from.condition_text());
    Reader usages(from.usage());
    to.upserted.reserve(to.upserted.size() + size_t(from.number_size()));
    const auto ahead = [&](int i) -> const Site * {
        const bool isGiven = i < from.number_size() && from.number(i) > 0 && from.number(i) <= m_sites.size();
        return isGiven ? m_sites[from.number(i) - 1].get() : nullptr;
    };
    for (int i = 0; i < from.number_size(); ++i) {
        if (const Site *later = ahead(i + 8))
            fetch(*later);
        if (const Site *next = ahead(i + 4))
            fetchTexts(*next);
        const quint32 number = from.number(i);
        const quint32 parts = from.parts(i);
        if (number == 0 || number > m_sites.size() || parts == 0 || (parts & ~quint32(All)) != 0)
            return false;
        auto site = std::make_shared<Site>(*m_sites[number - 1]);
        if (parts & HasCondition) {
            const int *condition = conditions.next();
            if (!condition)
                return false;
            site->condition = conditionFrom(*condition);
        }
        if (parts & HasConditionText) {
            const std::string *text = texts.next();
            if (!text)
                return false;
            site->conditionText = decoder.word(*text);
        }
        for (const auto &[part, usage] : kUsages) {
            if (!(parts & part))
                continue;
            const double *used = usages.next();
            const double *total = usages.next();
            if (!used || !total)
                return false;
            (*site).*usage = usageFrom(*used, *total, ((*site).*usage).requested);
        }
        m_sites[number - 1] = site;
        to.upserted.push_back(std::move(site));
    }
    return conditions.isAtEnd() && texts.isAtEnd() && usages.isAtEnd();
}

} // namespace graticule

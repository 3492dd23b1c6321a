// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/pastbanner.h"

#include "models/format.h"
#include "ui/past/bannerbutton.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 8;
const QChar kMomentHere(0x1F); ///< where the moment stands in the sentence

} // namespace

PastBanner::PastBanner(const ThemeSwitch &themes, TimeTravel &travel, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_travel(travel)
    , m_known(new SegmentedControl(themes, tr("As known"), {tr("Known now"), tr("Known then")}, this))
    , m_compare(new BannerButton(themes, tr("Compare with live"), Qt::Key_C, this))
    , m_live(new BannerButton(themes, tr("Return to live"), Qt::Key_L, this))
{
    setObjectName(QStringLiteral("pastBanner"));
    setFixedHeight(tokens::size::modeBanner);
    m_known->setObjectName(QStringLiteral("knownThen"));
    m_compare->setObjectName(QStringLiteral("compareWithLive"));
    m_live->setObjectName(QStringLiteral("returnToLive"));
    connect(m_known, &SegmentedControl::currentChanged, &travel,
            [&travel](int choice) { travel.setKnownThen(choice == 1); });
    connect(m_compare, &QAbstractButton::clicked, this, &PastBanner::compareAsked);
    connect(m_live, &QAbstractButton::clicked, &travel, &TimeTravel::returnToLive);
    connect(&travel, &TimeTravel::changed, this, &PastBanner::tell);
    connect(&travel.store(), &FleetStore::secondPassed, this, &PastBanner::tell);
    connect(&travel.store(), &FleetStore::unitsChanged, this, &PastBanner::tell);
    tell();
}

QString PastBanner::words() const
{
    return m_before + m_moment + m_after;
}

void PastBanner::tell()
{
    if (!m_travel.isPast() && !m_travel.isReplay())
        return;
    const FleetStore &store = m_travel.store();
    const QString moment = m_travel.isPast() ? format::dateTimeUtc(store.now(), store.units()) : QString();
    const QString ago = format::age(store.now(), store.liveNow());
    const PastNote &note = m_travel.note();
    QString sentence = note.knownAt == kNever ? tr("The fleet on %1, %2 ago, as known now.").arg(kMomentHere).arg(ago)
                       : note.knownAt == store.now()
                           ? tr("The fleet on %1, %2 ago, as known then.").arg(kMomentHere).arg(ago)
                           : tr("The fleet on %1, %2 ago, as known on %3.")
                                 .arg(kMomentHere)
                                 .arg(ago, format::dateTimeUtc(note.knownAt, store.units()));
    if (!m_travel.isPast()) // of a file no moment is shown yet, or none can be
        sentence = m_travel.isAsking() ? tr("Its end is being read.") + kMomentHere : QString(kMomentHere);
    if (m_travel.isReplay())
        sentence.prepend(m_travel.replayWords() + u' ');
    m_live->setVisible(!m_travel.isReplay()); // it has no present
    m_compare->setVisible(!m_travel.isReplay());
    m_hasFailed = !m_travel.failure().text.isEmpty();
    QStringList more = m_travel.remarks();
    if (m_hasFailed)
        more.prepend(m_travel.failureText());
    if (!more.isEmpty())
        sentence += u' ' + more.join(u' ');
    const qsizetype at = sentence.indexOf(kMomentHere);
    const QString before = sentence.left(at);
    const QString after = sentence.mid(at + 1);
    {
        const QSignalBlocker quiet(m_known);
        m_known->setCurrent(m_travel.isKnownElsewhen() ? -1 : m_travel.isKnownThen() ? 1 : 0);
    }
    if (before == m_before && moment == m_moment && after == m_after)
        return;
    m_before = before;
    m_moment = moment;
    m_after = after;
    setAccessibleName(tr("PAST", "the mode of the window") + QStringLiteral(". ") + words());
    setToolTip(words());
    fit();
    update();
}

void PastBanner::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    fit();
}

void PastBanner::fit()
{
    LineLayout line(rect().adjusted(kMargin, 0, -kMargin, 0), layoutDirection());
    for (QWidget *each :
         {static_cast<QWidget *>(m_live), static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_known)}) {
        if (each->isHidden())
            continue;
        const QSize size = each->sizeHint();
        const QRect box = line.takeTrailing(size.width(), kGap);
        each->setGeometry(box.left(), (height() - size.height()) / 2, size.width(), size.height());
    }
    const int said = textWidth(theme(), TextStyle::Body, words()) + 120;
    const int lock = textWidth(theme(), TextStyle::Body, tr("Actions locked")) + 40;
    m_controls = width() - 2 * kMargin - line.rest().width();
    m_hasLock = said + lock < line.rest().width();
}

void PastBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), theme().colour(Colour::Past));
    LineLayout line(rect().adjusted(kMargin, 0, -kMargin, 0), layoutDirection());
    line.takeTrailing(m_controls, kGap);
    paintIcon(painter, line.takeLeading(18, kGap), m_hasFailed ? QStringLiteral("info") : QStringLiteral("history"), 18,
              theme(), Colour::OnPast);
    const auto piece = [&](const QString &words, TextStyle style, int gap) {
        const int wide = std::min(textWidth(theme(), style, words), line.rest().width());
        paintText(painter, line.takeLeading(wide, gap), words, {.style = style, .colour = Colour::OnPast}, theme());
    };
    if (m_hasLock) {
        const QString words = tr("Actions locked");
        paintText(painter, line.takeTrailing(textWidth(theme(), TextStyle::Body, words), 4), words,
                  {.colour = Colour::OnPast}, theme());
        paintIcon(painter, line.takeTrailing(14, 6), QStringLiteral("lock"), 14, theme(), Colour::OnPast);
    }
    piece(tr("PAST", "the mode of the window"), TextStyle::BodyStrong, 12);
    piece(m_before, TextStyle::Body, 0);
    piece(m_moment, TextStyle::BodyStrong, 0);
    piece(m_after, TextStyle::Body, 0);
}

} // namespace graticule

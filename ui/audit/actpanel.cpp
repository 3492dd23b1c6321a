// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/actpanel.h"

#include "models/audit/acttext.h"
#include "widgets/basic/label.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kWidth = 380;
constexpr int kSide = 16;
constexpr int kLineOfHash = 32;
const QChar kBreak(0x200b);

/// A hash has no place to break at: so that it does. What is copied of it is the hash.
class HashText : public QLabel
{
public:
    HashText(const QString &hash, QWidget *parent)
        : QLabel(parent)
    {
        setContextMenuPolicy(Qt::NoContextMenu); // which would copy what is shown
        QString shown = hash;
        for (qsizetype at = kLineOfHash; at < shown.size(); at += kLineOfHash + 1)
            shown.insert(at, kBreak);
        setText(shown);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->matches(QKeySequence::Copy))
            QGuiApplication::clipboard()->setText(selectedText().remove(kBreak));
        else
            QLabel::keyPressEvent(event);
    }
};

bool isHash(const QString &value)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    return hash.match(value).hasMatch();
}

} // namespace

ActPanel::ActPanel(const ThemeSwitch &themes, QWidget *parent)
    : SidePanel(themes, false, parent)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("audit.panel"));
    setAccessibleName(tr("The chosen act"));
    setFixedWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    m_title = new Label(themes, {.style = TextStyle::Heading}, this);
    m_title->setObjectName(QStringLiteral("audit.panelTitle"));
    m_title->setFixedHeight(52);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kSide, 0, kSide, 0);
    head->addWidget(m_title);
    layout->addLayout(head);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What is recorded of it"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget(scroll);
    scroll->setWidget(m_body);
    layout->addWidget(scroll, 1);
    show(std::nullopt);
}

void ActPanel::show(const std::optional<RecordedAct> &act)
{
    if (m_act == act && !m_title->text().isEmpty())
        return;
    m_act = act;
    m_title->setText(act ? ActText::verb(act->act.verb) : tr("Choose an act to see all of it"));
    auto *scroll = findChild<QScrollArea *>();
    m_body = new QWidget(scroll);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(kSide, 4, kSide, kSide);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 92);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, value] : act ? ActText::details(*act) : QList<std::pair<QString, QString>>()) {
        auto *what = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, m_body);
        what->setText(name);
        QLabel *words = isHash(value) ? new HashText(value, m_body) : new QLabel(m_body);
        words->setTextFormat(Qt::PlainText); // names come from people and endpoints
        if (!isHash(value))
            words->setText(value);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->setAccessibleName(name);
        grid->addWidget(what, row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1);
        ++row;
    }
    grid->setRowStretch(row, 1);
    scroll->setWidget(m_body); // the one before is gone with this
}

} // namespace graticule

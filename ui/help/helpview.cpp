// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpview.h"

#include "ui/help/helppage.h"
#include "ui/page/figuretexts.h"
#include "widgets/basic/button.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 16;
constexpr int kWidth = 960;
constexpr int kListWidth = 256;
constexpr int kMostHeight = 760;

/// The figures of a page, as a text of the help.
HelpTopic figuresOf(const QString &page, const QString &title)
{
    QString text = QStringLiteral("# %1\n\n").arg(HelpView::tr("Figures of %1").arg(title));
    const QStringList ids = FigureTexts::ofPage(page);
    for (const QString &id : ids) {
        const FigureText figure = *FigureTexts::find(id);
        text += QStringLiteral("**%1.** %2 [%3](%4.md)\n\n")
                    .arg(figure.title, figure.text, HelpView::tr("More"), figure.topic);
    }
    return {HelpView::figuresTopic(), HelpView::tr("Figures of %1").arg(title), text};
}

} // namespace

HelpView::HelpView(const ThemeSwitch &themes, QWidget &window)
    : Overlay(themes, window)
{
    setObjectName(QStringLiteral("help"));
    setAccessibleName(tr("Help"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 10, 1, 10);
    layout->setSpacing(10);
    layout->addLayout(buildHead());
    layout->addLayout(buildBody(), 1);
    setFocusProxy(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &HelpView::showFound);
    connect(m_page, &HelpPage::topicAsked, this, &HelpView::showTopic);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && index.data(Qt::UserRole).toString() != m_topic)
            showTopic(index.data(Qt::UserRole).toString());
    });
}

QLayout *HelpView::buildHead()
{
    auto *title = new Label(themes(), {.style = TextStyle::Heading, .elide = Qt::ElideNone}, this);
    title->setText(tr("Help"));
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("helpWords"));
    m_words->setPlaceholderText(tr("Search the help"));
    m_words->setAccessibleName(tr("Search the help"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    auto *keys = new Button(themes(), tr("Keys of this view"), Button::Kind::Quiet, this);
    keys->setKeyHint(Qt::Key_F1);
    connect(keys, &Button::clicked, this, &HelpView::keysAsked);
    auto *close = new Button(themes(), {}, Button::Kind::Quiet, this);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    connect(close, &Button::clicked, this, &Overlay::dismiss);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(insets(*this, kSide, 0, 8, 0));
    head->setSpacing(12);
    head->addWidget(title);
    head->addWidget(m_words, 1);
    head->addWidget(keys);
    head->addWidget(close);
    return head;
}

QLayout *HelpView::buildBody()
{
    m_found = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("helpTopics"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedWidth(kListWidth);
    m_list->setProperty("look", QStringLiteral("topics"));
    m_page = new HelpPage(themes(), this);
    m_page->setObjectName(QStringLiteral("helpPage"));
    m_page->setAccessibleName(tr("Text"));
    m_nothing = new ViewState(themes(), this);
    m_nothing->setNotice(
        {QStringLiteral("search"), {}, tr("No topic has these words"), tr("Other words may find one."), {}});
    m_nothing->hide();
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->setContentsMargins(insets(*this, 8, 0, 0, 0));
    body->addWidget(m_list);
    body->addSpacing(8);
    body->addWidget(new Hairline(this, Qt::Vertical));
    body->addWidget(m_page, 1);
    body->addWidget(m_nothing, 1);
    return body;
}

void HelpView::open(const QString &topic, const QString &page, const QString &pageTitle)
{
    m_topics.put(figuresOf(page, pageTitle));
    m_topic.clear();
    m_words->clear();
    showFound();
    showTopic(topic);
    openOver();
}

void HelpView::showTopic(const QString &id)
{
    const HelpTopic *topic = m_topics.find(id);
    if (!topic)
        topic = m_topics.find(QStringLiteral("index"));
    if (!topic)
        return;
    m_topic = topic->id;
    m_page->setText(topic->text);
    m_page->setAccessibleName(topic->title);
    selectTopic();
}

/// What was found, with the first shown where what is shown is not among it.
void HelpView::showFound()
{
    const QList<HelpTopic> found = m_topics.search(m_words->text());
    const QString shown = m_topic;
    m_topic = QStringLiteral(" "); // so that a selection which moves meanwhile is nobody's wish
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_found->clear();
        for (const HelpTopic &topic : found) {
            auto *item = new QStandardItem(topic.title);
            item->setData(topic.id, Qt::UserRole);
            item->setToolTip(topic.title);
            m_found->appendRow(item);
        }
    }
    m_list->reset();
    m_list->setVisible(!found.isEmpty());
    m_page->setVisible(!found.isEmpty());
    m_nothing->setVisible(found.isEmpty());
    m_topic = shown;
    if (found.isEmpty() || shown.isEmpty())
        return;
    const bool isThere = std::any_of(found.begin(), found.end(), [&](const HelpTopic &t) { return t.id == shown; });
    showTopic(isThere && m_words->text().isEmpty() ? shown : found.first().id);
    if (!m_words->text().isEmpty())
        m_page->showWords(m_words->text());
}

void HelpView::selectTopic()
{
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (m_found->item(row)->data(Qt::UserRole).toString() == m_topic)
            m_list->setCurrentIndex(m_found->index(row, 0));
    }
}

int HelpView::wantedHeight(int most) const
{
    return std::min(most, kMostHeight);
}

int HelpView::wantedWidth() const
{
    return kWidth;
}

/// The list can be gone through from the search.
bool HelpView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up)
            return QCoreApplication::sendEvent(m_list, event);
        if (key == Qt::Key_PageDown || key == Qt::Key_PageUp)
            return QCoreApplication::sendEvent(m_page, event);
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace graticule

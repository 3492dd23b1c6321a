// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/helptopics.h"
#include "ui/palette/overlay.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace graticule {

class Button;
class HelpPage;
class ViewState;

/// The help: its topics with a search over them, and the text of the one that is chosen. One topic is made on the spot:
/// what the figures of the page below mean.
class HelpView : public Overlay
{
    Q_OBJECT

public:
    HelpView(const ThemeSwitch &themes, QWidget &window);

    /// Id of the topic that explains a page's figures.
    static QString figuresTopic() { return QStringLiteral("figures"); }

    /// Shows a topic, unknown ones as the index. @p page: id and title of the page below.
    void open(const QString &topic, const QString &page, const QString &pageTitle);
    QString topic() const { return m_topic; }

Q_SIGNALS:
    /// The keys of the page below are to be shown instead.
    void keysAsked();

protected:
    int wantedHeight(int most) const override;
    int wantedWidth() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *buildHead();
    QLayout *buildBody();
    void showTopic(const QString &id);
    void showFound();
    void selectTopic();

    HelpTopics m_topics;
    QString m_topic;
    QLineEdit *m_words = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_found = nullptr; ///< topics, their id as Qt::UserRole
    HelpPage *m_page = nullptr;
    ViewState *m_nothing = nullptr;
};

} // namespace graticule

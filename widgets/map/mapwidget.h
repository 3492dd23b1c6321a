// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapframe.h"
#include "widgets/map/mapgeometry.h"
#include "widgets/map/maplayouter.h"
#include "widgets/map/mapmarks.h"
#include "widgets/map/mapnavigator.h"
#include "widgets/map/mapwalk.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace graticule {

/// The world map: sites as marks, merged into clusters where they are close, links as great circles.
///
/// GUI thread. Base map and layout are computed in workers; until they are there the last ones are shown. Everything
/// may be set in any order and again at any time. Selection and keyboard focus are kept by key. A *mark* is a cluster
/// or a lone site, an index into the layout in use. Pointer and keys: see MapInput.
class MapWidget : public QWidget
{
    Q_OBJECT

public:
    using Keys = std::vector<MapKey>;

    explicit MapWidget(QWidget *parent = nullptr);
    ~MapWidget() override;

    /// Where the outlines come from; called once, in a worker. On failure geometryFailed() says why.
    void setGeometrySource(const MapOutlineSource &source);
    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }

    /// Replaces all sites; links and callouts stay.
    void setSites(std::vector<MapSite> sites);
    /// Changes states only: cheap, repaints only marks that look different now. Unknown keys are ignored.
    void updateStates(const std::vector<MapChange> &changes);
    void setLinks(std::vector<MapLink> links);
    void setCallouts(std::vector<MapCallout> callouts);
    /// What marks say; lines say what they are given.
    void setLayer(MapLayer layer);
    MapLayer layer() const { return m_layer; }
    /// How full sites are, for MapLayer::Capacity; those that are not named are not known.
    void setUses(const std::vector<MapUse> &uses);
    /// Draws only sites that are neither healthy nor in maintenance, or whose state is stale.
    void setProblemsOnly(bool on);
    bool problemsOnly() const { return m_problemsOnly; }

    /// Keys of the selected sites, ascending. Setting does not emit selectionChanged.
    const Keys &selection() const { return m_selection; }
    void setSelection(Keys keys);

    /// What a lone site is called in tooltips and to screen readers; the default is its label and its state.
    void setDescriber(const MapMarks::Describer &describer) { m_describer = describer; }
    /// Everything is at its goal at once, nothing pulses.
    void setReducedMotion(bool reduced);
    /// Parts of the map that lie under something else; what is fitted or revealed keeps clear of them.
    void setCovered(const QMarginsF &covered) { m_navigator.setCovered(covered); }
    /// Where small things lie over the map, in its pixels: no words are put under them while the view rests.
    void setKeptFree(std::vector<QRect> boxes);

    /// The camera, for buttons, for saving a view and for tests.
    MapNavigator &navigator() { return m_navigator; }
    const MapNavigator &navigator() const { return m_navigator; }
    void zoomToSelection();
    /// Pans just so far that a site is in view.
    void reveal(MapKey site);

    /// What is under a point of the widget. About a microsecond.
    MapHit hitAt(QPointF point) const;
    QString textOf(const MapHit &hit) const;
    void select(const MapHit &hit, bool toggle = false);
    /// Opens a lone site or a link, or splits a cluster by zooming in.
    void activate(const MapHit &hit);
    void hover(const MapHit &hit);

    /// The marks in view, worst first, then largest: the order of walk() and of the screen reader's list.
    std::vector<int> visibleMarks() const;
    /// "Singapore, 169 sites, 6 degraded"; a lone site as the describer says.
    QString markText(int mark) const { return textOf(hitOfMark(mark)); }
    MapHit hitOfMark(int mark) const { return m_marks.hitOf(mark); }
    /// In the widget, logical pixels.
    QRect markRect(int mark) const;
    bool isMarkSelected(int mark) const { return m_selectedMarks[size_t(mark)]; }
    /// The mark that the keyboard has reached; -1: none.
    int currentMark() const { return m_currentMark; }
    /// Selects the next (1) or previous (-1) mark of visibleMarks().
    void walk(int step);
    void walkTowards(MapDirection direction);

    /// Counts up when marks are numbered anew.
    int marksVersion() const { return m_marksVersion; }
    const MapLayoutPtr &layoutInUse() const { return m_marks.layout(); }
    const MapAnnotations &annotations() const { return m_annotations; }
    const MapTiles &tiles() const { return m_tiles; }
    /// Nothing is being computed: what is shown is exact. For tests, pictures and measurements.
    bool isSettled() const;

    QSize sizeHint() const override { return {1056, 602}; }
    QSize minimumSizeHint() const override { return {280, 200}; }

Q_SIGNALS:
    /// By the person at the map.
    void selectionChanged(const std::vector<graticule::MapKey> &keys);
    /// Enter or double click on a lone site.
    void activated(graticule::MapKey site);
    /// A cluster that cannot be split further.
    void clusterActivated(const std::vector<graticule::MapKey> &sites);
    /// An index into what setLinks() was given.
    void linkActivated(int link);
    void hovered(const graticule::MapHit &hit);
    void geometryFailed(const QString &why);
    void themeChanged();
    void layerChanged();
    /// Marks are numbered anew.
    void marksChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void requestLayout();
    void adopt(const MapLayoutPtr &layout);
    void applyChange(const MapChange &change, QRegion &dirty);
    void placeWords();
    QRectF seenAt(double scale) const;
    void targetMoved(bool passing);
    void useScale(double scale);
    void cameraMoved();
    void requestTiles();
    MapTileView tileView(const MapCamera &camera) const;
    /// Where a mark with its rings and badge is drawn.
    QRect paintedRect(int mark) const;
    void findSelectedMarks();
    void setCurrent(int mark);
    void choose(Keys keys);

    Theme m_theme;
    MapNavigator m_navigator;
    MapTiles m_tiles;
    MapLayouter m_layouter;
    MapSprites m_sprites;
    QThreadPool m_loader; ///< one thread, for the geometry

    std::vector<MapMark> m_states; ///< per site, as last given
    std::vector<MapCallout> m_callouts;
    std::vector<QRect> m_keptFree;
    std::vector<MapChange> m_early; ///< changes to sites that are not laid out yet
    bool m_sitesAreNew = false;     ///< the layout in use is of older sites
    bool m_problemsOnly = false;
    bool m_reducedMotion = false;
    bool m_showsFocus = false; ///< the keyboard has brought it here
    bool m_geometryIsComing = false;

    MapMarks m_marks;
    MapLayer m_layer = MapLayer::State;
    MapLevels m_levels; ///< arranged while the layer shows them
    int m_marksVersion = 0;
    MapAnnotations m_annotations;
    double m_tileScale = 0;   ///< logical pixels per unit of the tiles in use
    double m_layoutScale = 0; ///< as last asked for

    Keys m_selection;
    std::vector<bool> m_selectedMarks;
    std::optional<MapKey> m_currentKey;
    int m_currentMark = -1;
    MapHit m_hover;
    int m_selectedLink = -1;
    MapMarks::Describer m_describer;

    QBasicTimer m_frameTimer;  ///< tiles have come
    QBasicTimer m_settleTimer; ///< the camera has stopped
    QBasicTimer m_wordsTimer;  ///< states have changed: names may change
    QBasicTimer m_filterTimer; ///< states have changed: who is a problem may change
    QBasicTimer m_pulseTimer;
    QElapsedTimer m_pulseSince;
};

} // namespace graticule

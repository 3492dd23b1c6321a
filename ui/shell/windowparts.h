// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window is put together from, for those who only hold pointers to it.
namespace graticule {

class ActCalls;
class ActingDesk;
class ActionCalls;
class ActionRegistry;
class ActsDock;
class LogCalls;
class LogDesk;
class CommandPalette;
class ConnectionsPage;
class DropTarget;
struct DroppedFile;
class FigureCard;
class FigureGuide;
class HelpView;
class IncidentFiles;
class KeyMap;
class ModeFrame;
class NavRail;
class NoticeBar;
class OverviewPage;
class Page;
class PageStack;
struct PaletteKey;
class PastBanner;
class PastCalls;
class RuleQueries;
class ThemeSwitch;
class TimeBar;
class TimeTravel;
struct TimeSpan;
class TopBar;
class UndoBar;

} // namespace graticule

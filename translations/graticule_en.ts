<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>graticule::ActText</name>
    <message numerus="yes">
        <source>The chain holds, but %n signed heads are not of the keeper&apos;s key.</source>
        <translation>
            <numerusform>The chain holds, but %n signed head is not of the keeper&apos;s key.</numerusform>
            <numerusform>The chain holds, but %n signed heads are not of the keeper&apos;s key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are as they were written.</source>
        <translation>
            <numerusform>%n record is as it was written.</numerusform>
            <numerusform>%n records are as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed heads agree.</source>
        <translation>
            <numerusform>%n signed head agrees.</numerusform>
            <numerusform>%n signed heads agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ActionText</name>
    <message numerus="yes">
        <source>%n stand in the way</source>
        <translation>
            <numerusform>%n stands in the way</numerusform>
            <numerusform>%n stand in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end for good</source>
        <translation>
            <numerusform>%n ends for good</numerusform>
            <numerusform>%n end for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end here and begin elsewhere</source>
        <translation>
            <numerusform>%n ends here and begins elsewhere</numerusform>
            <numerusform>%n end here and begin elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held by a budget now</source>
        <translation>
            <numerusform>%n is held by a budget now</numerusform>
            <numerusform>%n are held by a budget now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n begin</source>
        <translation>
            <numerusform>%n begins</numerusform>
            <numerusform>%n begin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n changes</numerusform>
            <numerusform>%n change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known</source>
        <translation>
            <numerusform>of %n it is not known</numerusform>
            <numerusform>of %n it is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: evict %n pods</source>
        <comment>Drain node-17</comment>
        <translation>
            <numerusform>%1: evict %n pod</numerusform>
            <numerusform>%1: evict %n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held by a budget</source>
        <translation>
            <numerusform>%n held by a budget</numerusform>
            <numerusform>%n held by a budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ActsDock</name>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::Attention</name>
    <message numerus="yes">
        <source>%n sites unknown</source>
        <translation>
            <numerusform>%n site unknown</numerusform>
            <numerusform>%n sites unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites have no place</source>
        <translation>
            <numerusform>%n site has no place</numerusform>
            <numerusform>%n sites have no place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites are down</source>
        <translation>
            <numerusform>%n site is down</numerusform>
            <numerusform>%n sites are down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites are degraded</source>
        <translation>
            <numerusform>%n site is degraded</numerusform>
            <numerusform>%n sites are degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites unreachable</source>
        <translation>
            <numerusform>%n site unreachable</numerusform>
            <numerusform>%n sites unreachable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites stale, last good values shown</source>
        <translation>
            <numerusform>%n site stale, last good values shown</numerusform>
            <numerusform>%n sites stale, last good values shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites have gone silent</source>
        <translation>
            <numerusform>%n site has gone silent</numerusform>
            <numerusform>%n sites have gone silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We are cut off: %n sites unreachable</source>
        <translation>
            <numerusform>We are cut off: %n site unreachable</numerusform>
            <numerusform>We are cut off: %n sites unreachable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::AuditPage</name>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n acts</source>
        <translation>
            <numerusform>Export %n act</numerusform>
            <numerusform>Export %n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ComparePage</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n differences</source>
        <translation>
            <numerusform>Export %n difference</numerusform>
            <numerusform>Export %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences were written to %1.</source>
        <translation>
            <numerusform>%n difference was written to %1.</numerusform>
            <numerusform>%n differences were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links not watched</source>
        <translation>
            <numerusform>%n link not watched</numerusform>
            <numerusform>%n links not watched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionEditor</name>
    <message numerus="yes">
        <source>%n fields need a look</source>
        <translation>
            <numerusform>%n field needs a look</numerusform>
            <numerusform>%n fields need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionForm</name>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled in</source>
        <translation>
            <numerusform>%n filled in</numerusform>
            <numerusform>%n filled in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsModel</name>
    <message numerus="yes">
        <source>%n connections behind it</source>
        <translation>
            <numerusform>%n connection behind it</numerusform>
            <numerusform>%n connections behind it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ContextNames</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::DayPicker</name>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::DroppedFileReader</name>
    <message numerus="yes">
        <source>%1 has %n contexts; %2 is filled in, nothing is saved yet</source>
        <translation>
            <numerusform>%1 has %n context; %2 is filled in, nothing is saved yet</numerusform>
            <numerusform>%1 has %n contexts; %2 is filled in, nothing is saved yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EntityDetails</name>
    <message numerus="yes">
        <source>%n placements</source>
        <translation>
            <numerusform>%n placement</numerusform>
            <numerusform>%n placements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EntityDrawer</name>
    <message numerus="yes">
        <source>%n other services have this name. If they are one, say so, or give each the label %1.</source>
        <translation>
            <numerusform>%n other service has this name. If they are one, say so, or give each the label %1.</numerusform>
            <numerusform>%n other services have this name. If they are one, say so, or give each the label %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EntityWords</name>
    <message numerus="yes">
        <source>%n services are hidden by the filters.</source>
        <translation>
            <numerusform>%n service is hidden by the filters.</numerusform>
            <numerusform>%n services are hidden by the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are hidden by the filters.</source>
        <translation>
            <numerusform>%n node is hidden by the filters.</numerusform>
            <numerusform>%n nodes are hidden by the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets are hidden by the filters.</source>
        <translation>
            <numerusform>%n asset is hidden by the filters.</numerusform>
            <numerusform>%n assets are hidden by the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services copied</source>
        <translation>
            <numerusform>%n service copied</numerusform>
            <numerusform>%n services copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes copied</source>
        <translation>
            <numerusform>%n node copied</numerusform>
            <numerusform>%n nodes copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets copied</source>
        <translation>
            <numerusform>%n asset copied</numerusform>
            <numerusform>%n assets copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services written to %1</source>
        <translation>
            <numerusform>%n service written to %1</numerusform>
            <numerusform>%n services written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes written to %1</source>
        <translation>
            <numerusform>%n node written to %1</numerusform>
            <numerusform>%n nodes written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets written to %1</source>
        <translation>
            <numerusform>%n asset written to %1</numerusform>
            <numerusform>%n assets written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n services</source>
        <translation>
            <numerusform>Export %n service</numerusform>
            <numerusform>Export %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n nodes</source>
        <translation>
            <numerusform>Export %n node</numerusform>
            <numerusform>Export %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n assets</source>
        <translation>
            <numerusform>Export %n asset</numerusform>
            <numerusform>Export %n assets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EventsPanel</name>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::FleetButton</name>
    <message numerus="yes">
        <source>expires in %n days</source>
        <translation>
            <numerusform>expires in %n day</numerusform>
            <numerusform>expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LinkCharts</name>
    <message numerus="yes">
        <source>Smoke, last %1, %n probes a minute</source>
        <translation>
            <numerusform>Smoke, last %1, %n probe a minute</numerusform>
            <numerusform>Smoke, last %1, %n probes a minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LinkPanel</name>
    <message numerus="yes">
        <source>%n probes</source>
        <translation>
            <numerusform>%n probe</numerusform>
            <numerusform>%n probes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LogList</name>
    <message numerus="yes">
        <source>%n lines came too fast and are left out here.</source>
        <translation>
            <numerusform>%n line came too fast and is left out here.</numerusform>
            <numerusform>%n lines came too fast and are left out here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LogPanel</name>
    <message numerus="yes">
        <source>%1 (%n restarts)</source>
        <translation>
            <numerusform>%1 (%n restart)</numerusform>
            <numerusform>%1 (%n restarts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LogView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::MapLevels</name>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::MapMarks</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <extracomment>More links between the same two clusters: &quot;sin1 – bom1, 213 ms, and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <extracomment>A cluster of sites; there are always two at least: &quot;Singapore, 169 sites&quot;</extracomment>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n sites</source>
        <translation>
            <numerusform>%1, %n site</numerusform>
            <numerusform>%1, %n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::MatrixPanel</name>
    <message numerus="yes">
        <source>%n sites</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others · last %2</source>
        <translation>
            <numerusform>%1 and %n other · last %2</numerusform>
            <numerusform>%1 and %n others · last %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::OverviewPage</name>
    <message numerus="yes">
        <source>%n sites in one place</source>
        <translation>
            <numerusform>%n site in one place</numerusform>
            <numerusform>%n sites in one place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::RuleCountsModel</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::RulesEditor</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::RulesPage</name>
    <message numerus="yes">
        <source>%n rules in force</source>
        <translation>
            <numerusform>%n rule in force</numerusform>
            <numerusform>%n rules in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::SamePage</name>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n suggested</numerusform>
            <numerusform>%n suggested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::SitesPage</name>
    <message numerus="yes">
        <source>%n sites are hidden by the filters.</source>
        <translation>
            <numerusform>%n site is hidden by the filters.</numerusform>
            <numerusform>%n sites are hidden by the filters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites copied</source>
        <translation>
            <numerusform>%n site copied</numerusform>
            <numerusform>%n sites copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n sites</source>
        <translation>
            <numerusform>Export %n site</numerusform>
            <numerusform>Export %n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites written to %1</source>
        <translation>
            <numerusform>%n site written to %1</numerusform>
            <numerusform>%n sites written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimeBar</name>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>Last %n hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <comment>a stretch of time in the past</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>a stretch of time in the past</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimeBarFeed</name>
    <message numerus="yes">
        <source>%n moments not told apart</source>
        <translation>
            <numerusform>%n moment not told apart</numerusform>
            <numerusform>%n moments not told apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimeChart</name>
    <message numerus="yes">
        <source>%n gaps.</source>
        <comment>stretches without values</comment>
        <translation>
            <numerusform>%n gap.</numerusform>
            <numerusform>%n gaps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimeTravel</name>
    <message numerus="yes">
        <source>%n facts arrived later.</source>
        <translation>
            <numerusform>%n fact arrived later.</numerusform>
            <numerusform>%n facts arrived later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1, then %n more</numerusform>
            <numerusform>%1, then %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::WaitingText</name>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, and %n more</numerusform>
            <numerusform>, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more connections</source>
        <translation>
            <numerusform>and %n more connection</numerusform>
            <numerusform>and %n more connections</numerusform>
        </translation>
    </message>
</context>
</TS>

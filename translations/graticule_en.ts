<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%n set</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n set</numerusform>
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
    <name>graticule::DroppedFileReader</name>
    <message numerus="yes">
        <source>%1 is a kubeconfig with %n contexts. Kubernetes is coming; it cannot be connected yet.</source>
        <translation>
            <numerusform>%1 is a kubeconfig with %n context. Kubernetes is coming; it cannot be connected yet.</numerusform>
            <numerusform>%1 is a kubeconfig with %n contexts. Kubernetes is coming; it cannot be connected yet.</numerusform>
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
    <name>graticule::OverviewPage</name>
    <message numerus="yes">
        <source>%n sites in one place</source>
        <translation>
            <numerusform>%n site in one place</numerusform>
            <numerusform>%n sites in one place</numerusform>
        </translation>
    </message>
</context>
</TS>

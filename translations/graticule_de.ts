<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
</context>
<context>
    <name>graticule::ActPanel</name>
    <message>
        <source>The chosen act</source>
        <translation>Die gewählte Handlung</translation>
    </message>
    <message>
        <source>Choose an act to see all of it</source>
        <translation>Wählen Sie eine Handlung, um alles von ihr zu sehen</translation>
    </message>
    <message>
        <source>What is recorded of it</source>
        <translation>Was davon aufgezeichnet ist</translation>
    </message>
</context>
<context>
    <name>graticule::ActText</name>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung ändern</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Bring connection back</source>
        <translation>Verbindung zurückholen</translation>
    </message>
    <message>
        <source>Pause connection</source>
        <translation>Verbindung anhalten</translation>
    </message>
    <message>
        <source>Resume connection</source>
        <translation>Verbindung fortsetzen</translation>
    </message>
    <message>
        <source>Retry connection</source>
        <translation>Verbindung erneut versuchen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Start lab</source>
        <translation>Labor starten</translation>
    </message>
    <message>
        <source>Stop lab</source>
        <translation>Labor beenden</translation>
    </message>
    <message>
        <source>Inject lab fault</source>
        <translation>Störung im Labor auslösen</translation>
    </message>
    <message>
        <source>Heal lab fault</source>
        <translation>Störung im Labor beheben</translation>
    </message>
    <message>
        <source>Export incident</source>
        <translation>Vorfall exportieren</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Zulassung widerrufen</translation>
    </message>
    <message>
        <source>Renew certificate</source>
        <translation>Zertifikat erneuern</translation>
    </message>
    <message>
        <source>Erase name</source>
        <translation>Namen löschen</translation>
    </message>
    <message>
        <source>Keeper started</source>
        <translation>Keeper gestartet</translation>
    </message>
    <message>
        <source>Record begun</source>
        <translation>Aufzeichnung begonnen</translation>
    </message>
    <message>
        <source>Unfinished record cut off</source>
        <translation>Unfertiger Eintrag abgeschnitten</translation>
    </message>
    <message>
        <source>the keeper</source>
        <translation>der Keeper</translation>
    </message>
    <message>
        <source>nobody knows</source>
        <translation>niemand weiß es</translation>
    </message>
    <message>
        <source>person %1</source>
        <comment>whose name was erased</comment>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Getan</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>this program&apos;s fault</source>
        <translation>dieses Programm ist schuld</translation>
    </message>
    <message>
        <source>the endpoint&apos;s fault</source>
        <translation>der Endpunkt ist schuld</translation>
    </message>
    <message>
        <source>the network&apos;s fault</source>
        <translation>das Netz ist schuld</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>it could not be so</source>
        <translation>so konnte es nicht sein</translation>
    </message>
    <message>
        <source>nobody knows whose fault</source>
        <translation>niemand weiß, wer schuld ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>account on this computer</source>
        <translation>Konto auf diesem Rechner</translation>
    </message>
    <message>
        <source>nothing was shown</source>
        <translation>nichts wurde gezeigt</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>edited file</source>
        <translation>geänderte Datei</translation>
    </message>
    <message>
        <source>the keeper itself</source>
        <translation>der Keeper selbst</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Their role</source>
        <translation>Deren Rolle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Bekannt durch</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Pseudonym</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>%1 UTC, %2: %3 %4, %5</source>
        <comment>time, who, verb, target, outcome</comment>
        <translation>%1 UTC, %2: %3 %4, %5</translation>
    </message>
    <message>
        <source>Record %1 of %2 was altered.</source>
        <translation>Eintrag %1 von %2 wurde verändert.</translation>
    </message>
    <message>
        <source>From record %1 to %2 something was cut out; the one before is of %3.</source>
        <translation>Von Eintrag %1 bis %2 wurde etwas herausgeschnitten; der davor ist von %3.</translation>
    </message>
    <message>
        <source>Where record %1 belongs stands another one.</source>
        <translation>Wo Eintrag %1 hingehört, steht ein anderer.</translation>
    </message>
    <message>
        <source>Record %1 cannot be read; the one before is of %2.</source>
        <translation>Eintrag %1 ist nicht lesbar; der davor ist von %2.</translation>
    </message>
    <message>
        <source>The record was cut short: it ends before record %1; the last that is there is of %2.</source>
        <translation>Die Aufzeichnung wurde gekürzt: sie endet vor Eintrag %1; der letzte vorhandene ist von %2.</translation>
    </message>
    <message>
        <source>The record was rewritten, at the earliest from record %1 on: record %2 is not the one that was signed at %3.</source>
        <translation>Die Aufzeichnung wurde neu geschrieben, frühestens ab Eintrag %1: Eintrag %2 ist nicht der, der um %3 unterschrieben wurde.</translation>
    </message>
    <message>
        <source>The keeper found something that this console does not know.</source>
        <translation>Der Keeper fand etwas, das diese Konsole nicht kennt.</translation>
    </message>
    <message numerus="yes">
        <source>The chain holds, but %n signed heads are not of the keeper&apos;s key.</source>
        <translation>
            <numerusform>Die Kette hält, aber %n unterschriebener Kopf ist nicht vom Schlüssel des Keepers.</numerusform>
            <numerusform>Die Kette hält, aber %n unterschriebene Köpfe sind nicht vom Schlüssel des Keepers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are as they were written.</source>
        <translation>
            <numerusform>%n Eintrag ist, wie er geschrieben wurde.</numerusform>
            <numerusform>%n Einträge sind, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed heads agree.</source>
        <translation>
            <numerusform>%n unterschriebener Kopf stimmt überein.</numerusform>
            <numerusform>%n unterschriebene Köpfe stimmen überein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew authority</source>
        <translation>Zertifizierungsstelle erneuern</translation>
    </message>
    <message>
        <source>Read logs</source>
        <translation>Protokolle lesen</translation>
    </message>
    <message>
        <source>Cordon</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Uncordon</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Räumen</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Stop act</source>
        <translation>Handlung anhalten</translation>
    </message>
    <message>
        <source>Save label rules</source>
        <translation>Label-Regeln speichern</translation>
    </message>
    <message>
        <source>Call services the same</source>
        <translation>Dienste gleich nennen</translation>
    </message>
    <message>
        <source>Call services different</source>
        <translation>Dienste verschieden nennen</translation>
    </message>
    <message>
        <source>Take back what services are</source>
        <translation>Zurücknehmen, was Dienste sind</translation>
    </message>
    <message>
        <source>Other attempts</source>
        <translation>Andere Versuche</translation>
    </message>
    <message>
        <source>a Docker context</source>
        <translation>ein Docker-Kontext</translation>
    </message>
    <message>
        <source>a context of a kubeconfig</source>
        <translation>ein Kontext einer kubeconfig</translation>
    </message>
    <message>
        <source>a socket on the keeper&apos;s computer</source>
        <translation>ein Socket auf dem Rechner des Keepers</translation>
    </message>
    <message>
        <source>the keeper&apos;s computer</source>
        <translation>der Rechner des Keepers</translation>
    </message>
    <message>
        <source>the lab</source>
        <translation>das Labor</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Delete data that exists only on this node</source>
        <translation>Daten löschen, die es nur auf diesem Knoten gibt</translation>
    </message>
    <message>
        <source>Only tried</source>
        <translation>Nur probiert</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>End also pods that nothing starts again</source>
        <translation>Auch Pods beenden, die nichts wieder startet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Time for each pod to end by itself</source>
        <translation>Zeit für jeden Pod, selbst zu enden</translation>
    </message>
    <message>
        <source>Kind of fault</source>
        <translation>Art der Störung</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Instances wanted</source>
        <translation>Gewünschte Instanzen</translation>
    </message>
    <message>
        <source>Role given</source>
        <translation>Vergebene Rolle</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 %2 times more</source>
        <comment>Refused 400 times more</comment>
        <translation>%1, noch %2-mal</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The role at the keeper does not permit it.</source>
        <translation>Die Rolle am Keeper erlaubt es nicht.</translation>
    </message>
    <message>
        <source>The rights at the platform do not permit it.</source>
        <translation>Die Rechte an der Plattform erlauben es nicht.</translation>
    </message>
    <message>
        <source>No connection told of it.</source>
        <translation>Keine Verbindung meldete es.</translation>
    </message>
    <message>
        <source>Several connections told of it, and none was named.</source>
        <translation>Mehrere Verbindungen meldeten es, und keine war genannt.</translation>
    </message>
    <message>
        <source>It was not there any more.</source>
        <translation>Es war nicht mehr da.</translation>
    </message>
    <message>
        <source>It was deleted and made anew.</source>
        <translation>Es war gelöscht und neu angelegt worden.</translation>
    </message>
    <message>
        <source>What had been shown of it was not known any more.</source>
        <translation>Was davon gezeigt worden war, war nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile.</source>
        <translation>Jemand anders hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>Its key was that of another act.</source>
        <translation>Sein Schlüssel war der einer anderen Handlung.</translation>
    </message>
    <message>
        <source>It was lost sight of.</source>
        <translation>Es war außer Sicht geraten.</translation>
    </message>
    <message>
        <source>The connection was not there.</source>
        <translation>Die Verbindung bestand nicht.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>graticule::ActionOffers</name>
    <message>
        <source>%1 is %2: what is shown may not be so any more</source>
        <translation>%1 ist %2: was gezeigt wird, gilt vielleicht nicht mehr</translation>
    </message>
    <message>
        <source>Asking whether it may be done</source>
        <translation>Es wird gefragt, ob es erlaubt ist</translation>
    </message>
    <message>
        <source>The platform does not permit it</source>
        <translation>Die Plattform erlaubt es nicht</translation>
    </message>
    <message>
        <source>It makes no sense now</source>
        <translation>Es ergibt jetzt keinen Sinn</translation>
    </message>
    <message>
        <source>Whether it is permitted is not known; %1 decides.</source>
        <translation>Ob es erlaubt ist, ist nicht bekannt; %1 entscheidet.</translation>
    </message>
    <message>
        <source>%1 offers nothing that could be done to it</source>
        <translation>%1 bietet nichts an, was damit getan werden könnte</translation>
    </message>
    <message>
        <source>The keeper</source>
        <translation>Der Keeper</translation>
    </message>
</context>
<context>
    <name>graticule::ActionText</name>
    <message>
        <source>Nothing new is placed on it; what runs there stays.</source>
        <translation>Nichts Neues kommt hin; was dort läuft, bleibt.</translation>
    </message>
    <message>
        <source>It may be given work again.</source>
        <translation>Er darf wieder Arbeit bekommen.</translation>
    </message>
    <message>
        <source>Cordons it and evicts its pods one after another, within their budgets.</source>
        <translation>Sperrt ihn und verdrängt seine Pods einen nach dem anderen, im Rahmen ihrer Budgets.</translation>
    </message>
    <message>
        <source>Changes how many instances are wanted.</source>
        <translation>Ändert, wie viele Instanzen gewünscht sind.</translation>
    </message>
    <message>
        <source>Replaces its instances a few at a time.</source>
        <translation>Ersetzt seine Instanzen, wenige auf einmal.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds, after a number</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>shop: from 3 to 2 pods</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing that runs is touched.</source>
        <translation>Nichts, was läuft, wird berührt.</translation>
    </message>
    <message numerus="yes">
        <source>%n stand in the way</source>
        <translation>
            <numerusform>%n steht im Weg</numerusform>
            <numerusform>%n stehen im Weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end for good</source>
        <translation>
            <numerusform>%n endet für immer</numerusform>
            <numerusform>%n enden für immer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end here and begin elsewhere</source>
        <translation>
            <numerusform>%n endet hier und beginnt anderswo</numerusform>
            <numerusform>%n enden hier und beginnen anderswo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held by a budget now</source>
        <translation>
            <numerusform>%n wird jetzt von einem Budget gehalten</numerusform>
            <numerusform>%n werden jetzt von einem Budget gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n begin</source>
        <translation>
            <numerusform>%n beginnt</numerusform>
            <numerusform>%n beginnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change</source>
        <translation>
            <numerusform>%n ändert sich</numerusform>
            <numerusform>%n ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known</source>
        <translation>
            <numerusform>von %n ist es nicht bekannt</numerusform>
            <numerusform>von %n ist es nicht bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n bleibt, wie er ist</numerusform>
            <numerusform>%n bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>14 pods: 12 end here and begin elsewhere</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n Pod</numerusform>
            <numerusform>%n Pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: evict %n pods</source>
        <comment>Drain node-17</comment>
        <translation>
            <numerusform>%1, %n Pod verdrängen</numerusform>
            <numerusform>%1, %n Pods verdrängen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>Scale shop; a number</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 takes back only a part of it: what ended for good does not come back.</source>
        <translation>%1 nimmt nur einen Teil zurück: Was für immer endet, kommt nicht wieder.</translation>
    </message>
    <message>
        <source>It cannot be taken back.</source>
        <translation>Es lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>%1 takes it back, but what has moved stays where it is then.</source>
        <translation>%1 nimmt es zurück, aber was umgezogen ist, bleibt dann, wo es ist.</translation>
    </message>
    <message>
        <source>It can be taken back: %1 with the number of before.</source>
        <translation>Es lässt sich zurücknehmen: %1 mit der Zahl von vorher.</translation>
    </message>
    <message>
        <source>It can be taken back: %1.</source>
        <translation>Es lässt sich zurücknehmen: %1.</translation>
    </message>
    <message>
        <source>Ends for good</source>
        <translation>Endet für immer</translation>
    </message>
    <message>
        <source>Begins elsewhere</source>
        <translation>Beginnt anderswo</translation>
    </message>
    <message>
        <source>Held by a budget</source>
        <translation>Vom Budget gehalten</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Stands in the way</source>
        <translation>Steht im Weg</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändert sich</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Getan</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verb, name: Drain node-17</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held by a budget</source>
        <translation>
            <numerusform>%n vom Budget gehalten</numerusform>
            <numerusform>%n vom Budget gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ActsDock</name>
    <message>
        <source>Acts under way</source>
        <translation>Laufende Handlungen</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Handlungen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Its record</source>
        <translation>Sein Eintrag</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Close; what is under way goes on</source>
        <translation>Schließen; was im Gange ist, geht weiter</translation>
    </message>
    <message>
        <source>Pod by pod</source>
        <translation>Pod für Pod</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n im Gange</numerusform>
            <numerusform>%n im Gange</numerusform>
        </translation>
    </message>
    <message>
        <source>none under way</source>
        <translation>keine im Gange</translation>
    </message>
    <message>
        <source>Nothing is under way, and all that ended has been read.</source>
        <translation>Nichts ist im Gange, und alles Beendete ist gelesen.</translation>
    </message>
    <message>
        <source>asked for by %1</source>
        <translation>verlangt von %1</translation>
    </message>
    <message>
        <source>begun %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>Stop: the keeper is not answering</source>
        <translation>Anhalten: der Keeper antwortet nicht</translation>
    </message>
    <message>
        <source>Stopping after this pod</source>
        <translation>Hält nach diesem Pod an</translation>
    </message>
    <message>
        <source>Ends it between two pods; what was done stays</source>
        <translation>Beendet es zwischen zwei Pods; was getan ist, bleibt</translation>
    </message>
</context>
<context>
    <name>graticule::ActsModel</name>
    <message>
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
</context>
<context>
    <name>graticule::AddFleetDialog</name>
    <message>
        <source>Add a fleet</source>
        <translation>Flotte hinzufügen</translation>
    </message>
    <message>
        <source>A team&apos;s keeper is reached with a file that its administrator made by &quot;graticuled enrol&quot;. It holds your key: once it is added, delete it.</source>
        <translation>Den Keeper eines Teams erreicht man mit einer Datei, die sein Verwalter mit „graticuled enrol“ angelegt hat. Sie enthält Ihren Schlüssel: Ist sie hinzugefügt, löschen Sie sie.</translation>
    </message>
    <message>
        <source>File of the enrolment</source>
        <translation>Datei der Aufnahme</translation>
    </message>
    <message>
        <source>alice.enrolment</source>
        <translation>alice.enrolment</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file of the enrolment</source>
        <translation>Datei der Aufnahme wählen</translation>
    </message>
    <message>
        <source>Address, when it is not the file&apos;s, or folder of another home</source>
        <translation>Adresse, wenn es nicht die der Datei ist, oder Ordner eines anderen Home</translation>
    </message>
    <message>
        <source>keeper.example:7443, unix:///path or /path/of/a/home</source>
        <translation>keeper.example:7443, unix:///pfad oder /pfad/eines/home</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As the keeper calls itself</source>
        <translation>Wie sich der Keeper nennt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add and show</source>
        <translation>Hinzufügen und zeigen</translation>
    </message>
    <message>
        <source>Enrolments (*.enrolment)</source>
        <translation>Aufnahmen (*.enrolment)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Give a file, an address or a folder</source>
        <translation>Geben Sie eine Datei, eine Adresse oder einen Ordner an</translation>
    </message>
</context>
<context>
    <name>graticule::AddPanel</name>
    <message>
        <source>Any other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht lesbar waren</translation>
    </message>
    <message>
        <source>Found on the keeper&apos;s computer</source>
        <translation>Auf dem Rechner des Keepers gefunden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>They are left untouched. Correct them and they are read again.</source>
        <translation>Sie bleiben unberührt. Nach einer Korrektur werden sie neu gelesen.</translation>
    </message>
</context>
<context>
    <name>graticule::ArgumentFields</name>
    <message>
        <source>as each says</source>
        <translation>wie jeder sagt</translation>
    </message>
</context>
<context>
    <name>graticule::Attention</name>
    <message>
        <source>%1 is unknown</source>
        <translation>%1: Zustand unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n sites unknown</source>
        <translation>
            <numerusform>%n Standort unbekannt</numerusform>
            <numerusform>%n Standorte unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no place</source>
        <translation>%1 hat keinen Ort</translation>
    </message>
    <message numerus="yes">
        <source>%n sites have no place</source>
        <translation>
            <numerusform>%n Standort ohne Ort</numerusform>
            <numerusform>%n Standorte ohne Ort</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its place is in doubt</source>
        <translation>%1: Ort zweifelhaft</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 ist beeinträchtigt</translation>
    </message>
    <message numerus="yes">
        <source>%n sites are down</source>
        <translation>
            <numerusform>%n Standort ausgefallen</numerusform>
            <numerusform>%n Standorte ausgefallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites are degraded</source>
        <translation>
            <numerusform>%n Standort beeinträchtigt</numerusform>
            <numerusform>%n Standorte beeinträchtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them: %2</source>
        <translation>davon %1: %2</translation>
    </message>
    <message>
        <source>%1 is unreachable</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%n sites unreachable</source>
        <translation>
            <numerusform>%n Standort nicht erreichbar</numerusform>
            <numerusform>%n Standorte nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>one cause: %1 · %2</source>
        <translation>eine Ursache: %1 · %2</translation>
    </message>
    <message>
        <source>State unknown since %1, not counted as down</source>
        <translation>Zustand seit %1 unbekannt, nicht als Ausfall gezählt</translation>
    </message>
    <message>
        <source>Connection refused: %1</source>
        <translation>Verbindung abgewiesen: %1</translation>
    </message>
    <message>
        <source>Connection silent: %1</source>
        <translation>Verbindung verstummt: %1</translation>
    </message>
    <message>
        <source>Connection unreachable: %1</source>
        <translation>Verbindung nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>1 site stale, last good values shown</source>
        <translation>1 Standort veraltet, letzte gute Werte gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n sites stale, last good values shown</source>
        <translation>
            <numerusform>%n Standort veraltet, letzte gute Werte gezeigt</numerusform>
            <numerusform>%n Standorte veraltet, letzte gute Werte gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>None of its sites has been seen yet</source>
        <translation>Noch keiner ihrer Standorte wurde gesehen</translation>
    </message>
    <message>
        <source>Its sites are also seen in another way</source>
        <translation>Ihre Standorte sind auch auf anderem Weg zu sehen</translation>
    </message>
    <message>
        <source>%1 has gone silent</source>
        <translation>%1 ist verstummt</translation>
    </message>
    <message numerus="yes">
        <source>%n sites have gone silent</source>
        <translation>
            <numerusform>%n Standort ist verstummt</numerusform>
            <numerusform>%n Standorte sind verstummt</numerusform>
        </translation>
    </message>
    <message>
        <source>seen through %1, %2</source>
        <translation>gesehen über %1, %2</translation>
    </message>
    <message>
        <source>Last known values shown</source>
        <translation>Zuletzt bekannte Werte gezeigt</translation>
    </message>
    <message>
        <source>Not on the map: open it and set its place</source>
        <translation>Nicht auf der Karte: öffnen und den Ort angeben</translation>
    </message>
    <message numerus="yes">
        <source>We are cut off: %n sites unreachable</source>
        <translation>
            <numerusform>Wir sind abgeschnitten: %n Standort nicht erreichbar</numerusform>
            <numerusform>Wir sind abgeschnitten: %n Standorte nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>seen by the keeper itself</source>
        <translation>vom Keeper selbst gesehen</translation>
    </message>
    <message>
        <source>seen through %1</source>
        <translation>gesehen über %1</translation>
    </message>
</context>
<context>
    <name>graticule::AttentionModel</name>
    <message>
        <source>Over now</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>graticule::AttentionPanel</name>
    <message>
        <source>Needs a person</source>
        <translation>Eingreifen nötig</translation>
    </message>
    <message>
        <source>What needs a person, worst first</source>
        <translation>Wo Eingreifen nötig ist, Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>Waiting for the first snapshot</source>
        <translation>Warten auf den ersten Stand</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>%1 new above</source>
        <translation>%1 neue darüber</translation>
    </message>
    <message>
        <source>Nothing is connected yet, so nothing can be wrong.</source>
        <translation>Noch ist nichts verbunden, also kann nichts gestört sein.</translation>
    </message>
    <message>
        <source>%1 sites through %2 connections were looked at.</source>
        <translation>%1 Standorte über %2 Verbindungen wurden geprüft.</translation>
    </message>
    <message>
        <source>Nothing needs a person</source>
        <translation>Kein Eingreifen nötig</translation>
    </message>
    <message>
        <source>Enter or a click opens what it is about</source>
        <translation>Enter oder ein Klick öffnet, worum es geht</translation>
    </message>
    <message>
        <source>Needed a person at %1</source>
        <translation>Brauchte Hilfe um %1</translation>
    </message>
</context>
<context>
    <name>graticule::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Filter  ( / )</source>
        <translation>Filtern  ( / )</translation>
    </message>
    <message>
        <source>Filter the acts</source>
        <translation>Handlungen filtern</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation>Jeder Ausgang</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Aufzeichnung prüfen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The check was ended; nothing was found out.</source>
        <translation>Die Prüfung wurde beendet; nichts wurde festgestellt.</translation>
    </message>
    <message>
        <source>What people did</source>
        <translation>Was Menschen taten</translation>
    </message>
    <message>
        <source>Nothing can be done at this keeper: %1</source>
        <translation>An diesem Keeper kann nichts getan werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%n Handlung</numerusform>
            <numerusform>%n Handlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This keeper keeps no record of acts</source>
        <translation>Dieser Keeper zeichnet keine Handlungen auf</translation>
    </message>
    <message>
        <source>You may not read the record</source>
        <translation>Sie dürfen die Aufzeichnung nicht lesen</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Die Aufzeichnung ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the record</source>
        <translation>Die Aufzeichnung wird gelesen</translation>
    </message>
    <message>
        <source>No act matches</source>
        <translation>Keine Handlung passt</translation>
    </message>
    <message>
        <source>Nobody did anything</source>
        <translation>Niemand hat etwas getan</translation>
    </message>
    <message>
        <source>The record is empty.</source>
        <translation>Die Aufzeichnung ist leer.</translation>
    </message>
    <message>
        <source>Checking the record …</source>
        <translation>Die Aufzeichnung wird geprüft …</translation>
    </message>
    <message>
        <source>Checking the record: %1 of %2</source>
        <translation>Die Aufzeichnung wird geprüft: %1 von %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Export %n acts</source>
        <translation>
            <numerusform>%n Handlung ausführen</numerusform>
            <numerusform>%n Handlungen ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>record, who did what, log</source>
        <translation>Aufzeichnung, wer tat was, Protokoll</translation>
    </message>
    <message>
        <source>The record is not known</source>
        <translation>Die Aufzeichnung ist nicht bekannt</translation>
    </message>
    <message>
        <source>Export the acts as CSV or JSON</source>
        <translation>Handlungen als CSV oder JSON exportieren</translation>
    </message>
    <message>
        <source>Shows only acts that ended so</source>
        <translation>Zeigt nur Handlungen, die so endeten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Shows only acts of that time</source>
        <translation>Zeigt nur Handlungen dieser Zeit</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today (UTC)</source>
        <translation>Heute (UTC)</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Other words, or another time, may find one.</source>
        <translation>Andere Wörter oder eine andere Zeit finden vielleicht eine.</translation>
    </message>
    <message>
        <source>An incident file has no record of acts</source>
        <translation>Eine Vorfallsdatei hat keine Aufzeichnung von Handlungen</translation>
    </message>
    <message>
        <source>The keeper that made the file has it.</source>
        <translation>Der Keeper, der die Datei gemacht hat, hat sie.</translation>
    </message>
</context>
<context>
    <name>graticule::BannerButton</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>graticule::Button</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
</context>
<context>
    <name>graticule::Capacity</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Massenspeicher</translation>
    </message>
</context>
<context>
    <name>graticule::CapacityRows</name>
    <message>
        <source>Capacity used</source>
        <translation>Kapazität belegt</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <translation>%1 nicht bekannt</translation>
    </message>
    <message>
        <source>last known, too old now</source>
        <translation>zuletzt bekannt, inzwischen zu alt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>graticule::ChartLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>graticule::CommandLock</name>
    <message>
        <source>Locked in PAST. Return to live to act.</source>
        <translation>In VERGANGEN gesperrt. Zum Handeln zurück zu Live.</translation>
    </message>
</context>
<context>
    <name>graticule::CommandPalette</name>
    <message>
        <source>Find or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Find a site, a service, a connection, or run a command</source>
        <translation>Standort, Dienst oder Verbindung suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>What was found, the best first</source>
        <translation>Gefundenes, Bestes zuerst</translation>
    </message>
    <message>
        <source>reading the names</source>
        <translation>Namen werden gelesen</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>%1 Namen</translation>
    </message>
    <message>
        <source>the best %1 of %2</source>
        <translation>die besten %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing has such a name</source>
        <translation>Nichts heißt so</translation>
    </message>
    <message>
        <source>The names of the fleet are still being read.</source>
        <translation>Die Namen der Flotte werden noch gelesen.</translation>
    </message>
    <message>
        <source>%1 names of sites, services, assets, connections, pages and commands were looked at.</source>
        <translation>%1 Namen von Standorten, Diensten, Datenbeständen, Verbindungen, Seiten und Befehlen wurden durchsucht.</translation>
    </message>
</context>
<context>
    <name>graticule::ComparePage</name>
    <message>
        <source>Filter  ( / )</source>
        <translation>Filtern  ( / )</translation>
    </message>
    <message>
        <source>Filter the differences</source>
        <translation>Die Unterschiede filtern</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>a moment</comment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>What differs between %1 and %2</source>
        <translation>Was sich zwischen %1 und %2 unterscheidet</translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>No difference matches</source>
        <translation>Kein Unterschied passt</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Andere Worte finden vielleicht einen.</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nichts ist anders</translation>
    </message>
    <message>
        <source>%1 sites and all that is at them were compared.</source>
        <translation>Verglichen wurden %1 Standorte und alles, was an ihnen ist.</translation>
    </message>
    <message numerus="yes">
        <source>Export %n differences</source>
        <translation>
            <numerusform>%n Unterschied ausgeben</numerusform>
            <numerusform>%n Unterschiede ausgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n differences were written to %1.</source>
        <translation>
            <numerusform>%n Unterschied wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Unterschiede wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Nothing is compared</source>
        <translation>Es wird nichts verglichen</translation>
    </message>
    <message>
        <source>Export the differences as CSV</source>
        <translation>Die Unterschiede als CSV exportieren</translation>
    </message>
    <message>
        <source>Open what the row is about</source>
        <translation>Öffnen, worum es in der Zeile geht</translation>
    </message>
    <message numerus="yes">
        <source>%n links not watched</source>
        <translation>
            <numerusform>%n Strecke nicht beobachtet</numerusform>
            <numerusform>%n Strecken nicht beobachtet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConfirmDialog</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>What would become of what runs</source>
        <translation>Was aus dem würde, was läuft</translation>
    </message>
    <message>
        <source>It is recorded who did this, where, and how it ended; what is shown changes once it is so.</source>
        <translation>Es wird aufgezeichnet, wer es tat, wo, und wie es ausging; die Anzeige ändert sich erst, wenn es so ist.</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>Type the name instead</source>
        <translation>Stattdessen den Namen eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>site %1</source>
        <translation>Standort %1</translation>
    </message>
    <message>
        <source>What stands in the way has to be settled first, or allowed above.</source>
        <translation>Was im Weg steht, muss erst erledigt oder oben erlaubt werden.</translation>
    </message>
    <message>
        <source>Asking %1 what it would do …</source>
        <translation>%1 wird gefragt, was es bewirken würde …</translation>
    </message>
    <message>
        <source>the keeper</source>
        <translation>den Keeper</translation>
    </message>
    <message>
        <source>What it would do could not be found out: %1</source>
        <translation>Was es bewirken würde, war nicht zu erfahren: %1</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionActions</name>
    <message>
        <source>Asked …</source>
        <translation>Angefragt …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No connection is chosen</source>
        <translation>Keine Verbindung ausgewählt</translation>
    </message>
    <message>
        <source>Held by another keeper: change it there</source>
        <translation>Gehört einem anderen Keeper: dort ändern</translation>
    </message>
    <message>
        <source>The keeper has been asked</source>
        <translation>Der Keeper ist angefragt</translation>
    </message>
    <message>
        <source>It is paused: resume it first</source>
        <translation>Sie ist angehalten: erst fortsetzen</translation>
    </message>
    <message>
        <source>It is not waiting for another attempt</source>
        <translation>Sie wartet nicht auf einen neuen Versuch</translation>
    </message>
    <message>
        <source>Made by the lab: it goes when the lab is stopped.</source>
        <translation>Vom Labor angelegt: endet mit dem Labor.</translation>
    </message>
    <message>
        <source>Set in the keeper&apos;s own configuration: change it there</source>
        <translation>In der Konfiguration des Keepers festgelegt: dort ändern</translation>
    </message>
    <message>
        <source>This keeper holds no such configuration</source>
        <translation>Dieser Keeper hat keine solche Konfiguration</translation>
    </message>
    <message>
        <source>Asked the keeper to pause it</source>
        <translation>Keeper um Anhalten gebeten</translation>
    </message>
    <message>
        <source>Asked the keeper to resume it</source>
        <translation>Keeper um Fortsetzen gebeten</translation>
    </message>
    <message>
        <source>Asked the keeper to try it now</source>
        <translation>Keeper um sofortigen Versuch gebeten</translation>
    </message>
    <message>
        <source>Asked the keeper to remove it</source>
        <translation>Keeper um Entfernen gebeten</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 could not be saved again: %2</source>
        <translation>%1 ließ sich nicht wieder speichern: %2</translation>
    </message>
    <message>
        <source>Pause or resume the connection</source>
        <translation>Verbindung anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Retry the connection now</source>
        <translation>Verbindung jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Rename the connection</source>
        <translation>Verbindung umbenennen</translation>
    </message>
    <message>
        <source>Duplicate the connection</source>
        <translation>Verbindung duplizieren</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist wieder da</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionDelegate</name>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>Load we cause</source>
        <translation>Von uns verursachte Last</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionEditor</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Will be changed:
%1</source>
        <translation>Wird geändert:
%1</translation>
    </message>
    <message>
        <source>The keeper has not told yet what it can connect</source>
        <translation>Der Keeper hat noch nicht gemeldet, was er verbinden kann</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>1 field needs a look</source>
        <translation>1 Feld prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n fields need a look</source>
        <translation>
            <numerusform>%n Feld prüfen</numerusform>
            <numerusform>%n Felder prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked the keeper to change it</source>
        <translation>Keeper um die Änderung gebeten</translation>
    </message>
    <message>
        <source>Asked the keeper to connect</source>
        <translation>Keeper um die Verbindung gebeten</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Als %1 gespeichert</translation>
    </message>
    <message>
        <source>Saved as %1, not tested</source>
        <translation>Als %1 gespeichert, nicht getestet</translation>
    </message>
    <message>
        <source>The keeper did not take it</source>
        <translation>Der Keeper hat es nicht angenommen</translation>
    </message>
    <message>
        <source>The file is on the keeper&apos;s computer: write its path there</source>
        <translation>Die Datei liegt auf dem Rechner des Keepers: den Pfad dort eintragen</translation>
    </message>
    <message>
        <source>Nothing of this is saved. Once more, and what was typed is dropped; %1 saves it.</source>
        <translation>Nichts davon ist gespeichert. Noch einmal, und die Eingaben sind verworfen; %1 speichert sie.</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionFilters</name>
    <message>
        <source>Order and filter</source>
        <translation>Ordnen und filtern</translation>
    </message>
    <message>
        <source>Filter (/)</source>
        <translation>Filter (/)</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>Verbindungen filtern</translation>
    </message>
    <message>
        <source>Words, or kind:docker, state:stale, state:trouble</source>
        <translation>Wörter oder kind:docker, state:stale, state:trouble</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Namen</translation>
    </message>
    <message>
        <source>most load first</source>
        <translation>meiste Last zuerst</translation>
    </message>
    <message>
        <source>slowest first</source>
        <translation>langsamste zuerst</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>schlimmste zuerst</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>in trouble</source>
        <translation>gestört</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>By which people know it; also the name of its file.</source>
        <translation>So heißt sie für alle; auch der Name ihrer Datei.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Credentials, by reference</source>
        <translation>Zugangsdaten, als Verweis</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Load budget</source>
        <translation>Lastbudget</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>what the endpoint tells</source>
        <translation>was der Endpunkt sagt</translation>
    </message>
    <message>
        <source>give another place than the field %1; leave one of them out</source>
        <translation>nennen einen anderen Ort als das Feld %1; eines von beiden weglassen</translation>
    </message>
    <message numerus="yes">
        <source>%n labels</source>
        <translation>
            <numerusform>%n Label</numerusform>
            <numerusform>%n Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled in</source>
        <translation>
            <numerusform>%n ausgefüllt</numerusform>
            <numerusform>%n ausgefüllt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionPanel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Copy its state and error as text (Ctrl+C)</source>
        <translation>Zustand und Fehler als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Watched since</source>
        <translation>Beobachtet seit</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>Antwortet in</translation>
    </message>
    <message>
        <source>Load we cause</source>
        <translation>Von uns verursachte Last</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Connections behind it</source>
        <translation>Verbindungen dahinter</translation>
    </message>
    <message>
        <source>Sites seen through it</source>
        <translation>Darüber gesehene Standorte</translation>
    </message>
    <message>
        <source>%1 for %2, since %3</source>
        <translation>%1 seit %2, ab %3</translation>
    </message>
    <message>
        <source>not yet seen</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>%1 ago, %2</source>
        <translation>vor %1, %2</translation>
    </message>
    <message>
        <source>none, or not told</source>
        <translation>keins oder nicht gemeldet</translation>
    </message>
    <message>
        <source>valid to %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, am %2</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>agrees with the keeper&apos;s</source>
        <translation>stimmt mit der des Keepers überein</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>voraus</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>the worst %1 of %2</source>
        <translation>die schlimmsten %1 von %2</translation>
    </message>
    <message>
        <source>None has been seen</source>
        <translation>Noch keiner gesehen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>copied at %1 UTC</source>
        <translation>kopiert um %1 UTC</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionSide</name>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>A copy of %1 is in the form; nothing is saved yet</source>
        <translation>Eine Kopie von %1 steht im Formular; gespeichert ist noch nichts</translation>
    </message>
    <message>
        <source>Changes to %1 dropped</source>
        <translation>Änderungen an %1 verworfen</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1; it is one site, %2, with %3</source>
        <translation>%1; bildet den Standort %2 zusammen mit %3</translation>
    </message>
    <message>
        <source>%1 could not be changed back: %2</source>
        <translation>%1 ließ sich nicht zurückändern: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
    <message>
        <source>Its sites go, unless another connection sees them.</source>
        <translation>Ihre Standorte verschwinden, wenn keine andere Verbindung sie sieht.</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 is as it was</source>
        <translation>%1 ist wie zuvor</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsFilter</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsHead</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add connection …</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Add a connection (Ctrl+N)</source>
        <translation>Eine Verbindung hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Label rules</source>
        <translation>Label-Regeln</translation>
    </message>
    <message>
        <source>How labels become sites, services and data</source>
        <translation>Wie aus Labels Standorte, Dienste und Daten werden</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsModel</name>
    <message>
        <source>1 site</source>
        <translation>1 Standort</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 Standorte</translation>
    </message>
    <message>
        <source>Certificate ends in %1</source>
        <translation>Zertifikat endet in %1</translation>
    </message>
    <message>
        <source>Certificate ended %1 ago</source>
        <translation>Zertifikat vor %1 abgelaufen</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>%1 Anfr./s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Behind it, %1 is %2: %3</source>
        <translation>Dahinter ist %1 %2: %3</translation>
    </message>
    <message>
        <source>Paused: nothing is asked, the last known stays</source>
        <translation>Angehalten: nichts wird abgefragt, Letztes bleibt</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Nothing heard since %1.</source>
        <translation>Nichts gehört seit %1.</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Neuer Versuch in %1.</translation>
    </message>
    <message>
        <source>Trying again now.</source>
        <translation>Neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>antwortet in %1</translation>
    </message>
    <message>
        <source>1 connection behind it</source>
        <translation>1 Verbindung dahinter</translation>
    </message>
    <message numerus="yes">
        <source>%n connections behind it</source>
        <translation>
            <numerusform>%n Verbindung dahinter</numerusform>
            <numerusform>%n Verbindungen dahinter</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers later than its limit</source>
        <translation>Antwortet später als der Grenzwert</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5, %6</source>
        <translation>%1, %2, %3, %4, %5, %6</translation>
    </message>
    <message>
        <source>worst of its sites, last 24 h: %1</source>
        <translation>schlechtester seiner Standorte, letzte 24 h: %1</translation>
    </message>
</context>
<context>
    <name>graticule::ConnectionsPage</name>
    <message>
        <source>Waiting for the first snapshot</source>
        <translation>Warten auf den ersten Stand</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>Verbindungen filtern</translation>
    </message>
    <message>
        <source>Next connection</source>
        <translation>Nächste Verbindung</translation>
    </message>
    <message>
        <source>Previous connection</source>
        <translation>Vorige Verbindung</translation>
    </message>
    <message>
        <source>Look again for endpoints</source>
        <translation>Erneut nach Endpunkten suchen</translation>
    </message>
    <message>
        <source>Order connections worst first</source>
        <translation>Verbindungen ordnen: schlimmste zuerst</translation>
    </message>
    <message>
        <source>Order connections by name</source>
        <translation>Verbindungen nach Namen ordnen</translation>
    </message>
    <message>
        <source>Order connections by load</source>
        <translation>Verbindungen nach Last ordnen</translation>
    </message>
    <message>
        <source>Order connections by latency</source>
        <translation>Verbindungen nach Antwortzeit ordnen</translation>
    </message>
    <message>
        <source>Save the connection</source>
        <translation>Verbindung speichern</translation>
    </message>
    <message>
        <source>No form is open</source>
        <translation>Kein Formular ist offen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No connection matches the filter</source>
        <translation>Keine Verbindung passt zum Filter</translation>
    </message>
    <message>
        <source>%1 are hidden by it.</source>
        <translation>%1 sind dadurch verborgen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nothing is connected</source>
        <translation>Nichts ist verbunden</translation>
    </message>
    <message>
        <source>The keeper holds no connection. What it found on its computer is listed beside.</source>
        <translation>Der Keeper hat keine Verbindung. Was er auf seinem Rechner fand, steht daneben.</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more behind other keepers</source>
        <translation>%1 weitere hinter anderen Keepern</translation>
    </message>
    <message>
        <source>%1 req/s in all</source>
        <translation>%1 Anfr./s insgesamt</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>Was die Werte bedeuten</translation>
    </message>
</context>
<context>
    <name>graticule::ContextNames</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>In that file: %1.</source>
        <translation>In dieser Datei: %1.</translation>
    </message>
    <message>
        <source>In that file: %1. Without a name: %2.</source>
        <translation>In dieser Datei: %1. Ohne Namen: %2.</translation>
    </message>
</context>
<context>
    <name>graticule::Country</name>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Antigua and Barbuda</source>
        <translation>Antigua und Barbuda</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albanien</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenien</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Antarctica</source>
        <translation>Antarktis</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentinien</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Amerikanisch-Samoa</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Åland-Inseln</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Aserbaidschan</translation>
    </message>
    <message>
        <source>Bosnia and Herzegovina</source>
        <translation>Bosnien und Herzegowina</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesch</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgarien</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benin</translation>
    </message>
    <message>
        <source>Saint Barthélemy</source>
        <translation>Saint-Barthélemy</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermuda</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivien</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Karibische Niederlande</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhutan</translation>
    </message>
    <message>
        <source>Bouvet Island</source>
        <translation>Bouvet-Insel</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botsuana</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Cocos Islands</source>
        <translation>Kokosinseln</translation>
    </message>
    <message>
        <source>DR Congo</source>
        <translation>DR Kongo</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Zentralafrikanische Republik</translation>
    </message>
    <message>
        <source>Congo</source>
        <translation>Kongo</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Côte d&apos;Ivoire</source>
        <translation>Côte d&apos;Ivoire</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Cookinseln</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Kamerun</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Kolumbien</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Kuba</translation>
    </message>
    <message>
        <source>Cabo Verde</source>
        <translation>Cabo Verde</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Weihnachtsinsel</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Zypern</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tschechien</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Dschibuti</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Dominikanische Republik</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algerien</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Ägypten</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Westsahara</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Äthiopien</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fidschi</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Falklandinseln</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Mikronesien</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Färöer-Inseln</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabun</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Großbritannien</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenada</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgien</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Französisch-Guayana</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Grönland</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Äquatorialguinea</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Griechenland</translation>
    </message>
    <message>
        <source>South Georgia and the South Sandwich Islands</source>
        <translation>Südgeorgien und die Südlichen Sandwichinseln</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinea-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Heard Island and McDonald Islands</source>
        <translation>Heard und McDonaldinseln</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Kroatien</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haiti</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesien</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Insel Man</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Britisches Territorium im Indischen Ozean</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Island</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaika</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordanien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenia</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirgisistan</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Kambodscha</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Komoren</translation>
    </message>
    <message>
        <source>Saint Kitts and Nevis</source>
        <translation>St. Kitts und Nevis</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Nordkorea</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Südkorea</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Cayman-Inseln</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kasachstan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Libanon</translation>
    </message>
    <message>
        <source>Saint Lucia</source>
        <translation>St. Lucia</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburg</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettland</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libyen</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marokko</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldau</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>Saint Martin</source>
        <translation>Saint-Martin</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagaskar</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Marshallinseln</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Nordmazedonien</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Myanmar</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolei</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>Macao</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Nördliche Marianen</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauretanien</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauritius</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Malediven</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mosambik</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Neukaledonien</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Norfolkinsel</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Französisch-Polynesien</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papua-Neuguinea</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippinen</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Saint Pierre and Miquelon</source>
        <translation>St. Pierre und Miquelon</translation>
    </message>
    <message>
        <source>Pitcairn</source>
        <translation>Pitcairn</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Palestine</source>
        <translation>Palästina</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palau</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Katar</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumänien</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbien</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russland</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Ruanda</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabien</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Salomoninseln</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychellen</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Saint Helena, Ascension and Tristan da Cunha</source>
        <translation>St. Helena, Ascension und Tristan da Cunha</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slowenien</translation>
    </message>
    <message>
        <source>Svalbard and Jan Mayen</source>
        <translation>Svalbard und Jan Mayen</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slowakei</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Südsudan</translation>
    </message>
    <message>
        <source>São Tomé and Príncipe</source>
        <translation>São Tomé und Príncipe</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syrien</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Turks and Caicos Islands</source>
        <translation>Turks- und Caicosinseln</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Tschad</translation>
    </message>
    <message>
        <source>French Southern Territories</source>
        <translation>Französische Südgebiete</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tadschikistan</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor-Leste</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistan</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunesien</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>Trinidad and Tobago</source>
        <translation>Trinidad und Tobago</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tansania</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraine</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>U.S. Minor Outlying Islands</source>
        <translation>Amerikanische Überseeinseln</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>USA</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Usbekistan</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Vatikanstadt</translation>
    </message>
    <message>
        <source>Saint Vincent and the Grenadines</source>
        <translation>St. Vincent und die Grenadinen</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Britische Jungferninseln</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Amerikanische Jungferninseln</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Wallis and Futuna</source>
        <translation>Wallis und Futuna</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Jemen</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Sambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Simbabwe</translation>
    </message>
</context>
<context>
    <name>graticule::DayPicker</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::DetailRows</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>graticule::DifferenceModel</name>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2, %3: was %4, is %5</source>
        <translation>%1 %2, %3: war %4, ist %5</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>before (UTC)</source>
        <translation>davor (UTC)</translation>
    </message>
    <message>
        <source>after (UTC)</source>
        <translation>danach (UTC)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
</context>
<context>
    <name>graticule::DiscoveredModel</name>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
</context>
<context>
    <name>graticule::DroppedFileReader</name>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 is no ordinary file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than any file that Graticule knows; it was not read</source>
        <translation>%1 ist größer als jede Datei, die Graticule kennt; nicht gelesen</translation>
    </message>
    <message>
        <source>%1 is nothing that Graticule knows</source>
        <translation>%1 ist nichts, was Graticule kennt</translation>
    </message>
    <message>
        <source>%1 holds nothing that Graticule knows: no meta.json, ca.pem or cert.pem</source>
        <translation>%1 enthält nichts, was Graticule kennt: weder meta.json noch ca.pem noch cert.pem</translation>
    </message>
    <message>
        <source>Certificates of %1 are filled in; the address is missing</source>
        <translation>Zertifikate aus %1 sind eingetragen; die Adresse fehlt</translation>
    </message>
    <message>
        <source>%1 names no Docker endpoint</source>
        <translation>%1 nennt keinen Docker-Endpunkt</translation>
    </message>
    <message>
        <source>Docker context %1 is filled in; nothing is saved yet</source>
        <translation>Docker-Kontext %1 ist eingetragen; noch ist nichts gespeichert</translation>
    </message>
    <message>
        <source>%1 is no good connection file: %2</source>
        <translation>%1 ist keine gültige Verbindungsdatei: %2</translation>
    </message>
    <message>
        <source>%1 is filled in; nothing is saved yet</source>
        <translation>%1 ist eingetragen; noch ist nichts gespeichert</translation>
    </message>
    <message>
        <source>%1 opens in a window of its own</source>
        <translation>%1 öffnet sich in einem eigenen Fenster</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n contexts; %2 is filled in, nothing is saved yet</source>
        <translation>
            <numerusform>%1 hat %n Kontext; %2 ist eingetragen, noch ist nichts gespeichert</numerusform>
            <numerusform>%1 hat %n Kontexte; %2 ist eingetragen, noch ist nichts gespeichert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EditorFoot</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>graticule::EffectsModel</name>
    <message>
        <source>%1 %2</source>
        <comment>kind, name: Deployment shop</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Becomes of it</source>
        <translation>Wird daraus</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>graticule::EndpointRows</name>
    <message>
        <source>Endpoints on the keeper&apos;s computer</source>
        <translation>Endpunkte auf dem Rechner des Keepers</translation>
    </message>
    <message>
        <source>%1 more on the page Connections</source>
        <translation>%1 weitere auf der Seite Verbindungen</translation>
    </message>
    <message>
        <source>Looking for endpoints on the keeper&apos;s computer</source>
        <translation>Suche nach Endpunkten auf dem Rechner des Keepers</translation>
    </message>
    <message>
        <source>No Docker socket, context or kubeconfig was found on the keeper&apos;s computer.</source>
        <translation>Kein Docker-Socket, kein Kontext und keine kubeconfig auf dem Rechner des Keepers gefunden.</translation>
    </message>
    <message>
        <source>Asked …</source>
        <translation>Angefragt …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>This window shows an incident file: nothing can be connected from here.</source>
        <translation>Dieses Fenster zeigt eine Vorfallsdatei: Von hier aus kann nichts verbunden werden.</translation>
    </message>
</context>
<context>
    <name>graticule::EntityDetails</name>
    <message>
        <source>no placement is known</source>
        <translation>keine Platzierung ist bekannt</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>Läuft an</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n placements</source>
        <translation>
            <numerusform>%n Platzierung</numerusform>
            <numerusform>%n Platzierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>no copy is known</source>
        <translation>keine Kopie ist bekannt</translation>
    </message>
    <message>
        <source>Copies at</source>
        <translation>Kopien an</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>how far copies are behind is not known</source>
        <translation>wie weit Kopien zurück sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>at most %1 behind</source>
        <translation>höchstens %1 zurück</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>not declared</source>
        <translation>nicht erklärt</translation>
    </message>
    <message>
        <source>no class declared</source>
        <translation>keine Klasse erklärt</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>load %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <translation>
            <numerusform>%n Standort</numerusform>
            <numerusform>%n Standorte</numerusform>
        </translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Services at its site:</source>
        <translation>Dienste an seinem Standort:</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>seen %1 ago</source>
        <translation>gesehen vor %1</translation>
    </message>
    <message>
        <source>Identity: %1</source>
        <translation>Identität: %1</translation>
    </message>
    <message>
        <source>as of %1 UTC</source>
        <translation>Stand %1 UTC</translation>
    </message>
    <message>
        <source>Seen through: %1, %2 ago</source>
        <translation>Gesehen über: %1, vor %2</translation>
    </message>
</context>
<context>
    <name>graticule::EntityDrawer</name>
    <message>
        <source>The newest snapshot does not have it any more.</source>
        <translation>Der neueste Stand enthält ihn nicht mehr.</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>Open its site</source>
        <translation>Standort öffnen</translation>
    </message>
    <message>
        <source>Copy all of this as text (Ctrl+C)</source>
        <translation>Alles als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Copies at</source>
        <translation>Kopien an</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>Läuft an</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Capacity used</source>
        <translation>Kapazität belegt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Identity: %1</source>
        <translation>Identität: %1</translation>
    </message>
    <message>
        <source>not yet seen</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>evidence %1 old</source>
        <translation>Stand %1 alt</translation>
    </message>
    <message>
        <source>seen through %1</source>
        <translation>gesehen über %1</translation>
    </message>
    <message>
        <source>Copy the label</source>
        <translation>Label kopieren</translation>
    </message>
    <message>
        <source>Same service?</source>
        <translation>Derselbe Dienst?</translation>
    </message>
    <message numerus="yes">
        <source>%n other services have this name. If they are one, say so, or give each the label %1.</source>
        <translation>
            <numerusform>%n anderer Dienst heißt so. Sind sie einer, sagen Sie es, oder geben Sie jedem das Label %1.</numerusform>
            <numerusform>%n andere Dienste heißen so. Sind sie einer, sagen Sie es, oder geben Sie jedem das Label %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EntityFields</name>
    <message>
        <source>no copy is known</source>
        <translation>keine Kopie ist bekannt</translation>
    </message>
    <message>
        <source>no placement is known</source>
        <translation>keine Platzierung ist bekannt</translation>
    </message>
    <message>
        <source>%1, last known</source>
        <translation>%1, zuletzt bekannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Seen through</source>
        <translation>Gesehen über</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Speicher belegt</translation>
    </message>
    <message>
        <source>Storage used</source>
        <translation>Datenspeicher belegt</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>At several sites</source>
        <translation>An mehreren Standorten</translation>
    </message>
    <message>
        <source>In several countries</source>
        <translation>In mehreren Ländern</translation>
    </message>
    <message>
        <source>In several regions</source>
        <translation>In mehreren Regionen</translation>
    </message>
    <message>
        <source>At several providers</source>
        <translation>Bei mehreren Anbietern</translation>
    </message>
    <message>
        <source>Through several connections</source>
        <translation>Über mehrere Verbindungen</translation>
    </message>
    <message>
        <source>Several images</source>
        <translation>Mehrere Abbilder</translation>
    </message>
    <message>
        <source>At no known place</source>
        <translation>An keinem bekannten Ort</translation>
    </message>
    <message>
        <source>CPU, 1 h</source>
        <translation>CPU, 1 h</translation>
    </message>
</context>
<context>
    <name>graticule::EntityPage</name>
    <message>
        <source>What is shown does not offer it</source>
        <translation>Was gezeigt wird, bietet es nicht an</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>a verb; it asks first</comment>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>graticule::EntityTableModel</name>
    <message>
        <source>seen %1 ago</source>
        <translation>gesehen vor %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>%1 more in %2, all healthy</source>
        <translation>%1 weitere in %2, alle gesund</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>graticule::EntityWords</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Words, or site:fra1  ( / )</source>
        <translation>Wörter oder site:fra1  ( / )</translation>
    </message>
    <message>
        <source>Filter the services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>No service matches</source>
        <translation>Kein Dienst passt</translation>
    </message>
    <message>
        <source>No service is known</source>
        <translation>Kein Dienst ist bekannt</translation>
    </message>
    <message>
        <source>No service is current</source>
        <translation>Kein Dienst ist markiert</translation>
    </message>
    <message>
        <source>Open the current service</source>
        <translation>Den markierten Dienst öffnen</translation>
    </message>
    <message>
        <source>Choose the current service</source>
        <translation>Den markierten Dienst auswählen</translation>
    </message>
    <message>
        <source>Chosen services</source>
        <translation>Ausgewählte Dienste</translation>
    </message>
    <message>
        <source>This service is gone</source>
        <translation>Diesen Dienst gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Gathering what is known of this service</source>
        <translation>Sammelt, was von diesem Dienst bekannt ist</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>Platzierungen</translation>
    </message>
    <message>
        <source>No placement is known</source>
        <translation>Keine Platzierung ist bekannt</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Filter the nodes</source>
        <translation>Knoten filtern</translation>
    </message>
    <message>
        <source>No node matches</source>
        <translation>Kein Knoten passt</translation>
    </message>
    <message>
        <source>No node is known</source>
        <translation>Kein Knoten ist bekannt</translation>
    </message>
    <message>
        <source>No node is current</source>
        <translation>Kein Knoten ist markiert</translation>
    </message>
    <message>
        <source>Open the current node</source>
        <translation>Den markierten Knoten öffnen</translation>
    </message>
    <message>
        <source>Choose the current node</source>
        <translation>Den markierten Knoten auswählen</translation>
    </message>
    <message>
        <source>Chosen nodes</source>
        <translation>Ausgewählte Knoten</translation>
    </message>
    <message>
        <source>This node is gone</source>
        <translation>Diesen Knoten gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Gathering what is known of this node</source>
        <translation>Sammelt, was von diesem Knoten bekannt ist</translation>
    </message>
    <message>
        <source>Services at its site</source>
        <translation>Dienste an seinem Standort</translation>
    </message>
    <message>
        <source>No service is known at its site</source>
        <translation>An seinem Standort ist kein Dienst bekannt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Words, or class:personal  ( / )</source>
        <translation>Wörter oder class:personal  ( / )</translation>
    </message>
    <message>
        <source>Filter the data</source>
        <translation>Daten filtern</translation>
    </message>
    <message>
        <source>No asset matches</source>
        <translation>Kein Datenbestand passt</translation>
    </message>
    <message>
        <source>No data asset is known</source>
        <translation>Kein Datenbestand ist bekannt</translation>
    </message>
    <message>
        <source>No asset is current</source>
        <translation>Kein Datenbestand ist markiert</translation>
    </message>
    <message>
        <source>Open the current asset</source>
        <translation>Den markierten Datenbestand öffnen</translation>
    </message>
    <message>
        <source>Choose the current asset</source>
        <translation>Den markierten Datenbestand auswählen</translation>
    </message>
    <message>
        <source>Chosen assets</source>
        <translation>Ausgewählte Datenbestände</translation>
    </message>
    <message>
        <source>This asset is gone</source>
        <translation>Diesen Datenbestand gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Gathering what is known of this asset</source>
        <translation>Sammelt, was von diesem Datenbestand bekannt ist</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>No copy is known</source>
        <translation>Keine Kopie ist bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n services are hidden by the filters.</source>
        <translation>
            <numerusform>%n Dienst ist durch die Filter verborgen.</numerusform>
            <numerusform>%n Dienste sind durch die Filter verborgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are hidden by the filters.</source>
        <translation>
            <numerusform>%n Knoten ist durch die Filter verborgen.</numerusform>
            <numerusform>%n Knoten sind durch die Filter verborgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets are hidden by the filters.</source>
        <translation>
            <numerusform>%n Datenbestand ist durch die Filter verborgen.</numerusform>
            <numerusform>%n Datenbestände sind durch die Filter verborgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services copied</source>
        <translation>
            <numerusform>%n Dienst kopiert</numerusform>
            <numerusform>%n Dienste kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes copied</source>
        <translation>
            <numerusform>%n Knoten kopiert</numerusform>
            <numerusform>%n Knoten kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets copied</source>
        <translation>
            <numerusform>%n Datenbestand kopiert</numerusform>
            <numerusform>%n Datenbestände kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services written to %1</source>
        <translation>
            <numerusform>%n Dienst in %1 geschrieben</numerusform>
            <numerusform>%n Dienste in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes written to %1</source>
        <translation>
            <numerusform>%n Knoten in %1 geschrieben</numerusform>
            <numerusform>%n Knoten in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets written to %1</source>
        <translation>
            <numerusform>%n Datenbestand in %1 geschrieben</numerusform>
            <numerusform>%n Datenbestände in %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n services</source>
        <translation>
            <numerusform>%n Dienst exportieren</numerusform>
            <numerusform>%n Dienste exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n nodes</source>
        <translation>
            <numerusform>%n Knoten exportieren</numerusform>
            <numerusform>%n Knoten exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n assets</source>
        <translation>
            <numerusform>%n Datenbestand exportieren</numerusform>
            <numerusform>%n Datenbestände exportieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::EventsModel</name>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1
first %2</source>
        <translation>%1
zuerst %2</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
</context>
<context>
    <name>graticule::EventsPanel</name>
    <message>
        <source>Only warnings</source>
        <translation>Nur Warnungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Asking what happened</source>
        <translation>Frage, was geschehen ist</translation>
    </message>
    <message>
        <source>Events cannot be read</source>
        <translation>Ereignisse können nicht gelesen werden</translation>
    </message>
    <message>
        <source>No connection tells events of this</source>
        <translation>Keine Verbindung meldet Ereignisse hiervon</translation>
    </message>
    <message>
        <source>Events of that time are not kept</source>
        <translation>Ereignisse jener Zeit sind nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing happened here</source>
        <translation>Hier ist nichts geschehen</translation>
    </message>
    <message>
        <source>Events are kept since %1.</source>
        <translation>Ereignisse sind seit %1 aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is missing since %1</source>
        <translation>seit %1 fehlt nichts</translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>es gibt ältere</translation>
    </message>
</context>
<context>
    <name>graticule::ExportDialog</name>
    <message>
        <source>Export an incident file</source>
        <translation>Vorfallsdatei exportieren</translation>
    </message>
    <message>
        <source>What the keeper recorded of this time, as one signed file that anybody with Graticule can look at. It has no credentials.</source>
        <translation>Was der Keeper in dieser Zeit aufgezeichnet hat, als eine signierte Datei, die sich jeder mit Graticule ansehen kann. Zugangsdaten enthält sie nicht.</translation>
    </message>
    <message>
        <source>From, UTC</source>
        <translation>Von, UTC</translation>
    </message>
    <message>
        <source>Until, UTC</source>
        <translation>Bis, UTC</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation>Datei zum Schreiben wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 % is done</source>
        <translation>%1 % sind fertig</translation>
    </message>
    <message>
        <source>Incident files (*.graticule-incident)</source>
        <translation>Vorfallsdateien (*.graticule-incident)</translation>
    </message>
    <message>
        <source>A time is written like 2026-03-03 10:00:00</source>
        <translation>Eine Zeit schreibt man wie 2026-03-03 10:00:00</translation>
    </message>
    <message>
        <source>The end must be after the begin</source>
        <translation>Das Ende muss nach dem Beginn liegen</translation>
    </message>
    <message>
        <source>Name the file</source>
        <translation>Geben Sie die Datei an</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Only these sites, with commas between</source>
        <translation>Nur diese Standorte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>all sites</source>
        <translation>alle Standorte</translation>
    </message>
    <message>
        <source>Only these services, with commas between</source>
        <translation>Nur diese Dienste, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>alle Dienste</translation>
    </message>
</context>
<context>
    <name>graticule::FigureCard</name>
    <message>
        <source>More in the help</source>
        <translation>Mehr in der Hilfe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>graticule::FigureGuide</name>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Right-click or Shift+F1: What is this?</source>
        <translation>Rechtsklick oder Umschalt+F1: Was ist das?</translation>
    </message>
</context>
<context>
    <name>graticule::FigureTexts</name>
    <message>
        <source>Sites by state</source>
        <translation>Standorte nach Zustand</translation>
    </message>
    <message>
        <source>How many sites are in each state, over the whole fleet. A site that cannot be seen counts as unreachable and never as healthy.</source>
        <translation>Wie viele Standorte der ganzen Flotte in jedem Zustand sind. Ein Standort, der nicht zu sehen ist, zählt als nicht erreichbar und nie als gesund.</translation>
    </message>
    <message>
        <source>Connections fresh</source>
        <translation>Verbindungen aktuell</translation>
    </message>
    <message>
        <source>How many connections have told something within their limit. The others are stale, unreachable, refused or paused; what they told last stays on screen.</source>
        <translation>Wie viele Verbindungen in ihrer Frist etwas gemeldet haben. Die anderen sind veraltet, nicht erreichbar, abgewiesen oder angehalten; was sie zuletzt meldeten, bleibt zu sehen.</translation>
    </message>
    <message>
        <source>Needs a person now</source>
        <translation>Eingreifen jetzt nötig</translation>
    </message>
    <message>
        <source>What is abnormal, with one line for each cause: a dead endpoint counts once and not once for each of its sites. The list beside the map names them, the worst first.</source>
        <translation>Was nicht in Ordnung ist, mit einer Zeile je Ursache: ein toter Endpunkt zählt einmal und nicht für jeden seiner Standorte. Die Liste neben der Karte nennt sie, das Schlimmste zuerst.</translation>
    </message>
    <message>
        <source>Sites serving</source>
        <translation>Standorte in Betrieb</translation>
    </message>
    <message>
        <source>Sites that are seen now and do their work: the healthy and the degraded ones. Sites that cannot be seen are not counted, since nobody knows.</source>
        <translation>Standorte, die jetzt gesehen werden und ihre Arbeit tun: die gesunden und die beeinträchtigten. Standorte, die nicht zu sehen sind, zählen nicht mit, da es niemand weiß.</translation>
    </message>
    <message>
        <source>Between sites, p95</source>
        <translation>Zwischen Standorten, p95</translation>
    </message>
    <message>
        <source>Of all round trips between two sites that are measured, 95 of 100 take this long or less. The median is the one in the middle. Each link has a limit of its own.</source>
        <translation>Von allen gemessenen Umläufen zwischen zwei Standorten dauern 95 von 100 so lange oder kürzer. Der Median ist der mittlere. Jede Strecke hat ihren eigenen Grenzwert.</translation>
    </message>
    <message>
        <source>Capacity used</source>
        <translation>Kapazität belegt</translation>
    </message>
    <message>
        <source>The share of all CPU that is in use, over the sites that tell how much they have. The tightest site is named, since a fleet with room may have a site without.</source>
        <translation>Der Anteil der CPU, der belegt ist, über die Standorte, die sagen, wie viel sie haben. Der engste Standort wird genannt, denn eine Flotte mit Platz kann einen Standort ohne haben.</translation>
    </message>
    <message>
        <source>How many connections have told something within their limit, of all that are configured here.</source>
        <translation>Wie viele Verbindungen in ihrer Frist etwas gemeldet haben, von allen, die hier eingerichtet sind.</translation>
    </message>
    <message>
        <source>Oldest evidence shown</source>
        <translation>Ältester gezeigter Stand</translation>
    </message>
    <message>
        <source>The age of the oldest thing on screen that a site has told. Whatever you see is this old at most.</source>
        <translation>Das Alter des Ältesten, was ein Standort von dem Gezeigten gemeldet hat. Was Sie sehen, ist höchstens so alt.</translation>
    </message>
    <message>
        <source>Marks of the map</source>
        <translation>Zeichen der Karte</translation>
    </message>
    <message>
        <source>Each state has its own shape. Filled is proven by fresh evidence, hollow is not proven, dashed is missing or too old. A circle with a number stands for several sites; its badge is the worst of them.</source>
        <translation>Jeder Zustand hat seine eigene Form. Gefüllt ist frisch belegt, hohl ist nicht belegt, gestrichelt fehlt oder ist zu alt. Ein Kreis mit einer Zahl steht für mehrere Standorte; sein Abzeichen ist der schlimmste davon.</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>When the keeper put together what you see, by its own clock, and how long ago that was.</source>
        <translation>Wann der Keeper zusammengestellt hat, was Sie sehen, nach seiner eigenen Uhr, und wie lange das her ist.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Your own group of sites, from the label graticule.dev/region.</source>
        <translation>Ihre eigene Gruppe von Standorten, aus dem Label graticule.dev/region.</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>How many sites the region has.</source>
        <translation>Wie viele Standorte die Region hat.</translation>
    </message>
    <message>
        <source>Not healthy</source>
        <translation>Nicht gesund</translation>
    </message>
    <message>
        <source>How many of its sites are in another state than healthy, by state.</source>
        <translation>Wie viele ihrer Standorte in einem anderen Zustand als gesund sind, nach Zustand.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>The middle one of all round trips from the region&apos;s sites; half of them are shorter.</source>
        <translation>Der mittlere aller Umläufe von den Standorten der Region; die Hälfte ist kürzer.</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 of 100 round trips from the region&apos;s sites take this long or less.</source>
        <translation>95 von 100 Umläufen von den Standorten der Region dauern so lange oder kürzer.</translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation>Über Grenzwert</translation>
    </message>
    <message>
        <source>How many links from the region&apos;s sites are slower than their limit, or lose too much.</source>
        <translation>Wie viele Strecken von den Standorten der Region langsamer als ihr Grenzwert sind oder zu viel verlieren.</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>In use, of all CPU in the region&apos;s sites that tell it.</source>
        <translation>Belegt, von aller CPU der Standorte der Region, die sie melden.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>In use, of all memory in the region&apos;s sites that tell it.</source>
        <translation>Belegt, von allem Speicher der Standorte der Region, die es melden.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>In use, of all storage in the region&apos;s sites that tell it.</source>
        <translation>Belegt, von allen Platten der Standorte der Region, die es melden.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The site&apos;s one state, by shape and word. Hollow and dashed marks are not proven by fresh evidence.</source>
        <translation>Der eine Zustand des Standorts, durch Form und Wort. Hohle und gestrichelte Zeichen sind nicht frisch belegt.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>A place where things run. Its name is a label; its identity is in the drawer.</source>
        <translation>Ein Ort, an dem etwas läuft. Sein Name ist nur ein Label; seine Kennung steht in der Detailansicht.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>The city, as declared, from the provider&apos;s region, or inferred.</source>
        <translation>Die Stadt, wie angegeben, aus der Region des Anbieters, oder abgeleitet.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>The jurisdiction: whose laws hold there. What is only inferred counts as unknown for rules.</source>
        <translation>Der Rechtsraum: wessen Gesetze dort gelten. Was nur abgeleitet ist, gilt für Regeln als unbekannt.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who operates the site, where its platform or a label says so.</source>
        <translation>Wer den Standort betreibt, wo seine Plattform oder ein Label das sagt.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What sort of place it is: a cloud region, a data centre, a single machine.</source>
        <translation>Welche Art Ort es ist: eine Cloud-Region, ein Rechenzentrum, ein einzelner Rechner.</translation>
    </message>
    <message>
        <source>Seen through</source>
        <translation>Gesehen über</translation>
    </message>
    <message>
        <source>The connection by which the site is known. When that is gone, the site is unreachable and not down.</source>
        <translation>Die Verbindung, durch die der Standort bekannt ist. Ist sie fort, so ist der Standort nicht erreichbar und nicht ausgefallen.</translation>
    </message>
    <message>
        <source>In use, of what the site&apos;s nodes have. A dash: the site does not tell.</source>
        <translation>Belegt, von dem, was die Knoten des Standorts haben. Ein Strich: der Standort meldet es nicht.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Arbeitsspeicher belegt</translation>
    </message>
    <message>
        <source>Storage used</source>
        <translation>Massenspeicher belegt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The worst reason for the state. The drawer has all of them.</source>
        <translation>Der schlimmste Grund für den Zustand. Die Detailansicht hat alle.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>How long ago something that the site&apos;s state rests on was seen.</source>
        <translation>Wie lange es her ist, dass etwas gesehen wurde, worauf der Zustand des Standorts beruht.</translation>
    </message>
    <message>
        <source>State and reason</source>
        <translation>Zustand und Grund</translation>
    </message>
    <message>
        <source>The state, for how long, its worst reasons, and the age of the evidence for them.</source>
        <translation>Der Zustand, seit wann, seine schlimmsten Gründe, und wie alt der Beleg dafür ist.</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Rechtsraum</translation>
    </message>
    <message>
        <source>Whose laws hold at the site, and from what that is known. What is inferred is marked.</source>
        <translation>Wessen Gesetze am Standort gelten, und woraus das bekannt ist. Abgeleitetes ist gekennzeichnet.</translation>
    </message>
    <message>
        <source>Operated by</source>
        <translation>Betrieben von</translation>
    </message>
    <message>
        <source>Who runs the place, what kind of place it is, and its region.</source>
        <translation>Wer den Ort betreibt, welche Art Ort es ist, und seine Region.</translation>
    </message>
    <message>
        <source>The connections that tell of this site, how old their last word is, and their state.</source>
        <translation>Die Verbindungen, die von diesem Standort melden, wie alt ihr letztes Wort ist, und ihr Zustand.</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>The services that are placed here: how many are ready of how many are wanted, and in which role.</source>
        <translation>Die Dienste, die hier platziert sind: wie viele bereit sind von den gewünschten, und in welcher Rolle.</translation>
    </message>
    <message>
        <source>Data held here</source>
        <translation>Daten hier</translation>
    </message>
    <message>
        <source>The copies of data assets at this site: their role, their size, and how far they lag behind.</source>
        <translation>Die Kopien von Datenbeständen an diesem Standort: ihre Rolle, ihre Größe, und wie weit sie nachhinken.</translation>
    </message>
    <message>
        <source>Round trips to other sites</source>
        <translation>Umläufe zu anderen Standorten</translation>
    </message>
    <message>
        <source>How long a packet takes there and back, the limit for that way, and how many are lost. The worst first.</source>
        <translation>Wie lange ein Paket hin und zurück braucht, der Grenzwert für diesen Weg, und wie viele verloren gehen. Das Schlimmste zuerst.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>The site&apos;s machines, what they run, and their state.</source>
        <translation>Die Rechner des Standorts, was auf ihnen läuft, und ihr Zustand.</translation>
    </message>
    <message>
        <source>State and age</source>
        <translation>Zustand und Alter</translation>
    </message>
    <message>
        <source>How the endpoint answers, and how long ago it was last heard. An error says whose fault it is.</source>
        <translation>Wie der Endpunkt antwortet, und wann er zuletzt gehört wurde. Ein Fehler sagt, an wem es liegt.</translation>
    </message>
    <message>
        <source>Load we cause</source>
        <translation>Von uns verursachte Last</translation>
    </message>
    <message>
        <source>Requests a second that we really made of the endpoint, beside the budget that we may not exceed.</source>
        <translation>Anfragen je Sekunde, die wir dem Endpunkt wirklich gestellt haben, neben dem Budget, das wir nicht überschreiten dürfen.</translation>
    </message>
    <message>
        <source>Sites of a connection</source>
        <translation>Standorte einer Verbindung</translation>
    </message>
    <message>
        <source>How many sites are known through this connection.</source>
        <translation>Wie viele Standorte durch diese Verbindung bekannt sind.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>When a certificate on this connection ends, once that is near. After it the connection is refused.</source>
        <translation>Wann ein Zertifikat dieser Verbindung endet, sobald das nahe ist. Danach wird die Verbindung abgewiesen.</translation>
    </message>
    <message>
        <source>Where it is. Of several the first are named, and the others counted.</source>
        <translation>Wo es ist. Von mehreren werden die ersten genannt und die anderen gezählt.</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Whose laws hold where it is. What is only inferred counts as unknown for rules.</source>
        <translation>Wessen Gesetze dort gelten, wo es ist. Was nur erschlossen ist, gilt für Regeln als unbekannt.</translation>
    </message>
    <message>
        <source>The connections that tell of it. When one is gone, what it told last stays, marked as old.</source>
        <translation>Die Verbindungen, die davon melden. Fällt eine aus, bleibt das zuletzt Gemeldete stehen, als alt markiert.</translation>
    </message>
    <message>
        <source>How long ago the oldest evidence for this row was seen.</source>
        <translation>Wie lange der älteste Beleg für diese Zeile her ist.</translation>
    </message>
    <message>
        <source>How the service is where it is worst. Hollow and dashed marks are not proven by fresh evidence.</source>
        <translation>Wie es dem Dienst dort geht, wo es am schlimmsten ist. Hohle und gestrichelte Zeichen sind nicht durch frische Belege erwiesen.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>What users care about. Services of the same name are one only if a label says so.</source>
        <translation>Worum es den Nutzern geht. Gleichnamige Dienste sind nur dann einer, wenn ein Label es sagt.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>How much it matters, 1 most, from the label graticule.dev/tier.</source>
        <translation>Wie wichtig er ist, 1 am meisten, aus dem Label graticule.dev/tier.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Instances that are ready, of those that are wanted, over all its places that tell.</source>
        <translation>Bereite Instanzen von den gewünschten, über alle seine Orte, die es melden.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>What the instances were started from.</source>
        <translation>Woraus die Instanzen gestartet wurden.</translation>
    </message>
    <message>
        <source>How the machine is. Hollow and dashed marks are not proven by fresh evidence.</source>
        <translation>Wie es dem Rechner geht. Hohle und gestrichelte Zeichen sind nicht durch frische Belege erwiesen.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>A machine in a site.</source>
        <translation>Ein Rechner in einem Standort.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>The operating system or platform that the machine runs.</source>
        <translation>Das Betriebssystem oder die Plattform des Rechners.</translation>
    </message>
    <message>
        <source>In use, of what the machine has. A dash: it does not tell, or is down.</source>
        <translation>Belegt von dem, was der Rechner hat. Ein Strich: Er meldet es nicht oder ist ausgefallen.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Tasks that wanted a processor, on average over the last minute.</source>
        <translation>Aufgaben, die einen Prozessor wollten, im Mittel der letzten Minute.</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>How long ago the machine was started.</source>
        <translation>Wie lange der Start des Rechners her ist.</translation>
    </message>
    <message>
        <source>How the copies are, by the worst of them. Hollow and dashed marks are not proven by fresh evidence.</source>
        <translation>Wie es den Kopien geht, nach der schlimmsten. Hohle und gestrichelte Zeichen sind nicht durch frische Belege erwiesen.</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>A set of data, with one or more copies.</source>
        <translation>Daten, die zusammengehören, mit einer oder mehreren Kopien.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>What sort of data it is, from the label graticule.dev/classification.</source>
        <translation>Welche Art Daten es ist, aus dem Label graticule.dev/classification.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Who answers for it, from the label graticule.dev/owner.</source>
        <translation>Wer dafür einsteht, aus dem Label graticule.dev/owner.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>How many copies are known.</source>
        <translation>Wie viele Kopien bekannt sind.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of the largest copy.</source>
        <translation>Die der größten Kopie.</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>How far the copy that is furthest behind lags.</source>
        <translation>Wie weit die Kopie zurück ist, die am weitesten zurück ist.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What the endpoint, or its connection here, says of itself. Those of graticule.dev come first: people set them.</source>
        <translation>Was der Endpunkt oder seine Verbindung hier über sich sagt. Die von graticule.dev stehen vorn: Menschen haben sie gesetzt.</translation>
    </message>
    <message>
        <source>State, last 24 h</source>
        <translation>Zustand, letzte 24 h</translation>
    </message>
    <message>
        <source>How the site was, ten minutes a column: the higher, the worse. A dotted line: nobody watched.</source>
        <translation>Wie es dem Standort ging, zehn Minuten je Spalte: je höher, desto schlechter. Eine gepunktete Linie: Niemand hat beobachtet.</translation>
    </message>
    <message>
        <source>Round trips between sites</source>
        <translation>Umlaufzeiten zwischen Standorten</translation>
    </message>
    <message>
        <source>From the site of the row to that of the column. Grey says how long; a colour, that it is over its limit or over what is usual at this hour. An empty cell is not measured.</source>
        <translation>Vom Standort der Zeile zu dem der Spalte. Grau sagt, wie lange; eine Farbe, dass es über der Grenze oder über dem zu dieser Stunde Üblichen liegt. Eine leere Zelle wird nicht gemessen.</translation>
    </message>
    <message>
        <source>Figures of a pair</source>
        <translation>Zahlen eines Paars</translation>
    </message>
    <message>
        <source>Half of the probes took p50 or less, 95 of 100 took p95 or less. Jitter is the mean difference of successive round trips. Usual: the median over the same hour of the last seven days.</source>
        <translation>Die Hälfte der Proben brauchte höchstens p50, 95 von 100 höchstens p95. Jitter ist der mittlere Unterschied aufeinanderfolgender Umlaufzeiten. Üblich: der Median über dieselbe Stunde der letzten sieben Tage.</translation>
    </message>
    <message>
        <source>Round trips over time</source>
        <translation>Umlaufzeiten im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Percentiles of what was measured, with the limit and what is usual. Bars below: the share of probes without an answer. Where there is no line nothing was measured.</source>
        <translation>Perzentile dessen, was gemessen wurde, mit der Grenze und dem Üblichen. Die Balken darunter: der Anteil der Proben ohne Antwort. Wo keine Linie ist, wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Smoke</source>
        <translation>Rauch</translation>
    </message>
    <message>
        <source>How far the probes of each minute lie apart: the darker, the more of them. The stroke is their median, thick and coloured when some had no answer.</source>
        <translation>Wie weit die Proben jeder Minute auseinanderliegen: je dunkler, desto mehr. Der Strich ist ihr Median, dick und farbig, wenn welche ohne Antwort blieben.</translation>
    </message>
    <message>
        <source>What the map tells</source>
        <translation>Was die Karte sagt</translation>
    </message>
    <message>
        <source>State: how sites are. Latency: the p95 of each link over the last five minutes; a colour says that it is over its limit or over what is usual at this hour. Capacity: processors in use, with a stroke where the fullest site of a group is.</source>
        <translation>Zustand: wie es den Standorten geht. Latenz: das p95 jeder Strecke über die letzten fünf Minuten; eine Farbe sagt, dass es über dem Grenzwert oder über dem zu dieser Stunde Üblichen liegt. Kapazität: benutzte Prozessoren, mit einem Strich, wo der vollste Standort einer Gruppe steht.</translation>
    </message>
    <message>
        <source>Latency, 1 h</source>
        <translation>Latenz, 1 h</translation>
    </message>
    <message>
        <source>Round trips over the site&apos;s worst link in the last hour, and the newest: the link over its limit, else the longest. All rows have the same scale around what is usual for them, so calm looks flat.</source>
        <translation>Umläufe auf der schlechtesten Strecke des Standorts in der letzten Stunde, und der neueste: auf der Strecke über ihrem Grenzwert, sonst der längsten. Alle Zeilen haben denselben Maßstab um das für sie Übliche, so dass Ruhe flach aussieht.</translation>
    </message>
    <message>
        <source>How the site was: the higher, the worse. A dotted line: nobody watched.</source>
        <translation>Wie es dem Standort ging: je höher, desto schlechter. Eine gepunktete Linie: niemand sah zu.</translation>
    </message>
    <message>
        <source>CPU, 1 h</source>
        <translation>CPU, 1 h</translation>
    </message>
    <message>
        <source>Processors in use over the last hour, around what is usual. A gap: nothing was measured.</source>
        <translation>Benutzte Prozessoren in der letzten Stunde, um das Übliche herum. Eine Lücke: nichts wurde gemessen.</translation>
    </message>
    <message>
        <source>How the worst site of the region was, of those that are in it now, ten minutes a column: the higher, the worse. A dotted line: nobody watched.</source>
        <translation>Wie der schlechteste Standort der Region war, von denen, die jetzt in ihr sind, zehn Minuten je Spalte: je höher, desto schlechter. Eine gepunktete Linie: niemand hat hingesehen.</translation>
    </message>
    <message>
        <source>Against 7 days</source>
        <translation>Gegenüber 7 Tagen</translation>
    </message>
    <message>
        <source>How many milliseconds p95 is above what is usual: the same hour of up to seven past days, of the links that are known of both.</source>
        <translation>Um wie viele Millisekunden p95 über dem Üblichen liegt: dieselbe Stunde von bis zu sieben vergangenen Tagen, von den Strecken, die zu beiden Zeiten bekannt sind.</translation>
    </message>
</context>
<context>
    <name>graticule::FileSave</name>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>graticule::FilterRow</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>By columns</source>
        <translation>Nach Spalten</translation>
    </message>
    <message>
        <source>%1, %2 +%3</source>
        <translation>%1, %2 +%3</translation>
    </message>
    <message>
        <source>Remove the filter %1 %2</source>
        <translation>Filter %1 %2 entfernen</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>%1 more: type %2:NAME</source>
        <translation>%1 weitere: %2:NAME eingeben</translation>
    </message>
    <message>
        <source>How it can go on</source>
        <translation>Wie es weitergehen kann</translation>
    </message>
</context>
<context>
    <name>graticule::FilterToken</name>
    <message>
        <source>%1 %2</source>
        <comment>what is filtered, by which value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Remove filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
</context>
<context>
    <name>graticule::FleetButton</name>
    <message>
        <source>Your certificate %1</source>
        <translation>Ihr Zertifikat %1</translation>
    </message>
    <message>
        <source>Fleet: %1</source>
        <translation>Flotte: %1</translation>
    </message>
    <message>
        <source>Show another fleet, or add one</source>
        <translation>Eine andere Flotte zeigen oder hinzufügen</translation>
    </message>
    <message>
        <source>has expired: have yourself enrolled again</source>
        <translation>ist abgelaufen: Lassen Sie sich neu aufnehmen</translation>
    </message>
    <message>
        <source>expires today</source>
        <extracomment>After &quot;certificate&quot;</extracomment>
        <translation>läuft heute ab</translation>
    </message>
    <message numerus="yes">
        <source>expires in %n days</source>
        <translation>
            <numerusform>läuft in %n Tag ab</numerusform>
            <numerusform>läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>certificate until %1</source>
        <translation>Zertifikat bis %1</translation>
    </message>
    <message>
        <source>Add a fleet …</source>
        <translation>Flotte hinzufügen …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
</context>
<context>
    <name>graticule::FleetDifference</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place known by</source>
        <translation>Ort bekannt durch</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What the platform says</source>
        <translation>Was die Plattform sagt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>came</source>
        <translation>kam</translation>
    </message>
    <message>
        <source>went</source>
        <translation>ging</translation>
    </message>
</context>
<context>
    <name>graticule::FoldSection</name>
    <message>
        <source>%1, unfolded</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, zugeklappt</translation>
    </message>
</context>
<context>
    <name>graticule::FreshCount</name>
    <message>
        <source>Connections: %1 %2</source>
        <translation>Verbindungen: %1 %2</translation>
    </message>
    <message>
        <source>Show the connections</source>
        <translation>Verbindungen zeigen</translation>
    </message>
</context>
<context>
    <name>graticule::FrozenWindow</name>
    <message>
        <source>Graticule</source>
        <translation>Graticule</translation>
    </message>
    <message>
        <source>It may be busy, or stopped. Ending it loses nothing but its view: the keeper goes on.</source>
        <translation>Es ist vielleicht beschäftigt oder gestoppt. Beenden kostet nur die Ansicht: der Keeper läuft weiter.</translation>
    </message>
    <message>
        <source>Open another window</source>
        <translation>Weiteres Fenster öffnen</translation>
    </message>
    <message>
        <source>End it and open again</source>
        <translation>Beenden und neu öffnen</translation>
    </message>
</context>
<context>
    <name>graticule::GoToPopup</name>
    <message>
        <source>Go to a day and time</source>
        <translation>Zu einem Tag und einer Uhrzeit gehen</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Monat davor</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Monat danach</translation>
    </message>
    <message>
        <source>Time of day, UTC</source>
        <translation>Uhrzeit, UTC</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
</context>
<context>
    <name>graticule::GroupTrails</name>
    <message>
        <source>Asking how it was</source>
        <translation>Wird erfragt</translation>
    </message>
    <message>
        <source>It cannot be read just now how it was</source>
        <translation>Es ist gerade nicht lesbar, wie es war</translation>
    </message>
</context>
<context>
    <name>graticule::HeatLegend</name>
    <message>
        <source>Legend: %1; %2</source>
        <translation>Legende: %1; %2</translation>
    </message>
    <message>
        <source>over usual</source>
        <translation>über dem Üblichen</translation>
    </message>
    <message>
        <source>over limit</source>
        <translation>über der Grenze</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>graticule::HeatMap</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a cell and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, over usual</source>
        <translation>%1: %2, über dem Üblichen</translation>
    </message>
    <message>
        <source>%1: %2, over limit</source>
        <translation>%1: %2, über der Grenze</translation>
    </message>
    <message>
        <source>%1: stale</source>
        <translation>%1: veraltet</translation>
    </message>
    <message>
        <source>%1: stale, last %2</source>
        <translation>%1: veraltet, zuletzt %2</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <translation>%1: keine Antwort</translation>
    </message>
    <message>
        <source>%1: not measured</source>
        <translation>%1: nicht gemessen</translation>
    </message>
</context>
<context>
    <name>graticule::HelpTopics</name>
    <message>
        <source>en</source>
        <extracomment>Name of the folder in resources/help that has the help in this language; &quot;en&quot; where there is none</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>graticule::HelpView</name>
    <message>
        <source>Figures of %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Keys of this view</source>
        <translation>Tasten dieser Ansicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>No topic has these words</source>
        <translation>Kein Thema enthält diese Wörter</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Andere Wörter finden vielleicht eines.</translation>
    </message>
</context>
<context>
    <name>graticule::HistoryLane</name>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
</context>
<context>
    <name>graticule::HoldButton</name>
    <message>
        <source>Hold for two seconds</source>
        <translation>Zwei Sekunden halten</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <comment>what the button does</comment>
        <translation>Halten: %1</translation>
    </message>
    <message>
        <source>Keep holding, %1 s</source>
        <translation>Weiter halten, %1 s</translation>
    </message>
</context>
<context>
    <name>graticule::ItemsModel</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>graticule::KeeperFacts</name>
    <message>
        <source>The keeper is not answering</source>
        <translation>Der Keeper antwortet nicht</translation>
    </message>
    <message>
        <source>Your role is not known yet</source>
        <translation>Die eigene Rolle ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Needs role Operator; you are %1</source>
        <translation>Rolle Operator nötig; die eigene ist %1</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Keine Rolle</translation>
    </message>
    <message>
        <source>Operator and approver</source>
        <translation>Operator und Freigeber</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Freigeber</translation>
    </message>
</context>
<context>
    <name>graticule::KeyHint</name>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
</context>
<context>
    <name>graticule::KeyMap</name>
    <message>
        <source>Keys of this view</source>
        <translation>Tasten dieser Ansicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Filter the keys</source>
        <translation>Tasten filtern</translation>
    </message>
    <message>
        <source>What can be done here, with its keys</source>
        <translation>Was hier möglich ist, mit den Tasten</translation>
    </message>
    <message>
        <source>No action matches</source>
        <translation>Keine Aktion passt</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Vielleicht helfen andere Wörter.</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten: %1</translation>
    </message>
    <message>
        <source>1 action</source>
        <translation>1 Aktion</translation>
    </message>
    <message>
        <source>%1 actions</source>
        <translation>%1 Aktionen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Filter by what it does or by its key; Enter runs it</source>
        <translation>Filtern nach Wirkung oder Taste; Eingabe führt aus</translation>
    </message>
</context>
<context>
    <name>graticule::KeyMapModel</name>
    <message>
        <source>%1, no key</source>
        <translation>%1, keine Taste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An action and its keys</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>This key works in the list itself</source>
        <translation>Diese Taste wirkt in der Liste selbst</translation>
    </message>
</context>
<context>
    <name>graticule::KindTiles</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>graticule::KpiStrip</name>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
</context>
<context>
    <name>graticule::KpiTile</name>
    <message>
        <source>%1 %2. %3</source>
        <comment>value, unit, what it means</comment>
        <translation>%1 %2. %3</translation>
    </message>
</context>
<context>
    <name>graticule::LabActions</name>
    <message>
        <source>Inject a fault</source>
        <translation>Störung auslösen</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>Site down</source>
        <translation>Standort fällt aus</translation>
    </message>
    <message>
        <source>All its links cut</source>
        <translation>Alle Strecken unterbrochen</translation>
    </message>
    <message>
        <source>All its links slow</source>
        <translation>Alle Strecken langsam</translation>
    </message>
    <message>
        <source>Its region&apos;s keeper frozen</source>
        <translation>Keeper der Region eingefroren</translation>
    </message>
    <message>
        <source>Its region&apos;s clock an hour off</source>
        <translation>Uhr der Region um eine Stunde falsch</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>Angefragt: %1</translation>
    </message>
    <message>
        <source>Asked to heal</source>
        <translation>Heilung angefragt</translation>
    </message>
    <message>
        <source>This site is invented: faults hurt nobody.</source>
        <translation>Dieser Standort ist erfunden: Störungen schaden niemandem.</translation>
    </message>
</context>
<context>
    <name>graticule::LabBadge</name>
    <message>
        <source>LAB: invented sites are shown</source>
        <translation>LABOR: erfundene Standorte werden gezeigt</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>LAB: invented sites</source>
        <translation>LABOR: erfundene Standorte</translation>
    </message>
    <message>
        <source>Sites of the lab are invented. They are marked LAB wherever they appear. Press for more.</source>
        <translation>Standorte des Labors sind erfunden. Sie sind überall mit LABOR markiert. Drücken zeigt mehr.</translation>
    </message>
</context>
<context>
    <name>graticule::LatencyCells</name>
    <message>
        <source>%1 with itself</source>
        <translation>%1 mit sich selbst</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1: not measured</source>
        <translation>%1: nicht gemessen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>last known %1</source>
        <translation>zuletzt bekannt %1</translation>
    </message>
    <message>
        <source>over its limit of %1</source>
        <translation>über der Grenze von %1</translation>
    </message>
    <message>
        <source>over what is usual</source>
        <translation>über dem Üblichen</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>nothing measured lately</source>
        <translation>in letzter Zeit nichts gemessen</translation>
    </message>
</context>
<context>
    <name>graticule::LatencyLine</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>%1 loss</source>
        <translation>%1 Verlust</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1, usual %2</source>
        <translation>%1, üblich %2</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>länger</translation>
    </message>
</context>
<context>
    <name>graticule::LatencyPage</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>No pair is chosen</source>
        <translation>Kein Paar ist gewählt</translation>
    </message>
    <message>
        <source>Filter the sites of the matrix</source>
        <translation>Die Standorte der Matrix filtern</translation>
    </message>
    <message>
        <source>Show all sites of the matrix</source>
        <translation>Alle Standorte der Matrix zeigen</translation>
    </message>
    <message>
        <source>The other direction of the pair</source>
        <translation>Die andere Richtung des Paars</translation>
    </message>
    <message>
        <source>Remember the pair</source>
        <translation>Das Paar merken</translation>
    </message>
    <message>
        <source>Matrix of p95</source>
        <translation>Matrix der p95</translation>
    </message>
    <message>
        <source>Matrix of p50</source>
        <translation>Matrix der p50</translation>
    </message>
    <message>
        <source>Matrix of loss</source>
        <translation>Matrix der Verluste</translation>
    </message>
    <message>
        <source>Matrix against what is usual</source>
        <translation>Matrix gegen das Übliche</translation>
    </message>
    <message>
        <source>Export the matrix as CSV</source>
        <translation>Die Matrix als CSV exportieren</translation>
    </message>
    <message>
        <source>Move through the matrix</source>
        <translation>Durch die Matrix gehen</translation>
    </message>
    <message>
        <source>Enlarge the matrix</source>
        <translation>Die Matrix vergrößern</translation>
    </message>
    <message>
        <source>Show the whole matrix</source>
        <translation>Die ganze Matrix zeigen</translation>
    </message>
    <message>
        <source>Sites of the matrix with the slowest ways first, or by region</source>
        <translation>Standorte der Matrix mit den langsamsten Wegen zuerst, oder nach Regionen</translation>
    </message>
</context>
<context>
    <name>graticule::LineDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
</context>
<context>
    <name>graticule::LinkCharts</name>
    <message>
        <source>Round trips over time</source>
        <translation>Umlaufzeiten im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Spread of the probes, minute by minute</source>
        <translation>Streuung der Proben, Minute für Minute</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>over 5 %</source>
        <translation>über 5 %</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild sichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Die Werte sichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>most</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>p50, %1 earlier</source>
        <translation>p50, %1 früher</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Smoke, last %1</source>
        <translation>Rauch, letzte %1</translation>
    </message>
    <message numerus="yes">
        <source>Smoke, last %1, %n probes a minute</source>
        <translation>
            <numerusform>Letzte %1, %n Probe/min</numerusform>
            <numerusform>Letzte %1, %n Proben/min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LinkPanel</name>
    <message>
        <source>Pair of sites</source>
        <translation>Paar von Standorten</translation>
    </message>
    <message>
        <source>The other direction</source>
        <translation>Die andere Richtung</translation>
    </message>
    <message>
        <source>Remember this pair</source>
        <translation>Dieses Paar merken</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>Den Standort öffnen</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>Compare with an earlier time</source>
        <translation>Mit einer früheren Zeit vergleichen</translation>
    </message>
    <message>
        <source>Compare with nothing</source>
        <translation>Mit nichts vergleichen</translation>
    </message>
    <message>
        <source>Compare with %1 earlier</source>
        <translation>Mit %1 früher vergleichen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>No pair is chosen</source>
        <translation>Kein Paar ist gewählt</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Paar %1</translation>
    </message>
    <message>
        <source>usual %1</source>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Nothing measured lately</source>
        <translation>In letzter Zeit nichts gemessen</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Over its limit</source>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>Over what is usual</source>
        <translation>Über dem Üblichen</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix</source>
        <translation>Eine Zelle der Matrix wählen</translation>
    </message>
    <message>
        <source>Arrow keys move through it, the pointer chooses.</source>
        <translation>Die Pfeiltasten gehen hindurch, der Zeiger wählt.</translation>
    </message>
    <message>
        <source>This pair is not measured</source>
        <translation>Dieses Paar wird nicht gemessen</translation>
    </message>
    <message>
        <source>No connection tells of a link from the one to the other.</source>
        <translation>Keine Verbindung meldet eine Strecke vom einen zum anderen.</translation>
    </message>
    <message>
        <source>What was measured cannot be read</source>
        <translation>Was gemessen wurde, kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>as of %1 UTC</source>
        <translation>Stand %1 UTC</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n probes</source>
        <translation>
            <numerusform>%n Probe</numerusform>
            <numerusform>%n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Zu alt</translation>
    </message>
</context>
<context>
    <name>graticule::LogButtons</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>graticule::LogList</name>
    <message numerus="yes">
        <source>%n lines came too fast and are left out here.</source>
        <translation>
            <numerusform>%n Zeile kam zu schnell und ist hier ausgelassen.</numerusform>
            <numerusform>%n Zeilen kamen zu schnell und sind hier ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was all of it.</source>
        <translation>Das war alles.</translation>
    </message>
</context>
<context>
    <name>graticule::LogPanel</name>
    <message>
        <source>Which logs</source>
        <translation>Welche Protokolle</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Only such lines</source>
        <translation>Nur solche Zeilen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Previous run</source>
        <translation>Lauf davor</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>The past has no logs</source>
        <translation>Die Vergangenheit hat keine Protokolle</translation>
    </message>
    <message>
        <source>They are read from their platform while somebody looks, and never kept. Return to live to read them.</source>
        <translation>Sie werden von ihrer Plattform gelesen, solange jemand hinsieht, und nie aufbewahrt. Kehren Sie zur Gegenwart zurück, um sie zu lesen.</translation>
    </message>
    <message>
        <source>Asking what writes logs here</source>
        <translation>Frage, was hier Protokolle schreibt</translation>
    </message>
    <message>
        <source>Logs cannot be read</source>
        <translation>Protokolle können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing that writes a log runs here</source>
        <translation>Hier läuft nichts, was ein Protokoll schreibt</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n restarts)</source>
        <translation>
            <numerusform>%1 (%n Neustart)</numerusform>
            <numerusform>%1 (%n Neustarts)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not running)</source>
        <translation>%1 (läuft nicht)</translation>
    </message>
    <message>
        <source>%1 of %2 logs</source>
        <translation>%1 von %2 Protokollen</translation>
    </message>
    <message>
        <source>None of them has a run before the last restart.</source>
        <translation>Keines hat einen Lauf vor dem letzten Neustart.</translation>
    </message>
    <message>
        <source>No log is chosen</source>
        <translation>Kein Protokoll ist gewählt</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>zu Ende gelesen</translation>
    </message>
    <message>
        <source>following</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>paused here; End follows</source>
        <translation>hier angehalten; Ende folgt wieder</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Das Protokoll exportieren</translation>
    </message>
    <message>
        <source>Text (*.log *.txt)</source>
        <translation>Text (*.log *.txt)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben: %1.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>graticule::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::LogWindow</name>
    <message>
        <source>Logs and events of %1</source>
        <translation>Protokolle und Ereignisse von %1</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Ereignisse von %1</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>graticule::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>%1 connections in trouble</source>
        <translation>%1 gestörte Verbindungen</translation>
    </message>
    <message>
        <source>Keeper not answering for %1</source>
        <translation>Keeper antwortet nicht seit %1</translation>
    </message>
    <message>
        <source>Starting it again. What is shown is growing old.</source>
        <translation>Er wird neu gestartet. Das Gezeigte altert.</translation>
    </message>
    <message>
        <source>Last seen %1 ago</source>
        <translation>Zuletzt gesehen vor %1</translation>
    </message>
    <message>
        <source>Waiting for the keeper</source>
        <translation>Warten auf den Keeper</translation>
    </message>
    <message>
        <source>Nothing has been seen yet</source>
        <translation>Noch wurde nichts gesehen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Close what was opened last</source>
        <translation>Zuletzt Geöffnetes schließen</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>Zum vorigen Teil des Fensters</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Copy what is selected, as text</source>
        <translation>Auswahl als Text kopieren</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Collapse or widen the rail</source>
        <translation>Leiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation>Zwischen dunkel und hell wechseln</translation>
    </message>
    <message>
        <source>theme, colours, appearance</source>
        <translation>Design, Farben, Aussehen, Thema</translation>
    </message>
    <message>
        <source>Try the keeper again now</source>
        <translation>Keeper jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>The keeper is answering</source>
        <translation>Der Keeper antwortet</translation>
    </message>
    <message>
        <source>reconnect</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <source>Stop the lab</source>
        <translation>Labor beenden</translation>
    </message>
    <message>
        <source>No lab is running</source>
        <translation>Kein Labor läuft</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>quit, exit</source>
        <translation>beenden, verlassen</translation>
    </message>
    <message>
        <source>The lab could not be stopped: %1</source>
        <translation>Das Labor ließ sich nicht beenden: %1</translation>
    </message>
    <message>
        <source>Find or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Show the keys of this view</source>
        <translation>Tasten dieser Ansicht zeigen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>manual, what is, explain</source>
        <translation>Handbuch, was ist, erklären</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>explain, figure, column</source>
        <translation>erklären, Wert, Spalte</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show another fleet</source>
        <translation>Eine andere Flotte zeigen</translation>
    </message>
    <message>
        <source>keeper, switch</source>
        <translation>Keeper, wechseln</translation>
    </message>
    <message>
        <source>Add a fleet</source>
        <translation>Flotte hinzufügen</translation>
    </message>
    <message>
        <source>keeper, enrolment, certificate</source>
        <translation>Keeper, Aufnahme, Zertifikat</translation>
    </message>
    <message>
        <source>Show the fleet %1</source>
        <translation>Die Flotte %1 zeigen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>It is shown</source>
        <translation>Sie wird gezeigt</translation>
    </message>
    <message>
        <source>It was forgotten</source>
        <translation>Sie wurde vergessen</translation>
    </message>
    <message>
        <source>Start the lab</source>
        <translation>Labor starten</translation>
    </message>
    <message>
        <source>The lab is running</source>
        <translation>Das Labor läuft</translation>
    </message>
    <message>
        <source>What is the lab?</source>
        <translation>Was ist das Labor?</translation>
    </message>
    <message>
        <source>Stop it: its sites go, its faults are forgotten</source>
        <translation>Beenden: Seine Standorte gehen, seine Störungen werden vergessen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stop the lab: %1</source>
        <translation>Labor beenden: %1</translation>
    </message>
    <message>
        <source>The lab is stopped; its sites go.</source>
        <translation>Das Labor ist beendet; seine Standorte gehen.</translation>
    </message>
    <message>
        <source>The lab could not be started: %1</source>
        <translation>Das Labor ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>History has a problem</source>
        <translation>Die Aufzeichnung hat ein Problem</translation>
    </message>
    <message>
        <source>Compare with another moment</source>
        <translation>Mit einem anderen Zeitpunkt vergleichen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>difference, what changed</source>
        <translation>Unterschied, was sich geändert hat</translation>
    </message>
    <message>
        <source>The keeper keeps no history</source>
        <translation>Der Keeper zeichnet nichts auf</translation>
    </message>
    <message>
        <source>Compare with live</source>
        <translation>Mit Live vergleichen</translation>
    </message>
    <message>
        <source>The window shows the present</source>
        <translation>Das Fenster zeigt die Gegenwart</translation>
    </message>
    <message>
        <source>Compare with which moment</source>
        <translation>Mit welchem Zeitpunkt vergleichen</translation>
    </message>
    <message>
        <source>What is marked LAB is invented; all else is real</source>
        <translation>Was mit LABOR gekennzeichnet ist, ist erfunden; alles andere ist echt</translation>
    </message>
    <message>
        <source>Return to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>now, present</source>
        <translation>jetzt, Gegenwart</translation>
    </message>
    <message>
        <source>Go to a day and time</source>
        <translation>Zu einem Tag und einer Uhrzeit gehen</translation>
    </message>
    <message>
        <source>past, history, when</source>
        <translation>Vergangenheit, Geschichte, wann</translation>
    </message>
    <message>
        <source>Go to the incident before</source>
        <translation>Zum Vorfall davor gehen</translation>
    </message>
    <message>
        <source>past, outage</source>
        <translation>Vergangenheit, Ausfall</translation>
    </message>
    <message>
        <source>Go to the incident after</source>
        <translation>Zum Vorfall danach gehen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>past, what happened</source>
        <translation>Vergangenheit, was geschah</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>10 s back, forth</source>
        <translation>10 s zurück, vor</translation>
    </message>
    <message>
        <source>A minute back, forth</source>
        <translation>Eine Minute zurück, vor</translation>
    </message>
    <message>
        <source>A tenth of the span back, forth</source>
        <translation>Ein Zehntel der Spanne zurück, vor</translation>
    </message>
    <message>
        <source>Shorter, longer span</source>
        <translation>Kürzere, längere Spanne</translation>
    </message>
    <message>
        <source>%1, incident file</source>
        <translation>%1, Vorfallsdatei</translation>
    </message>
    <message>
        <source>An incident file has no present</source>
        <translation>Eine Vorfallsdatei hat keine Gegenwart</translation>
    </message>
    <message>
        <source>Reading the incident file</source>
        <translation>Die Vorfallsdatei wird gelesen</translation>
    </message>
    <message>
        <source>%1 % of it is read</source>
        <translation>%1 % davon sind gelesen</translation>
    </message>
    <message>
        <source>No window could be opened for %1</source>
        <translation>Für %1 konnte kein Fenster geöffnet werden</translation>
    </message>
    <message>
        <source>Export an incident file</source>
        <translation>Vorfallsdatei exportieren</translation>
    </message>
    <message>
        <source>outage, evidence, save, signed</source>
        <translation>Ausfall, Beleg, sichern, signiert</translation>
    </message>
    <message>
        <source>This is an incident file already</source>
        <translation>Dies ist bereits eine Vorfallsdatei</translation>
    </message>
    <message>
        <source>Export what is marked as an incident file…</source>
        <translation>Das Markierte als Vorfallsdatei exportieren…</translation>
    </message>
    <message>
        <source>Export this incident as a file…</source>
        <translation>Diesen Vorfall als Datei exportieren…</translation>
    </message>
    <message>
        <source>Export the hour before as an incident file…</source>
        <translation>Die Stunde davor als Vorfallsdatei exportieren…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>In %1 geschrieben</translation>
    </message>
    <message>
        <source>Reading an incident file, %1 %</source>
        <translation>Eine Vorfallsdatei wird gelesen, %1 %</translation>
    </message>
    <message>
        <source>CHANGED SINCE IT WAS SIGNED: incident file of “%1”.</source>
        <translation>SEIT DEM SIGNIEREN VERÄNDERT: Vorfallsdatei von „%1“.</translation>
    </message>
    <message>
        <source>Signed by a key that is not known here: incident file of “%1”.</source>
        <translation>Signiert mit einem Schlüssel, der hier nicht bekannt ist: Vorfallsdatei von „%1“.</translation>
    </message>
    <message>
        <source>Signed by %1: incident file of “%2”.</source>
        <translation>Signiert von %1: Vorfallsdatei von „%2“.</translation>
    </message>
    <message>
        <source>Changed since it was signed: %1, incident file</source>
        <translation>Seit dem Signieren verändert: %1, Vorfallsdatei</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Not everything is in this file</source>
        <translation>In dieser Datei ist nicht alles</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Handlungen</translation>
    </message>
    <message>
        <source>Show or hide the acts under way</source>
        <translation>Laufende Handlungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>drain, progress, running</source>
        <translation>räumen, Fortschritt, im Gange</translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <translation>Nichts ist im Gange</translation>
    </message>
    <message>
        <source>Acts: failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Acts ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 under way, %2 ended and not read yet</source>
        <translation>%1 im Gange, %2 beendet und noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Drain node-17: Done, 14 of 14</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Wiederholen, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Nothing was just taken back</source>
        <translation>Es wurde eben nichts zurückgenommen</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Asked the keeper to start the lab again</source>
        <translation>Keeper gebeten, das Labor wieder zu starten</translation>
    </message>
    <message>
        <source>This is a recording; nothing can be done to it.</source>
        <translation>Dies ist eine Aufzeichnung; daran lässt sich nichts tun.</translation>
    </message>
    <message>
        <source>The label rules have a mistake</source>
        <translation>In den Label-Regeln ist ein Fehler</translation>
    </message>
    <message>
        <source>Label rules</source>
        <translation>Label-Regeln</translation>
    </message>
    <message>
        <source>labels, site, service, mapping, YAML</source>
        <translation>Labels, Standort, Dienst, Zuordnung, YAML</translation>
    </message>
    <message>
        <source>Same services</source>
        <translation>Gleiche Dienste</translation>
    </message>
    <message>
        <source>suggested: same service, merge, alias, across platforms</source>
        <translation>vorgeschlagen: derselbe Dienst, zusammenführen, Alias, über Plattformen</translation>
    </message>
</context>
<context>
    <name>graticule::MapControls</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show the whole world</source>
        <translation>Ganze Welt zeigen</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>the key</comment>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>Kartenansicht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip of a button: what it does, and its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>graticule::MapFeed</name>
    <message>
        <source>%1 loss</source>
        <translation>%1 Verlust</translation>
    </message>
    <message>
        <source>%1 · down %2</source>
        <translation>%1 · ausgefallen %2</translation>
    </message>
    <message>
        <source>evidence %1 old</source>
        <translation>Stand %1 alt</translation>
    </message>
    <message>
        <source>use not known</source>
        <translation>Auslastung nicht bekannt</translation>
    </message>
    <message>
        <source>CPU %1 used</source>
        <translation>CPU zu %1 benutzt</translation>
    </message>
    <message>
        <source>Memory %1 used</source>
        <translation>Speicher zu %1 benutzt</translation>
    </message>
    <message>
        <source>Storage %1 used</source>
        <translation>Plattenplatz zu %1 benutzt</translation>
    </message>
</context>
<context>
    <name>graticule::MapLegend</name>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Unknown or stale</source>
        <translation>Unbekannt oder veraltet</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <extracomment>Accessible name of the map&apos;s legend; %1 is a list of states</extracomment>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>Place inferred</source>
        <extracomment>What a mark with four ticks around it means</extracomment>
        <translation>Ort abgeleitet</translation>
    </message>
    <message>
        <source>Above usual</source>
        <translation>Über dem Üblichen</translation>
    </message>
    <message>
        <source>Above limit</source>
        <translation>Über dem Grenzwert</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>CPU used</source>
        <extracomment>How much of its processors a site uses: what the arc around a mark says</extracomment>
        <translation>CPU benutzt</translation>
    </message>
    <message>
        <source>80 % or more</source>
        <translation>ab 80 %</translation>
    </message>
    <message>
        <source>92 % or more</source>
        <translation>ab 92 %</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>graticule::MapLevels</name>
    <message>
        <source>use not known</source>
        <translation>Auslastung nicht bekannt</translation>
    </message>
    <message>
        <source>%1 used</source>
        <extracomment>How full a site or a group of sites is: &quot;66 % used&quot;</extracomment>
        <translation>%1 benutzt</translation>
    </message>
    <message>
        <source>the fullest %1</source>
        <translation>der vollste %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n nicht bekannt</numerusform>
            <numerusform>%n nicht bekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::MapMarks</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>The two ends of a link: &quot;sin1 – bom1&quot;</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A link and its value: &quot;sin1 – bom1, 213 ms&quot;
----------
A site and its state: &quot;sin1, degraded&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <extracomment>More links between the same two clusters: &quot;sin1 – bom1, 213 ms, and 3 more&quot;</extracomment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, place inferred</source>
        <extracomment>Of a site whose position is a guess</extracomment>
        <translation>%1, Ort abgeleitet</translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <extracomment>A cluster of sites; there are always two at least: &quot;Singapore, 169 sites&quot;</extracomment>
        <translation>
            <numerusform>%n Standort</numerusform>
            <numerusform>%n Standorte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n sites</source>
        <translation>
            <numerusform>%1, %n Standort</numerusform>
            <numerusform>%1, %n Standorte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::MapPanel</name>
    <message>
        <source>World map</source>
        <translation>Weltkarte</translation>
    </message>
    <message>
        <source>Links shown</source>
        <translation>Gezeigte Strecken</translation>
    </message>
    <message>
        <source>Links over limit</source>
        <translation>Strecken über Grenzwert</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Alle Strecken</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation>Standort suchen</translation>
    </message>
    <message>
        <source>The world&apos;s outlines cannot be drawn</source>
        <translation>Die Umrisse der Welt lassen sich nicht zeichnen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show the whole world</source>
        <translation>Ganze Welt zeigen</translation>
    </message>
    <message>
        <source>fit, home</source>
        <translation>einpassen, Anfang</translation>
    </message>
    <message>
        <source>Zoom to what is selected</source>
        <translation>Auf die Auswahl zoomen</translation>
    </message>
    <message>
        <source>Nothing is selected on the map</source>
        <translation>Auf der Karte ist nichts ausgewählt</translation>
    </message>
    <message>
        <source>Show only sites with problems, or all</source>
        <translation>Nur Standorte mit Problemen zeigen oder alle</translation>
    </message>
    <message>
        <source>Show links over their limit</source>
        <translation>Strecken über ihrem Grenzwert zeigen</translation>
    </message>
    <message>
        <source>Show all links</source>
        <translation>Alle Strecken zeigen</translation>
    </message>
    <message>
        <source>Show no links</source>
        <translation>Keine Strecken zeigen</translation>
    </message>
    <message>
        <source>Go to the next mark in that direction</source>
        <translation>Zur nächsten Marke in dieser Richtung</translation>
    </message>
    <message>
        <source>Go to the next mark, to the one before</source>
        <translation>Zur nächsten, zur vorigen Marke</translation>
    </message>
    <message>
        <source>Open the current mark</source>
        <translation>Aktuelle Marke öffnen</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Karte verschieben</translation>
    </message>
    <message>
        <source>What the map tells</source>
        <translation>Was die Karte sagt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Map of states</source>
        <translation>Karte der Zustände</translation>
    </message>
    <message>
        <source>Map of latencies</source>
        <translation>Karte der Latenzen</translation>
    </message>
    <message>
        <source>Map of used capacity</source>
        <translation>Karte der Auslastung</translation>
    </message>
</context>
<context>
    <name>graticule::MapTally</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Part of a list about a cluster of sites: &quot;6 degraded&quot;, &quot;2 down, stale&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>beeinträchtigt</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>in maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, stale</source>
        <extracomment>A state that was last seen too long ago: &quot;degraded, stale&quot;</extracomment>
        <translation>%1, veraltet</translation>
    </message>
</context>
<context>
    <name>graticule::MapWidget</name>
    <message>
        <source>Sites in view, worst first</source>
        <translation>Standorte im Blick, schlimmste zuerst</translation>
    </message>
    <message>
        <source>World map</source>
        <translation>Weltkarte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A mark of the map and how full it is: &quot;Singapore, 169 sites, 66 % used&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>graticule::MatrixPanel</name>
    <message>
        <source>Round trips between sites</source>
        <translation>Umlaufzeiten zwischen Standorten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>What cells say</source>
        <translation>Was die Zellen sagen</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Against usual</source>
        <translation>Gegen Übliches</translation>
    </message>
    <message>
        <source>Site, city, country, provider  ( / )</source>
        <translation>Standort, Stadt, Land, Anbieter  ( / )</translation>
    </message>
    <message>
        <source>Filter the sites of the matrix</source>
        <translation>Die Standorte der Matrix filtern</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>Alle Regionen</translation>
    </message>
    <message>
        <source>How many sites</source>
        <translation>Wie viele Standorte</translation>
    </message>
    <message numerus="yes">
        <source>%n sites</source>
        <translation>
            <numerusform>%n Standort</numerusform>
            <numerusform>%n Standorte</numerusform>
        </translation>
    </message>
    <message>
        <source>Time that counts</source>
        <translation>Zeit, die zählt</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>%1 of %2 measured sites · last %3</source>
        <translation>%1 von %2 gemessenen Standorten · letzte %3</translation>
    </message>
    <message>
        <source>%1 measured sites · last %2</source>
        <translation>%1 gemessene Standorte · letzte %2</translation>
    </message>
    <message>
        <source>%1 of %2 pairs are measured</source>
        <translation>%1 von %2 Paaren werden gemessen</translation>
    </message>
    <message>
        <source>%1 not told</source>
        <translation>%1 nicht gemeldet</translation>
    </message>
    <message>
        <source>usual of %1 pending</source>
        <translation>Übliches von %1 steht aus</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>No measured site matches</source>
        <translation>Kein gemessener Standort passt</translation>
    </message>
    <message>
        <source>Sites without a link to another are not in the matrix.</source>
        <translation>Standorte ohne Strecke zu einem anderen stehen nicht in der Matrix.</translation>
    </message>
    <message>
        <source>Waiting for the keeper</source>
        <translation>Warten auf den Keeper</translation>
    </message>
    <message>
        <source>Nothing has been seen yet</source>
        <translation>Noch ist nichts zu sehen</translation>
    </message>
    <message>
        <source>No round trip is measured</source>
        <translation>Keine Umlaufzeit wird gemessen</translation>
    </message>
    <message>
        <source>Looked at %1 sites: no connection tells of a link between two of them.</source>
        <translation>%1 Standorte betrachtet: Keine Verbindung meldet eine Strecke zwischen zweien davon.</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>Die Matrix exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation>Langsamste zuerst</translation>
    </message>
    <message>
        <source>Sites with the slowest ways first, not by region</source>
        <translation>Standorte mit den langsamsten Wegen zuerst, nicht nach Regionen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n others · last %2</source>
        <translation>
            <numerusform>%1 und %n anderer · letzte %2</numerusform>
            <numerusform>%1 und %n andere · letzte %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::ModeFrame</name>
    <message>
        <source>The window shows the past</source>
        <translation>Das Fenster zeigt die Vergangenheit</translation>
    </message>
</context>
<context>
    <name>graticule::NavItem</name>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, what its count means</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>graticule::NavRail</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>graticule::NoticeBar</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>graticule::OfferRows</name>
    <message>
        <source>Actions</source>
        <translation>Handlungen</translation>
    </message>
    <message>
        <source>Act through</source>
        <translation>Handeln über</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>through</source>
        <translation>über</translation>
    </message>
    <message>
        <source>%1 …</source>
        <comment>a verb; it asks first</comment>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>graticule::OptionInput</name>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>usual: %1</source>
        <translation>üblich: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>In the connection&apos;s file: %1</source>
        <translation>In der Datei der Verbindung: %1</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Suggestions for %1</source>
        <translation>Vorschläge für %1</translation>
    </message>
</context>
<context>
    <name>graticule::OverviewFigures</name>
    <message>
        <source>Needs a person now</source>
        <translation>Eingreifen jetzt nötig</translation>
    </message>
    <message>
        <source>Nothing has been seen yet</source>
        <translation>Noch wurde nichts gesehen</translation>
    </message>
    <message>
        <source>1 site concerned</source>
        <translation>1 Standort betroffen</translation>
    </message>
    <message>
        <source>%1 sites concerned</source>
        <translation>%1 Standorte betroffen</translation>
    </message>
    <message>
        <source>Nothing abnormal is known</source>
        <translation>Nichts Auffälliges bekannt</translation>
    </message>
    <message>
        <source>Worst: %1</source>
        <translation>Zuerst: %1</translation>
    </message>
    <message>
        <source>Sites serving</source>
        <translation>Standorte in Betrieb</translation>
    </message>
    <message>
        <source>No site is known</source>
        <translation>Kein Standort bekannt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not seen: %1 (%2)</source>
        <translation>Nicht gesehen: %1 (%2)</translation>
    </message>
    <message>
        <source>Between sites, p95</source>
        <translation>Zwischen Standorten, p95</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>No link is known</source>
        <translation>Keine Strecke bekannt</translation>
    </message>
    <message>
        <source>1 link over its limit</source>
        <translation>1 Strecke über Grenzwert</translation>
    </message>
    <message>
        <source>%1 links over their limit</source>
        <translation>%1 Strecken über Grenzwert</translation>
    </message>
    <message>
        <source>%1 not measured</source>
        <translation>%1 nicht gemessen</translation>
    </message>
    <message>
        <source>Capacity used</source>
        <translation>Kapazität belegt</translation>
    </message>
    <message>
        <source>of CPU</source>
        <translation>der CPU</translation>
    </message>
    <message>
        <source>of CPU · %1 unknown</source>
        <translation>der CPU · %1 unbekannt</translation>
    </message>
    <message>
        <source>No site tells its capacity</source>
        <translation>Kein Standort meldet seine Kapazität</translation>
    </message>
    <message>
        <source>Tightest: %1, %2 %3</source>
        <translation>Knapp: %1, %2 %3</translation>
    </message>
    <message>
        <source>Connections fresh</source>
        <translation>Verbindungen aktuell</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Nothing is connected</source>
        <translation>Nichts ist verbunden</translation>
    </message>
    <message>
        <source>All answer in time</source>
        <translation>Alle antworten rechtzeitig</translation>
    </message>
    <message>
        <source>Oldest evidence shown</source>
        <translation>Ältester gezeigter Stand</translation>
    </message>
    <message>
        <source>%1 of %2 sites under %3</source>
        <translation>%1 von %2 unter %3</translation>
    </message>
    <message>
        <source>%1 not yet seen</source>
        <translation>%1 noch nicht gesehen</translation>
    </message>
    <message>
        <source>Needed a person</source>
        <translation>Brauchte einen Menschen</translation>
    </message>
    <message>
        <source>The state of each is known</source>
        <translation>Jeder Zustand ist bekannt</translation>
    </message>
    <message>
        <source>Oldest evidence then</source>
        <translation>Ältester Beleg damals</translation>
    </message>
    <message>
        <source>%1 seen twice, counted once</source>
        <translation>%1 doppelt gesehen, einmal gezählt</translation>
    </message>
    <message>
        <source>%1 seen twice</source>
        <translation>%1 doppelt gesehen</translation>
    </message>
</context>
<context>
    <name>graticule::OverviewPage</name>
    <message>
        <source>Open a site of the lab first</source>
        <translation>Erst einen Standort des Labors öffnen</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Eingreifen nötig</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>List the sites and filter them</source>
        <translation>Standorte auflisten und filtern</translation>
    </message>
    <message>
        <source>Go to the next one, to the one before</source>
        <translation>Zum nächsten, zum vorigen</translation>
    </message>
    <message>
        <source>Open its site or its sites</source>
        <translation>Standort oder Standorte dazu öffnen</translation>
    </message>
    <message>
        <source>Show what is new in the list</source>
        <translation>Neues in der Liste zeigen</translation>
    </message>
    <message>
        <source>Nothing new is waiting</source>
        <translation>Nichts Neues wartet</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>List the sites of the region</source>
        <translation>Standorte der Region auflisten</translation>
    </message>
    <message>
        <source>List of sites</source>
        <translation>Liste der Standorte</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>Standort öffnen</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Inject a fault: %1</source>
        <translation>Störung auslösen: %1</translation>
    </message>
    <message>
        <source>Heal the site that is open</source>
        <translation>Geöffneten Standort heilen</translation>
    </message>
    <message numerus="yes">
        <source>%n sites in one place</source>
        <translation>
            <numerusform>%n Standort an einem Ort</numerusform>
            <numerusform>%n Standorte an einem Ort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::PaletteFleet</name>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>graticule::PaletteModel</name>
    <message>
        <source>It is no longer there</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 Standort</translation>
    </message>
    <message>
        <source>%1 sites</source>
        <translation>%1 Standorte</translation>
    </message>
    <message>
        <source>not now: %1</source>
        <translation>jetzt nicht: %1</translation>
    </message>
</context>
<context>
    <name>graticule::PastBanner</name>
    <message>
        <source>As known</source>
        <translation>Wie bekannt</translation>
    </message>
    <message>
        <source>Known now</source>
        <translation>Heute bekannt</translation>
    </message>
    <message>
        <source>Known then</source>
        <translation>Damals bekannt</translation>
    </message>
    <message>
        <source>Compare with live</source>
        <translation>Mit Live vergleichen</translation>
    </message>
    <message>
        <source>Return to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>The fleet on %1, %2 ago, as known now.</source>
        <translation>Die Flotte am %1, vor %2, wie heute bekannt.</translation>
    </message>
    <message>
        <source>The fleet on %1, %2 ago, as known then.</source>
        <translation>Die Flotte am %1, vor %2, wie damals bekannt.</translation>
    </message>
    <message>
        <source>The fleet on %1, %2 ago, as known on %3.</source>
        <translation>Die Flotte am %1, vor %2, wie am %3 bekannt.</translation>
    </message>
    <message>
        <source>PAST</source>
        <comment>the mode of the window</comment>
        <translation>VERGANGEN</translation>
    </message>
    <message>
        <source>Actions locked</source>
        <translation>Aktionen gesperrt</translation>
    </message>
    <message>
        <source>Its end is being read.</source>
        <translation>Ihr Ende wird gelesen.</translation>
    </message>
</context>
<context>
    <name>graticule::PinnedHead</name>
    <message>
        <source>Group on top</source>
        <translation>Oberste Gruppe</translation>
    </message>
</context>
<context>
    <name>graticule::PlaceText</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>country, its code</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no country is known</source>
        <translation>kein Land bekannt</translation>
    </message>
    <message>
        <source>not on the map</source>
        <translation>nicht auf der Karte</translation>
    </message>
</context>
<context>
    <name>graticule::PlacesModel</name>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>seen through %1</source>
        <translation>gesehen über %1</translation>
    </message>
    <message>
        <source>seen %1 ago</source>
        <translation>gesehen vor %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>graticule::RegionTable</name>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
</context>
<context>
    <name>graticule::RegionsModel</name>
    <message>
        <source>No region</source>
        <translation>Keine Region</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Round trips that begin here, now: half of them under %1, 95 % under %2; %3 links measured, %4 not</source>
        <translation>Umläufe, die hier beginnen, jetzt: die Hälfte unter %1, 95 % unter %2; %3 Strecken gemessen, %4 nicht</translation>
    </message>
    <message>
        <source>%1: %2 used, known of %3 of %4 sites</source>
        <translation>%1: %2 belegt, bekannt von %3 der %4 Standorte</translation>
    </message>
    <message>
        <source>%1, %2 sites, not healthy: %3, p95 %4, CPU used %5, memory %6, storage %7</source>
        <translation>%1, %2 Standorte, nicht gesund: %3, p95 %4, CPU belegt %5, Arbeitsspeicher %6, Massenspeicher %7</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Not healthy</source>
        <translation>Nicht gesund</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation>Über Grenzwert</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is known of what is usual at this hour</source>
        <translation>Was um diese Stunde üblich ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>95 % of the round trips of the last minutes under %1, usually at this hour under %2, of %3 links</source>
        <translation>95 % der Umläufe der letzten Minuten unter %1, um diese Stunde sonst unter %2, von %3 Strecken</translation>
    </message>
    <message>
        <source>%1, worst site of the last 24 h: %2, p95 against 7 days: %3</source>
        <translation>%1, schlechtester Standort der letzten 24 h: %2, p95 gegenüber 7 Tagen: %3</translation>
    </message>
    <message>
        <source>State, last 24 h (worst site)</source>
        <translation>Zustand, 24 h (schlechtester)</translation>
    </message>
    <message>
        <source>Δ 7 d</source>
        <translation>Δ 7 d</translation>
    </message>
    <message>
        <source>Counted: %1. Not counted, for the same cluster is connected twice: %2</source>
        <translation>Gezählt: %1. Nicht gezählt, weil derselbe Cluster zweimal verbunden ist: %2</translation>
    </message>
</context>
<context>
    <name>graticule::RuleCountsModel</name>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>%1: matches %2, changes %3</source>
        <translation>%1: trifft %2, ändert %3</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>%1: not counted</source>
        <translation>%1: nicht gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assets</source>
        <translation>
            <numerusform>%n Datenbestand</numerusform>
            <numerusform>%n Datenbestände</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Sets nothing of what it matches</source>
        <translation>Setzt nichts an dem, worauf sie passt</translation>
    </message>
    <message>
        <source>Sets %1</source>
        <translation>Setzt %1</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Setzt</translation>
    </message>
</context>
<context>
    <name>graticule::RuledModel</name>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1: stays as it is</source>
        <translation>%1: bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Its labels</source>
        <translation>Seine Labels</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>With these rules</source>
        <translation>Mit diesen Regeln</translation>
    </message>
    <message>
        <source>Its labels: %1</source>
        <translation>Seine Labels: %1</translation>
    </message>
    <message>
        <source>Set by rules: %1</source>
        <translation>Von Regeln gesetzt: %1</translation>
    </message>
    <message>
        <source>not by rules</source>
        <translation>nicht durch Regeln</translation>
    </message>
</context>
<context>
    <name>graticule::RulesEditor</name>
    <message>
        <source>Rules turn labels that Docker and Kubernetes have already into those of graticule.dev: site, region, country, position, service, role, tier, asset, classification, owner. The first rule that sets a label wins; what a thing says itself stays.</source>
        <translation>Regeln machen aus Labels, die Docker und Kubernetes schon haben, die von graticule.dev: site, region, country, position, service, role, tier, asset, classification, owner. Die erste Regel, die ein Label setzt, gewinnt; was ein Ding selbst sagt, bleibt.</translation>
    </message>
    <message>
        <source>Label rules, as YAML</source>
        <translation>Label-Regeln, als YAML</translation>
    </message>
    <message>
        <source>There are no rules yet.</source>
        <translation>Es gibt noch keine Regeln.</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::RulesPage</name>
    <message>
        <source>Reading the rules</source>
        <translation>Liest die Regeln</translation>
    </message>
    <message>
        <source>Label rules</source>
        <translation>Label-Regeln</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rules, and how much each of them matches</source>
        <translation>Regeln, und wie viel jede trifft</translation>
    </message>
    <message>
        <source>What the rules match</source>
        <translation>Was die Regeln treffen</translation>
    </message>
    <message>
        <source>If this were saved: %1 of %2 nodes, services and data match, %3 would change.</source>
        <translation>Wäre dies gespeichert: %1 von %2 Knoten, Diensten und Daten getroffen, %3 würden sich ändern.</translation>
    </message>
    <message>
        <source>As it is: %1 of %2 nodes, services and data match.</source>
        <translation>Wie es ist: %1 von %2 Knoten, Diensten und Daten getroffen.</translation>
    </message>
    <message>
        <source>Only %1 could be looked at in time.</source>
        <translation>Nur %1 konnten rechtzeitig angesehen werden.</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>Die ersten %1 sind aufgeführt.</translation>
    </message>
    <message>
        <source>This keeper has no label rules</source>
        <translation>Dieser Keeper hat keine Label-Regeln</translation>
    </message>
    <message>
        <source>The rules cannot be read</source>
        <translation>Die Regeln sind nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Until this is mended, the rules that held before hold on.</source>
        <translation>Bis das behoben ist, gelten die Regeln weiter, die vorher galten.</translation>
    </message>
    <message>
        <source>The rules are not known</source>
        <translation>Die Regeln sind nicht bekannt</translation>
    </message>
    <message>
        <source>Needs the role admin</source>
        <translation>Braucht die Rolle admin</translation>
    </message>
    <message>
        <source>The keeper has been asked</source>
        <translation>Der Keeper ist gefragt</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>There is a mistake in it</source>
        <translation>Es ist ein Fehler darin</translation>
    </message>
    <message numerus="yes">
        <source>%n rules in force</source>
        <translation>
            <numerusform>%n Regel in Kraft</numerusform>
            <numerusform>%n Regeln in Kraft</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>%1 · changed here, not saved</source>
        <translation>%1 · hier geändert, nicht gespeichert</translation>
    </message>
    <message>
        <source>Label rules saved; what they rule is read again</source>
        <translation>Label-Regeln gespeichert; was sie regeln, wird neu gelesen</translation>
    </message>
    <message>
        <source>%1. The rules that held before hold on.</source>
        <translation>%1. Die Regeln, die vorher galten, gelten weiter.</translation>
    </message>
    <message>
        <source>Save the label rules</source>
        <translation>Die Label-Regeln speichern</translation>
    </message>
    <message>
        <source>Discard the changes of the label rules</source>
        <translation>Die Änderungen der Label-Regeln verwerfen</translation>
    </message>
    <message>
        <source>Label rules saved. Read again once what is done through them has ended: %1</source>
        <translation>Label-Regeln gespeichert. Neu gelesen, sobald beendet ist, was über sie getan wird: %1</translation>
    </message>
    <message>
        <source>Nothing is counted until the mistake is mended.</source>
        <translation>Nichts ist gezählt, bis der Fehler behoben ist.</translation>
    </message>
    <message>
        <source>Without what is mistaken: %1 of %2 nodes, services and data match, %3 would change.</source>
        <translation>Ohne das Fehlerhafte: %1 von %2 Knoten, Diensten und Daten getroffen, %3 würden sich ändern.</translation>
    </message>
</context>
<context>
    <name>graticule::SameModel</name>
    <message>
        <source>Suggested: same service?</source>
        <translation>Vorgeschlagen: derselbe Dienst?</translation>
    </message>
    <message>
        <source>The same: %1</source>
        <translation>Derselbe: %1</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht derselbe</translation>
    </message>
    <message>
        <source>said by %1, %2</source>
        <translation>sagte %1, %2</translation>
    </message>
    <message>
        <source>both called %1</source>
        <translation>beide heißen %1</translation>
    </message>
    <message>
        <source>both part of %1</source>
        <translation>beide Teil von %1</translation>
    </message>
    <message>
        <source>both run %1</source>
        <translation>beide fahren %1</translation>
    </message>
    <message>
        <source>%1 %2 of %3 and %4 of %5: %6</source>
        <translation>%1 %2 von %3 und %4 von %5: %6</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>and service</source>
        <translation>und Dienst</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>graticule::SamePage</name>
    <message>
        <source>A name alone makes nothing one. These are called the same, and something else speaks for it: say whether they are. The label graticule.dev/service does the same.</source>
        <translation>Ein Name allein macht nichts zu einem. Diese heißen gleich, und noch etwas spricht dafür: sagen Sie, ob sie es sind. Das Label graticule.dev/service bewirkt dasselbe.</translation>
    </message>
    <message>
        <source>Reading what may be the same</source>
        <translation>Liest, was dasselbe sein kann</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Same services</source>
        <translation>Gleiche Dienste</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht derselbe</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Derselbe</translation>
    </message>
    <message>
        <source>Services that may be the same</source>
        <translation>Dienste, die dieselben sein können</translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n vorgeschlagen</numerusform>
            <numerusform>%n vorgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No two services look like the same</source>
        <translation>Keine zwei Dienste sehen nach demselben aus</translation>
    </message>
    <message>
        <source>None are called the same and are part of the same, or run the same image.</source>
        <translation>Keine heißen gleich und sind Teil von demselben oder fahren dasselbe Image.</translation>
    </message>
    <message>
        <source>What may be the same cannot be read</source>
        <translation>Was dasselbe sein kann, ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>The keeper has been asked</source>
        <translation>Der Keeper ist gefragt</translation>
    </message>
    <message>
        <source>Nobody said anything of these two</source>
        <translation>Von diesen beiden hat niemand etwas gesagt</translation>
    </message>
    <message>
        <source>Take back first what was said</source>
        <translation>Nehmen Sie erst zurück, was gesagt wurde</translation>
    </message>
    <message>
        <source>They are one now: %1</source>
        <translation>Sie sind jetzt einer: %1</translation>
    </message>
    <message>
        <source>They are not the same, and nobody is asked again</source>
        <translation>Sie sind nicht dieselben, und niemand wird mehr gefragt</translation>
    </message>
    <message>
        <source>Nothing is said of them any more</source>
        <translation>Von ihnen ist nichts mehr gesagt</translation>
    </message>
    <message>
        <source>Say that the two services are the same</source>
        <translation>Sagen, dass die beiden Dienste derselbe sind</translation>
    </message>
    <message>
        <source>Say that the two services are not the same</source>
        <translation>Sagen, dass die beiden Dienste nicht derselbe sind</translation>
    </message>
    <message>
        <source>Take back what was said of the two services</source>
        <translation>Zurücknehmen, was von den beiden Diensten gesagt wurde</translation>
    </message>
    <message>
        <source>%1 suggested, the first %2 are listed</source>
        <translation>%1 vorgeschlagen, die ersten %2 sind aufgeführt</translation>
    </message>
    <message>
        <source>They become one, %1, once what is done through %2 has ended</source>
        <translation>Sie werden einer, %1, sobald beendet ist, was über %2 getan wird</translation>
    </message>
    <message>
        <source>%1; it shows once what is done through %2 has ended</source>
        <translation>%1; zu sehen, sobald beendet ist, was über %2 getan wird</translation>
    </message>
</context>
<context>
    <name>graticule::SaveConflict</name>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>What you entered stays here; it can be saved as a new connection.</source>
        <translation>Das Eingegebene bleibt hier; es lässt sich als neue Verbindung speichern.</translation>
    </message>
    <message>
        <source>Keep it as a new one</source>
        <translation>Als neue behalten</translation>
    </message>
</context>
<context>
    <name>graticule::Saying</name>
    <message>
        <source>no certificate or token that this keeper knows was shown</source>
        <translation>es wurde weder ein Zertifikat noch ein Token gezeigt, das dieser Keeper kennt</translation>
    </message>
    <message>
        <source>this certificate has expired; the keeper&apos;s administrator gives another</source>
        <translation>dieses Zertifikat ist abgelaufen; der Verwalter des Keepers gibt ein anderes</translation>
    </message>
    <message>
        <source>this certificate was revoked by the keeper&apos;s administrator</source>
        <translation>dieses Zertifikat hat der Verwalter des Keepers widerrufen</translation>
    </message>
    <message>
        <source>This needs the role %1; on this keeper you are %2. Ask its administrator.</source>
        <translation>Das verlangt die Rolle %1; auf diesem Keeper sind Sie %2. Fragen Sie seinen Verwalter.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation>%1 hat innerhalb von %2 nicht geantwortet.</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>List what it runs</source>
        <translation>Aufzählen, was dort läuft</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Reach it</source>
        <translation>Erreichen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>its certificate expires in %1 d</source>
        <translation>das Zertifikat läuft in %1 d ab</translation>
    </message>
    <message>
        <source>its certificate expires within a day</source>
        <translation>das Zertifikat läuft innerhalb eines Tages ab</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>its clock is %1 behind</source>
        <translation>die Uhr geht %1 nach</translation>
    </message>
    <message>
        <source>its clock is %1 ahead</source>
        <translation>die Uhr geht %1 vor</translation>
    </message>
    <message>
        <source>changes more than its load budget lets us follow one by one; lists instead</source>
        <translation>ändert mehr, als wir im Rahmen der erlaubten Last einzeln verfolgen dürfen; zählt stattdessen auf</translation>
    </message>
    <message>
        <source>cannot describe what changed; lists it instead</source>
        <translation>kann nicht beschreiben, was sich änderte; zählt es stattdessen auf</translation>
    </message>
    <message>
        <source>may not list volumes</source>
        <translation>darf keine Volumes aufzählen</translation>
    </message>
    <message>
        <source>%1 containers of its list cannot be read</source>
        <translation>%1 Container der Liste sind nicht zu lesen</translation>
    </message>
    <message>
        <source>may not read events; lists every 30 s instead</source>
        <translation>darf keine Ereignisse lesen; zählt stattdessen alle 30 s auf</translation>
    </message>
    <message>
        <source>the site is down</source>
        <translation>der Standort ist ausgefallen</translation>
    </message>
    <message>
        <source>Lab fault: site down</source>
        <translation>Fehler des Labors: Standort ausgefallen</translation>
    </message>
    <message>
        <source>a volume; Docker does not tell how it compares with other copies</source>
        <translation>ein Volume; Docker sagt nicht, wie es zu anderen Kopien steht</translation>
    </message>
    <message>
        <source>in a state that is not known</source>
        <translation>in einem Zustand, der nicht bekannt ist</translation>
    </message>
    <message>
        <source>dead: the engine could not remove it</source>
        <translation>tot: die Engine konnte es nicht entfernen</translation>
    </message>
    <message>
        <source>is being removed</source>
        <translation>wird entfernt</translation>
    </message>
    <message>
        <source>%1, restarted %2 times</source>
        <translation>%1, %2-mal neu gestartet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>created, never started</source>
        <translation>angelegt, nie gestartet</translation>
    </message>
    <message>
        <source>%1 of %2 ready; %3: %4</source>
        <translation>%1 von %2 bereit; %3: %4</translation>
    </message>
    <message>
        <source>its task is being started</source>
        <translation>die Aufgabe wird gestartet</translation>
    </message>
    <message>
        <source>failed %1 times</source>
        <translation>%1-mal gescheitert</translation>
    </message>
    <message>
        <source>its task ended here (%1)</source>
        <translation>die Aufgabe wurde hier beendet (%1)</translation>
    </message>
    <message>
        <source>stopped (%1)</source>
        <translation>gestoppt (%1)</translation>
    </message>
    <message>
        <source>ended with success</source>
        <translation>mit Erfolg beendet</translation>
    </message>
    <message>
        <source>ended, exit code not known</source>
        <translation>beendet, Code nicht bekannt</translation>
    </message>
    <message>
        <source>killed: out of memory</source>
        <translation>abgebrochen: kein Speicher mehr</translation>
    </message>
    <message>
        <source>its health check says something unknown</source>
        <translation>die Gesundheitsprüfung sagt etwas Unbekanntes</translation>
    </message>
    <message>
        <source>its health check fails</source>
        <translation>die Gesundheitsprüfung scheitert</translation>
    </message>
    <message>
        <source>its health check failed %1 times in a row</source>
        <translation>die Gesundheitsprüfung ist %1-mal in Folge gescheitert</translation>
    </message>
    <message>
        <source>its health check has not passed yet</source>
        <translation>die Gesundheitsprüfung ist noch nicht bestanden</translation>
    </message>
    <message>
        <source>restarted once</source>
        <translation>einmal neu gestartet</translation>
    </message>
    <message>
        <source>restarted %1 times</source>
        <translation>%1-mal neu gestartet</translation>
    </message>
    <message>
        <source>exited with code %1</source>
        <translation>mit Code %1 beendet</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist angehalten.</translation>
    </message>
    <message>
        <source>%1 refuses us.</source>
        <translation>%1 weist uns ab.</translation>
    </message>
    <message>
        <source>%1 is connected but silent.</source>
        <translation>%1 ist verbunden, schweigt aber.</translation>
    </message>
    <message>
        <source>Nobody tells how its feed is connected.</source>
        <translation>Niemand sagt, wie seine Quelle verbunden ist.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 sends an event of more than 1 MB.</source>
        <translation>%1 sendet ein Ereignis von mehr als 1 MB.</translation>
    </message>
    <message>
        <source>%1 ended its stream of events.</source>
        <translation>%1 hat seinen Strom von Ereignissen beendet.</translation>
    </message>
    <message>
        <source>Add the user to the group that owns the socket: sudo usermod -aG docker $USER, then log in again.</source>
        <translation>Nehmen Sie den Benutzer in die Gruppe auf, der der Socket gehört: sudo usermod -aG docker $USER, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>%1 answers in HTTP but is no Docker engine: it names no API version.</source>
        <translation>%1 antwortet in HTTP, ist aber keine Docker-Engine: Es nennt keine Version der API.</translation>
    </message>
    <message>
        <source>%1 speaks version 1.%2 of the API; 1.%3 (Docker 20.10) is the oldest that works.</source>
        <translation>%1 spricht Version 1.%2 der API; 1.%3 (Docker 20.10) ist die älteste, die geht.</translation>
    </message>
    <message>
        <source>The engine&apos;s %1 cannot be read: %2.</source>
        <translation>„%1“ der Engine ist nicht zu lesen: %2.</translation>
    </message>
    <message>
        <source>Its feed has not been listed yet.</source>
        <translation>Seine Quelle wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 has not been listed yet.</source>
        <translation>%1 wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read as Linux writes it.</source>
        <translation>%1 ist nicht so zu lesen, wie Linux es schreibt.</translation>
    </message>
    <message>
        <source>%1 sends broken chunks: %2.</source>
        <translation>%1 sendet kaputte Stücke: %2.</translation>
    </message>
    <message>
        <source>%1 answers in an encoding that was not asked for.</source>
        <translation>%1 antwortet in einer Kodierung, um die nicht gebeten wurde.</translation>
    </message>
    <message>
        <source>%1 answers, but not in HTTP.</source>
        <translation>%1 antwortet, aber nicht in HTTP.</translation>
    </message>
    <message>
        <source>%1 redirects elsewhere (%2), which is not followed. Set the address to the final one.</source>
        <translation>%1 leitet anderswohin weiter (%2); dem wird nicht gefolgt. Setzen Sie die endgültige Adresse.</translation>
    </message>
    <message>
        <source>%1 answers %2 when asked to %3.</source>
        <translation>%1 antwortet mit %2 auf die Bitte: %3.</translation>
    </message>
    <message>
        <source>%1 answers %2 when asked to %3: %4</source>
        <translation>%1 antwortet mit %2 auf die Bitte „%3“: %4</translation>
    </message>
    <message>
        <source>The answer of %1 passes our limit: %2.</source>
        <translation>Die Antwort von %1 überschreitet unsere Grenze: %2.</translation>
    </message>
    <message>
        <source>%1 speaks TLS on this port and we spoke plain HTTP. Use https://, or set tls.ca and the client certificate.</source>
        <translation>%1 spricht auf diesem Port TLS, wir sprachen einfaches HTTP. Nehmen Sie https:// oder setzen Sie tls.ca und das Client-Zertifikat.</translation>
    </message>
    <message>
        <source>%1 ended the call.</source>
        <translation>%1 hat den Aufruf beendet.</translation>
    </message>
    <message>
        <source>%1 accepts the connection, but says nothing. It hangs, or is no Graticule keeper or control API.</source>
        <translation>%1 nimmt die Verbindung an, sagt aber nichts. Es hängt, oder es ist kein Keeper von Graticule und keine Steuer-API.</translation>
    </message>
    <message>
        <source>A message of %1 is too large: %2</source>
        <translation>Eine Nachricht von %1 ist zu groß: %2</translation>
    </message>
    <message>
        <source>Nothing listens at %1: there is no such socket. Start the keeper, or mend the address.</source>
        <translation>An %1 lauscht nichts: Einen solchen Socket gibt es nicht. Starten Sie den Keeper oder berichtigen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 does not serve this part of the control API: %2</source>
        <translation>%1 bedient diesen Teil der Steuer-API nicht: %2</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is no Graticule keeper or control API (it speaks HTTP/1). Check host and port.</source>
        <translation>An %1 antwortet etwas, aber es ist kein Keeper von Graticule und keine Steuer-API (es spricht HTTP/1). Prüfen Sie Rechner und Port.</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is no Graticule keeper or control API (it speaks another language over HTTP/2). Check host and port.</source>
        <translation>An %1 antwortet etwas, aber es ist kein Keeper von Graticule und keine Steuer-API (es spricht über HTTP/2 eine andere Sprache). Prüfen Sie Rechner und Port.</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is no Graticule keeper or control API (it does not speak HTTP/2). Check host and port.</source>
        <translation>An %1 antwortet etwas, aber es ist kein Keeper von Graticule und keine Steuer-API (es spricht kein HTTP/2). Prüfen Sie Rechner und Port.</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is no Graticule keeper or control API (it answers with HTTP status %2). Check host and port.</source>
        <translation>An %1 antwortet etwas, aber es ist kein Keeper von Graticule und keine Steuer-API (es antwortet mit HTTP-Status %2). Prüfen Sie Rechner und Port.</translation>
    </message>
    <message>
        <source>What %1 answers is not the control API: %2</source>
        <translation>Was %1 antwortet, ist nicht die Steuer-API: %2</translation>
    </message>
    <message>
        <source>Nothing listens at %1 any more. Start the keeper again.</source>
        <translation>An %1 lauscht nichts mehr. Starten Sie den Keeper neu.</translation>
    </message>
    <message>
        <source>%1 ended the stream.</source>
        <translation>%1 hat den Strom beendet.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 wants a client certificate or a token: %2</source>
        <translation>%1 verlangt ein Client-Zertifikat oder ein Token: %2</translation>
    </message>
    <message>
        <source>no way to %1</source>
        <translation>kein Weg nach %1</translation>
    </message>
    <message>
        <source>no way from %1</source>
        <translation>kein Weg von %1</translation>
    </message>
    <message>
        <source>slow to %1</source>
        <translation>langsam nach %1</translation>
    </message>
    <message>
        <source>slow from %1</source>
        <translation>langsam von %1</translation>
    </message>
    <message>
        <source>slow to %1: %2 ms, limit %3 ms</source>
        <translation>langsam nach %1: %2 ms, Grenze %3 ms</translation>
    </message>
    <message>
        <source>slow from %1: %2 ms, limit %3 ms</source>
        <translation>langsam von %1: %2 ms, Grenze %3 ms</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 accepts no more connections.</source>
        <translation>%1 nimmt keine Verbindungen mehr an.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen: %2.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: %2.</source>
        <translation>Keine Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>%1 did not answer the connection attempt in time. It is off, or a firewall is in between.</source>
        <translation>%1 hat auf den Verbindungsversuch nicht rechtzeitig geantwortet. Es ist aus, oder eine Firewall steht dazwischen.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of an answer.</source>
        <translation>%1 hat die Verbindung mitten in einer Antwort geschlossen.</translation>
    </message>
    <message>
        <source>%1 ended the connection.</source>
        <translation>%1 hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>There is no route to %1. Look at the network of the host that the keeper runs on.</source>
        <translation>Es gibt keinen Weg zu %1. Sehen Sie sich das Netz des Rechners an, auf dem der Keeper läuft.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: there is no such socket. Start the service, or mend the address.</source>
        <translation>An %1 lauscht nichts: Einen solchen Socket gibt es nicht. Starten Sie den Dienst oder berichtigen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: its host is there and refuses the connection. Start the service, or mend the port.</source>
        <translation>An %1 lauscht nichts: Der Rechner ist da und weist die Verbindung ab. Starten Sie den Dienst oder berichtigen Sie den Port.</translation>
    </message>
    <message>
        <source>The proxy for %1 does not help: %2.</source>
        <translation>Der Proxy für %1 hilft nicht: %2.</translation>
    </message>
    <message>
        <source>Nothing listens at %1 any more. Start the service again.</source>
        <translation>An %1 lauscht nichts mehr. Starten Sie den Dienst neu.</translation>
    </message>
    <message>
        <source>%1 may not be opened by this user.</source>
        <translation>%1 darf von diesem Benutzer nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 may not be opened by this user. %2</source>
        <translation>%1 darf von diesem Benutzer nicht geöffnet werden. %2</translation>
    </message>
    <message>
        <source>%1 accepted the connection but did not answer in time.</source>
        <translation>%1 hat die Verbindung angenommen, aber nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 accepted the connection but did not answer the TLS handshake in time.</source>
        <translation>%1 hat die Verbindung angenommen, aber auf die TLS-Aushandlung nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The name in %1 is not known. Check how it is written, and the name servers.</source>
        <translation>Der Name in %1 ist nicht bekannt. Prüfen Sie die Schreibweise und die Nameserver.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes degraded (%3)</source>
        <translation>%1 von %2 Knoten beeinträchtigt (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes degraded (%3, and %4 more)</source>
        <translation>%1 von %2 Knoten beeinträchtigt (%3 und %4 weitere)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes down (%3)</source>
        <translation>%1 von %2 Knoten ausgefallen (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes down (%3, and %4 more)</source>
        <translation>%1 von %2 Knoten ausgefallen (%3 und %4 weitere)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes under maintenance (%3)</source>
        <translation>%1 von %2 Knoten in Wartung (%3)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes under maintenance (%3, and %4 more)</source>
        <translation>%1 von %2 Knoten in Wartung (%3 und %4 weitere)</translation>
    </message>
    <message>
        <source>%1: the copy here is broken</source>
        <translation>%1: Die Kopie hier ist kaputt</translation>
    </message>
    <message>
        <source>%1: the copy here is broken, %2</source>
        <translation>%1: Die Kopie hier ist kaputt, %2</translation>
    </message>
    <message>
        <source>%1: the copy here is %2 behind</source>
        <translation>%1: Die Kopie hier liegt %2 zurück</translation>
    </message>
    <message>
        <source>%1: the copy here is %2 behind, %3</source>
        <translation>%1: Die Kopie hier liegt %2 zurück, %3</translation>
    </message>
    <message>
        <source>%1: the copy here is behind</source>
        <translation>%1: Die Kopie hier liegt zurück</translation>
    </message>
    <message>
        <source>%1: the copy here is behind, %2</source>
        <translation>%1: Die Kopie hier liegt zurück, %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>%1 failed, %2 of %3 ready</source>
        <translation>%1 ist gescheitert, %2 von %3 bereit</translation>
    </message>
    <message>
        <source>%1 failed, %2 of %3 ready: %4</source>
        <translation>%1 ist gescheitert, %2 von %3 bereit: %4</translation>
    </message>
    <message>
        <source>%1 restarting</source>
        <translation>%1 startet immer wieder neu</translation>
    </message>
    <message>
        <source>%1 restarting: %2</source>
        <translation>%1 startet immer wieder neu: %2</translation>
    </message>
    <message>
        <source>%1 restarting, %2 of %3 ready</source>
        <translation>%1 startet immer wieder neu, %2 von %3 bereit</translation>
    </message>
    <message>
        <source>%1 restarting, %2 of %3 ready: %4</source>
        <translation>%1 startet immer wieder neu, %2 von %3 bereit: %4</translation>
    </message>
    <message>
        <source>%1 unhealthy</source>
        <translation>%1 ist nicht gesund</translation>
    </message>
    <message>
        <source>%1 unhealthy: %2</source>
        <translation>%1 ist nicht gesund: %2</translation>
    </message>
    <message>
        <source>%1 unhealthy, %2 of %3 ready</source>
        <translation>%1 ist nicht gesund, %2 von %3 bereit</translation>
    </message>
    <message>
        <source>%1 unhealthy, %2 of %3 ready: %4</source>
        <translation>%1 ist nicht gesund, %2 von %3 bereit: %4</translation>
    </message>
    <message>
        <source>Lost %1 times within %2: %3</source>
        <translation>%1-mal innerhalb von %2 verloren: %3</translation>
    </message>
    <message>
        <source>%1 is not connected now; nothing was done.</source>
        <translation>%1 ist gerade nicht verbunden; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>%1 answers, but has not listed what it runs for %2.</source>
        <translation>%1 antwortet, hat aber seit %2 nicht aufgezählt, was dort läuft.</translation>
    </message>
    <message>
        <source>%1 was paused.</source>
        <translation>%1 wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 hat seit %2 nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 is connected but has not answered since %2.</source>
        <translation>%1 ist verbunden, hat aber seit %2 nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 answers later than its limit of %2 ms.</source>
        <translation>%1 antwortet später als in der Grenze von %2 ms.</translation>
    </message>
    <message>
        <source>The platform says it is degraded.</source>
        <translation>Die Plattform meldet ihn als beeinträchtigt.</translation>
    </message>
    <message>
        <source>The platform says it is down.</source>
        <translation>Die Plattform meldet ihn als ausgefallen.</translation>
    </message>
    <message>
        <source>Under maintenance.</source>
        <translation>In Wartung.</translation>
    </message>
    <message>
        <source>Nothing says that this site works.</source>
        <translation>Nichts sagt, dass dieser Standort arbeitet.</translation>
    </message>
    <message>
        <source>No feed tells of this site.</source>
        <translation>Keine Quelle erzählt von diesem Standort.</translation>
    </message>
    <message>
        <source>ssh reaches %1, but docker there says: %2.</source>
        <translation>ssh erreicht %1, aber docker sagt dort: %2.</translation>
    </message>
    <message>
        <source>The ssh that spoke with %1 was ended by a signal.</source>
        <translation>Das ssh, das mit %1 sprach, wurde durch ein Signal beendet.</translation>
    </message>
    <message>
        <source>%1 does not let us log in by ssh: %2. A key without passphrase, or one that an agent holds, is needed; nobody is asked for a password.</source>
        <translation>%1 lässt uns nicht mit ssh anmelden: %2. Nötig ist ein Schlüssel ohne Passphrase oder einer, den ein Agent hält; nach einem Passwort wird niemand gefragt.</translation>
    </message>
    <message>
        <source>ssh reaches %1, but there is no docker command for that user.</source>
        <translation>ssh erreicht %1, aber für diesen Benutzer gibt es dort keinen Befehl docker.</translation>
    </message>
    <message>
        <source>ssh reaches %1, but that user may not open the engine&apos;s socket there; add the user to its group.</source>
        <translation>ssh erreicht %1, aber dieser Benutzer darf dort den Socket der Engine nicht öffnen; nehmen Sie ihn in dessen Gruppe auf.</translation>
    </message>
    <message>
        <source>%1 needs ssh, which is not installed where the keeper runs (package openssh-client).</source>
        <translation>%1 braucht ssh, das dort, wo der Keeper läuft, nicht installiert ist (Paket openssh-client).</translation>
    </message>
    <message>
        <source>%1 needs ssh, which cannot be started: %2.</source>
        <translation>%1 braucht ssh, das sich nicht starten lässt: %2.</translation>
    </message>
    <message>
        <source>%1 shows another host key than the one that is known. If it was set up anew, remove the old key with ssh-keygen -R; else somebody may be in between.</source>
        <translation>%1 zeigt einen anderen Host-Schlüssel als den bekannten. Wurde es neu aufgesetzt, entfernen Sie den alten Schlüssel mit ssh-keygen -R; sonst steht vielleicht jemand dazwischen.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known. Log in there once by ssh as the user that the keeper runs as, and compare the key that it shows.</source>
        <translation>Der Host-Schlüssel von %1 ist nicht bekannt. Melden Sie sich dort einmal mit ssh an, als der Benutzer, unter dem der Keeper läuft, und vergleichen Sie den Schlüssel, den es zeigt.</translation>
    </message>
    <message>
        <source>The name in %1 is not known to any name server.</source>
        <translation>Den Namen in %1 kennt kein Nameserver.</translation>
    </message>
    <message>
        <source>%1 cannot be reached by ssh: %2.</source>
        <translation>%1 ist mit ssh nicht zu erreichen: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2 (%3). It has to be renewed there.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen (%3). Es muss dort erneuert werden.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed: %2.</source>
        <translation>Die TLS-Aushandlung mit %1 ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>No TLS could be agreed with %1; does it ask for a client certificate? %2</source>
        <translation>Mit %1 ließ sich kein TLS vereinbaren; verlangt es ein Client-Zertifikat? %2</translation>
    </message>
    <message>
        <source>%1 does not speak TLS on this port. Check the port, or the certificate settings.</source>
        <translation>%1 spricht auf diesem Port kein TLS. Prüfen Sie den Port oder die Einstellungen der Zertifikate.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS on this port. Check the port; a keeper of this machine may be spoken to without TLS, over http://.</source>
        <translation>%1 spricht auf diesem Port kein TLS. Prüfen Sie den Port; mit einem Keeper dieses Rechners darf man ohne TLS sprechen, über http://.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2 on (%3). One of the clocks may be wrong.</source>
        <translation>Das Zertifikat von %1 gilt erst ab %2 (%3). Eine der Uhren geht vielleicht falsch.</translation>
    </message>
    <message>
        <source>%1 does not accept our certificate %2: it expired on %3. Have it renewed by whoever issued it.</source>
        <translation>%1 nimmt unser Zertifikat %2 nicht an: Es ist am %3 abgelaufen. Lassen Sie es von seinem Aussteller erneuern.</translation>
    </message>
    <message>
        <source>%1 does not accept our certificate %2: %3.</source>
        <translation>%1 nimmt unser Zertifikat %2 nicht an: %3.</translation>
    </message>
    <message>
        <source>%1 closes the connection after the handshake; it seems not to accept our certificate %2.</source>
        <translation>%1 schließt die Verbindung nach der Aushandlung; es scheint unser Zertifikat %2 nicht anzunehmen.</translation>
    </message>
    <message>
        <source>Our certificate %1 or its key cannot be used: %2.</source>
        <translation>Unser Zertifikat %1 oder sein Schlüssel ist nicht zu gebrauchen: %2.</translation>
    </message>
    <message>
        <source>%1 shows the certificate %2 issued by &quot;%3&quot;, who is not among the system&apos;s authorities. Set tls.ca to the authority&apos;s certificate.</source>
        <translation>%1 zeigt das Zertifikat %2, ausgestellt von „%3“, die nicht zu den Zertifizierungsstellen des Systems gehört. Setzen Sie tls.ca auf das Zertifikat der Stelle.</translation>
    </message>
    <message>
        <source>%1 shows the certificate %2 issued by &quot;%3&quot;, who is not among %4. Set tls.ca to the authority&apos;s certificate.</source>
        <translation>%1 zeigt das Zertifikat %2, ausgestellt von „%3“, die nicht in %4 steht. Setzen Sie tls.ca auf das Zertifikat der Stelle.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted (expired, wrong name or unknown authority): %2</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut (abgelaufen, falscher Name oder unbekannte Stelle): %2</translation>
    </message>
    <message>
        <source>%1 shows the certificate %2, which does not verify: %3.</source>
        <translation>%1 zeigt das Zertifikat %2, das der Prüfung nicht standhält: %3.</translation>
    </message>
    <message>
        <source>%1 wants a client certificate and none is configured. Set tls.certificate and tls.key.</source>
        <translation>%1 verlangt ein Client-Zertifikat, und es ist keines eingerichtet. Setzen Sie tls.certificate und tls.key.</translation>
    </message>
    <message>
        <source>%1 shows the certificate %2, which is for %3, not for the expected name. Set tls.server-name if that is meant.</source>
        <translation>%1 zeigt das Zertifikat %2, das für %3 ist und nicht für den erwarteten Namen. Setzen Sie tls.server-name, wenn das gemeint ist.</translation>
    </message>
    <message>
        <source>At %1 answers the keeper &quot;%2&quot; with id %3, and %4 is expected: nothing is measured there.</source>
        <translation>An %1 antwortet der Keeper „%2“ mit der Id %3, erwartet wird %4: dort wird nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 is this keeper itself: there is no way to measure. Remove it.</source>
        <translation>%1 ist dieser Keeper selbst: da ist kein Weg zu messen. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>disk failure</source>
        <translation>Festplattenfehler</translation>
    </message>
    <message>
        <source>%1 probes are not made: their exporter cannot be scraped</source>
        <translation>%1 Proben werden nicht gemacht: ihr Exporter lässt sich nicht abfragen</translation>
    </message>
    <message>
        <source>the machine that the keeper runs on</source>
        <translation>der Rechner, auf dem der Keeper läuft</translation>
    </message>
    <message>
        <source>cannot tell what was probed before: %1</source>
        <translation>kann nicht sagen, was früher geprobt wurde: %1</translation>
    </message>
    <message>
        <source>there are no metrics of it any more</source>
        <translation>es gibt keine Metriken mehr davon</translation>
    </message>
    <message>
        <source>cannot read the capacity of nodes: %1</source>
        <translation>kann die Kapazität der Knoten nicht lesen: %1</translation>
    </message>
    <message>
        <source>cannot read probes: %1</source>
        <translation>kann Proben nicht lesen: %1</translation>
    </message>
    <message>
        <source>none of its %1 targets can be scraped</source>
        <translation>keines seiner %1 Ziele lässt sich abfragen</translation>
    </message>
    <message>
        <source>has no targets that we may see</source>
        <translation>hat keine Ziele, die wir sehen dürfen</translation>
    </message>
    <message>
        <source>its metrics cannot be scraped</source>
        <translation>seine Metriken lassen sich nicht abfragen</translation>
    </message>
    <message>
        <source>cannot be scraped: %1</source>
        <translation>lässt sich nicht abfragen: %1</translation>
    </message>
    <message>
        <source>its only target cannot be scraped</source>
        <translation>sein einziges Ziel lässt sich nicht abfragen</translation>
    </message>
    <message>
        <source>answers in part only: %1</source>
        <translation>antwortet nur zum Teil: %1</translation>
    </message>
    <message>
        <source>does not say at which site it stands, so no link is told</source>
        <translation>sagt nicht, an welchem Standort er steht; daher gibt es keine Strecke</translation>
    </message>
    <message>
        <source>not measured now: with so many peers each has its turn</source>
        <translation>jetzt nicht gemessen: bei so vielen kommt jeder an die Reihe</translation>
    </message>
    <message>
        <source>%1 of %2 probes are not answered (%3)</source>
        <translation>%1 von %2 Proben werden nicht beantwortet (%3)</translation>
    </message>
    <message>
        <source>%1 of its samples are lost: it does not hold them any more</source>
        <translation>%1 seiner Messwerte sind verloren: Er hält sie nicht mehr vor</translation>
    </message>
    <message>
        <source>%1 series of its answer cannot be read</source>
        <translation>%1 Reihen seiner Antwort sind nicht lesbar</translation>
    </message>
    <message>
        <source>%1 does not take our query: %2</source>
        <translation>%1 nimmt unsere Abfrage nicht an: %2</translation>
    </message>
    <message>
        <source>%1 does not take our query: %2. Look at options.selector.</source>
        <translation>%1 nimmt unsere Abfrage nicht an: %2. Sehen Sie sich options.selector an.</translation>
    </message>
    <message>
        <source>%1 gave up on a query: %2</source>
        <translation>%1 hat eine Abfrage aufgegeben: %2</translation>
    </message>
    <message>
        <source>%1 has no API of Prometheus: %2 is not found there. Add the path before /api/v1 to the address.</source>
        <translation>%1 hat keine API von Prometheus: %2 gibt es dort nicht. Fügen Sie der Adresse den Pfad vor /api/v1 hinzu.</translation>
    </message>
    <message>
        <source>%1 answers in HTTP, but not as the API of Prometheus does.</source>
        <translation>%1 antwortet in HTTP, aber nicht wie die API von Prometheus.</translation>
    </message>
    <message>
        <source>%1 refuses a query as too large: %2. Narrow it by options.selector.</source>
        <translation>%1 lehnt eine Abfrage als zu groß ab: %2. Schränken Sie sie mit options.selector ein.</translation>
    </message>
    <message>
        <source>Its answer has more than %1 series. Narrow it by options.selector.</source>
        <translation>Seine Antwort hat mehr als %1 Reihen. Schränken Sie sie mit options.selector ein.</translation>
    </message>
    <message>
        <source>Its answer cannot be read: %1.</source>
        <translation>Seine Antwort ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>%1 wants a tenant. Set options.tenant.</source>
        <translation>%1 verlangt einen Mandanten. Setzen Sie options.tenant.</translation>
    </message>
    <message>
        <source>Frozen: seen from %1, its port answers and its protocol does not.</source>
        <translation>Eingefroren: von %1 aus antwortet sein Port, sein Protokoll aber nicht.</translation>
    </message>
    <message>
        <source>We are cut off: %1 of %2 hosts that this keeper asks fell silent together.</source>
        <translation>Wir sind abgeschnitten: %1 von %2 Rechnern, die dieser Keeper fragt, sind zugleich verstummt.</translation>
    </message>
    <message>
        <source>reached from %1, not from %2</source>
        <translation>erreicht von %1 aus, nicht von %2 aus</translation>
    </message>
    <message>
        <source>Not where it is said to be: it answers %1 sooner than light could, so it is at least %2 km off.</source>
        <translation>Nicht dort, wo er sein soll: Er antwortet %1 schneller, als Licht es könnte, liegt also mindestens %2 km daneben.</translation>
    </message>
    <message>
        <source>No answer to %1, which reach other sites.</source>
        <translation>Keine Antwort an %1; andere Standorte werden von dort erreicht.</translation>
    </message>
    <message>
        <source>No answer to this keeper nor %1, which reach other sites.</source>
        <translation>Keine Antwort an diesen Keeper und an %1; andere Standorte werden von dort erreicht.</translation>
    </message>
    <message>
        <source>Reached from %1, not by this keeper: the way is cut, not the site.</source>
        <translation>Von %1 aus erreicht, von diesem Keeper nicht: Der Weg ist unterbrochen, nicht der Standort.</translation>
    </message>
    <message>
        <source>Nobody else measures it: a dead site and a cut way look the same from here.</source>
        <translation>Niemand sonst misst ihn: Ein toter Standort und ein unterbrochener Weg sehen von hier gleich aus.</translation>
    </message>
    <message>
        <source>The network here is lost: %1 of %2 ways from here fell silent together.</source>
        <translation>Das Netz hier ist weg: %1 von %2 Wegen von hier sind zugleich verstummt.</translation>
    </message>
    <message>
        <source>None of the hosts asked from here answers, and they are too few (%1) to tell a dead site, a cut way and our own lost network apart.</source>
        <translation>Keiner der von hier gefragten Rechner antwortet, und es sind zu wenige (%1), um einen toten Standort, einen unterbrochenen Weg und unser eigenes verlorenes Netz zu unterscheiden.</translation>
    </message>
    <message>
        <source>Seen from %1, its host answers and refuses the connection: nothing listens at its port.</source>
        <translation>Von %1 aus antwortet sein Rechner und weist die Verbindung ab: An seinem Port lauscht nichts.</translation>
    </message>
    <message>
        <source>The program that logs in at %1 gave another certificate; connecting anew.</source>
        <translation>Das Anmeldeprogramm für %1 hat ein anderes Zertifikat geliefert; die Verbindung wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>%1 sends an event of more than 4 MB.</source>
        <translation>%1 sendet ein Ereignis von mehr als 4 MB.</translation>
    </message>
    <message>
        <source>%1, which the kubeconfig runs to log in, failed: %2.</source>
        <translation>%1, womit sich die kubeconfig anmeldet, ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>%1, which the kubeconfig runs to log in, failed: %2. It said: %3</source>
        <translation>%1, womit sich die kubeconfig anmeldet, ist gescheitert: %2. Es sagte: %3</translation>
    </message>
    <message>
        <source>%1 answers in HTTP but is no Kubernetes API server: it names no version.</source>
        <translation>%1 antwortet über HTTP, ist aber kein Kubernetes-API-Server: Es nennt keine Version.</translation>
    </message>
    <message>
        <source>There is no token in %1, which the kubeconfig names.</source>
        <translation>In %1, das die kubeconfig nennt, steht kein Token.</translation>
    </message>
    <message>
        <source>%1 does not know who we are: token or client certificate are missing, expired or not of this cluster.</source>
        <translation>%1 weiß nicht, wer wir sind: Token oder Client-Zertifikat fehlen, sind abgelaufen oder nicht von diesem Cluster.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer cannot be read: %1.</source>
        <translation>Die Antwort des Clusters ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>%1 ended its stream of changes.</source>
        <translation>%1 hat seinen Strom von Änderungen beendet.</translation>
    </message>
    <message>
        <source>Nothing else that is measured at either end is well: whether it is this place, the other one or the way between them cannot be told.</source>
        <translation>Nichts anderes, was an einem der beiden Enden gemessen wird, ist in Ordnung: Ob es an diesem Ort liegt, am anderen oder am Weg dazwischen, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>its autoscaler is at its most, %1</source>
        <translation>sein Autoscaler ist am Höchstwert, %1</translation>
    </message>
    <message>
        <source>cannot start (%1)</source>
        <translation>kann nicht starten (%1)</translation>
    </message>
    <message>
        <source>cordoned</source>
        <translation>für neue Pods gesperrt (cordon)</translation>
    </message>
    <message>
        <source>evicted pods: %1</source>
        <translation>verdrängte Pods: %1</translation>
    </message>
    <message>
        <source>its certificate is not verified (insecure-skip-tls-verify)</source>
        <translation>sein Zertifikat wird nicht geprüft (insecure-skip-tls-verify)</translation>
    </message>
    <message>
        <source>may not list %1</source>
        <translation>darf %1 nicht auflisten</translation>
    </message>
    <message>
        <source>missing pods: %1</source>
        <translation>fehlende Pods: %1</translation>
    </message>
    <message>
        <source>its image cannot be pulled (%1)</source>
        <translation>sein Image kann nicht geladen werden (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are not ready</source>
        <translation>%1 von %2 Knoten sind nicht bereit</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>scaled to 0</source>
        <translation>auf 0 skaliert</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>no node for it: %1</source>
        <translation>kein Knoten dafür: %1</translation>
    </message>
    <message>
        <source>No connection reads the log of %1 any more.</source>
        <translation>Keine Verbindung liest mehr das Protokoll von %1.</translation>
    </message>
    <message>
        <source>%1 has one log of all its runs; ask for it without &quot;previous&quot;, and look further up.</source>
        <translation>%1 hat ein Protokoll für alle Läufe; fragen Sie ohne &quot;previous&quot; danach und sehen Sie weiter oben nach.</translation>
    </message>
    <message>
        <source>This kind of connection reads no logs.</source>
        <translation>Diese Art von Verbindung liest keine Protokolle.</translation>
    </message>
    <message>
        <source>The log of %1 is not in the form that its platform writes.</source>
        <translation>Das Protokoll von %1 hat nicht die Form, die seine Plattform schreibt.</translation>
    </message>
    <message>
        <source>%1 replaces its pods only when somebody deletes them (update strategy OnDelete); it cannot be restarted from here.</source>
        <translation>%1 ersetzt seine Pods nur, wenn jemand sie löscht (Aktualisierungsart OnDelete), und lässt sich von hier aus nicht neu starten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be done to %2.</source>
        <translation>„%1“ lässt sich mit %2 nicht machen.</translation>
    </message>
    <message>
        <source>%1 was lost sight of meanwhile; what was asked of it last may have been done or not. %2</source>
        <translation>%1 ging inzwischen aus den Augen verloren; was zuletzt verlangt wurde, ist vielleicht geschehen, vielleicht nicht. %2</translation>
    </message>
    <message>
        <source>%1 was not changed in time: %2 did not answer as it should.</source>
        <translation>%1 wurde nicht rechtzeitig geändert: %2 antwortete nicht, wie es sollte.</translation>
    </message>
    <message>
        <source>%1 was left as it is: %2 of its pods would lose local data (%3). Allow that with deleteLocal.</source>
        <translation>%1 blieb, wie er ist: %2 seiner Pods verlören lokale Daten (%3). Erlauben lässt sich das mit deleteLocal.</translation>
    </message>
    <message>
        <source>%1 needs the argument %2.</source>
        <translation>%1 braucht das Argument %2.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile (generation %2, ours was %3), so nothing more is done to it.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert (Generation %2, unsere war %3); deshalb geschieht nichts weiter damit.</translation>
    </message>
    <message>
        <source>%1 has no argument %2.</source>
        <translation>%1 kennt das Argument %2 nicht.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is neither true nor false.</source>
        <translation>%1: „%2“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>%1 has no eviction API, so budgets could not be respected; nothing was done.</source>
        <translation>%1 kann keine Pods räumen, ohne Budgets zu verletzen; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>%1: must be a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1: muss eine ganze Zahl von %2 bis %3 sein, nicht „%4“.</translation>
    </message>
    <message>
        <source>%1 has nothing that &quot;%2&quot; stands for and that can be acted on.</source>
        <translation>%1 hat nichts, wofür „%2“ steht und mit dem sich etwas machen lässt.</translation>
    </message>
    <message>
        <source>No such action is under way; it may have ended.</source>
        <translation>Eine solche Aktion läuft nicht; vielleicht ist sie zu Ende.</translation>
    </message>
    <message>
        <source>%1 was not empty in time: %2 of %3 pods have left it; it stays cordoned.</source>
        <translation>%1 war nicht rechtzeitig leer: %2 von %3 Pods haben ihn verlassen; er bleibt gesperrt.</translation>
    </message>
    <message>
        <source>%2 of %3 pods of %1 were ready in time; what was asked for stands.</source>
        <translation>%2 von %3 Pods von %1 waren rechtzeitig bereit; was verlangt wurde, gilt weiter.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is done in one piece and cannot be stopped.</source>
        <translation>„%1“ geschieht am Stück und lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>%1 is paused and rolls nothing out; resume it first.</source>
        <translation>%1 ist angehalten und rollt nichts aus; es muss erst fortgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 was deleted and made anew meanwhile, so nothing more is done to it.</source>
        <translation>%1 wurde inzwischen gelöscht und neu angelegt; deshalb geschieht nichts weiter damit.</translation>
    </message>
    <message>
        <source>%1 was scaled to %2 by somebody else meanwhile.</source>
        <translation>%1 wurde inzwischen von jemand anderem auf %2 skaliert.</translation>
    </message>
    <message>
        <source>Stopped: %2 of %3 pods have left %1, which stays cordoned.</source>
        <translation>Angehalten: %2 von %3 Pods haben %1 verlassen; er bleibt gesperrt.</translation>
    </message>
    <message>
        <source>Stopped before anything was done to %1.</source>
        <translation>Angehalten, bevor mit %1 etwas geschah.</translation>
    </message>
    <message>
        <source>%1 has given up its rollout: %2</source>
        <translation>%1 hat das Ausrollen aufgegeben: %2</translation>
    </message>
    <message>
        <source>%1 was changed back by somebody else at once.</source>
        <translation>%1 wurde sofort von jemand anderem zurückgeändert.</translation>
    </message>
    <message>
        <source>%1 was left as it is: nothing would start %2 of its pods again (%3). Allow that with force.</source>
        <translation>%1 blieb, wie er ist: %2 seiner Pods würde nichts wieder starten (%3). Erlauben lässt sich das mit force.</translation>
    </message>
    <message>
        <source>%1 does not let us in: our client certificate %2 expired on %3. Have a new one issued, and put it into %4.</source>
        <translation>%1 lässt uns nicht herein: Unser Client-Zertifikat %2 ist am %3 abgelaufen. Lassen Sie ein neues ausstellen und legen Sie es in %4 ab.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 is being asked</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>its budget %1 allows no disruption now</source>
        <translation>sein Budget %1 erlaubt jetzt keine Unterbrechung</translation>
    </message>
    <message>
        <source>its pods are replaced only when somebody deletes them</source>
        <translation>seine Pods werden nur ersetzt, wenn jemand sie löscht</translation>
    </message>
    <message>
        <source>%1 is cordoned: no new pods come</source>
        <translation>%1 ist gesperrt: es kommen keine neuen Pods</translation>
    </message>
    <message>
        <source>of a DaemonSet</source>
        <translation>von einem DaemonSet</translation>
    </message>
    <message>
        <source>%1 is empty: %2 pods have left it; %3 of DaemonSets and of the node itself stay</source>
        <translation>%1 ist leer: %2 Pods haben ihn verlassen; %3 von DaemonSets und vom Knoten selbst bleiben</translation>
    </message>
    <message>
        <source>nothing starts it again</source>
        <translation>nichts startet ihn wieder</translation>
    </message>
    <message>
        <source>has ended by itself</source>
        <translation>ist von selbst zu Ende gegangen</translation>
    </message>
    <message>
        <source>from %1 to %2 pods</source>
        <translation>von %1 auf %2 Pods</translation>
    </message>
    <message>
        <source>has %1 pods already</source>
        <translation>hat schon %1 Pods</translation>
    </message>
    <message>
        <source>is cordoned already</source>
        <translation>ist schon gesperrt</translation>
    </message>
    <message>
        <source>is paused and rolls nothing out</source>
        <translation>ist angehalten und rollt nichts aus</translation>
    </message>
    <message>
        <source>is leaving</source>
        <translation>geht gerade</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>ist gegangen</translation>
    </message>
    <message>
        <source>has local data, which would be lost</source>
        <translation>hat lokale Daten, die verloren gingen</translation>
    </message>
    <message>
        <source>its local data are lost</source>
        <translation>seine lokalen Daten gehen verloren</translation>
    </message>
    <message>
        <source>may not %1</source>
        <translation>darf nicht: %1</translation>
    </message>
    <message>
        <source>of the node itself</source>
        <translation>vom Knoten selbst</translation>
    </message>
    <message>
        <source>new pods come again</source>
        <translation>es kommen wieder neue Pods</translation>
    </message>
    <message>
        <source>budgets cannot be read, so they are not in this preview; they are respected all the same</source>
        <translation>Budgets sind nicht lesbar und fehlen deshalb in dieser Vorschau; eingehalten werden sie trotzdem</translation>
    </message>
    <message>
        <source>no new pods come</source>
        <translation>es kommen keine neuen Pods</translation>
    </message>
    <message>
        <source>nobody serves %1 meanwhile</source>
        <translation>%1 wird derweil von niemandem bedient</translation>
    </message>
    <message>
        <source>is not cordoned</source>
        <translation>ist nicht gesperrt</translation>
    </message>
    <message>
        <source>%1 is not seen now</source>
        <translation>%1 ist gerade nicht zu sehen</translation>
    </message>
    <message>
        <source>%1 of %2 pods have left</source>
        <translation>%1 von %2 Pods sind gegangen</translation>
    </message>
    <message>
        <source>%1 of %2 pods are ready</source>
        <translation>%1 von %2 Pods sind bereit</translation>
    </message>
    <message>
        <source>all %1 pods end before new ones begin</source>
        <translation>alle %1 Pods enden, bevor neue beginnen</translation>
    </message>
    <message>
        <source>all %1 pods are replaced, a few at a time</source>
        <translation>alle %1 Pods werden ersetzt, einige auf einmal</translation>
    </message>
    <message>
        <source>%1 has been restarted: all %2 pods are new and ready</source>
        <translation>%1 wurde neu gestartet: alle %2 Pods sind neu und bereit</translation>
    </message>
    <message>
        <source>%1 has %2 pods, all of them ready</source>
        <translation>%1 hat %2 Pods, alle bereit</translation>
    </message>
    <message>
        <source>is %1 workloads; each is scaled by itself</source>
        <translation>besteht aus %1 Workloads; jeder wird für sich skaliert</translation>
    </message>
    <message>
        <source>%1 takes new pods again</source>
        <translation>%1 nimmt wieder neue Pods</translation>
    </message>
    <message>
        <source>nothing would start it again</source>
        <translation>nichts würde ihn wieder starten</translation>
    </message>
    <message>
        <source>%1 was uncordoned by somebody else, so no more is evicted: %2 of %3 pods have left it.</source>
        <translation>%1 wurde von jemand anderem freigegeben, daher wird nichts weiter geräumt: %2 von %3 Pods haben ihn verlassen.</translation>
    </message>
    <message>
        <source>%1 knows nothing of it: it never got there, or %1 was started anew. Look before you ask again.</source>
        <translation>%1 weiß nichts davon: Es kam dort nie an, oder %1 wurde neu gestartet. Sehen Sie nach, bevor Sie es noch einmal verlangen.</translation>
    </message>
    <message>
        <source>%2 did not answer in time; %1 may have been changed or not.</source>
        <translation>%2 hat nicht rechtzeitig geantwortet; %1 kann geändert worden sein oder nicht.</translation>
    </message>
    <message>
        <source>Nobody here follows it any more; it may go on at %1.</source>
        <translation>Hier verfolgt es niemand mehr; es kann bei %1 weitergehen.</translation>
    </message>
    <message>
        <source>%1 is not empty and stays cordoned: %2 of %3 pods remain (%4: %5).</source>
        <translation>%1 ist nicht leer und bleibt gesperrt: %2 von %3 Pods bleiben (%4: %5).</translation>
    </message>
    <message>
        <source>It was not asked to stop: the way to %1 is cut; it may go on there.</source>
        <translation>Es wurde nicht gebeten anzuhalten: Der Weg zu %1 ist unterbrochen; es kann dort weitergehen.</translation>
    </message>
    <message>
        <source>Stopped before a pod was evicted; %1 is cordoned.</source>
        <translation>Angehalten, bevor ein Pod geräumt wurde; %1 ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 has more than %2 pods, which is believed of no node.</source>
        <translation>%1 hat mehr als %2 Pods, was von keinem Knoten geglaubt wird.</translation>
    </message>
    <message>
        <source>Not followed any more; it may go on there. %1</source>
        <translation>Nicht mehr verfolgt; es kann dort weitergehen. %1</translation>
    </message>
    <message>
        <source>not followed: the way to %1 is cut; it may go on there</source>
        <translation>nicht verfolgt: der Weg zu %1 ist unterbrochen; es kann dort weitergehen</translation>
    </message>
    <message>
        <source>%1 did not answer in %2; what it has is missing here.</source>
        <translation>%1 hat in %2 nicht geantwortet; was es hat, fehlt hier.</translation>
    </message>
    <message>
        <source>%1: it did not say which logs it has; none are read.</source>
        <translation>%1: Es hat nicht gesagt, welche Logs es hat; keine werden gelesen.</translation>
    </message>
    <message>
        <source>%1 was not part of it when the plan was shown, so nothing was done. Look at the plan again.</source>
        <translation>%1 gehörte nicht dazu, als der Plan gezeigt wurde; darum wurde nichts getan. Bitte den Plan noch einmal ansehen.</translation>
    </message>
    <message>
        <source>%1 more connections</source>
        <translation>%1 weitere Verbindungen</translation>
    </message>
    <message>
        <source>Their events are missing, too.</source>
        <translation>Auch deren Ereignisse fehlen.</translation>
    </message>
    <message>
        <source>It did not answer in %1; what it has is missing here.</source>
        <translation>Keine Antwort in %1; was es dort gibt, fehlt hier.</translation>
    </message>
    <message>
        <source>It is not connected now; what happened there is missing here.</source>
        <translation>Jetzt nicht verbunden; was dort geschah, fehlt hier.</translation>
    </message>
    <message>
        <source>this home&apos;s own keeper</source>
        <translation>dem eigenen Keeper dieses Fensters</translation>
    </message>
    <message>
        <source>a known keeper</source>
        <translation>einem bekannten Keeper</translation>
    </message>
    <message>
        <source>%1 was removed, or read again with other settings.</source>
        <translation>%1 wurde entfernt oder mit anderen Einstellungen neu gelesen.</translation>
    </message>
    <message>
        <source>The key of this action was given to another one; each needs its own.</source>
        <translation>Der Schlüssel dieser Handlung gehört schon einer anderen; jede braucht ihren eigenen.</translation>
    </message>
    <message>
        <source>The lab has not come up in %1 s; try again later.</source>
        <translation>Das Labor ist in %1 s nicht gestartet; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>No connection tells of &quot;%1&quot;.</source>
        <translation>Keine Verbindung berichtet von „%1“.</translation>
    </message>
    <message>
        <source>The lab does not run: `graticule lab start`.</source>
        <translation>Das Labor läuft nicht: `graticule lab start`.</translation>
    </message>
    <message>
        <source>This kind of connection cannot &quot;%1&quot;.</source>
        <translation>Diese Art von Verbindung kann „%1“ nicht.</translation>
    </message>
    <message>
        <source>Nothing can be done through this keeper.</source>
        <translation>Über diesen Keeper lässt sich nichts tun.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the lab.</source>
        <translation>„%1“ gehört nicht zum Labor.</translation>
    </message>
    <message>
        <source>Nothing was done: what you were shown is not known any more. %1 was changed meanwhile, or its keeper was started anew. Look again.</source>
        <translation>Nichts wurde getan: Was Ihnen gezeigt wurde, ist nicht mehr bekannt. %1 wurde inzwischen geändert, oder ihr Keeper wurde neu gestartet. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>This is an incident file: it can be looked at, and nothing can be done in it.</source>
        <translation>Das ist eine Vorfalldatei: Sie lässt sich ansehen, und nichts lässt sich darin tun.</translation>
    </message>
    <message>
        <source>Several connections tell of it: %1. Say which is meant.</source>
        <translation>Mehrere Verbindungen berichten davon: %1. Sagen Sie, welche gemeint ist.</translation>
    </message>
    <message>
        <source>%1 What cannot be recorded is not done.</source>
        <translation>%1 Was sich nicht aufzeichnen lässt, wird nicht getan.</translation>
    </message>
    <message>
        <source>History begins at %1; what was before is not known.</source>
        <translation>Die Geschichte beginnt um %1; was davor war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 (incident file, CHANGED SINCE IT WAS SIGNED)</source>
        <translation>%1 (Vorfallsdatei, SEIT DEM SIGNIEREN VERÄNDERT)</translation>
    </message>
    <message>
        <source>%1 stretches of series tell least, greatest and mean only: nothing finer was left.</source>
        <translation>%1 Abschnitte von Reihen nennen nur kleinsten, größten und mittleren Wert: Feineres war nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 parts of the history of that time are damaged, and left out.</source>
        <translation>%1 Teile der Geschichte dieser Zeit sind beschädigt und fehlen.</translation>
    </message>
    <message>
        <source>%1 series are left out: a file holds %2 samples at most.</source>
        <translation>%1 Reihen fehlen: eine Datei fasst höchstens %2 Messwerte.</translation>
    </message>
    <message>
        <source>Only %1, and what belongs to them.</source>
        <translation>Nur %1 und was dazugehört.</translation>
    </message>
    <message>
        <source>Section %1 (%2) is not what was signed.</source>
        <translation>Abschnitt %1 (%2) ist nicht das, was signiert wurde.</translation>
    </message>
    <message>
        <source>It has %1 sections, and %2 were signed.</source>
        <translation>Sie hat %1 Abschnitte, signiert wurden %2.</translation>
    </message>
    <message>
        <source>The signature is not of this manifest and key: either was changed.</source>
        <translation>Die Signatur gehört nicht zu diesem Manifest und Schlüssel: eines davon wurde verändert.</translation>
    </message>
    <message>
        <source>%1 (incident file, signature holds)</source>
        <translation>%1 (Vorfallsdatei, Signatur gilt)</translation>
    </message>
    <message>
        <source>no node is one that it is for</source>
        <translation>kein Knoten ist einer, für den es gedacht ist</translation>
    </message>
    <message>
        <source>the same cluster as %1, connected already</source>
        <translation>derselbe Cluster wie %1, schon verbunden</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile, and nothing was saved; read it again.</source>
        <translation>%1 wurde inzwischen geändert, und nichts wurde gespeichert; lesen Sie neu.</translation>
    </message>
    <message>
        <source>Nothing was saved: %1.</source>
        <translation>Nichts wurde gespeichert: %1.</translation>
    </message>
    <message>
        <source>This keeper has no files, so no label rules.</source>
        <translation>Dieser Keeper hat keine Dateien, also keine Label-Regeln.</translation>
    </message>
    <message>
        <source>This keeper has no label rules.</source>
        <translation>Dieser Keeper hat keine Label-Regeln.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1. It was left untouched.</source>
        <translation>%1. Sie blieb unberührt.</translation>
    </message>
    <message>
        <source>They declare themselves to be &quot;%1&quot; and &quot;%2&quot;; change their labels.</source>
        <translation>Sie nennen sich selbst „%1“ und „%2“; ändern Sie ihre Labels.</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot; any more.</source>
        <translation>Einen Dienst „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot;.</source>
        <translation>Einen Dienst „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>At this keeper nobody says which services are the same.</source>
        <translation>Bei diesem Keeper sagt niemand, welche Dienste dieselben sind.</translation>
    </message>
    <message>
        <source>Nobody said anything of these two.</source>
        <translation>Von diesen beiden hat niemand etwas gesagt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not told of by Docker or Kubernetes here.</source>
        <translation>Von „%1“ erzählt hier weder Docker noch Kubernetes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one service already.</source>
        <translation>„%1“ ist schon ein Dienst.</translation>
    </message>
    <message>
        <source>There are too many decisions; take some back.</source>
        <translation>Es sind zu viele Entscheidungen; nehmen Sie einige zurück.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Nothing is to run here: all of it is off.</source>
        <translation>Hier soll nichts laufen: alles ist abgeschaltet.</translation>
    </message>
    <message>
        <source>We may not %2 at %1; nothing was done.</source>
        <translation>Bei %1 dürfen wir nicht: %2. Nichts wurde getan.</translation>
    </message>
    <message>
        <source>is the same cluster as %1: both are listed, and totals count what both see as this one sees it</source>
        <translation>ist derselbe Cluster wie %1: aufgeführt werden beide, und in Summen zählt, was beide sehen, so, wie diese Verbindung es sieht</translation>
    </message>
    <message>
        <source>is the same cluster as %1: both are listed, and totals count what both see as %2 sees it</source>
        <translation>ist derselbe Cluster wie %1: aufgeführt werden beide, und in Summen zählt, was beide sehen, so, wie %2 es sieht</translation>
    </message>
    <message>
        <source>More than %1 follow it at once.</source>
        <translation>Mehr als %1 verfolgen sie zugleich.</translation>
    </message>
    <message>
        <source>a volume; Kubernetes does not tell how it compares with other copies</source>
        <translation>ein Volume; Kubernetes sagt nicht, wie es zu anderen Kopien steht</translation>
    </message>
</context>
<context>
    <name>graticule::SchemaText</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Graticule keeper or control API</source>
        <translation>Graticule-Keeper oder Control-API</translation>
    </message>
    <message>
        <source>local (the machine that the keeper runs on)</source>
        <translation>local (der Rechner, auf dem der Keeper läuft)</translation>
    </message>
    <message>
        <source>unix:///var/run/docker.sock, https://host:2376, tcp://host:2376 (TLS with tls.ca, tls.certificate, tls.key), ssh://user@host, context:NAME (a docker context)</source>
        <translation>unix:///var/run/docker.sock, https://host:2376, tcp://host:2376 (TLS mit tls.ca, tls.certificate, tls.key), ssh://user@host, context:NAME (ein Docker-Kontext)</translation>
    </message>
    <message>
        <source>unix:///run/keeper.sock, keeper.example:7443 or https://keeper.example:7443</source>
        <translation>unix:///run/keeper.sock, keeper.example:7443 oder https://keeper.example:7443</translation>
    </message>
    <message>
        <source>lab:REGION, e.g. lab:europe</source>
        <translation>lab:REGION, z. B. lab:europe</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Name, or an airport&apos;s code.</source>
        <translation>Name oder Kürzel eines Flughafens.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Two letters: whose law holds there.</source>
        <translation>Zwei Buchstaben: wessen Recht dort gilt.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Latitude,longitude in degrees; without it the city&apos;s.</source>
        <translation>Breite,Länge in Grad; ohne sie die der Stadt.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Your own group of sites.</source>
        <translation>Ihre eigene Gruppe von Standorten.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Its name; connections with the same one are one site.</source>
        <translation>Sein Name; Verbindungen mit demselben sind ein Standort.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Declared of everything this connection tells, key=value, one a line; they win over the endpoint&apos;s own labels.</source>
        <translation>Gelten für alles, was diese Verbindung meldet, Schlüssel=Wert, je Zeile eines; sie gehen den Labels des Endpunkts vor.</translation>
    </message>
    <message>
        <source>CA</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>PEM file of the authorities to trust; without it those of the keeper&apos;s system.</source>
        <translation>PEM-Datei der Zertifizierungsstellen, denen vertraut wird; ohne sie die des Systems, auf dem der Keeper läuft.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>PEM file of the certificate that we show; needs the key too.</source>
        <translation>PEM-Datei des Zertifikats, das wir vorzeigen; braucht auch den Schlüssel.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>PEM file of that certificate&apos;s key, readable by its owner only.</source>
        <translation>PEM-Datei des Schlüssels dazu, nur für den Eigentümer lesbar.</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>Name to expect in the endpoint&apos;s certificate; without it the host of the address.</source>
        <translation>Name, der im Zertifikat des Endpunkts stehen muss; ohne ihn der Host der Adresse.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Where the keeper finds the token: file:/path (readable by its owner only), env:NAME or credential:NAME. Never the token itself.</source>
        <translation>Wo der Keeper das Token findet: file:/pfad (nur für den Eigentümer lesbar), env:NAME oder credential:NAME. Nie das Token selbst.</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>At most what we may ask of the endpoint, averaged over ten seconds; 0 is no limit.</source>
        <translation>So viel dürfen wir den Endpunkt höchstens fragen, im Mittel über zehn Sekunden; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>Bytes je Sekunde</translation>
    </message>
    <message>
        <source>At most what we may make the endpoint send, averaged over ten seconds; 0 is no limit.</source>
        <translation>So viel darf uns der Endpunkt höchstens senden müssen, im Mittel über zehn Sekunden; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Slow after</source>
        <translation>Langsam nach</translation>
    </message>
    <message>
        <source>Milliseconds after which an answer counts as slow.</source>
        <translation>Millisekunden, nach denen eine Antwort als langsam gilt.</translation>
    </message>
    <message>
        <source>Read usage of containers</source>
        <translation>Verbrauch der Container lesen</translation>
    </message>
    <message>
        <source>What containers use of CPU and memory; without it less is asked of the engine.</source>
        <translation>Was Container an CPU und Speicher verbrauchen; ohne dies wird die Engine weniger gefragt.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy to go through, e.g. socks5h://host:1080.</source>
        <translation>Proxy, über den der Weg geht, z. B. socks5h://host:1080.</translation>
    </message>
    <message>
        <source>Allow clear text</source>
        <translation>Klartext erlauben</translation>
    </message>
    <message>
        <source>Plain TCP without TLS to other machines; only for networks that you trust.</source>
        <translation>TCP ohne TLS zu anderen Rechnern; nur für Netze, denen Sie vertrauen.</translation>
    </message>
    <message>
        <source>ssh configuration</source>
        <translation>ssh-Konfiguration</translation>
    </message>
    <message>
        <source>Of ssh:// addresses: a file on the keeper&apos;s host instead of ~/.ssh/config.</source>
        <translation>Bei ssh://-Adressen: eine Datei auf dem Rechner des Keepers anstelle von ~/.ssh/config.</translation>
    </message>
    <message>
        <source>is missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>must not hold line breaks or other control characters</source>
        <translation>darf keine Zeilenumbrüche oder anderen Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be from %1 to %2</source>
        <translation>muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>muss mindestens %1 sein</translation>
    </message>
    <message>
        <source>must be yes or no</source>
        <translation>muss yes oder no sein</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines von diesen sein: %1</translation>
    </message>
    <message>
        <source>must be an absolute path on the keeper&apos;s computer, as in %1</source>
        <translation>muss ein vollständiger Pfad auf dem Rechner des Keepers sein, wie %1</translation>
    </message>
    <message>
        <source>must say where the secret is, not what it is: file:/path (readable by you only), env:NAME or credential:NAME</source>
        <translation>muss sagen, wo das Geheimnis liegt, nicht wie es lautet: file:/pfad (nur für Sie lesbar), env:NAME oder credential:NAME</translation>
    </message>
    <message>
        <source>needs a key and a value in each line, as in graticule.dev/region=Europe</source>
        <translation>braucht in jeder Zeile Schlüssel und Wert, wie graticule.dev/region=Europe</translation>
    </message>
    <message>
        <source>has not the form that is needed</source>
        <translation>hat nicht die nötige Form</translation>
    </message>
    <message>
        <source>must have the form of %1</source>
        <translation>muss die Form von %1 haben</translation>
    </message>
    <message>
        <source>is not known in %1; known is %2</source>
        <translation>ist in %1 nicht bekannt; bekannt ist %2</translation>
    </message>
    <message>
        <source>is not known; did you mean %1? Any other town needs its position</source>
        <translation>ist nicht bekannt; meinten Sie %1? Jeder andere Ort braucht seine Position</translation>
    </message>
    <message>
        <source>is not known; such a town needs its position</source>
        <translation>ist nicht bekannt; ein solcher Ort braucht seine Position</translation>
    </message>
    <message>
        <source>is no code of a country; did you mean %1?</source>
        <translation>ist kein Ländercode; meinten Sie %1?</translation>
    </message>
    <message>
        <source>is no code of a country; it has two letters, as in DE</source>
        <translation>ist kein Ländercode; er hat zwei Buchstaben, wie DE</translation>
    </message>
    <message>
        <source>is not &quot;latitude,longitude&quot;</source>
        <translation>ist nicht „Breite,Länge“</translation>
    </message>
    <message>
        <source>is not two numbers &quot;latitude,longitude&quot;</source>
        <translation>sind nicht zwei Zahlen „Breite,Länge“</translation>
    </message>
    <message>
        <source>has a latitude outside -90..90</source>
        <translation>hat eine Breite außerhalb von -90..90</translation>
    </message>
    <message>
        <source>has a longitude outside -180..180</source>
        <translation>hat eine Länge außerhalb von -180..180</translation>
    </message>
    <message>
        <source>is 0,0, which is what unset coordinates look like</source>
        <translation>ist 0,0; so sehen Koordinaten aus, die niemand angegeben hat</translation>
    </message>
    <message>
        <source>is missing: a client certificate needs both</source>
        <translation>fehlt: ein Client-Zertifikat braucht beides</translation>
    </message>
    <message>
        <source>is not used by %1; leave it out</source>
        <translation>wird von %1 nicht verwendet; weglassen</translation>
    </message>
    <message>
        <source>there is a connection &quot;%1&quot; already; take another name.</source>
        <translation>ist vergeben: Es gibt schon eine Verbindung „%1“.</translation>
    </message>
    <message>
        <source>must not begin with a dot, begin or end with a space, nor hold &quot;/&quot; or a line break: it is also the file&apos;s name</source>
        <translation>darf nicht mit einem Punkt beginnen, nicht mit einem Leerzeichen beginnen oder enden und weder „/“ noch einen Zeilenumbruch enthalten: So heißt auch die Datei</translation>
    </message>
    <message>
        <source>http://host:9090, https://host, https://host/prometheus (with the path before /api/v1)</source>
        <translation>http://host:9090, https://host, https://host/prometheus (mit dem Pfad vor /api/v1)</translation>
    </message>
    <message>
        <source>Site labels</source>
        <translation>Standort-Labels</translation>
    </message>
    <message>
        <source>Labels that name a target&apos;s site, the first that it has; without any the target&apos;s host is a site of its own.</source>
        <translation>Labels, die den Standort eines Ziels nennen, das erste, das es hat; ohne ist der Rechner des Ziels ein Standort für sich.</translation>
    </message>
    <message>
        <source>Region labels</source>
        <translation>Region-Labels</translation>
    </message>
    <message>
        <source>Labels that name the region of a target&apos;s site.</source>
        <translation>Labels, die die Region des Standorts eines Ziels nennen.</translation>
    </message>
    <message>
        <source>Country labels</source>
        <translation>Land-Labels</translation>
    </message>
    <message>
        <source>Labels with the two letters of the country of a target&apos;s site.</source>
        <translation>Labels mit den zwei Buchstaben des Landes, in dem der Standort eines Ziels liegt.</translation>
    </message>
    <message>
        <source>City labels</source>
        <translation>Stadt-Labels</translation>
    </message>
    <message>
        <source>Labels that name the city of a target&apos;s site.</source>
        <translation>Labels, die die Stadt des Standorts eines Ziels nennen.</translation>
    </message>
    <message>
        <source>Position labels</source>
        <translation>Positions-Labels</translation>
    </message>
    <message>
        <source>Labels with latitude,longitude in degrees of a target&apos;s site.</source>
        <translation>Labels mit Breite,Länge des Standorts eines Ziels in Grad.</translation>
    </message>
    <message>
        <source>Vantage labels</source>
        <translation>Blickpunkt-Labels</translation>
    </message>
    <message>
        <source>Labels that name the site from which a probe was sent; without any that is where the server stands.</source>
        <translation>Labels, die den Standort nennen, von dem eine Probe ausging; ohne ist es der, an dem der Server steht.</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Matchers that all queries get, to see a part only.</source>
        <translation>Bedingungen, die alle Abfragen erhalten, um nur einen Teil zu sehen.</translation>
    </message>
    <message>
        <source>Queries per minute</source>
        <translation>Abfragen je Minute</translation>
    </message>
    <message>
        <source>At most so many; the fewer, the later a change is seen. Beats are not among them.</source>
        <translation>Höchstens so viele; je weniger, desto später sieht man eine Änderung. Lebenszeichen zählen nicht dazu.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Of Basic authentication: the token is then this user&apos;s password.</source>
        <translation>Für Basic-Authentifizierung: das Token ist dann das Passwort dieses Benutzers.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Of Mimir and the like: sent as X-Scope-OrgID.</source>
        <translation>Für Mimir und dergleichen: als X-Scope-OrgID gesendet.</translation>
    </message>
    <message>
        <source>Keeper to measure the way to</source>
        <translation>Keeper, zu dem der Weg gemessen wird</translation>
    </message>
    <message>
        <source>https://keeper.example:7443 or unix:///run/keeper.sock; nothing is read there</source>
        <translation>https://keeper.example:7443 oder unix:///run/keeper.sock; gelesen wird dort nichts</translation>
    </message>
    <message>
        <source>Keeper&apos;s id</source>
        <translation>Id des Keepers</translation>
    </message>
    <message>
        <source>Its id, as Describe tells it there; any other one is refused.</source>
        <translation>Seine Id, wie Describe sie dort nennt; jeder andere wird abgewiesen.</translation>
    </message>
    <message>
        <source>Probe every</source>
        <translation>Messen alle</translation>
    </message>
    <message>
        <source>Seconds between two probes of the way to the endpoint, with those that need TLS at a third of the pace; 0 measures nothing.</source>
        <translation>Sekunden zwischen zwei Messungen des Wegs zum Endpunkt, mit TLS dreimal so selten; 0 misst nichts.</translation>
    </message>
    <message>
        <source>/path/to/kubeconfig (several: with a colon between them), context:NAME (of the keeper&apos;s own kubeconfig), https://host:6443 (with token or tls.certificate)</source>
        <translation>/pfad/zur/kubeconfig (mehrere: mit Doppelpunkt dazwischen), context:NAME (aus der eigenen kubeconfig des Keepers), https://host:6443 (mit token oder tls.certificate)</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Which context of the kubeconfig; without it the file&apos;s current one.</source>
        <translation>Welcher Kontext der kubeconfig; ohne Angabe der aktuelle der Datei.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Looks at this namespace only; without it at all of them.</source>
        <translation>Sieht nur diesen Namespace an; ohne Angabe alle.</translation>
    </message>
    <message>
        <source>Log-in program</source>
        <translation>Anmeldeprogramm</translation>
    </message>
    <message>
        <source>The command line by which the context logs in, written out to confirm that it may be run on the keeper&apos;s computer.</source>
        <translation>Die Befehlszeile, mit der sich der Kontext anmeldet, ausgeschrieben zur Bestätigung, dass sie auf dem Rechner des Keepers laufen darf.</translation>
    </message>
</context>
<context>
    <name>graticule::SearchBox</name>
    <message>
        <source>Find or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>graticule::SelectionBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>1 chosen</source>
        <translation>1 gewählt</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
</context>
<context>
    <name>graticule::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Reset all settings to their defaults</source>
        <translation>Alle Einstellungen auf die Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Dark for the wall, light for a bright room, or as the desktop has it.</source>
        <translation>Dunkel für die Wand, hell für einen hellen Raum, oder wie die Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>High: lines as strong as text, no tinted grounds, no faint words.</source>
        <translation>Hoch: Linien so kräftig wie Text, keine getönten Flächen, keine blassen Wörter.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduced: drawers and the map are in place at once, and nothing pulses.</source>
        <translation>Reduziert: Seitenleisten und Karte sind sofort an Ort und Stelle, nichts pulsiert.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>How high the rows of tables are.</source>
        <translation>Wie hoch die Zeilen von Tabellen sind.</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Enlarges everything, words and marks alike. Used from the next start on.</source>
        <translation>Vergrößert alles, Wörter wie Zeichen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Words and units</source>
        <translation>Wörter und Einheiten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of this window. Names and messages of platforms stay as they are. Used from the next start on.</source>
        <translation>Dieses Fensters. Namen und Meldungen der Plattformen bleiben, wie sie sind. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>UTC is shown everywhere; this computer&apos;s time can stand beside it.</source>
        <translation>UTC steht überall; die Zeit dieses Rechners kann daneben stehen.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>UTC and local</source>
        <translation>UTC und lokal</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Memory and storage in powers of 1000 or of 1024.</source>
        <translation>Arbeits- und Massenspeicher in Potenzen von 1000 oder von 1024.</translation>
    </message>
    <message>
        <source>kB, MB</source>
        <translation>kB, MB</translation>
    </message>
    <message>
        <source>KiB, MiB</source>
        <translation>KiB, MiB</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>When the window opens</source>
        <translation>Wenn sich das Fenster öffnet</translation>
    </message>
    <message>
        <source>Go on with the page, the view of the map and the selection of last time, or begin with the overview.</source>
        <translation>Weiter mit Seite, Kartenansicht und Auswahl vom letzten Mal, oder mit der Übersicht beginnen.</translation>
    </message>
    <message>
        <source>As I left it</source>
        <translation>Wie zuletzt</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Where this is kept</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Nowhere: this window forgets its settings</source>
        <translation>Nirgends: dieses Fenster vergisst seine Einstellungen</translation>
    </message>
    <message>
        <source>%1 (not in this version)</source>
        <translation>%1 (nicht in dieser Version)</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>The system does not say; dark is used.</source>
        <translation>Das System sagt nichts dazu; dunkel gilt.</translation>
    </message>
    <message>
        <source>The system says dark.</source>
        <translation>Das System sagt dunkel.</translation>
    </message>
    <message>
        <source>The system says light.</source>
        <translation>Das System sagt hell.</translation>
    </message>
    <message>
        <source>The system says reduced.</source>
        <translation>Das System sagt reduziert.</translation>
    </message>
    <message>
        <source>The system does not ask for less.</source>
        <translation>Das System verlangt nicht weniger.</translation>
    </message>
    <message>
        <source>QT_SCALE_FACTOR is set in the environment and wins over this.</source>
        <translation>QT_SCALE_FACTOR ist in der Umgebung gesetzt und hat Vorrang.</translation>
    </message>
    <message>
        <source>Now %1 %.</source>
        <translation>Jetzt %1 %.</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>Noch nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>All settings are at their defaults</source>
        <translation>Alle Einstellungen stehen auf ihren Vorgaben</translation>
    </message>
</context>
<context>
    <name>graticule::SiteDetails</name>
    <message>
        <source>private, or not known</source>
        <translation>privat oder nicht bekannt</translation>
    </message>
    <message>
        <source>a connection that is not told</source>
        <translation>eine nicht gemeldete Verbindung</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Massenspeicher</translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>load %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenzwert %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 Verlust</translation>
    </message>
    <message>
        <source>State: %1 for %2</source>
        <translation>Zustand: %1 seit %2</translation>
    </message>
    <message>
        <source>Evidence: %1 old at %2 UTC</source>
        <translation>Stand: %1 alt um %2 UTC</translation>
    </message>
    <message>
        <source>Jurisdiction: %1 (%2)</source>
        <translation>Rechtsraum: %1 (%2)</translation>
    </message>
    <message>
        <source>In doubt: %1</source>
        <translation>Zweifelhaft: %1</translation>
    </message>
    <message>
        <source>Operated by: %1, %2</source>
        <translation>Betrieben von: %1, %2</translation>
    </message>
    <message>
        <source>Seen through: %1, %2, %3 ago</source>
        <translation>Gesehen über: %1, %2, vor %3</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Data held here</source>
        <translation>Daten hier</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Identity: %1</source>
        <translation>Identität: %1</translation>
    </message>
    <message>
        <source>as told</source>
        <translation>wie gemeldet</translation>
    </message>
    <message>
        <source>TCP connect</source>
        <translation>TCP-Verbindung</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP-Anfrage</translation>
    </message>
    <message>
        <source>gRPC call</source>
        <translation>gRPC-Aufruf</translation>
    </message>
    <message>
        <source>keeper to keeper</source>
        <translation>von Keeper zu Keeper</translation>
    </message>
</context>
<context>
    <name>graticule::SiteDrawer</name>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Gathering what is known of this site</source>
        <translation>Was von diesem Standort bekannt ist, wird gesammelt</translation>
    </message>
    <message>
        <source>This site is gone</source>
        <translation>Dieser Standort ist verschwunden</translation>
    </message>
    <message>
        <source>The newest snapshot does not have it any more.</source>
        <translation>Der neueste Stand enthält ihn nicht mehr.</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>Copy all of this as text (Ctrl+C)</source>
        <translation>Alles als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Rechtsraum</translation>
    </message>
    <message>
        <source>Operated by</source>
        <translation>Betrieben von</translation>
    </message>
    <message>
        <source>Seen through</source>
        <translation>Gesehen über</translation>
    </message>
    <message>
        <source>Capacity used</source>
        <translation>Kapazität belegt</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Data held here</source>
        <translation>Daten hier</translation>
    </message>
    <message>
        <source>Round trips to other sites</source>
        <translation>Umläufe zu anderen Standorten</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>Standort %1</translation>
    </message>
    <message>
        <source>not on the map</source>
        <translation>nicht auf der Karte</translation>
    </message>
    <message>
        <source>Identity: %1</source>
        <translation>Identität: %1</translation>
    </message>
    <message>
        <source>1 asset</source>
        <translation>1 Datenbestand</translation>
    </message>
    <message>
        <source>%1 assets</source>
        <translation>%1 Datenbestände</translation>
    </message>
    <message>
        <source>None is known here</source>
        <translation>Hier ist keiner bekannt</translation>
    </message>
    <message>
        <source>None is measured</source>
        <translation>Keiner ist gemessen</translation>
    </message>
    <message>
        <source>%1 more reasons</source>
        <translation>%1 weitere Gründe</translation>
    </message>
    <message>
        <source>not yet seen</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>evidence %1 old</source>
        <translation>Stand %1 alt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Set its place</source>
        <translation>Ort angeben</translation>
    </message>
    <message>
        <source>Nothing says where it is; %1 can.</source>
        <translation>Nichts sagt, wo er ist; %1 kann es.</translation>
    </message>
    <message>
        <source>Only inferred; %1 can say it.</source>
        <translation>Nur abgeleitet; %1 kann es sagen.</translation>
    </message>
    <message>
        <source>What is said does not fit; see %1.</source>
        <translation>Die Angaben passen nicht zusammen; siehe %1.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>This site is not known at this moment</source>
        <translation>Dieser Standort ist zu diesem Zeitpunkt nicht bekannt</translation>
    </message>
    <message>
        <source>It came later, or was gone already.</source>
        <translation>Er kam später oder war schon weg.</translation>
    </message>
</context>
<context>
    <name>graticule::SiteFields</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Seen through</source>
        <translation>Gesehen über</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Arbeitsspeicher belegt</translation>
    </message>
    <message>
        <source>Storage used</source>
        <translation>Massenspeicher belegt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Latency, 1 h</source>
        <translation>Latenz, 1 h</translation>
    </message>
    <message>
        <source>State, last 24 h</source>
        <translation>Zustand, letzte 24 h</translation>
    </message>
    <message>
        <source>CPU, 1 h</source>
        <translation>CPU, 1 h</translation>
    </message>
</context>
<context>
    <name>graticule::SiteHistory</name>
    <message>
        <source>State, last 24 h</source>
        <translation>Zustand, letzte 24 h</translation>
    </message>
    <message>
        <source>Latency, last 24 h</source>
        <translation>Latenz, letzte 24 h</translation>
    </message>
    <message>
        <source>Link that is shown</source>
        <translation>Gezeigte Strecke</translation>
    </message>
    <message>
        <source>Round trips of the link over the last day</source>
        <translation>Umlaufzeiten der Strecke am letzten Tag</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Asking how it was</source>
        <translation>Es wird gefragt, wie es war</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>most</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>cannot be read just now</source>
        <translation>kann gerade nicht gelesen werden</translation>
    </message>
    <message>
        <source>State, last 24 h: %1</source>
        <translation>Zustand, letzte 24 h: %1</translation>
    </message>
    <message>
        <source>It cannot be read just now how it was</source>
        <translation>Wie es war, ist gerade nicht zu lesen</translation>
    </message>
</context>
<context>
    <name>graticule::SiteTableModel</name>
    <message>
        <source>%1 of %2 sites</source>
        <translation>%1 von %2 Standorten</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>%1 more in %2, all healthy</source>
        <translation>%1 weitere in %2, alle gesund</translation>
    </message>
</context>
<context>
    <name>graticule::SitesList</name>
    <message>
        <source>List of sites</source>
        <translation>Liste der Standorte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Filter by name, place, state or reason  ( / )</source>
        <translation>Nach Name, Ort, Zustand oder Grund filtern  ( / )</translation>
    </message>
    <message>
        <source>Filter the sites</source>
        <translation>Standorte filtern</translation>
    </message>
    <message>
        <source>No site matches</source>
        <translation>Kein Standort passt</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Vielleicht helfen andere Wörter.</translation>
    </message>
    <message>
        <source>Sites, worst first</source>
        <translation>Standorte, schlimmste zuerst</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Alle Standorte</translation>
    </message>
    <message>
        <source>%1 sites, worst first</source>
        <translation>%1 Standorte, schlimmste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2 sites, %3 hidden by the filter</source>
        <translation>%1 von %2 Standorten, %3 vom Filter verborgen</translation>
    </message>
</context>
<context>
    <name>graticule::SitesModel</name>
    <message>
        <source>no place known</source>
        <translation>kein Ort bekannt</translation>
    </message>
    <message>
        <source>seen %1 ago</source>
        <translation>gesehen vor %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>graticule::SitesPage</name>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>No site matches</source>
        <translation>Kein Standort passt</translation>
    </message>
    <message>
        <source>No site is known</source>
        <translation>Kein Standort bekannt</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>No site is current</source>
        <translation>Kein Standort ist aktuell</translation>
    </message>
    <message>
        <source>Filter the sites</source>
        <translation>Standorte filtern</translation>
    </message>
    <message>
        <source>Open the current site</source>
        <translation>Aktuellen Standort öffnen</translation>
    </message>
    <message>
        <source>Choose the current site</source>
        <translation>Aktuellen Standort wählen</translation>
    </message>
    <message>
        <source>Chosen sites</source>
        <translation>Gewählte Standorte</translation>
    </message>
    <message>
        <source>Words, or region:Europe  ( / )</source>
        <translation>Wörter oder region:Europe  ( / )</translation>
    </message>
    <message numerus="yes">
        <source>%n sites are hidden by the filters.</source>
        <translation>
            <numerusform>%n Standort ist durch die Filter verborgen.</numerusform>
            <numerusform>%n Standorte sind durch die Filter verborgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites copied</source>
        <translation>
            <numerusform>%n Standort kopiert</numerusform>
            <numerusform>%n Standorte kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n sites</source>
        <translation>
            <numerusform>%n Standort exportieren</numerusform>
            <numerusform>%n Standorte exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sites written to %1</source>
        <translation>
            <numerusform>%n Standort nach %1 geschrieben</numerusform>
            <numerusform>%n Standorte nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>State, worst first</source>
        <translation>Zustand, schlimmster zuerst</translation>
    </message>
    <message>
        <source>Site, A to Z</source>
        <translation>Standort, A bis Z</translation>
    </message>
    <message>
        <source>CPU, most used first</source>
        <translation>CPU, höchste Auslastung zuerst</translation>
    </message>
    <message>
        <source>Memory, most used first</source>
        <translation>Arbeitsspeicher, höchste Auslastung zuerst</translation>
    </message>
    <message>
        <source>Storage, most used first</source>
        <translation>Massenspeicher, höchste Auslastung zuerst</translation>
    </message>
    <message>
        <source>Seen, longest ago first</source>
        <translation>Gesehen, längst vergangen zuerst</translation>
    </message>
</context>
<context>
    <name>graticule::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>graticule::SmallMultiples</name>
    <message>
        <source>Small charts</source>
        <translation>Kleine Diagramme</translation>
    </message>
    <message>
        <source>%1: no values</source>
        <translation>%1: keine Werte</translation>
    </message>
    <message>
        <source>%1: last %2, lowest %3, highest %4</source>
        <translation>%1: zuletzt %2, niedrigster Wert %3, höchster %4</translation>
    </message>
</context>
<context>
    <name>graticule::SmokeChart</name>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>%1 to %2 UTC.</source>
        <translation>%1 bis %2 UTC.</translation>
    </message>
    <message>
        <source>No values.</source>
        <translation>Keine Werte.</translation>
    </message>
    <message>
        <source>Median: last %1, lowest %2, highest %3.</source>
        <translation>Median: zuletzt %1, niedrigster %2, höchster %3.</translation>
    </message>
    <message>
        <source>Worst loss %1.</source>
        <translation>Größter Verlust %1.</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>niedrigster</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchster</translation>
    </message>
</context>
<context>
    <name>graticule::SnapshotAge</name>
    <message>
        <source>No snapshot yet</source>
        <translation>Noch kein Stand</translation>
    </message>
    <message>
        <source>Snapshot %1 · %2 ago</source>
        <translation>Stand %1 · vor %2</translation>
    </message>
    <message>
        <source>Snapshot %1 · as recorded</source>
        <translation>Stand %1 · wie aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>graticule::StartCard</name>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Stop the lab</source>
        <translation>Labor beenden</translation>
    </message>
    <message>
        <source>This is the lab</source>
        <translation>Dies ist das Labor</translation>
    </message>
    <message>
        <source>All %1 sites are invented, so that there is something to look at. Connect something real, or break something: open a site and inject a fault.</source>
        <translation>Alle %1 Standorte sind erfunden, damit es etwas zu sehen gibt. Etwas Echtes verbinden oder etwas stören: einen Standort öffnen und eine Störung auslösen.</translation>
    </message>
    <message>
        <source>Asked to stop …</source>
        <translation>Beenden angefragt …</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Any other, by its address</source>
        <translation>Jede andere, über ihre Adresse</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message>
        <source>Found on the keeper&apos;s computer:</source>
        <translation>Auf dem Rechner des Keepers gefunden:</translation>
    </message>
    <message>
        <source>Try the lab</source>
        <translation>Labor ausprobieren</translation>
    </message>
    <message>
        <source>The map is empty then</source>
        <translation>Die Karte ist dann leer</translation>
    </message>
    <message>
        <source>Invented sites, to look at and to break</source>
        <translation>Erfundene Standorte, zum Ansehen und Kaputtmachen</translation>
    </message>
    <message>
        <source>Asked to start …</source>
        <translation>Start angefragt …</translation>
    </message>
</context>
<context>
    <name>graticule::StateSpans</name>
    <message>
        <source>Nothing is recorded of the last day</source>
        <translation>Vom letzten Tag ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>Healthy all the time that was recorded</source>
        <translation>Gesund in der ganzen aufgezeichneten Zeit</translation>
    </message>
</context>
<context>
    <name>graticule::StateText</name>
    <message>
        <source>%1 at %2 of %3 sites</source>
        <translation>%1 an %2 von %3 Standorten</translation>
    </message>
    <message>
        <source>It is not trusted here, so nothing is asked of it.</source>
        <translation>Ihm wird hier nicht vertraut, also wird es nichts gefragt.</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1, last known</source>
        <translation>%1, zuletzt bekannt</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>Nie gefragt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Ungesund</translation>
    </message>
    <message>
        <source>Restarting again and again</source>
        <translation>Startet immer wieder neu</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Lagging</source>
        <translation>Im Rückstand</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>provider region</source>
        <translation>Region des Anbieters</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>role unknown</source>
        <translation>Rolle unbekannt</translation>
    </message>
    <message>
        <source>public cloud region</source>
        <translation>Region einer öffentlichen Cloud</translation>
    </message>
    <message>
        <source>private data centre</source>
        <translation>privates Rechenzentrum</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>Edge</translation>
    </message>
    <message>
        <source>point of presence</source>
        <translation>Zugangspunkt</translation>
    </message>
    <message>
        <source>device gateway</source>
        <translation>Geräte-Gateway</translation>
    </message>
    <message>
        <source>kind not known</source>
        <translation>Art nicht bekannt</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>LAB: invented</source>
        <translation>LABOR: erfunden</translation>
    </message>
    <message>
        <source>origin not known</source>
        <translation>Herkunft nicht bekannt</translation>
    </message>
    <message>
        <source>This is Graticule&apos;s own fault.</source>
        <translation>Der Fehler liegt bei Graticule selbst.</translation>
    </message>
    <message>
        <source>The endpoint is at fault.</source>
        <translation>Der Fehler liegt beim Endpunkt.</translation>
    </message>
    <message>
        <source>The network is in the way.</source>
        <translation>Das Netz ist im Weg.</translation>
    </message>
    <message>
        <source>The endpoint does not allow it.</source>
        <translation>Der Endpunkt erlaubt es nicht.</translation>
    </message>
    <message>
        <source>What was given cannot be right.</source>
        <translation>Das Angegebene kann nicht stimmen.</translation>
    </message>
    <message>
        <source>Whose fault is not known.</source>
        <translation>Wo der Fehler liegt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This host</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>LAB</source>
        <translation>LABOR</translation>
    </message>
    <message>
        <source>Other keeper</source>
        <translation>Anderer Keeper</translation>
    </message>
</context>
<context>
    <name>graticule::TableExport</name>
    <message>
        <source>as of %1 UTC</source>
        <translation>Stand %1 UTC</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>as of (UTC)</source>
        <translation>Stand (UTC)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>graticule::TableModel</name>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>%1, sorted, key %2</source>
        <translation>%1, sortiert, Schlüssel %2</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>graticule::TablePage</name>
    <message>
        <source>Space chooses · Enter opens · Left and Right fold</source>
        <translation>Leertaste wählt · Eingabe öffnet · Links und Rechts klappen</translation>
    </message>
    <message>
        <source>A name or Enter opens details · right-click a column head for what it is</source>
        <translation>Name oder Eingabe öffnet Einzelheiten · Rechtsklick auf einen Spaltenkopf erklärt ihn</translation>
    </message>
    <message>
        <source>New data: sort again</source>
        <translation>Neue Daten: neu sortieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>The keeper&apos;s connections have told of none. Looked at %1.</source>
        <translation>Die Verbindungen des Keepers haben keinen gemeldet. Geprüft: %1.</translation>
    </message>
    <message>
        <source>Waiting for the first snapshot</source>
        <translation>Warten auf den ersten Stand</translation>
    </message>
    <message>
        <source>As at the start</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Do not choose</source>
        <translation>Nicht wählen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>Was die Spalten bedeuten</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Tabelle als CSV exportieren</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Choose all that match</source>
        <translation>Alle passenden wählen</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Fold the group</source>
        <translation>Gruppe zuklappen</translation>
    </message>
    <message>
        <source>Unfold the group</source>
        <translation>Gruppe aufklappen</translation>
    </message>
    <message>
        <source>%1 · %2 seen twice</source>
        <translation>%1 · %2 doppelt gesehen</translation>
    </message>
</context>
<context>
    <name>graticule::TableView</name>
    <message>
        <source>Columns; press to sort, with Shift as a further key</source>
        <translation>Spalten; Drücken sortiert, mit Umschalttaste als weiterer Schlüssel</translation>
    </message>
</context>
<context>
    <name>graticule::TestRun</name>
    <message>
        <source>Test, read only</source>
        <translation>Testen, nur lesend</translation>
    </message>
    <message>
        <source>Test, read only: nothing is changed there, nothing is saved</source>
        <translation>Testen, nur lesend: dort wird nichts geändert, nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Test läuft …</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Es antwortet.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>Der Test schlug fehl</translation>
    </message>
    <message>
        <source>Cancelled: not tested</source>
        <translation>Abgebrochen: nicht getestet</translation>
    </message>
    <message>
        <source>Changed since it was tested: not tested</source>
        <translation>Seit dem Test geändert: nicht getestet</translation>
    </message>
    <message>
        <source>Not tested; a test only reads</source>
        <translation>Nicht getestet; ein Test liest nur</translation>
    </message>
    <message>
        <source>Of the test before the change</source>
        <translation>Vom Test vor der Änderung</translation>
    </message>
</context>
<context>
    <name>graticule::TestSteps</name>
    <message>
        <source>Test, read only</source>
        <translation>Testen, nur lesend</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>graticule::TimeBar</name>
    <message>
        <source>Incident before</source>
        <translation>Vorfall davor</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Incident after</source>
        <translation>Vorfall danach</translation>
    </message>
    <message>
        <source>Go to a day and time</source>
        <translation>Zu einem Tag und einer Uhrzeit gehen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Time bar</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>LIVE</source>
        <comment>the mode of the window</comment>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>PAST</source>
        <comment>the mode of the window</comment>
        <translation>VERGANGEN</translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <comment>the mode of the window</comment>
        <translation>WAS WÄRE</translation>
    </message>
    <message numerus="yes">
        <source>Last %n hours</source>
        <translation>
            <numerusform>Letzte %n Stunde</numerusform>
            <numerusform>Letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>the span of time, and what it counts</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Speed %1 ×</source>
        <translation>Tempo %1 ×</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <comment>a stretch of time in the past</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <comment>a stretch of time in the past</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimeBarFeed</name>
    <message>
        <source>Asking for %1</source>
        <translation>Frage nach %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Keeper not answering</source>
        <translation>Keeper antwortet nicht</translation>
    </message>
    <message>
        <source>changes of state per %1</source>
        <translation>Zustandswechsel je %1</translation>
    </message>
    <message numerus="yes">
        <source>%n moments not told apart</source>
        <translation>
            <numerusform>%n Zeitpunkt nicht unterschieden</numerusform>
            <numerusform>%n Zeitpunkte nicht unterschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>only the newest are drawn</source>
        <translation>nur die neuesten sind gezeichnet</translation>
    </message>
</context>
<context>
    <name>graticule::TimeChart</name>
    <message>
        <source>%1 to %2 UTC.</source>
        <translation>%1 bis %2 UTC.</translation>
    </message>
    <message>
        <source>%1: no values.</source>
        <translation>%1: keine Werte.</translation>
    </message>
    <message>
        <source>%1: last %2, lowest %3, highest %4.</source>
        <translation>%1: zuletzt %2, niedrigster Wert %3, höchster %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n gaps.</source>
        <comment>stretches without values</comment>
        <translation>
            <numerusform>%n Lücke.</numerusform>
            <numerusform>%n Lücken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graticule::TimePlot</name>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Als Bild speichern …</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>graticule::TimeTrack</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Past, %1 UTC</source>
        <translation>Vergangenheit, %1 UTC</translation>
    </message>
    <message>
        <source>What-if, from %1 UTC</source>
        <translation>Was wäre wenn, ab %1 UTC</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Nothing is kept from this time</source>
        <translation>Aus dieser Zeit ist nichts aufbewahrt</translation>
    </message>
    <message>
        <source>Marked, %1 to %2 UTC</source>
        <translation>Markiert, %1 bis %2 UTC</translation>
    </message>
</context>
<context>
    <name>graticule::TimeTravel</name>
    <message>
        <source>%1 cannot be shown: %2</source>
        <translation>%1 kann nicht gezeigt werden: %2</translation>
    </message>
    <message>
        <source>Nobody watched from %1 to %2: states are unknown, the rest is what was known before.</source>
        <translation>Von %1 bis %2 sah niemand hin: Zustände sind unbekannt, der Rest ist, was davor bekannt war.</translation>
    </message>
    <message numerus="yes">
        <source>%n facts arrived later.</source>
        <translation>
            <numerusform>%n Angabe kam später.</numerusform>
            <numerusform>%n Angaben kamen später.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <translation>Unvollständig: %1</translation>
    </message>
    <message>
        <source>The keeper does not tell of its history: %1</source>
        <translation>Der Keeper sagt nichts von seiner Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded just now: %1</source>
        <translation>Gerade wird nichts aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 ausgefallen</translation>
    </message>
    <message>
        <source>%1 unreachable</source>
        <translation>%1 nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1, dann %n weiterer</numerusform>
            <numerusform>%1, dann %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No incident is kept from before</source>
        <translation>Von davor ist kein Vorfall aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>graticule::TopBar</name>
    <message>
        <source>of %1 fresh</source>
        <translation>von %1 aktuell</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>You are %1, %2</source>
        <translation>Angemeldet als %1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>UTC · %1</source>
        <translation>UTC · %1</translation>
    </message>
    <message>
        <source>%1, the keeper&apos;s clock</source>
        <translation>%1, die Uhr des Keepers</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>Kopfleiste</translation>
    </message>
    <message>
        <source>this user</source>
        <translation>dieser Benutzer</translation>
    </message>
    <message>
        <source>of %1 then</source>
        <translation>von %1 damals</translation>
    </message>
</context>
<context>
    <name>graticule::TrailBook</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>cannot be read just now</source>
        <translation>gerade nicht lesbar</translation>
    </message>
    <message>
        <source>no link to another site</source>
        <translation>keine Strecke zu einem anderen Standort</translation>
    </message>
    <message>
        <source>nothing measured in the last hour</source>
        <translation>in der letzten Stunde nichts gemessen</translation>
    </message>
    <message>
        <source>%1, in the last hour from %2 to %3</source>
        <translation>%1, in der letzten Stunde von %2 bis %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>graticule::TrailCells</name>
    <message>
        <source>no link</source>
        <translation>keine Strecke</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
</context>
<context>
    <name>graticule::TypedFilter</name>
    <message>
        <source>No column is called &quot;%1&quot;; it is looked for as a word. Known: %2</source>
        <translation>Keine Spalte heißt „%1“; es wird als Wort gesucht. Bekannt: %2</translation>
    </message>
    <message>
        <source>%1 has no values to choose from. Columns that have: %2</source>
        <translation>%1 hat keine Werte zur Auswahl. Spalten, die welche haben: %2</translation>
    </message>
    <message>
        <source>%1: type a value. There are: %2</source>
        <translation>%1: einen Wert eingeben. Es gibt: %2</translation>
    </message>
    <message>
        <source>%1: %2. Enter keeps it.</source>
        <translation>%1: %2. Eingabe behält es.</translation>
    </message>
    <message>
        <source>No value of %1 contains &quot;%2&quot;, so nothing is hidden by it. There are: %3</source>
        <translation>Kein Wert von %1 enthält „%2“; es verbirgt deshalb nichts. Es gibt: %3</translation>
    </message>
</context>
<context>
    <name>graticule::UnderWayModel</name>
    <message>
        <source>Out of sight</source>
        <translation>Außer Sicht</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Ended unseen</source>
        <translation>Ungesehen beendet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Getan</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, counts: Under way, 3 of 14</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The keeper cannot be asked now. What was asked for goes on there.</source>
        <translation>Der Keeper kann gerade nicht gefragt werden. Was verlangt wurde, geht dort weiter.</translation>
    </message>
    <message>
        <source>How it ended was not seen here; the record has it.</source>
        <translation>Wie es ausging, wurde hier nicht gesehen; das Audit hat es.</translation>
    </message>
    <message>
        <source>What was done before stays: %1.</source>
        <translation>Was davor getan wurde, bleibt: %1.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>%1, %2, asked for by %3, %4</source>
        <translation>%1, %2, verlangt von %3, %4</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
</context>
<context>
    <name>graticule::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Take this back? %1</source>
        <translation>Dies zurücknehmen? %1</translation>
    </message>
</context>
<context>
    <name>graticule::WaitingText</name>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation>
            <numerusform>, und %n weiteres</numerusform>
            <numerusform>, und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more connections</source>
        <translation>
            <numerusform>und %n weitere Verbindung</numerusform>
            <numerusform>und %n weitere Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Still as before, until what is done through them has ended: %1</source>
        <translation>Noch wie vorher, bis beendet ist, was darüber getan wird: %1</translation>
    </message>
</context>
<context>
    <name>graticule::format</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>req. %1</source>
        <comment>requested</comment>
        <translation>angef. %1</translation>
    </message>
    <message>
        <source>%1 of %2 cores requested</source>
        <translation>%1 von %2 Kernen angefordert</translation>
    </message>
    <message>
        <source>%1 of %2 requested</source>
        <translation>%1 von %2 angefordert</translation>
    </message>
</context>
</TS>

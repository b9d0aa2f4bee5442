<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BookmarkFile</name>
    <message>
        <source>The bookmarks could not be written to %1.</source>
        <translation>Die Lesezeichen konnten nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>They hold until the window is closed.</source>
        <translation>Sie gelten, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>CliContext</name>
    <message>
        <source>There is no host %1.</source>
        <translation>Es gibt keinen Rechner %1.</translation>
    </message>
    <message>
        <source>This machine is called “local”.</source>
        <translation>Dieser Rechner heißt „local“.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>Die Antwort konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>CloseSentence</name>
    <message>
        <source>The server closed the WebSocket in the normal way (code 1000).</source>
        <translation>Der Server schloss den WebSocket auf gewöhnliche Weise (Code 1000).</translation>
    </message>
    <message>
        <source>The server is shutting down (WebSocket code 1001).</source>
        <translation>Der Server fährt herunter (WebSocket-Code 1001).</translation>
    </message>
    <message>
        <source>The WebSocket protocol was broken (code 1002).</source>
        <translation>Das WebSocket-Protokoll wurde verletzt (Code 1002).</translation>
    </message>
    <message>
        <source>The server does not take binary WebSocket messages (code 1003).</source>
        <translation>Der Server nimmt keine binären WebSocket-Nachrichten (Code 1003).</translation>
    </message>
    <message>
        <source>The server closed the WebSocket without saying why (code 1005).</source>
        <translation>Der Server schloss den WebSocket, ohne einen Grund zu nennen (Code 1005).</translation>
    </message>
    <message>
        <source>The connection broke off without a WebSocket close message (code 1006).</source>
        <translation>Die Verbindung brach ohne Schlussnachricht des WebSockets ab (Code 1006).</translation>
    </message>
    <message>
        <source>The server&apos;s rules do not allow this connection (WebSocket code 1008).</source>
        <translation>Die Regeln des Servers erlauben diese Verbindung nicht (WebSocket-Code 1008).</translation>
    </message>
    <message>
        <source>A WebSocket message was too large (code 1009).</source>
        <translation>Eine WebSocket-Nachricht war zu groß (Code 1009).</translation>
    </message>
    <message>
        <source>Nothing listens on the VNC port in the guest (WebSocket code 1011).</source>
        <translation>Im Gast lauscht nichts am VNC-Port (WebSocket-Code 1011).</translation>
    </message>
    <message>
        <source>The server met an error of its own (WebSocket code 1011).</source>
        <translation>Der Server stieß auf einen eigenen Fehler (WebSocket-Code 1011).</translation>
    </message>
    <message>
        <source>The TLS handshake of the WebSocket failed (code 1015).</source>
        <translation>Der TLS-Handschlag des WebSockets misslang (Code 1015).</translation>
    </message>
    <message>
        <source>The server closed the WebSocket with code %1.</source>
        <translation>Der Server schloss den WebSocket mit Code %1.</translation>
    </message>
    <message>
        <source>%1 It said: %2</source>
        <translation>%1 Er sagte: %2</translation>
    </message>
    <message>
        <source>A WebSocket text message was no text (code 1007).</source>
        <translation>Eine WebSocket-Textnachricht war kein Text (Code 1007).</translation>
    </message>
    <message>
        <source>The two ends could not agree on a WebSocket extension (code 1010).</source>
        <translation>Die beiden Enden konnten sich nicht auf eine WebSocket-Erweiterung einigen (Code 1010).</translation>
    </message>
    <message>
        <source>The server is restarting (WebSocket code 1012).</source>
        <translation>Der Server startet neu (WebSocket-Code 1012).</translation>
    </message>
    <message>
        <source>The server is too busy at the moment (WebSocket code 1013).</source>
        <translation>Der Server ist im Moment überlastet (WebSocket-Code 1013).</translation>
    </message>
    <message>
        <source>A gateway got a bad answer from the server behind it (WebSocket code 1014).</source>
        <translation>Ein Gateway bekam vom Server dahinter eine falsche Antwort (WebSocket-Code 1014).</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Another console is connected to this VM.</source>
        <translation>Mit dieser VM ist schon eine andere Konsole verbunden.</translation>
    </message>
    <message>
        <source>Only one can be at a time. Close the other one, for instance “portlight vm console” in a terminal, or let go of the keyboard in another window.</source>
        <translation>Es kann immer nur eine sein. Schließen Sie die andere, zum Beispiel „portlight vm console“ in einem Terminal, oder geben Sie die Tastatur in einem anderen Fenster ab.</translation>
    </message>
</context>
<context>
    <name>ConsoleTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>The log was cut here. What follows was written from its beginning.</source>
        <translation>Das Protokoll wurde hier gekürzt. Was folgt, wurde von seinem Anfang an geschrieben.</translation>
    </message>
    <message>
        <source>A new log begins here.</source>
        <translation>Hier beginnt ein neues Protokoll.</translation>
    </message>
    <message>
        <source>The connection was lost for %1. The log goes on without a gap.</source>
        <translation>Die Verbindung war %1 lang unterbrochen. Das Protokoll geht lückenlos weiter.</translation>
    </message>
    <message>
        <source>%1 of the log could not be read.</source>
        <translation>%1 des Protokolls konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No failures</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failures</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln neue Zeile</numerusform>
            <numerusform>%Ln neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>new lines, failures</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · being written</source>
        <translation>%1 · wird geschrieben</translation>
    </message>
    <message>
        <source>%1 · ends %2 ago</source>
        <translation>%1 · endet vor %2</translation>
    </message>
    <message>
        <source>Boot %1 of %2</source>
        <translation>Start %1 von %2</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The kernel&apos;s own time: %1 s</source>
        <translation>Zeit des Kernels: %1 s</translation>
    </message>
    <message>
        <source>At least %1 s after the kernel began</source>
        <translation>Mindestens %1 s nach dem Beginn des Kernels</translation>
    </message>
    <message>
        <source>About %1 s after the kernel began</source>
        <translation>Etwa %1 s nach dem Beginn des Kernels</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>Gelesen um %1</translation>
    </message>
    <message>
        <source>The guest wrote over this line. It shows what a terminal would show at last.</source>
        <translation>Der Gast hat diese Zeile überschrieben. Sie zeigt, was ein Terminal am Ende zeigen würde.</translation>
    </message>
    <message>
        <source>Part of a line that is too long to be shown in one.</source>
        <translation>Teil einer Zeile, die zu lang ist, um an einem Stück gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This line is older than what is kept.</source>
        <translation>Diese Zeile ist älter als das, was aufgehoben wird.</translation>
    </message>
    <message>
        <source>%1 of silence</source>
        <translation>%1 Stille</translation>
    </message>
    <message>
        <source>kernel %1</source>
        <translation>Kernel %1</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Good news</source>
        <translation>Gute Nachricht</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>%1 were taken out here, because the log had grown too large.</source>
        <translation>Hier wurden %1 herausgenommen, weil das Protokoll zu groß geworden war.</translation>
    </message>
    <message>
        <source>Older text follows: a new boot wrote over the beginning of this file.</source>
        <translation>Es folgt älterer Text: Ein neuer Start hat den Anfang dieser Datei überschrieben.</translation>
    </message>
    <message>
        <source>A new boot writes over this file from its beginning. The new text follows.</source>
        <translation>Ein neuer Start überschreibt diese Datei von vorn. Es folgt der neue Text.</translation>
    </message>
    <message>
        <source>1 new failure</source>
        <translation>1 neuer Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new failures</source>
        <translation>
            <numerusform>%Ln neuer Fehler</numerusform>
            <numerusform>%Ln neue Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>A line of the hypervisor, not of the guest.</source>
        <translation>Eine Zeile des Hypervisors, nicht des Gasts.</translation>
    </message>
    <message>
        <source>Lines of the hypervisor stood in the middle of it. They stand above it.</source>
        <translation>Mitten darin standen Zeilen des Hypervisors. Sie stehen jetzt darüber.</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>The VM %1 (%2) is started; its console is %3.</source>
        <translation>Die VM %1 (%2) ist gestartet; ihre Konsole ist %3.</translation>
    </message>
    <message>
        <source>Waiting for the desktop</source>
        <translation>Warten auf den Desktop</translation>
    </message>
    <message>
        <source>All of it took %1 s.</source>
        <translation>Alles zusammen dauerte %1 s.</translation>
    </message>
    <message>
        <source>Its console says more: %1</source>
        <translation>Ihre Konsole sagt mehr: %1</translation>
    </message>
    <message>
        <source>The VM stays. “portlight vm destroy %1” ends it.</source>
        <translation>Die VM bleibt. „portlight vm destroy %1“ beendet sie.</translation>
    </message>
    <message>
        <source>Removing the VM; --keep would leave it running.</source>
        <translation>Die VM wird entfernt; mit --keep liefe sie weiter.</translation>
    </message>
    <message>
        <source>Stopping the VM, which did not run before.</source>
        <translation>Die VM wird angehalten; sie lief vorher nicht.</translation>
    </message>
</context>
<context>
    <name>DescriptorTransport</name>
    <message>
        <source>The server closed the connection.</source>
        <translation>Der Server hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The connection broke: %1.</source>
        <translation>Die Verbindung ist abgebrochen: %1.</translation>
    </message>
</context>
<context>
    <name>DesktopProbe</name>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Starting: %1</source>
        <translation>Startet: %1</translation>
    </message>
    <message>
        <source>Trying again: %1</source>
        <translation>Neuer Versuch: %1</translation>
    </message>
</context>
<context>
    <name>DesktopSession</name>
    <message>
        <source>The server does not read what is sent to it.</source>
        <translation>Der Server liest nicht, was ihm gesendet wird.</translation>
    </message>
</context>
<context>
    <name>DetachedProcess</name>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>EngineRegistry</name>
    <message>
        <source>There is no engine %1.</source>
        <translation>Es gibt keine Engine %1.</translation>
    </message>
    <message>
        <source>Engines: %1.</source>
        <translation>Engines: %1.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>No login at the VNC server on %1. %2</source>
        <translation>Keine Anmeldung am VNC-Server auf %1. %2</translation>
    </message>
    <message>
        <source>Check the password; the guest keeps it in the file that Xvnc&apos;s -rfbauth option names.</source>
        <translation>Prüfen Sie das Passwort; der Gast hält es in der Datei, die die Option -rfbauth von Xvnc nennt.</translation>
    </message>
    <message>
        <source>The VNC server on %1 asks for a password.</source>
        <translation>Der VNC-Server auf %1 verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>Give the password; on the command line with --password-file.</source>
        <translation>Geben Sie das Passwort an; auf der Befehlszeile mit --password-file.</translation>
    </message>
    <message>
        <source>Let the VNC server offer no login (None) or a VNC password (VncAuth).</source>
        <translation>Lassen Sie den VNC-Server keine Anmeldung (None) oder ein VNC-Passwort (VncAuth) anbieten.</translation>
    </message>
    <message>
        <source>%1 greeted as a VNC server but sent no complete picture in time.</source>
        <translation>%1 meldete sich als VNC-Server, schickte aber nicht rechtzeitig ein vollständiges Bild.</translation>
    </message>
    <message>
        <source>The VNC server hangs or the connection is very slow. Look at the guest&apos;s load and at Xvnc&apos;s log.</source>
        <translation>Der VNC-Server hängt oder die Verbindung ist sehr langsam. Sehen Sie sich die Last des Gastes und das Protokoll von Xvnc an.</translation>
    </message>
    <message>
        <source>%1 closed the connection before a complete picture came. %2</source>
        <translation>%1 schloss die Verbindung, bevor ein vollständiges Bild kam. %2</translation>
    </message>
    <message>
        <source>Xvnc may have crashed. Look at the guest&apos;s console log.</source>
        <translation>Xvnc ist vielleicht abgestürzt. Sehen Sie sich das Konsolenprotokoll des Gastes an.</translation>
    </message>
    <message>
        <source>The host %1 is out of reach: %2</source>
        <translation>Der Rechner %1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>Check the host&apos;s name, the network and your access to it.</source>
        <translation>Prüfen Sie den Namen des Rechners, das Netz und Ihren Zugang.</translation>
    </message>
    <message>
        <source>%1 speaks HTTP but serves no noVNC page (%2).</source>
        <translation>%1 spricht HTTP, liefert aber keine noVNC-Seite (%2).</translation>
    </message>
    <message>
        <source>Start websockify with --web and noVNC&apos;s folder; the desktop itself may work without it.</source>
        <translation>Starten Sie websockify mit --web und dem Ordner von noVNC; der Desktop selbst kann auch ohne gehen.</translation>
    </message>
    <message>
        <source>The desktop at %1 does not answer after the pointer was moved.</source>
        <translation>Der Desktop auf %1 antwortet nicht, nachdem der Zeiger bewegt wurde.</translation>
    </message>
    <message>
        <source>The session in the guest may hang. Look at its load and at the console log.</source>
        <translation>Die Sitzung im Gast hängt vielleicht. Sehen Sie sich seine Last und das Konsolenprotokoll an.</translation>
    </message>
    <message>
        <source>The desktop at %1 is blank: the whole picture has one colour.</source>
        <translation>Der Desktop auf %1 ist leer: Das ganze Bild hat eine Farbe.</translation>
    </message>
    <message>
        <source>No session draws on it, or the screen is locked or dark. Check desktop.service in the guest.</source>
        <translation>Keine Sitzung zeichnet darauf, oder der Bildschirm ist gesperrt oder dunkel. Prüfen Sie desktop.service im Gast.</translation>
    </message>
    <message>
        <source>The desktop at %1 shows only the bare X root pattern: no session has started.</source>
        <translation>Der Desktop auf %1 zeigt nur das nackte Grundmuster von X: Keine Sitzung wurde gestartet.</translation>
    </message>
    <message>
        <source>Start a window manager or session in the guest. Check desktop.service.</source>
        <translation>Starten Sie im Gast einen Fenstermanager oder eine Sitzung. Prüfen Sie desktop.service.</translation>
    </message>
    <message>
        <source>The desktop at %1 is too small to be used: %2 pixels.</source>
        <translation>Der Desktop auf %1 ist zu klein, um benutzt zu werden: %2 Pixel.</translation>
    </message>
    <message>
        <source>Give Xvnc a larger -geometry, at least 640x480.</source>
        <translation>Geben Sie Xvnc eine größere -geometry, mindestens 640x480.</translation>
    </message>
    <message>
        <source>The VNC server on %1 cannot be understood. %2</source>
        <translation>Der VNC-Server auf %1 ist nicht zu verstehen. %2</translation>
    </message>
    <message>
        <source>The server is faulty, or something on the way changes the bytes.</source>
        <translation>Der Server ist fehlerhaft, oder unterwegs werden die Bytes verändert.</translation>
    </message>
    <message>
        <source>The VNC server on %1 stopped answering in the middle of the greeting (%2).</source>
        <translation>Der VNC-Server auf %1 hörte mitten in der Begrüßung auf zu antworten (%2).</translation>
    </message>
    <message>
        <source>The VNC server hangs. Look at the guest&apos;s load and at Xvnc&apos;s log.</source>
        <translation>Der VNC-Server hängt. Sehen Sie sich die Last des Gastes und das Protokoll von Xvnc an.</translation>
    </message>
    <message>
        <source>%1 is connected but no VNC server answers. Nobody may be listening in the guest.</source>
        <translation>%1 ist verbunden, aber kein VNC-Server antwortet. Vielleicht lauscht niemand im Gast.</translation>
    </message>
    <message>
        <source>Check in the guest that Xvnc runs and that websockify forwards to its port (5901).</source>
        <translation>Prüfen Sie im Gast, ob Xvnc läuft und websockify an dessen Port (5901) weiterleitet.</translation>
    </message>
    <message>
        <source>%1 was closed before a VNC server answered. Nobody may be listening in the guest. %2</source>
        <translation>%1 wurde geschlossen, bevor ein VNC-Server antwortete. Vielleicht lauscht niemand im Gast. %2</translation>
    </message>
    <message>
        <source>There is no VNC server on %1. %2</source>
        <translation>Auf %1 ist kein VNC-Server. %2</translation>
    </message>
    <message>
        <source>Another service is behind this port. Check the address and websockify&apos;s target.</source>
        <translation>Hinter diesem Port ist ein anderer Dienst. Prüfen Sie die Adresse und das Ziel von websockify.</translation>
    </message>
    <message>
        <source>The VNC server on %1 lets nobody in. %2</source>
        <translation>Der VNC-Server auf %1 lässt niemanden ein. %2</translation>
    </message>
    <message>
        <source>Follow the server&apos;s reason; after several wrong passwords it refuses everybody for a while.</source>
        <translation>Folgen Sie dem Grund des Servers; nach mehreren falschen Passwörtern weist er eine Weile alle ab.</translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved.</source>
        <translation>Der Name in %1 ist nicht aufzulösen.</translation>
    </message>
    <message>
        <source>Check the spelling, or use the address.</source>
        <translation>Prüfen Sie die Schreibweise oder nehmen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nobody listens on %1.</source>
        <translation>Auf %1 lauscht niemand.</translation>
    </message>
    <message>
        <source>Check in the guest that novnc.service runs and that it is bound to this port on all addresses.</source>
        <translation>Prüfen Sie im Gast, ob novnc.service läuft und auf allen Adressen an diesen Port gebunden ist.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The guest is not up, or a firewall drops the connection. Check the address and the network.</source>
        <translation>Der Gast läuft nicht, oder eine Firewall verwirft die Verbindung. Prüfen Sie die Adresse und das Netz.</translation>
    </message>
    <message>
        <source>There is no way to %1: %2</source>
        <translation>Kein Weg führt zu %1: %2</translation>
    </message>
    <message>
        <source>Check the address, the network and the bridge or TAP device of the VM.</source>
        <translation>Prüfen Sie die Adresse, das Netz und die Bridge oder das TAP-Gerät der VM.</translation>
    </message>
    <message>
        <source>No TLS connection to %1: %2</source>
        <translation>Keine TLS-Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS; without it the address begins with ws:// or http://.</source>
        <translation>Prüfen Sie, ob dieser Port TLS spricht; ohne TLS beginnt die Adresse mit ws:// oder http://.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2</translation>
    </message>
    <message>
        <source>Give the server a certificate that this machine trusts, or add its authority to the system&apos;s.</source>
        <translation>Geben Sie dem Server ein Zertifikat, dem dieser Rechner vertraut, oder nehmen Sie seine Zertifizierungsstelle im System auf.</translation>
    </message>
    <message>
        <source>The VM %1 runs, but the address of its desktop is not known.</source>
        <translation>Die VM %1 läuft, aber die Adresse ihres Desktops ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Wait until it has started, and look at its console log.</source>
        <translation>Warten Sie, bis sie gestartet ist, und sehen Sie sich ihr Konsolenprotokoll an.</translation>
    </message>
    <message>
        <source>The VM %1 is not running.</source>
        <translation>Die VM %1 läuft nicht.</translation>
    </message>
    <message>
        <source>Start it with: portlight vm start %1</source>
        <translation>Starten Sie sie mit: portlight vm start %1</translation>
    </message>
    <message>
        <source>%1 took the connection and closed it before the WebSocket was open. Nobody may be listening in the guest.</source>
        <translation>%1 nahm die Verbindung an und schloss sie, bevor der WebSocket offen war. Vielleicht lauscht niemand im Gast.</translation>
    </message>
    <message>
        <source>Check in the guest that novnc.service (websockify) runs and is bound to the port on all addresses.</source>
        <translation>Prüfen Sie im Gast, ob novnc.service (websockify) läuft und auf allen Adressen an den Port gebunden ist.</translation>
    </message>
    <message>
        <source>%1 refuses the WebSocket with HTTP status %2.</source>
        <translation>%1 lehnt den WebSocket mit HTTP-Status %2 ab.</translation>
    </message>
    <message>
        <source>Check the path and token in the address, and that websockify serves this port.</source>
        <translation>Prüfen Sie Pfad und Token in der Adresse und ob websockify diesen Port bedient.</translation>
    </message>
    <message>
        <source>%1 opens no WebSocket: %2.</source>
        <translation>%1 öffnet keinen WebSocket: %2.</translation>
    </message>
    <message>
        <source>Check that websockify serves this port, and the path and token in the address.</source>
        <translation>Prüfen Sie, ob websockify diesen Port bedient, und Pfad und Token in der Adresse.</translation>
    </message>
    <message>
        <source>%1 took the connection but did not answer the WebSocket request.</source>
        <translation>%1 nahm die Verbindung an, antwortete aber nicht auf die WebSocket-Anfrage.</translation>
    </message>
    <message>
        <source>The guest may still be starting or hang. Check novnc.service (websockify) in the guest.</source>
        <translation>Der Gast startet vielleicht noch oder hängt. Prüfen Sie novnc.service (websockify) im Gast.</translation>
    </message>
    <message>
        <source>The check failed (%1).</source>
        <translation>Die Prüfung ist fehlgeschlagen (%1).</translation>
    </message>
    <message>
        <source>The VNC server on %1 asks for a user name and a password.</source>
        <translation>Der VNC-Server auf %1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>Give the user in the address, as in vnc://user@host, and the password; on the command line with --password-file.</source>
        <translation>Geben Sie den Benutzer in der Adresse an, wie in vnc://benutzer@host, und das Passwort; auf der Befehlszeile mit --password-file.</translation>
    </message>
    <message>
        <source>The key of the VNC server on %1 is not known; its fingerprint is %2.</source>
        <translation>Der Schlüssel des VNC-Servers auf %1 ist nicht bekannt; sein Fingerabdruck ist %2.</translation>
    </message>
    <message>
        <source>Open the desktop in the window and compare the fingerprint with the server&apos;s once.</source>
        <translation>Öffnen Sie den Desktop im Fenster und vergleichen Sie den Fingerabdruck einmal mit dem des Servers.</translation>
    </message>
</context>
<context>
    <name>HeaderText</name>
    <message>
        <source>checked %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>verified %1 in %2</source>
        <translation>bestätigt %1 in %2</translation>
    </message>
    <message>
        <source>The desktop is there.</source>
        <translation>Der Desktop ist da.</translation>
    </message>
    <message>
        <source>checking again</source>
        <translation>wird erneut geprüft</translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation>Geprüft am %1.</translation>
    </message>
    <message>
        <source>Waiting for the desktop.</source>
        <translation>Warten auf den Desktop.</translation>
    </message>
    <message>
        <source>The desktop has not been checked yet.</source>
        <translation>Der Desktop wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message>
        <source>Started on %1.</source>
        <translation>Gestartet am %1.</translation>
    </message>
    <message>
        <source>The guest stands still until it is resumed.</source>
        <translation>Der Gast steht still, bis er fortgesetzt wird.</translation>
    </message>
    <message>
        <source>%1 image v%2</source>
        <translation>Image %1 v%2</translation>
    </message>
</context>
<context>
    <name>HostProxy</name>
    <message>
        <source>The way to the host %1 cannot be opened.</source>
        <translation>Der Weg zum Rechner %1 lässt sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>HostSocket</name>
    <message>
        <source>The other side closed the connection.</source>
        <translation>Die andere Seite hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>Die andere Seite antwortete nicht rechtzeitig.</translation>
    </message>
</context>
<context>
    <name>HttpAnswer</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no HTTP: “%1”</source>
        <translation>kein HTTP: „%1“</translation>
    </message>
    <message>
        <source>another page</source>
        <translation>eine andere Seite</translation>
    </message>
    <message>
        <source>HTTP status 405, websockify runs without --web</source>
        <translation>HTTP-Status 405, websockify läuft ohne --web</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
</context>
<context>
    <name>HumanText</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>Image</name>
    <message>
        <source>The description of the image in %1 cannot be read.</source>
        <translation>Die Beschreibung des Images in %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation>Bauen Sie das Image neu.</translation>
    </message>
</context>
<context>
    <name>ImageBuilder</name>
    <message>
        <source>The recipe&apos;s files could not be packed.</source>
        <translation>Die Dateien des Rezepts konnten nicht gepackt werden.</translation>
    </message>
    <message>
        <source>No temporary folder could be made in %1.</source>
        <translation>In %1 konnte kein temporärer Ordner angelegt werden.</translation>
    </message>
    <message>
        <source>The temporary folder %1 could not be made.</source>
        <translation>Der temporäre Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The temporary folder %1 could not be removed.</source>
        <translation>Der temporäre Ordner %1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Programs needed to build an image are missing on %1: %2.</source>
        <translation>Auf %1 fehlen Programme, die zum Bauen eines Images nötig sind: %2.</translation>
    </message>
    <message>
        <source>Install them with: apt install %1</source>
        <translation>Installieren Sie sie mit: apt install %1</translation>
    </message>
    <message>
        <source>In a container, start it with the right to mount (CAP_SYS_ADMIN).</source>
        <translation>Starten Sie einen Container mit dem Recht einzuhängen (CAP_SYS_ADMIN).</translation>
    </message>
    <message>
        <source>Give the user sub-ids in /etc/subuid and /etc/subgid and set kernel.unprivileged_userns_clone=1, or build as root.</source>
        <translation>Geben Sie dem Benutzer Unter-Ids in /etc/subuid und /etc/subgid und setzen Sie kernel.unprivileged_userns_clone=1, oder bauen Sie als root.</translation>
    </message>
    <message>
        <source>The kernel of %1 does not let this user make the namespaces that a build needs.</source>
        <translation>Der Kernel von %1 lässt diesen Benutzer die Namensräume nicht anlegen, die ein Bau braucht.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Checking tools and room</source>
        <translation>Programme und Platz prüfen</translation>
    </message>
    <message>
        <source>Reading the package lists</source>
        <translation>Paketlisten lesen</translation>
    </message>
    <message>
        <source>Installing the base system</source>
        <translation>Grundsystem installieren</translation>
    </message>
    <message>
        <source>Downloading packages</source>
        <translation>Pakete herunterladen</translation>
    </message>
    <message>
        <source>Installing packages</source>
        <translation>Pakete installieren</translation>
    </message>
    <message>
        <source>Packing the system</source>
        <translation>System packen</translation>
    </message>
    <message>
        <source>Making the root disk</source>
        <translation>Wurzelplatte anlegen</translation>
    </message>
    <message>
        <source>%1 is not a name for an image.</source>
        <translation>%1 ist kein Name für ein Image.</translation>
    </message>
    <message>
        <source>Use a-z, 0-9 and inner dashes.</source>
        <translation>Erlaubt sind a-z, 0-9 und Bindestriche im Inneren.</translation>
    </message>
    <message>
        <source>The image %1 is being built already.</source>
        <translation>Das Image %1 wird schon gebaut.</translation>
    </message>
    <message>
        <source>Wait until that build has ended.</source>
        <translation>Warten Sie, bis dieser Bau beendet ist.</translation>
    </message>
    <message>
        <source>%1 needed while building, %2 afterwards</source>
        <translation>%1 während des Baus nötig, %2 danach</translation>
    </message>
    <message>
        <source>There is no room to build the image %1: %2 are needed in %3 (%4 free) and %5 in %6 (%7 free).</source>
        <translation>Für den Bau des Images %1 fehlt Platz: %2 sind in %3 nötig (%4 frei) und %5 in %6 (%7 frei).</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The packages for the image %1 could not be downloaded.</source>
        <translation>Die Pakete für das Image %1 konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the mirrors in /etc/apt/sources.list.</source>
        <translation>Prüfen Sie das Netz, den Proxy und die Spiegel in /etc/apt/sources.list.</translation>
    </message>
    <message>
        <source>The disk became full while the image %1 was built.</source>
        <translation>Die Platte wurde voll, während das Image %1 gebaut wurde.</translation>
    </message>
    <message>
        <source>Building the image %1 failed.</source>
        <translation>Der Bau des Images %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>Das Protokoll liegt in %1.</translation>
    </message>
</context>
<context>
    <name>ImageCheck</name>
    <message>
        <source>The program debugfs is missing on %1.</source>
        <translation>Auf %1 fehlt das Programm debugfs.</translation>
    </message>
    <message>
        <source>Install it with: apt install e2fsprogs</source>
        <translation>Installieren Sie es mit: apt install e2fsprogs</translation>
    </message>
    <message>
        <source>%1 is not an ext4 file system.</source>
        <translation>%1 ist kein ext4-Dateisystem.</translation>
    </message>
    <message>
        <source>Name a root disk without a partition table.</source>
        <translation>Nennen Sie eine Wurzelplatte ohne Partitionstabelle.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1 ist da.</translation>
    </message>
    <message>
        <source>%1 is missing or empty.</source>
        <translation>%1 fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation>Bauen Sie das Image neu.</translation>
    </message>
    <message>
        <source>The kernel writes to the serial console ttyS0.</source>
        <translation>Der Kernel schreibt auf die serielle Konsole ttyS0.</translation>
    </message>
    <message>
        <source>The boot arguments name no serial console: the log will stay empty.</source>
        <translation>Die Startargumente nennen keine serielle Konsole: Das Protokoll bleibt leer.</translation>
    </message>
    <message>
        <source>Add console=ttyS0 to the boot arguments.</source>
        <translation>Fügen Sie den Startargumenten console=ttyS0 hinzu.</translation>
    </message>
</context>
<context>
    <name>ImageCommand</name>
    <message>
        <source>%1 is built: %2 on disk, in %3.</source>
        <translation>%1 ist gebaut: %2 auf der Platte, in %3.</translation>
    </message>
    <message>
        <source>There are no images yet. Build one: portlight image build desktop</source>
        <translation>Es gibt noch keine Images. Bauen Sie eines: portlight image build desktop</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Root disk</source>
        <translation>Wurzelplatte</translation>
    </message>
    <message>
        <source>%1, %2 for the guest</source>
        <translation>%1, %2 für den Gast</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>Startargumente</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>no VM</source>
        <translation>keiner VM</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>Nothing in this image stands in the way of a desktop.</source>
        <translation>Nichts in diesem Image steht einem Desktop im Weg.</translation>
    </message>
    <message>
        <source>This image would not bring up its desktop.</source>
        <translation>Dieses Image brächte seinen Desktop nicht hoch.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
</context>
<context>
    <name>ImageInspector</name>
    <message>
        <source>The file system is clean.</source>
        <translation>Das Dateisystem ist sauber.</translation>
    </message>
    <message>
        <source>The file system is marked &quot;%1&quot;.</source>
        <translation>Das Dateisystem ist als „%1“ markiert.</translation>
    </message>
    <message>
        <source>Run e2fsck -f on the image.</source>
        <translation>Führen Sie e2fsck -f auf dem Image aus.</translation>
    </message>
    <message>
        <source>There is no /sbin/init for the kernel to start.</source>
        <translation>Es gibt kein /sbin/init, das der Kernel starten könnte.</translation>
    </message>
    <message>
        <source>Install the package systemd-sysv.</source>
        <translation>Installieren Sie das Paket systemd-sysv.</translation>
    </message>
    <message>
        <source>The folder %1 is missing: the boot stops there.</source>
        <translation>Der Ordner %1 fehlt: Der Start bleibt dort stehen.</translation>
    </message>
    <message>
        <source>Make the empty folder %1.</source>
        <translation>Legen Sie den leeren Ordner %1 an.</translation>
    </message>
    <message>
        <source>The unit %1 is not in the image.</source>
        <translation>Die Unit %1 ist nicht im Image.</translation>
    </message>
    <message>
        <source>Install %1 in /etc/systemd/system, or build the image again.</source>
        <translation>Installieren Sie %1 in /etc/systemd/system oder bauen Sie das Image neu.</translation>
    </message>
    <message>
        <source>The unit %1 is masked.</source>
        <translation>Die Unit %1 ist maskiert.</translation>
    </message>
    <message>
        <source>Run systemctl unmask %1 in the image.</source>
        <translation>Führen Sie im Image systemctl unmask %1 aus.</translation>
    </message>
    <message>
        <source>The unit %1 has no ExecStart= line.</source>
        <translation>Die Unit %1 hat keine Zeile ExecStart=.</translation>
    </message>
    <message>
        <source>Correct %1.</source>
        <translation>Berichtigen Sie %1.</translation>
    </message>
    <message>
        <source>The unit %1 is there.</source>
        <translation>Die Unit %1 ist da.</translation>
    </message>
    <message>
        <source>The unit %1 is enabled.</source>
        <translation>Die Unit %1 ist eingeschaltet.</translation>
    </message>
    <message>
        <source>The unit %1 is not enabled: nothing starts it.</source>
        <translation>Die Unit %1 ist nicht eingeschaltet: Nichts startet sie.</translation>
    </message>
    <message>
        <source>Run systemctl enable %1 in the image.</source>
        <translation>Führen Sie im Image systemctl enable %1 aus.</translation>
    </message>
    <message>
        <source>%1 starts %2, which is not in the image.</source>
        <translation>%1 startet %2, das nicht im Image ist.</translation>
    </message>
    <message>
        <source>Install the package that holds %1.</source>
        <translation>Installieren Sie das Paket, das %1 enthält.</translation>
    </message>
    <message>
        <source>%1 is not executable.</source>
        <translation>%1 ist nicht ausführbar.</translation>
    </message>
    <message>
        <source>Run chmod 755 %1 in the image.</source>
        <translation>Führen Sie im Image chmod 755 %1 aus.</translation>
    </message>
    <message>
        <source>%1 is there and executable.</source>
        <translation>%1 ist da und ausführbar.</translation>
    </message>
    <message>
        <source>noVNC&apos;s pages are in %1.</source>
        <translation>Die Seiten von noVNC sind in %1.</translation>
    </message>
    <message>
        <source>noVNC&apos;s pages are not in %1.</source>
        <translation>Die Seiten von noVNC sind nicht in %1.</translation>
    </message>
    <message>
        <source>Install the package novnc, or correct --web in novnc.service.</source>
        <translation>Installieren Sie das Paket novnc oder berichtigen Sie --web in novnc.service.</translation>
    </message>
    <message>
        <source>There is a window manager: %1.</source>
        <translation>Es gibt einen Fenstermanager: %1.</translation>
    </message>
    <message>
        <source>No window manager was found in the image.</source>
        <translation>Im Image wurde kein Fenstermanager gefunden.</translation>
    </message>
    <message>
        <source>Install a window manager, e.g. the package openbox.</source>
        <translation>Installieren Sie einen Fenstermanager, etwa das Paket openbox.</translation>
    </message>
    <message>
        <source>Nobody can log in on the serial console: its getty is masked.</source>
        <translation>An der seriellen Konsole kann sich niemand anmelden: Ihr getty ist maskiert.</translation>
    </message>
    <message>
        <source>Run systemctl unmask serial-getty@ttyS0.service in the image.</source>
        <translation>Führen Sie im Image systemctl unmask serial-getty@ttyS0.service aus.</translation>
    </message>
    <message>
        <source>The serial console gets a login prompt.</source>
        <translation>Die serielle Konsole bekommt eine Anmeldung.</translation>
    </message>
</context>
<context>
    <name>ImageStore</name>
    <message>
        <source>The image %1 is damaged: %2 is missing.</source>
        <translation>Das Image %1 ist beschädigt: %2 fehlt.</translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation>Bauen Sie das Image neu.</translation>
    </message>
    <message>
        <source>There are no images yet. Build one: portlight image build desktop.</source>
        <translation>Es gibt noch keine Images. Bauen Sie eines: portlight image build desktop.</translation>
    </message>
    <message>
        <source>Images there are: %1.</source>
        <translation>Vorhandene Images: %1.</translation>
    </message>
    <message>
        <source>There is no image %1.</source>
        <translation>Es gibt kein Image %1.</translation>
    </message>
    <message>
        <source>The image %1 was not removed: VMs are based on it: %2.</source>
        <translation>Das Image %1 wurde nicht entfernt: VMs bauen darauf auf: %2.</translation>
    </message>
    <message>
        <source>Destroy these VMs first; the trash lets go of them after 72 hours.</source>
        <translation>Zerstören Sie zuerst diese VMs; der Papierkorb gibt sie nach 72 Stunden frei.</translation>
    </message>
</context>
<context>
    <name>JUnitFile</name>
    <message>
        <source>The JUnit report cannot be written to %1: %2.</source>
        <translation>Der JUnit-Bericht kann nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Name a file in a folder that you can write to.</source>
        <translation>Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>it is no plain file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>KeyCombination</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Scroll Lock</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>SysRq</source>
        <translation>S-Abf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Num Lock</source>
        <translation>Num</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Feststelltaste</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>AltGr</source>
        <translation>AltGr</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>KnownServers</name>
    <message>
        <source>What is known of servers could not be written to %1: %2</source>
        <translation>Was von Servern bekannt ist, konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Make room there, or make the file and its folder writable.</source>
        <translation>Schaffen Sie dort Platz oder machen Sie die Datei und ihren Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>its folder cannot be made.</source>
        <translation>ihr Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>another program is writing it.</source>
        <translation>ein anderes Programm schreibt sie gerade.</translation>
    </message>
    <message>
        <source>it is too large to be such a file.</source>
        <translation>sie ist zu groß, um eine solche Datei zu sein.</translation>
    </message>
</context>
<context>
    <name>KvmCheck</name>
    <message>
        <source>Software emulation: /dev/kvm is missing or may not be opened by this user.</source>
        <translation>Software-Emulation: /dev/kvm fehlt, oder dieser Benutzer darf es nicht öffnen.</translation>
    </message>
    <message>
        <source>Software emulation: /dev/kvm opens, but no guest boots with it on this machine.</source>
        <translation>Software-Emulation: /dev/kvm lässt sich öffnen, aber auf diesem Rechner startet kein Gast damit.</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>No process runs.</source>
        <translation>Kein Prozess läuft.</translation>
    </message>
    <message>
        <source>Process %1.</source>
        <translation>Prozess %1.</translation>
    </message>
    <message>
        <source>VMM</source>
        <translation>VMM</translation>
    </message>
    <message>
        <source>VMM paused</source>
        <translation>VMM angehalten</translation>
    </message>
    <message>
        <source>The guest&apos;s processors stand still.</source>
        <translation>Die Prozessoren des Gastes stehen still.</translation>
    </message>
    <message>
        <source>Hardware virtualisation (KVM).</source>
        <translation>Hardware-Virtualisierung (KVM).</translation>
    </message>
    <message>
        <source>Software emulation. %1</source>
        <translation>Software-Emulation. %1</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Guest booted in %1</source>
        <translation>Gast gestartet in %1</translation>
    </message>
    <message>
        <source>A program in the guest has answered.</source>
        <translation>Ein Programm im Gast hat geantwortet.</translation>
    </message>
    <message>
        <source>Guest is booting</source>
        <translation>Gast startet</translation>
    </message>
    <message>
        <source>Nothing in the guest has answered yet. Its console tells more.</source>
        <translation>Im Gast hat noch nichts geantwortet. Seine Konsole sagt mehr.</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>LineStore</name>
    <message>
        <source>The log cannot be read to its end.</source>
        <translation>Das Protokoll kann nicht bis zum Ende gelesen werden.</translation>
    </message>
</context>
<context>
    <name>LocalHost</name>
    <message>
        <source>The program %1 is not installed.</source>
        <translation>Das Programm %1 ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it and try again.</source>
        <translation>Installieren Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 did not finish within %2 s.</source>
        <translation>%1 wurde nicht innerhalb von %2 s fertig.</translation>
    </message>
    <message>
        <source>There is no machine named %1.</source>
        <translation>Es gibt keinen Rechner namens %1.</translation>
    </message>
    <message>
        <source>Check the spelling and the name server.</source>
        <translation>Prüfen Sie die Schreibweise und den Namensdienst.</translation>
    </message>
    <message>
        <source>Another Portlight is at work on this.</source>
        <translation>Ein anderes Portlight arbeitet gerade daran.</translation>
    </message>
    <message>
        <source>It is process %1, since %2. Wait for it or stop it.</source>
        <translation>Es ist Prozess %1, seit %2. Warten Sie oder beenden Sie ihn.</translation>
    </message>
    <message>
        <source>Wait for it or stop it.</source>
        <translation>Warten Sie oder beenden Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is not safe: others may write to it.</source>
        <translation>%1 ist nicht sicher: Andere dürfen hineinschreiben.</translation>
    </message>
    <message>
        <source>Remove it, or set XDG_RUNTIME_DIR.</source>
        <translation>Entfernen Sie den Ordner oder setzen Sie XDG_RUNTIME_DIR.</translation>
    </message>
</context>
<context>
    <name>LogFile</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>Vielleicht wurde sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>%1 is a folder.</source>
        <translation>%1 ist ein Ordner.</translation>
    </message>
    <message>
        <source>Choose one of the files in it.</source>
        <translation>Wählen Sie eine der Dateien darin.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Only files can be opened here.</source>
        <translation>Hier lassen sich nur Dateien öffnen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Ask its owner for the permission to read it, or make a copy.</source>
        <translation>Bitten Sie den Besitzer um das Leserecht, oder fertigen Sie eine Kopie an.</translation>
    </message>
    <message>
        <source>%1 is compressed.</source>
        <translation>%1 ist gepackt.</translation>
    </message>
    <message>
        <source>Unpack it first, for example with %1.</source>
        <translation>Entpacken Sie die Datei zuerst, zum Beispiel mit %1.</translation>
    </message>
    <message>
        <source>%1 is not a text file.</source>
        <translation>%1 ist keine Textdatei.</translation>
    </message>
    <message>
        <source>Portlight shows logs of consoles and other text.</source>
        <translation>Portlight zeigt Protokolle von Konsolen und andere Texte.</translation>
    </message>
</context>
<context>
    <name>LogQuery</name>
    <message>
        <source>The query is longer than %1 characters.</source>
        <translation>Die Suche ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is no opening parenthesis for this closing one.</source>
        <translation>Zu dieser schließenden Klammer fehlt die öffnende.</translation>
    </message>
    <message>
        <source>Something to look for is missing at the end.</source>
        <translation>Am Ende fehlt, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>Something to look for is missing before this closing parenthesis.</source>
        <translation>Vor dieser schließenden Klammer fehlt, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>Something to look for is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt, wonach gesucht werden soll.</translation>
    </message>
    <message>
        <source>Parentheses are nested more than %1 deep.</source>
        <translation>Klammern sind tiefer als %1 verschachtelt.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>This quotation mark has no second one.</source>
        <translation>Zu diesem Anführungszeichen fehlt das zweite.</translation>
    </message>
    <message>
        <source>There is nothing between the quotation marks.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>The regular expression is wrong here: %1.</source>
        <translation>Der reguläre Ausdruck ist hier falsch: %1.</translation>
    </message>
    <message>
        <source>There is no class “%1”. Classes are: %2.</source>
        <translation>Die Klasse „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>The query has more than %1 texts.</source>
        <translation>Die Suche hat mehr als %1 Texte.</translation>
    </message>
    <message>
        <source>%1 (character %2)</source>
        <translation>%1 (Zeichen %2)</translation>
    </message>
    <message>
        <source>Put quotation marks around text that holds operators or parentheses.</source>
        <translation>Setzen Sie Text mit Operatoren oder Klammern in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>MakeRun</name>
    <message>
        <source>Starting the VM</source>
        <translation>VM starten</translation>
    </message>
    <message>
        <source>Creating the VM</source>
        <translation>VM anlegen</translation>
    </message>
    <message>
        <source>Building the image</source>
        <translation>Image bauen</translation>
    </message>
</context>
<context>
    <name>NoVncSettings</name>
    <message>
        <source>a number from 0 to %1</source>
        <translation>eine Zahl von 0 bis %1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>“%1” in the address must be %2. It is ignored.</source>
        <translation>„%1“ in der Adresse muss %2 sein. Es wird nicht beachtet.</translation>
    </message>
</context>
<context>
    <name>ProbeAttempt</name>
    <message>
        <source>The port speaks RFB without HTTP.</source>
        <translation>Der Port spricht RFB ohne HTTP.</translation>
    </message>
    <message>
        <source>No TLS connection: %1</source>
        <translation>Keine TLS-Verbindung: %1</translation>
    </message>
    <message>
        <source>The answer is %1.</source>
        <translation>Die Antwort ist %1.</translation>
    </message>
    <message>
        <source>The port speaks RFB without a WebSocket.</source>
        <translation>Der Port spricht RFB ohne WebSocket.</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 Aktualisierungen</translation>
    </message>
    <message>
        <source>%1 pixels, %2 colours</source>
        <translation>%1 Pixel, %2 Farben</translation>
    </message>
    <message>
        <source>Input was switched off.</source>
        <translation>Die Eingabe war ausgeschaltet.</translation>
    </message>
    <message>
        <source>The picture changes by itself: another viewer may be using it.</source>
        <translation>Das Bild ändert sich von selbst: Vielleicht benutzt es ein anderer Betrachter.</translation>
    </message>
    <message>
        <source>The desktop answers after the pointer was moved.</source>
        <translation>Der Desktop antwortet, nachdem der Zeiger bewegt wurde.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1: %2 s</source>
        <extracomment>%1 is a step such as &quot;[2/6] Installing packages&quot;, %2 a time in seconds</extracomment>
        <translation>%1: %2 s</translation>
    </message>
</context>
<context>
    <name>QemuEngine</name>
    <message>
        <source>The program %1 is not installed.</source>
        <translation>Das Programm %1 ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Installieren Sie das Paket %1.</translation>
    </message>
    <message>
        <source>The disk of the VM could not be made.</source>
        <translation>Die Platte der VM konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Check that the image is there and the disk has room.</source>
        <translation>Prüfen Sie, ob das Image da ist und die Platte Platz hat.</translation>
    </message>
    <message>
        <source>The VM&apos;s process does not end.</source>
        <translation>Der Prozess der VM endet nicht.</translation>
    </message>
    <message>
        <source>Look at its state with “ps”; it may hang in the kernel.</source>
        <translation>Sehen Sie seinen Zustand mit „ps“ an; vielleicht hängt er im Kernel.</translation>
    </message>
    <message>
        <source>QEMU ended right after it was started.</source>
        <translation>QEMU endete gleich nach dem Start.</translation>
    </message>
    <message>
        <source>Its own words follow.</source>
        <translation>Seine eigenen Worte folgen.</translation>
    </message>
    <message>
        <source>QEMU was started and does not answer.</source>
        <translation>QEMU wurde gestartet und antwortet nicht.</translation>
    </message>
    <message>
        <source>The path %1 is too long for a Unix socket.</source>
        <translation>Der Pfad %1 ist zu lang für einen Unix-Socket.</translation>
    </message>
    <message>
        <source>Choose a shorter folder with PORTLIGHT_HOME or XDG_RUNTIME_DIR.</source>
        <translation>Wählen Sie mit PORTLIGHT_HOME oder XDG_RUNTIME_DIR einen kürzeren Ordner.</translation>
    </message>
    <message>
        <source>waiting for the guest to shut down</source>
        <translation>warten, bis der Gast herunterfährt</translation>
    </message>
    <message>
        <source>ending the process</source>
        <translation>Prozess beenden</translation>
    </message>
    <message>
        <source>This host has not got the memory that the VM wants.</source>
        <translation>Dieser Rechner hat nicht so viel Speicher, wie die VM haben soll.</translation>
    </message>
    <message>
        <source>Give it less, or stop something else.</source>
        <translation>Geben Sie ihr weniger, oder halten Sie etwas anderes an.</translation>
    </message>
</context>
<context>
    <name>QmpClient</name>
    <message>
        <source>QEMU&apos;s control socket answers something else than QMP.</source>
        <translation>Der Steuer-Socket von QEMU antwortet etwas anderes als QMP.</translation>
    </message>
    <message>
        <source>QEMU refuses “%1”.</source>
        <translation>QEMU lehnt „%1“ ab.</translation>
    </message>
    <message>
        <source>QEMU closed its control socket.</source>
        <translation>QEMU hat seinen Steuer-Socket geschlossen.</translation>
    </message>
</context>
<context>
    <name>QualityGovernor</name>
    <message>
        <source>lossless</source>
        <translation>verlustfrei</translation>
    </message>
    <message>
        <source>JPEG %1, compression %2</source>
        <translation>JPEG %1, Kompression %2</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>The recipe&apos;s file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 des Rezepts ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The recipe&apos;s file %1 is larger than 64 MB.</source>
        <translation>Die Datei %1 des Rezepts ist größer als 64 MB.</translation>
    </message>
    <message>
        <source>The recipe %1 cannot be read: %2.</source>
        <translation>Das Rezept %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot hold &quot;%2&quot;</source>
        <translation>„%1“ kann „%2“ nicht enthalten</translation>
    </message>
    <message>
        <source>&quot;name&quot; may hold a-z, 0-9 and inner dashes only</source>
        <translation>&quot;name&quot; darf nur a-z, 0-9 und innere Bindestriche enthalten</translation>
    </message>
    <message>
        <source>&quot;packages&quot; is empty</source>
        <translation>&quot;packages&quot; ist leer</translation>
    </message>
    <message>
        <source>&quot;disk_size_mb&quot; is missing</source>
        <translation>&quot;disk_size_mb&quot; fehlt</translation>
    </message>
    <message>
        <source>the source &quot;%1&quot; is not a path inside the recipe&apos;s folder</source>
        <translation>die Quelle „%1“ ist kein Pfad im Ordner des Rezepts</translation>
    </message>
    <message>
        <source>the target &quot;%1&quot; is not an absolute path</source>
        <translation>das Ziel „%1“ ist kein absoluter Pfad</translation>
    </message>
    <message>
        <source>the mode of &quot;%1&quot; is not an octal text like &quot;0755&quot;</source>
        <translation>die Rechte von „%1“ sind kein oktaler Text wie &quot;0755&quot;</translation>
    </message>
    <message>
        <source>There is no recipe %1.</source>
        <translation>Es gibt kein Rezept %1.</translation>
    </message>
    <message>
        <source>Recipes there are: %1; or name a .json file.</source>
        <translation>Vorhandene Rezepte: %1; oder nennen Sie eine .json-Datei.</translation>
    </message>
    <message>
        <source>&quot;extends&quot; names no built-in recipe</source>
        <translation>&quot;extends&quot; nennt kein eingebautes Rezept</translation>
    </message>
    <message>
        <source>Correct the recipe and try again.</source>
        <translation>Berichtigen Sie das Rezept und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4.</source>
        <translation>%1, Zeile %2, Spalte %3: %4.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not a text</source>
        <translation>„%1“ enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of megabytes</source>
        <translation>„%1“ ist keine Zahl von Megabyte</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not an object</source>
        <translation>„%1“ enthält etwas, das kein Objekt ist</translation>
    </message>
    <message>
        <source>The recipe %1 is not valid: %2.</source>
        <translation>Das Rezept %1 ist nicht gültig: %2.</translation>
    </message>
</context>
<context>
    <name>RuleFile</name>
    <message>
        <source>a list holds more than %1 texts</source>
        <translation>eine Liste enthält mehr als %1 Texte</translation>
    </message>
    <message>
        <source>&quot;literals&quot; must not be empty</source>
        <translation>„literals“ darf nicht leer sein</translation>
    </message>
    <message>
        <source>a rule needs a &quot;pattern&quot;</source>
        <translation>eine Regel braucht ein „pattern“</translation>
    </message>
    <message>
        <source>&quot;pattern&quot; is longer than %1 characters</source>
        <translation>„pattern“ ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>&quot;pattern&quot; is broken at character %1: %2</source>
        <translation>„pattern“ ist an Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>a rule needs an &quot;id&quot;</source>
        <translation>eine Regel braucht eine „id“</translation>
    </message>
    <message>
        <source>nothing is known of &quot;%1&quot;</source>
        <translation>„%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>unknown &quot;class&quot;: &quot;%1&quot;</source>
        <translation>unbekannte „class“: „%1“</translation>
    </message>
    <message>
        <source>unknown &quot;severity&quot;: &quot;%1&quot;</source>
        <translation>unbekannte „severity“: „%1“</translation>
    </message>
    <message>
        <source>the file is larger than 1 MiB</source>
        <translation>die Datei ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>there is no list named &quot;rules&quot;</source>
        <translation>es gibt keine Liste namens „rules“</translation>
    </message>
    <message>
        <source>there are more than %1 rules</source>
        <translation>es sind mehr als %1 Regeln</translation>
    </message>
    <message>
        <source>there is a rule with this id already</source>
        <translation>eine Regel mit dieser „id“ gibt es schon</translation>
    </message>
    <message>
        <source>there are more than %1 files</source>
        <translation>es sind mehr als %1 Dateien</translation>
    </message>
    <message>
        <source>another file has a rule with this id</source>
        <translation>eine andere Datei hat eine Regel mit dieser „id“</translation>
    </message>
    <message>
        <source>there is no shipped rule with this id to switch off</source>
        <translation>es gibt keine mitgelieferte Regel mit dieser „id“, die sich abschalten ließe</translation>
    </message>
    <message>
        <source>has no sample that must match</source>
        <translation>hat kein Beispiel, das passen muss</translation>
    </message>
    <message>
        <source>does not match its sample &quot;%1&quot;</source>
        <translation>passt nicht auf ihr Beispiel „%1“</translation>
    </message>
    <message>
        <source>matches &quot;%1&quot;, which it must not</source>
        <translation>passt auf „%1“, was sie nicht darf</translation>
    </message>
</context>
<context>
    <name>ScreenshotFile</name>
    <message>
        <source>The screenshot cannot be written to %1: %2.</source>
        <translation>Das Bildschirmfoto kann nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Name a file in a folder that you can write to.</source>
        <translation>Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>it is no plain file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>SessionRecorder</name>
    <message>
        <source>The recording ended because the disk is too slow for what the desktop sends.</source>
        <translation>Die Aufzeichnung endete, weil die Platte für das, was der Desktop sendet, zu langsam ist.</translation>
    </message>
    <message>
        <source>The recording ended because %1 cannot be written: %2.</source>
        <translation>Die Aufzeichnung endete, weil %1 nicht geschrieben werden kann: %2.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Eine Datei %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Name another file; recordings overwrite none.</source>
        <translation>Nennen Sie eine andere Datei; Aufzeichnungen überschreiben keine.</translation>
    </message>
    <message>
        <source>The recording cannot be written to %1: %2.</source>
        <translation>Die Aufzeichnung kann nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Name a file in a folder that you can write to.</source>
        <translation>Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>A desktop of %1x%2 pixels is too large to be recorded.</source>
        <translation>Ein Desktop mit %1x%2 Pixeln ist zu groß, um aufgezeichnet zu werden.</translation>
    </message>
    <message>
        <source>Make the desktop smaller, up to 8192x8192 pixels.</source>
        <translation>Machen Sie den Desktop kleiner, bis 8192x8192 Pixel.</translation>
    </message>
    <message>
        <source>The recording ended because the desktop has become too large.</source>
        <translation>Die Aufzeichnung endete, weil der Desktop zu groß geworden ist.</translation>
    </message>
    <message>
        <source>The desktop is not connected; nothing is recorded.</source>
        <translation>Der Desktop ist nicht verbunden; nichts wird aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP-Verbindung</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>RFB version</source>
        <translation>RFB-Version</translation>
    </message>
    <message>
        <source>RFB security</source>
        <translation>RFB-Anmeldung</translation>
    </message>
    <message>
        <source>RFB start</source>
        <translation>RFB-Beginn</translation>
    </message>
    <message>
        <source>Complete picture</source>
        <translation>Vollständiges Bild</translation>
    </message>
    <message>
        <source>Picture content</source>
        <translation>Bildinhalt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>SystemError</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>No permission for %1.</source>
        <translation>Keine Berechtigung für %1.</translation>
    </message>
    <message>
        <source>Check the owner and the mode of the file and its folder.</source>
        <translation>Prüfen Sie Eigentümer und Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>There is no space left for %1.</source>
        <translation>Für %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Nobody listens on %1.</source>
        <translation>Auf %1 lauscht niemand.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>A firewall may drop the packets, or the address is wrong.</source>
        <translation>Vielleicht verwirft eine Firewall die Pakete, oder die Adresse ist falsch.</translation>
    </message>
    <message>
        <source>No permission to connect to %1.</source>
        <translation>Keine Berechtigung, sich mit %1 zu verbinden.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>%1 is on a file system that is read-only.</source>
        <translation>%1 liegt auf einem Dateisystem, das nur gelesen werden kann.</translation>
    </message>
    <message>
        <source>Choose another place, or mount it for writing.</source>
        <translation>Wählen Sie einen anderen Ort, oder hängen Sie es zum Schreiben ein.</translation>
    </message>
    <message>
        <source>%1 is busy with others.</source>
        <translation>%1 ist mit anderen beschäftigt.</translation>
    </message>
</context>
<context>
    <name>TargetParser</name>
    <message>
        <source>The target</source>
        <translation>Das Ziel</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 cannot be understood as a desktop: %2</source>
        <translation>%1 ist nicht als Desktop zu verstehen: %2</translation>
    </message>
    <message>
        <source>Give a URL (ws://, wss://, http://, https://, vnc://), HOST:PORT, or a VM.</source>
        <translation>Nennen Sie eine URL (ws://, wss://, http://, https://, vnc://), RECHNER:PORT oder eine VM.</translation>
    </message>
    <message>
        <source>A password in an address can be read by others (process list, shell history). It is used this once and not stored. Better use a password file.</source>
        <translation>Ein Passwort in einer Adresse können andere lesen (Prozessliste, Verlauf der Shell). Es wird dieses eine Mal benutzt und nicht gespeichert. Besser ist eine Passwortdatei.</translation>
    </message>
    <message>
        <source>there is no host in it.</source>
        <translation>darin ist kein Rechner.</translation>
    </message>
    <message>
        <source>0 is no port.</source>
        <translation>0 ist kein Port.</translation>
    </message>
    <message>
        <source>its port is not a number from 1 to 65535.</source>
        <translation>ihr Port ist keine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>it is not a valid URL.</source>
        <translation>es ist keine gültige URL.</translation>
    </message>
    <message>
        <source>its scheme is none of ws, wss, http, https and vnc.</source>
        <translation>ihr Schema ist keines von ws, wss, http, https und vnc.</translation>
    </message>
    <message>
        <source>there is no port in it.</source>
        <translation>darin ist kein Port.</translation>
    </message>
    <message>
        <source>an IPv6 address needs brackets, as in [::1]:6080.</source>
        <translation>eine IPv6-Adresse braucht Klammern, wie in [::1]:6080.</translation>
    </message>
    <message>
        <source>its host is neither a name nor an address.</source>
        <translation>ihr Rechner ist weder ein Name noch eine Adresse.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>es ist leer.</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>es ist zu lang.</translation>
    </message>
    <message>
        <source>its path is a URL, but no WebSocket.</source>
        <translation>ihr Pfad ist eine URL, aber kein WebSocket.</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation>Die Passwortdatei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Give either targets or --all.</source>
        <translation>Geben Sie entweder Ziele oder --all an.</translation>
    </message>
    <message>
        <source>--screenshot goes with a single target.</source>
        <translation>--screenshot geht nur mit einem einzigen Ziel.</translation>
    </message>
    <message>
        <source>“%1” is no duration.</source>
        <translation>„%1“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>Write for instance 60s, 500ms or 2m.</source>
        <translation>Schreiben Sie etwa 60s, 500ms oder 2m.</translation>
    </message>
    <message>
        <source>portlight: There is no VM on this host.</source>
        <translation>portlight: Auf diesem Rechner ist keine VM.</translation>
    </message>
</context>
<context>
    <name>VerifyReport</name>
    <message>
        <source>The desktop is there: %1×%2 pixels, %3 colours.</source>
        <translation>Der Desktop ist da: %1×%2 Pixel, %3 Farben.</translation>
    </message>
    <message>
        <source>The VM is still starting. %1</source>
        <translation>Die VM startet noch. %1</translation>
    </message>
    <message>
        <source>It has not been checked yet.</source>
        <translation>Er wurde noch nicht geprüft.</translation>
    </message>
</context>
<context>
    <name>VerifyTargets</name>
    <message>
        <source>Give a VM, HOST:PORT or a URL; “portlight vm list” shows the VMs.</source>
        <translation>Nennen Sie eine VM, RECHNER:PORT oder eine URL; „portlight vm list“ zeigt die VMs.</translation>
    </message>
</context>
<context>
    <name>VerifyText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Screenshot: %1</source>
        <translation>Bildschirmfoto: %1</translation>
    </message>
    <message>
        <source>Checked in %1 ms.</source>
        <translation>Geprüft in %1 ms.</translation>
    </message>
</context>
<context>
    <name>ViewerState</name>
    <message>
        <source>This VM is being created.</source>
        <translation>Diese VM wird angelegt.</translation>
    </message>
    <message>
        <source>This VM is stopped.</source>
        <translation>Diese VM ist gestoppt.</translation>
    </message>
    <message>
        <source>This VM is stopping.</source>
        <translation>Diese VM wird gestoppt.</translation>
    </message>
    <message>
        <source>This VM has failed.</source>
        <translation>Diese VM ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>This VM was left half-made.</source>
        <translation>Diese VM blieb halb fertig.</translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation>Verbinden mit %1.</translation>
    </message>
    <message>
        <source>Connected to %1. Waiting for the VNC server.</source>
        <translation>Verbunden mit %1. Warten auf den VNC-Server.</translation>
    </message>
    <message>
        <source>The VNC server answers. Waiting for the first picture.</source>
        <translation>Der VNC-Server antwortet. Warten auf das erste Bild.</translation>
    </message>
    <message>
        <source>The server shows who it is.</source>
        <translation>Der Server weist sich aus.</translation>
    </message>
    <message>
        <source>The desktop asks for a login.</source>
        <translation>Der Desktop verlangt eine Anmeldung.</translation>
    </message>
</context>
<context>
    <name>VmBadge</name>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
</context>
<context>
    <name>VmCommand</name>
    <message>
        <source>%1 is ready (%2).</source>
        <translation>%1 ist bereit (%2).</translation>
    </message>
    <message>
        <source>%1 is started (%2).</source>
        <translation>%1 ist gestartet (%2).</translation>
    </message>
    <message>
        <source>%1 is started again (%2).</source>
        <translation>%1 ist neu gestartet (%2).</translation>
    </message>
    <message>
        <source>%1 is paused (%2).</source>
        <translation>%1 ist angehalten (%2).</translation>
    </message>
    <message>
        <source>%1 goes on (%2).</source>
        <translation>%1 läuft weiter (%2).</translation>
    </message>
    <message>
        <source>%1 is stopped: %2.</source>
        <translation>%1 ist gestoppt: %2.</translation>
    </message>
    <message>
        <source>%1 is in the trash. “portlight vm undestroy %2” brings it back until %3.</source>
        <translation>%1 ist im Papierkorb. „portlight vm undestroy %2“ holt sie bis %3 zurück.</translation>
    </message>
    <message>
        <source>What was left of %1 is removed.</source>
        <translation>Was von %1 übrig war, ist entfernt.</translation>
    </message>
    <message>
        <source>%1 is back (%2).</source>
        <translation>%1 ist zurück (%2).</translation>
    </message>
    <message>
        <source>“%1” is no duration.</source>
        <translation>„%1“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>Write for instance 20s, 500ms or 2m.</source>
        <translation>Schreiben Sie etwa 20s, 500ms oder 2m.</translation>
    </message>
    <message>
        <source>%1 has no console file.</source>
        <translation>%1 hat keine Konsolendatei.</translation>
    </message>
    <message>
        <source>It has one as soon as it is started.</source>
        <translation>Es gibt eine, sobald sie gestartet ist.</translation>
    </message>
    <message>
        <source>There is no console file of boot %1.</source>
        <translation>Es gibt keine Konsolendatei des Starts %1.</translation>
    </message>
    <message>
        <source>The newest boot is number %1.</source>
        <translation>Der neueste Start hat die Nummer %1.</translation>
    </message>
    <message>
        <source>— a new boot —</source>
        <translation>— ein neuer Start —</translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation>%1 läuft nicht.</translation>
    </message>
    <message>
        <source>“portlight vm logs” shows what it said.</source>
        <translation>„portlight vm logs“ zeigt, was sie sagte.</translation>
    </message>
    <message>
        <source>Connected to %1. Ctrl+] ends it.</source>
        <translation>Verbunden mit %1. Strg+] beendet die Verbindung.</translation>
    </message>
    <message>
        <source>The VM closed its console.</source>
        <translation>Die VM hat ihre Konsole geschlossen.</translation>
    </message>
    <message>
        <source>No VMs yet. “portlight demo” builds an image and boots one.</source>
        <translation>Noch keine VMs. „portlight demo“ baut ein Image und startet eine.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>6080 AT</source>
        <translation>6080 AUF</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>IMAGE</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>HINWEIS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Other users of this machine can open the desktop&apos;s port too.</source>
        <translation>Auch andere Benutzer dieses Rechners können den Port des Desktops öffnen.</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>DESTROYED</source>
        <translation>VERNICHTET</translation>
    </message>
    <message>
        <source>KEPT UNTIL</source>
        <translation>AUFBEWAHRT BIS</translation>
    </message>
    <message>
        <source>it did not run</source>
        <translation>sie lief nicht</translation>
    </message>
    <message>
        <source>the guest shut down</source>
        <translation>der Gast ist heruntergefahren</translation>
    </message>
    <message>
        <source>the guest did not shut down, its machine was switched off</source>
        <translation>der Gast fuhr nicht herunter, seine Maschine wurde ausgeschaltet</translation>
    </message>
    <message>
        <source>its process was terminated</source>
        <translation>ihr Prozess wurde beendet</translation>
    </message>
    <message>
        <source>its process was killed</source>
        <translation>ihr Prozess wurde abgeschossen</translation>
    </message>
    <message>
        <source>A console that goes on is no JSON value.</source>
        <translation>Eine Konsole, die weiterläuft, ist kein JSON-Wert.</translation>
    </message>
    <message>
        <source>Leave out --json.</source>
        <translation>Lassen Sie --json weg.</translation>
    </message>
    <message>
        <source>The log could not be written to the end.</source>
        <translation>Das Protokoll konnte nicht bis zum Ende geschrieben werden.</translation>
    </message>
    <message>
        <source>Is there room where it goes?</source>
        <translation>Ist dort Platz, wohin es geschrieben wird?</translation>
    </message>
    <message>
        <source>%1 was destroyed; its log is kept until %2.</source>
        <translation>%1 wurde gelöscht; das Protokoll wird bis %2 aufgehoben.</translation>
    </message>
    <message>
        <source>%1 of this log were cut out here, because the guest wrote too much</source>
        <translation>%1 dieses Protokolls wurden hier herausgeschnitten, weil der Gast zu viel geschrieben hat</translation>
    </message>
    <message>
        <source><byte value="xd"/>
— %1 bytes could not be shown —<byte value="xd"/>
</source>
        <translation><byte value="xd"/>
— %1 Bytes konnten nicht gezeigt werden —<byte value="xd"/>
</translation>
    </message>
</context>
<context>
    <name>VmLifecycle</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no VM %1.</source>
        <translation>Es gibt keine VM %1.</translation>
    </message>
    <message>
        <source>its creation was interrupted. Destroy it to clean up.</source>
        <translation>das Anlegen wurde unterbrochen. Vernichten Sie sie, um aufzuräumen.</translation>
    </message>
    <message>
        <source>it runs already.</source>
        <translation>sie läuft schon.</translation>
    </message>
    <message>
        <source>it does not run.</source>
        <translation>sie läuft nicht.</translation>
    </message>
    <message>
        <source>it is paused already.</source>
        <translation>sie ist schon angehalten.</translation>
    </message>
    <message>
        <source>it is not paused.</source>
        <translation>sie ist nicht angehalten.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a VM.</source>
        <translation>„%1“ kann nicht der Name einer VM sein.</translation>
    </message>
    <message>
        <source>Use up to 63 letters, digits, dots, dashes and underscores, beginning with a letter or digit, and nothing that looks like an id of 12 hex digits.</source>
        <translation>Erlaubt sind bis zu 63 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, beginnend mit Buchstabe oder Ziffer, und nichts, das wie eine Id aus 12 Hexziffern aussieht.</translation>
    </message>
    <message>
        <source>A VM needs at least %1 MiB of memory.</source>
        <translation>Eine VM braucht mindestens %1 MiB Speicher.</translation>
    </message>
    <message>
        <source>A VM has 1 to %1 processors.</source>
        <translation>Eine VM hat 1 bis %1 Prozessoren.</translation>
    </message>
    <message>
        <source>Making the VM</source>
        <translation>VM anlegen</translation>
    </message>
    <message>
        <source>There is a VM named %1 already.</source>
        <translation>Es gibt schon eine VM namens %1.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Starting the VM</source>
        <translation>VM starten</translation>
    </message>
    <message>
        <source>Stopping the VM</source>
        <translation>VM stoppen</translation>
    </message>
    <message>
        <source>The console files could not be kept.</source>
        <translation>Die Konsolendateien konnten nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Make room in %1 and try again.</source>
        <translation>Schaffen Sie Platz in %1 und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Moving it to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>This VM is being created.</source>
        <translation>Diese VM wird angelegt.</translation>
    </message>
    <message>
        <source>Wait for it or interrupt it.</source>
        <translation>Warten Sie oder unterbrechen Sie es.</translation>
    </message>
    <message>
        <source>There is a VM named %1 by now.</source>
        <translation>Inzwischen gibt es eine VM namens %1.</translation>
    </message>
    <message>
        <source>Bring this one back under another name.</source>
        <translation>Holen Sie diese unter einem anderen Namen zurück.</translation>
    </message>
    <message>
        <source>This VM has changed meanwhile.</source>
        <translation>Diese VM hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>Look at it and try again.</source>
        <translation>Sehen Sie nach, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>VmProbeTarget</name>
    <message>
        <source>The VM is paused.</source>
        <translation>Die VM ist angehalten.</translation>
    </message>
    <message>
        <source>The VM is being created.</source>
        <translation>Die VM wird angelegt.</translation>
    </message>
    <message>
        <source>The VM does not run.</source>
        <translation>Die VM läuft nicht.</translation>
    </message>
    <message>
        <source>Resume it with “portlight vm resume %1”.</source>
        <translation>Setzen Sie sie mit „portlight vm resume %1“ fort.</translation>
    </message>
    <message>
        <source>Start it with “portlight vm start %1”.</source>
        <translation>Starten Sie sie mit „portlight vm start %1“.</translation>
    </message>
</context>
<context>
    <name>VmSpec</name>
    <message>
        <source>The description of the VM in %1 is damaged: %2.</source>
        <translation>Die Beschreibung der VM in %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>Repair the file, or destroy the VM.</source>
        <translation>Reparieren Sie die Datei oder vernichten Sie die VM.</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>memory or processors are missing</source>
        <translation>Speicher oder Prozessoren fehlen</translation>
    </message>
</context>
<context>
    <name>VmStore</name>
    <message>
        <source>Its creation was interrupted. Destroy it to clean up.</source>
        <translation>Das Anlegen wurde unterbrochen. Vernichten Sie sie, um aufzuräumen.</translation>
    </message>
    <message>
        <source>Its process ended with exit code %1.</source>
        <translation>Ihr Prozess endete mit dem Code %1.</translation>
    </message>
    <message>
        <source>Its process is gone and left no exit code: it was killed.</source>
        <translation>Ihr Prozess ist fort und hinterließ keinen Code: Er wurde abgeschossen.</translation>
    </message>
    <message>
        <source>The guest ended by itself.</source>
        <translation>Der Gast hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>It ran when the host went down.</source>
        <translation>Sie lief, als der Rechner ausging.</translation>
    </message>
    <message>
        <source>There is no VM %1.</source>
        <translation>Es gibt keine VM %1.</translation>
    </message>
    <message>
        <source>“portlight vm list” shows those there are.</source>
        <translation>„portlight vm list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>“%1” fits more than one VM: %2.</source>
        <translation>„%1“ passt auf mehr als eine VM: %2.</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>Geben Sie mehr von der Id an.</translation>
    </message>
    <message>
        <source>%1 describes another VM (%2).</source>
        <translation>%1 beschreibt eine andere VM (%2).</translation>
    </message>
    <message>
        <source>Another Portlight works on this VM.</source>
        <translation>Ein anderes Portlight arbeitet an dieser VM.</translation>
    </message>
    <message>
        <source>It runs, but its description is gone. Destroy it to end it.</source>
        <translation>Sie läuft, aber ihre Beschreibung ist fort. Vernichten Sie sie, um sie zu beenden.</translation>
    </message>
    <message>
        <source>%1 (in the trash)</source>
        <translation>%1 (im Papierkorb)</translation>
    </message>
    <message>
        <source>%1 (cannot be read, so it may)</source>
        <translation>%1 (nicht lesbar, also vielleicht)</translation>
    </message>
    <message>
        <source>Its process was ended by signal %1.</source>
        <translation>Ihr Prozess wurde durch das Signal %1 beendet.</translation>
    </message>
</context>
<context>
    <name>WebSocketTransport</name>
    <message>
        <source>It sends text where a VNC server&apos;s bytes come in binary WebSocket messages; very old websockify does that.</source>
        <translation>Es sendet Text, wo die Bytes eines VNC-Servers in binären WebSocket-Nachrichten kommen; sehr altes websockify tut das.</translation>
    </message>
</context>
<context>
    <name>WebSocketUpgrade</name>
    <message>
        <source>no HTTP: “%1”</source>
        <translation>kein HTTP: „%1“</translation>
    </message>
    <message>
        <source>its HTTP answer never ends</source>
        <translation>seine HTTP-Antwort endet nie</translation>
    </message>
    <message>
        <source>it changes to another protocol</source>
        <translation>er wechselt zu einem anderen Protokoll</translation>
    </message>
    <message>
        <source>it answers another WebSocket&apos;s request</source>
        <translation>er beantwortet die Anfrage eines anderen WebSockets</translation>
    </message>
    <message>
        <source>it uses an extension nobody asked for</source>
        <translation>er benutzt eine Erweiterung, um die niemand gebeten hat</translation>
    </message>
</context>
<context>
    <name>portlight::AddCombinationDialog</name>
    <message>
        <source>Add a combination of keys</source>
        <translation>Tastenkombination hinzufügen</translation>
    </message>
    <message>
        <source>Press the keys together, as the guest shall get them. Then add them here.</source>
        <translation>Drücken Sie die Tasten zusammen, wie der Gast sie bekommen soll. Fügen Sie sie dann hier hinzu.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>portlight::AddressDialog</name>
    <message>
        <source>noVNC&apos;s address as the browser shows it, ws://, wss:// or vnc://, or HOST:PORT.</source>
        <translation>Die Adresse von noVNC, wie der Browser sie zeigt, ws://, wss:// oder vnc://, oder HOST:PORT.</translation>
    </message>
    <message>
        <source>Open a desktop by address</source>
        <translation>Desktop über seine Adresse öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>portlight::ClipboardBridge</name>
    <message>
        <source>What was copied is larger than 1 MiB and does not go to the guest.</source>
        <translation>Was kopiert wurde, ist größer als 1 MiB und geht nicht an den Gast.</translation>
    </message>
    <message>
        <source>What was copied in the guest is larger than 1 MiB and was not taken.</source>
        <translation>Was im Gast kopiert wurde, ist größer als 1 MiB und wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>The clipboard&apos;s text is larger than 1 MiB and is not typed.</source>
        <translation>Der Text der Zwischenablage ist größer als 1 MiB und wird nicht getippt.</translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleActions</name>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation>Lange Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>&amp;Follow the end</source>
        <translation>Dem Ende &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Matching lines below</source>
        <translation>&amp;Treffer darunter zeigen</translation>
    </message>
    <message>
        <source>As a &amp;terminal</source>
        <translation>Als &amp;Terminal</translation>
    </message>
    <message>
        <source>&amp;Lines of the hypervisor</source>
        <translation>Zeilen des &amp;Hypervisors</translation>
    </message>
    <message>
        <source>&amp;Notices of boots and silence</source>
        <translation>Hinweise auf &amp;Starts und Stille</translation>
    </message>
    <message>
        <source>&amp;Copy with number and time</source>
        <translation>Mit Nummer und &amp;Zeit kopieren</translation>
    </message>
    <message>
        <source>Set or remove a &amp;bookmark</source>
        <translation>&amp;Lesezeichen setzen oder entfernen</translation>
    </message>
    <message>
        <source>N&amp;ote of the bookmark…</source>
        <translation>N&amp;otiz des Lesezeichens …</translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation>&amp;Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Previous bookmark</source>
        <translation>&amp;Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Cop&amp;y all bookmarks</source>
        <translation>Alle Lesezeichen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the log…</source>
        <translation>&amp;Protokoll speichern …</translation>
    </message>
    <message>
        <source>Save the s&amp;election…</source>
        <translation>&amp;Auswahl speichern …</translation>
    </message>
    <message>
        <source>&amp;Highlighting rules…</source>
        <translation>&amp;Regeln für Farben …</translation>
    </message>
    <message>
        <source>Forget earlier sea&amp;rches</source>
        <translation>Frühere Suchen v&amp;ergessen</translation>
    </message>
    <message>
        <source>Time since the &amp;boot</source>
        <translation>Zeit seit dem St&amp;art</translation>
    </message>
    <message>
        <source>Time of &amp;arrival</source>
        <translation>Zeit des &amp;Eintreffens</translation>
    </message>
    <message>
        <source>Time since the line be&amp;fore</source>
        <translation>Zeit seit der Zeile &amp;davor</translation>
    </message>
    <message>
        <source>Breaks lines that are longer than the window is wide</source>
        <translation>Bricht Zeilen um, die länger sind, als das Fenster breit ist</translation>
    </message>
    <message>
        <source>Stays at the end of the log as it grows (End)</source>
        <translation>Bleibt am Ende des Protokolls, während es wächst (Ende)</translation>
    </message>
    <message>
        <source>Shows the matching lines alone below the log (Ctrl+Shift+F)</source>
        <translation>Zeigt unter dem Protokoll nur die passenden Zeilen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Sets a bookmark at the current line, or removes it (Ctrl+B)</source>
        <translation>Setzt an der aktuellen Zeile ein Lesezeichen oder entfernt es (Strg+B)</translation>
    </message>
    <message>
        <source>Line n&amp;umbers</source>
        <translation>Ze&amp;ilennummern</translation>
    </message>
    <message>
        <source>S&amp;ilence is noticed after</source>
        <translation>Stille &amp;wird vermerkt nach</translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleBar</name>
    <message>
        <source>The boots in this log</source>
        <translation>Die Starts in diesem Protokoll</translation>
    </message>
    <message>
        <source>Previous failure (Shift+F8)</source>
        <translation>Voriger Fehler (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Next failure (F8)</source>
        <translation>Nächster Fehler (F8)</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>No boot</source>
        <translation>Kein Start</translation>
    </message>
    <message>
        <source>Boot %1, from line %2</source>
        <translation>Start %1, ab Zeile %2</translation>
    </message>
    <message>
        <source>Boot %1 at %2, from line %3</source>
        <translation>Start %1 um %2, ab Zeile %3</translation>
    </message>
    <message>
        <source>%1 · Linux %2</source>
        <comment>boot, kernel</comment>
        <translation>%1 · Linux %2</translation>
    </message>
    <message>
        <source>To the next failure (F8)</source>
        <translation>Zum nächsten Fehler (F8)</translation>
    </message>
    <message>
        <source>More: what is shown, bookmarks, saving</source>
        <translation>Mehr: was gezeigt wird, Lesezeichen, Speichern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier boot(s)</source>
        <translation>
            <numerusform>%Ln früherer Start</numerusform>
            <numerusform>%Ln frühere Starts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleMenu</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with line numbers and times</source>
        <translation>Mit Zeilennummern und Zeiten kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Set a bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Note of the bookmark…</source>
        <translation>Notiz des Lesezeichens …</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Time column</source>
        <translation>Zeitspalte</translation>
    </message>
    <message>
        <source>Since the boot began</source>
        <translation>Seit Beginn des Starts</translation>
    </message>
    <message>
        <source>When it arrived</source>
        <translation>Als sie eintraf</translation>
    </message>
    <message>
        <source>Since the line before</source>
        <translation>Seit der Zeile davor</translation>
    </message>
    <message>
        <source>Save the selection…</source>
        <translation>Auswahl speichern …</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Protokoll speichern …</translation>
    </message>
</context>
<context>
    <name>portlight::ConsolePage</name>
    <message>
        <source>“%1” is not in this log.</source>
        <translation>„%1“ steht nicht in diesem Protokoll.</translation>
    </message>
    <message>
        <source>The search went on from the other end.</source>
        <translation>Die Suche ging vom anderen Ende weiter.</translation>
    </message>
    <message>
        <source>No console output yet</source>
        <translation>Noch keine Ausgabe der Konsole</translation>
    </message>
    <message>
        <source>What the guest writes to its serial port appears here.</source>
        <translation>Hier erscheint, was der Gast auf seine serielle Schnittstelle schreibt.</translation>
    </message>
    <message>
        <source>The log appears here as soon as the VM has been started.</source>
        <translation>Das Protokoll erscheint hier, sobald die VM gestartet wurde.</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt);;All files (*)</source>
        <translation>Protokolle (*.log *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The log was saved to %1.</source>
        <translation>Das Protokoll wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>A highlighting rule of yours is wrong: %1</source>
        <translation>Eine Ihrer Regeln für Farben ist falsch: %1</translation>
    </message>
    <message>
        <source>Reading %1: %2 %</source>
        <translation>%1 werden gelesen: %2 %</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Not readable since %1 (%2)</source>
        <comment>time, duration</comment>
        <translation>Seit %1 nicht lesbar (%2)</translation>
    </message>
    <message>
        <source>The bookmarks were copied.</source>
        <translation>Die Lesezeichen wurden kopiert.</translation>
    </message>
    <message>
        <source>Looking for “%1”…</source>
        <translation>„%1“ wird gesucht …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>matches</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <comment>matches, per cent</comment>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>Saving: %1 %</source>
        <translation>Wird gespeichert: %1 %</translation>
    </message>
    <message>
        <source>Save the selection</source>
        <translation>Auswahl speichern</translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleView</name>
    <message>
        <source>Serial console</source>
        <translation>Serielle Konsole</translation>
    </message>
    <message>
        <source>No console output yet</source>
        <translation>Noch keine Ausgabe der Konsole</translation>
    </message>
    <message>
        <source>What the guest writes to its serial port appears here.</source>
        <translation>Hier erscheint, was der Gast auf seine serielle Schnittstelle schreibt.</translation>
    </message>
    <message>
        <source>To the end of the log, and follow it (End)</source>
        <translation>Zum Ende des Protokolls und ihm folgen (Ende)</translation>
    </message>
    <message>
        <source>The selection is too large for the clipboard. Save it to a file instead.</source>
        <translation>Die Auswahl ist zu groß für die Zwischenablage. Speichern Sie sie stattdessen in eine Datei.</translation>
    </message>
    <message>
        <source>Note of the bookmark</source>
        <translation>Notiz des Lesezeichens</translation>
    </message>
    <message>
        <source>A bookmark.</source>
        <translation>Ein Lesezeichen.</translation>
    </message>
    <message>
        <source>A bookmark: %1</source>
        <translation>Ein Lesezeichen: %1</translation>
    </message>
    <message>
        <source>Click to set a bookmark.</source>
        <translation>Ein Klick setzt ein Lesezeichen.</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>The log has %1 lines.</source>
        <translation>Das Protokoll hat %1 Zeilen.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>portlight::DesktopCanvas</name>
    <message>
        <source>Desktop of the VM</source>
        <translation>Desktop der VM</translation>
    </message>
    <message>
        <source>Keys go to the guest. Ctrl+Alt+Home brings the keyboard back to the window.</source>
        <translation>Tasten gehen an den Gast. Strg+Alt+Pos1 holt die Tastatur zum Fenster zurück.</translation>
    </message>
</context>
<context>
    <name>portlight::DesktopConnection</name>
    <message>
        <source>The desktop did not answer for %1 s.</source>
        <translation>Der Desktop hat %1 s lang nicht geantwortet.</translation>
    </message>
    <message>
        <source>The remembered password was refused. %1</source>
        <translation>Das gemerkte Passwort wurde abgelehnt. %1</translation>
    </message>
    <message>
        <source>The password could not be remembered: %1</source>
        <translation>Das Passwort konnte nicht gemerkt werden: %1</translation>
    </message>
    <message>
        <source>The keyring has no password for this desktop any more.</source>
        <translation>Der Schlüsselbund hat für diesen Desktop kein Passwort mehr.</translation>
    </message>
    <message>
        <source>The password could not be forgotten: %1</source>
        <translation>Das Passwort konnte nicht vergessen werden: %1</translation>
    </message>
</context>
<context>
    <name>portlight::DesktopPage</name>
    <message>
        <source>No VM is selected.</source>
        <translation>Keine VM ist ausgewählt.</translation>
    </message>
    <message>
        <source>Waiting for the desktop…</source>
        <translation>Warten auf den Desktop …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to go on.</source>
        <translation>Der Gast steht still. Setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>Save the screenshot</source>
        <translation>Bildschirmfoto speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The guest does not take another size.</source>
        <translation>Der Gast nimmt keine andere Größe an.</translation>
    </message>
    <message>
        <source>The server has refused: it may not switch the guest.</source>
        <translation>Der Server hat abgelehnt: Er darf den Gast nicht schalten.</translation>
    </message>
    <message>
        <source>What was copied is too large for the guest (%1).</source>
        <translation>Was kopiert wurde, ist für den Gast zu groß (%1).</translation>
    </message>
    <message>
        <source>What was copied in the guest is too large to be taken (%1).</source>
        <translation>Was im Gast kopiert wurde, ist zu groß, um übernommen zu werden (%1).</translation>
    </message>
    <message>
        <source>The system does not let Portlight take the whole keyboard.</source>
        <translation>Das System lässt Portlight nicht die ganze Tastatur nehmen.</translation>
    </message>
    <message numerus="yes">
        <source>The next try is in %n second(s).</source>
        <translation>
            <numerusform>Der nächste Versuch ist in %n Sekunde.</numerusform>
            <numerusform>Der nächste Versuch ist in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The guest is starting. Its desktop is not there yet.</source>
        <translation>Der Gast startet. Sein Desktop ist noch nicht da.</translation>
    </message>
    <message>
        <source>Paused since %1</source>
        <translation>Angehalten seit %1</translation>
    </message>
    <message numerus="yes">
        <source>The connection is lost. This picture is %n second(s) old.</source>
        <translation>
            <numerusform>Die Verbindung ist abgerissen. Dieses Bild ist %n Sekunde alt.</numerusform>
            <numerusform>Die Verbindung ist abgerissen. Dieses Bild ist %n Sekunden alt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Neuer Versuch…</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>Nicht mit %1 verbunden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>The screenshot is %1.</source>
        <translation>Das Bildschirmfoto ist %1.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No browser reaches this desktop: it speaks plain VNC.</source>
        <translation>Kein Browser erreicht diesen Desktop: Er spricht reines VNC.</translation>
    </message>
    <message>
        <source>The link is on the clipboard. It holds no password: %1</source>
        <translation>Der Link ist in der Zwischenablage. Er enthält kein Passwort: %1</translation>
    </message>
    <message>
        <source>Shut down %1?</source>
        <translation>%1 herunterfahren?</translation>
    </message>
    <message>
        <source>The guest is asked to shut down in good order.</source>
        <translation>Der Gast wird gebeten, geordnet herunterzufahren.</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Reboot %1?</source>
        <translation>%1 neu starten?</translation>
    </message>
    <message>
        <source>The guest is asked to reboot in good order.</source>
        <translation>Der Gast wird gebeten, geordnet neu zu starten.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Reset %1?</source>
        <translation>%1 zurücksetzen?</translation>
    </message>
    <message>
        <source>As with the button at a computer: what was not saved in the guest is lost.</source>
        <translation>Wie mit dem Knopf am Rechner: Was im Gast nicht gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>F11 leaves the full screen.</source>
        <translation>F11 beendet das Vollbild.</translation>
    </message>
</context>
<context>
    <name>portlight::DesktopToolBar</name>
    <message>
        <source>Desktop tools</source>
        <translation>Werkzeuge des Desktops</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Save a screenshot</source>
        <translation>Bildschirmfoto speichern</translation>
    </message>
    <message>
        <source>How the guest&apos;s picture is sized.</source>
        <translation>Wie groß das Bild des Gastes gezeigt wird.</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys for the guest</source>
        <translation>Tasten für den Gast</translation>
    </message>
    <message>
        <source>Press keys that this machine keeps for itself.</source>
        <translation>Tasten drücken, die diese Maschine sonst für sich behält.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>What is copied here and in the guest.</source>
        <translation>Was hier und im Gast kopiert wird.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Quality, figures, power and the way to share this desktop.</source>
        <translation>Qualität, Zahlen, Strom und der Weg, diesen Desktop weiterzugeben.</translation>
    </message>
</context>
<context>
    <name>portlight::DetailsPage</name>
    <message>
        <source>The VM</source>
        <translation>Die VM</translation>
    </message>
    <message>
        <source>Its desktop</source>
        <translation>Ihr Desktop</translation>
    </message>
    <message>
        <source>Its files</source>
        <translation>Ihre Dateien</translation>
    </message>
    <message>
        <source>The probe saw</source>
        <translation>Die Prüfung sah</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>QEMU microvm</source>
        <translation>QEMU microvm</translation>
    </message>
    <message>
        <source>KVM</source>
        <translation>KVM</translation>
    </message>
    <message>
        <source>software emulation (TCG)</source>
        <translation>Software-Emulation (TCG)</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Starts so far</source>
        <translation>Bisherige Starts</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Its address is known once the VM runs.</source>
        <translation>Seine Adresse ist bekannt, sobald die VM läuft.</translation>
    </message>
    <message>
        <source>Port 6080</source>
        <translation>Port 6080</translation>
    </message>
    <message>
        <source>In a browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>Reachable by</source>
        <translation>Erreichbar für</translation>
    </message>
    <message>
        <source>Every user of this machine, without a password.</source>
        <translation>Jeden Benutzer dieses Rechners, ohne Passwort.</translation>
    </message>
    <message>
        <source>You alone.</source>
        <translation>Sie allein.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Console log</source>
        <translation>Konsolenprotokoll</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>Startargumente</translation>
    </message>
    <message>
        <source>The desktop has not been checked yet.</source>
        <translation>Der Desktop wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>A desktop can be checked while the VM runs.</source>
        <translation>Ein Desktop lässt sich prüfen, während die VM läuft.</translation>
    </message>
</context>
<context>
    <name>portlight::EmptyPage</name>
    <message>
        <source>Is the desktop really there?</source>
        <translation>Ist der Desktop wirklich da?</translation>
    </message>
    <message>
        <source>Portlight boots browser VMs, reads their serial console and proves that port 6080 shows a living desktop. If it does not, it says why.</source>
        <translation>Portlight startet Browser-VMs, liest ihre serielle Konsole und beweist, dass Port 6080 einen lebenden Desktop zeigt. Wenn nicht, sagt es warum.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Boots the desktop image on this machine and shows its desktop. Nothing else is needed.</source>
        <translation>Startet das Image „desktop“ auf diesem Rechner und zeigt seinen Desktop. Mehr ist nicht nötig.</translation>
    </message>
    <message>
        <source>Builds a small image (%1, a few minutes) and boots it on this machine. Nothing else is needed.</source>
        <translation>Baut ein kleines Image (%1, wenige Minuten) und startet es auf diesem Rechner. Mehr ist nicht nötig.</translation>
    </message>
    <message>
        <source>Builds a small image in a few minutes and boots it on this machine. Nothing else is needed.</source>
        <translation>Baut in wenigen Minuten ein kleines Image und startet es auf diesem Rechner. Mehr ist nicht nötig.</translation>
    </message>
    <message>
        <source>Build and boot</source>
        <translation>Bauen und starten</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>portlight::FiguresLabel</name>
    <message>
        <source>Figures of the connection</source>
        <translation>Zahlen der Verbindung</translation>
    </message>
    <message>
        <source>%1 updates/s · %2 kB/s</source>
        <translation>%1 Bilder/s · %2 kB/s</translation>
    </message>
    <message>
        <source>%1 · %2 ms away</source>
        <translation>%1 · %2 ms entfernt</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>decoding %1 ms</source>
        <translation>Dekodieren %1 ms</translation>
    </message>
</context>
<context>
    <name>portlight::FilterPane</name>
    <message>
        <source>Matching lines</source>
        <translation>Passende Zeilen</translation>
    </message>
    <message>
        <source>This boot</source>
        <translation>Dieser Start</translation>
    </message>
    <message>
        <source>Only lines of the boot that the log above shows</source>
        <translation>Nur Zeilen des Starts, den das Protokoll darüber zeigt</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Lines that say that something failed</source>
        <translation>Zeilen, die melden, dass etwas fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Lines that warn</source>
        <translation>Zeilen, die warnen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Services that start and stop</source>
        <translation>Dienste, die starten und anhalten</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Lines of the kernel</source>
        <translation>Zeilen des Kernels</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Lines of health reports</source>
        <translation>Zeilen von Zustandsberichten</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>Lines of the hypervisor&apos;s own log</source>
        <translation>Zeilen aus dem Protokoll des Hypervisors</translation>
    </message>
    <message>
        <source>Hides the matching lines (Ctrl+Shift+F)</source>
        <translation>Verbirgt die passenden Zeilen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 · %2 % looked at</source>
        <comment>lines, per cent</comment>
        <translation>%1 · %2 % durchsucht</translation>
    </message>
    <message>
        <source>The search cannot be understood</source>
        <translation>Die Suche ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>Nothing is asked for yet</source>
        <translation>Noch ist nichts gefragt</translation>
    </message>
    <message>
        <source>Type into the search field above, or choose a kind of lines.</source>
        <translation>Schreiben Sie oben ins Suchfeld, oder wählen Sie eine Art von Zeilen.</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>New lines that match appear here.</source>
        <translation>Neue Zeilen, die passen, erscheinen hier.</translation>
    </message>
    <message>
        <source>Looking for matching lines</source>
        <translation>Passende Zeilen werden gesucht</translation>
    </message>
</context>
<context>
    <name>portlight::FleetController</name>
    <message>
        <source>Looking at the VMs</source>
        <translation>VMs ansehen</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>%1 wird gestartet</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>%1 wird gestoppt</translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation>%1 wird neu gestartet</translation>
    </message>
    <message>
        <source>Pausing %1</source>
        <translation>%1 wird angehalten</translation>
    </message>
    <message>
        <source>Resuming %1</source>
        <translation>%1 wird fortgesetzt</translation>
    </message>
    <message>
        <source>Destroying %1</source>
        <translation>%1 wird vernichtet</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>%1 wird angelegt</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>%1 wird zurückgeholt</translation>
    </message>
    <message>
        <source>Trying the demo</source>
        <translation>Demo wird ausprobiert</translation>
    </message>
    <message>
        <source>trying: %1</source>
        <translation>wird versucht: %1</translation>
    </message>
</context>
<context>
    <name>portlight::GzipLog</name>
    <message>
        <source>The packed file is damaged or not complete.</source>
        <translation>Die gepackte Datei ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>What stands before the damage is shown.</source>
        <translation>Gezeigt wird, was vor der Beschädigung steht.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The packed file holds too much to be shown.</source>
        <translation>Die gepackte Datei enthält zu viel, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>Unpack it with gunzip, and open what comes out.</source>
        <translation>Entpacken Sie sie mit gunzip, und öffnen Sie das Ergebnis.</translation>
    </message>
</context>
<context>
    <name>portlight::HeatStrip</name>
    <message>
        <source>Overview of the whole log</source>
        <translation>Überblick über das ganze Protokoll</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>portlight::IdentityCard</name>
    <message>
        <source>I have &amp;made sure that it has changed for a good reason.</source>
        <translation>Ich habe &amp;geprüft, dass er sich aus gutem Grund geändert hat.</translation>
    </message>
    <message>
        <source>Trust this &amp;once</source>
        <translation>Diesmal v&amp;ertrauen</translation>
    </message>
    <message>
        <source>&amp;Trust and remember</source>
        <translation>&amp;Vertrauen und merken</translation>
    </message>
    <message>
        <source>%1 is not the server that it was.</source>
        <translation>%1 ist nicht mehr derselbe Server.</translation>
    </message>
    <message>
        <source>You have trusted another identity here before. Somebody may be standing between you and the server; or it was installed anew. Compare the fingerprint with the server&apos;s before you go on.</source>
        <translation>Sie haben hier früher einer anderen Identität vertraut. Vielleicht steht jemand zwischen Ihnen und dem Server; oder er wurde neu eingerichtet. Vergleichen Sie den Fingerabdruck mit dem des Servers, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>Ist das wirklich %1?</translation>
    </message>
    <message>
        <source>Nobody vouches for this server. Compare the fingerprint with the server&apos;s, or trust it if you have just set it up.</source>
        <translation>Niemand bürgt für diesen Server. Vergleichen Sie den Fingerabdruck mit dem des Servers, oder vertrauen Sie ihm, wenn Sie ihn gerade eingerichtet haben.</translation>
    </message>
    <message>
        <source>Made out for</source>
        <translation>Ausgestellt auf</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>As noVNC shows it</source>
        <translation>Wie noVNC ihn zeigt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>portlight::JobCard</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Schließen: %1</translation>
    </message>
    <message>
        <source>Cancelling and cleaning up.</source>
        <translation>Wird abgebrochen und aufgeräumt.</translation>
    </message>
</context>
<context>
    <name>portlight::KeyMenu</name>
    <message>
        <source>Ctrl+Alt+F1 to F12</source>
        <translation>Strg+Alt+F1 bis F12</translation>
    </message>
    <message>
        <source>&amp;Add a combination…</source>
        <translation>Kombination &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove a combination</source>
        <translation>Kombination &amp;entfernen</translation>
    </message>
    <message>
        <source>Hold &amp;Ctrl</source>
        <translation>&amp;Strg gedrückt halten</translation>
    </message>
    <message>
        <source>Hold A&amp;lt</source>
        <translation>A&amp;lt gedrückt halten</translation>
    </message>
    <message>
        <source>Hold &amp;Shift</source>
        <translation>&amp;Umschalt gedrückt halten</translation>
    </message>
    <message>
        <source>Hold S&amp;uper (the Windows key)</source>
        <translation>Su&amp;per (Windows-Taste) gedrückt halten</translation>
    </message>
    <message>
        <source>Take the &amp;whole keyboard</source>
        <translation>Die &amp;ganze Tastatur nehmen</translation>
    </message>
    <message>
        <source>Also keys that the window manager listens for. Ctrl+Alt+Home gives it back.</source>
        <translation>Auch Tasten, auf die der Fenstermanager hört. Strg+Alt+Pos1 gibt sie zurück.</translation>
    </message>
</context>
<context>
    <name>portlight::KeyRecorder</name>
    <message>
        <source>Keys of the combination</source>
        <translation>Tasten der Kombination</translation>
    </message>
    <message>
        <source>Press the keys together.</source>
        <translation>Drücken Sie die Tasten zusammen.</translation>
    </message>
</context>
<context>
    <name>portlight::LampRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>portlight::LogOpener</name>
    <message>
        <source>Open a log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt *.gz *.out);;All files (*)</source>
        <translation>Protokolle (*.log *.txt *.gz *.out);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open it &amp;nevertheless</source>
        <translation>&amp;Trotzdem öffnen</translation>
    </message>
</context>
<context>
    <name>portlight::LogWindow</name>
    <message>
        <source>%1 – Portlight</source>
        <translation>%1 – Portlight</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Open an&amp;other log…</source>
        <translation>&amp;Anderes Protokoll öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Kopie &amp;speichern …</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>Diese Datei ist leer</translation>
    </message>
    <message>
        <source>What is written to it appears here.</source>
        <translation>Was hineingeschrieben wird, erscheint hier.</translation>
    </message>
    <message>
        <source>The file is not there any more. It appears here when it comes back.</source>
        <translation>Die Datei ist nicht mehr da. Sie erscheint hier, sobald sie wiederkommt.</translation>
    </message>
    <message>
        <source>Nothing was packed into it.</source>
        <translation>Es wurde nichts hineingepackt.</translation>
    </message>
    <message>
        <source>Unpacking: %1 %</source>
        <translation>Wird entpackt: %1 %</translation>
    </message>
</context>
<context>
    <name>portlight::LogWriter</name>
    <message>
        <source>The log could not be saved to %1.</source>
        <translation>Das Protokoll konnte nicht nach %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
</context>
<context>
    <name>portlight::LoginCard</name>
    <message>
        <source>Remember in the &amp;keyring</source>
        <translation>Im &amp;Schlüsselbund merken</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Forget the remembered one</source>
        <translation>Das gemerkte &amp;vergessen</translation>
    </message>
    <message>
        <source>Name of the machine (may be empty)</source>
        <translation>Name der Maschine (darf leer sein)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password.</source>
        <translation>%1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>%1 asks for a password.</source>
        <translation>%1 verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>VNC</source>
        <translation>VNC</translation>
    </message>
    <message>
        <source>It travels encrypted (%1).</source>
        <translation>Es reist verschlüsselt (%1).</translation>
    </message>
    <message>
        <source>The connection is not encrypted (%1): whoever is on the way can find it out.</source>
        <translation>Die Verbindung ist nicht verschlüsselt (%1): Wer am Weg sitzt, kann es herausfinden.</translation>
    </message>
    <message>
        <source>No keyring (Secret Service) runs in this session, and Portlight keeps passwords nowhere else.</source>
        <translation>In dieser Sitzung läuft kein Schlüsselbund (Secret Service), und Portlight bewahrt Passwörter nirgends sonst auf.</translation>
    </message>
</context>
<context>
    <name>portlight::MainWindow</name>
    <message>
        <source>Portlight</source>
        <translation>Portlight</translation>
    </message>
    <message>
        <source>%1 – Portlight</source>
        <translation>%1 – Portlight</translation>
    </message>
    <message>
        <source>Looking at the images</source>
        <translation>Images ansehen</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>Diesen Rechner ansehen</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>Neue VM</translation>
    </message>
    <message>
        <source>Looking at the disk</source>
        <translation>Platte ansehen</translation>
    </message>
    <message>
        <source>Destroy a VM</source>
        <translation>VM vernichten</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>„%1“ vernichten?</translation>
    </message>
    <message>
        <source>The VM, its disk (%1) and its console logs go to the trash.</source>
        <translation>Die VM, ihre Platte (%1) und ihre Konsolenprotokolle kommen in den Papierkorb.</translation>
    </message>
    <message>
        <source>It runs and will be stopped.</source>
        <translation>Sie läuft und wird gestoppt.</translation>
    </message>
    <message>
        <source>You can bring it back for 72 hours with View, Trash.</source>
        <translation>Sie lässt sich 72 Stunden lang mit Ansicht, Papierkorb zurückholen.</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Vernichten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Looking into the trash</source>
        <translation>In den Papierkorb sehen</translation>
    </message>
    <message>
        <source>About Portlight</source>
        <translation>Über Portlight</translation>
    </message>
    <message>
        <source>&lt;b&gt;Portlight %1&lt;/b&gt;&lt;p&gt;Is the desktop of a browser VM really there, and if not, why?&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Portlight %1&lt;/b&gt;&lt;p&gt;Ist der Desktop einer Browser-VM wirklich da, und wenn nicht, warum?&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close Portlight</source>
        <translation>Portlight schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running. Closing cancels them and removes what is half-made. VMs keep running.</source>
        <translation>
            <numerusform>Ein Auftrag läuft noch. Schließen bricht ihn ab und entfernt halb Fertiges. VMs laufen weiter.</numerusform>
            <numerusform>%n Aufträge laufen noch. Schließen bricht sie ab und entfernt halb Fertiges. VMs laufen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Recordings (*%1)</source>
        <translation>Aufzeichnungen (*%1)</translation>
    </message>
</context>
<context>
    <name>portlight::NewVmDialog</name>
    <message>
        <source>built today</source>
        <translation>heute gebaut</translation>
    </message>
    <message>
        <source>built on %1</source>
        <translation>gebaut am %1</translation>
    </message>
    <message>
        <source>Kernel and services talk more (debug)</source>
        <translation>Kernel und Dienste sagen mehr (debug)</translation>
    </message>
    <message>
        <source>Create and start</source>
        <translation>Anlegen und starten</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>Neue VM</translation>
    </message>
    <message>
        <source>%1 v%2, %3</source>
        <translation>%1 v%2, %3</translation>
    </message>
    <message>
        <source>%1, built first (some minutes)</source>
        <translation>%1, wird zuerst gebaut (einige Minuten)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>of %1 GiB free</source>
        <translation>von %1 GiB frei</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Was angelegt wird</translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation>Startargumente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>taken by another VM</source>
        <translation>von einer anderen VM belegt</translation>
    </message>
    <message>
        <source>a VM needs a name</source>
        <translation>eine VM braucht einen Namen</translation>
    </message>
    <message>
        <source>looks like the id of a VM</source>
        <translation>sieht wie die Id einer VM aus</translation>
    </message>
    <message>
        <source>begin with a letter or a digit</source>
        <translation>mit Buchstabe oder Ziffer beginnen</translation>
    </message>
    <message>
        <source>letters, digits, dots, - and _ only</source>
        <translation>nur Buchstaben, Ziffern, Punkte, - und _</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>A new image from the recipe “%1”</source>
        <translation>Ein neues Image nach dem Rezept „%1“</translation>
    </message>
    <message>
        <source>QEMU microvm, with KVM where it works, else software emulation</source>
        <translation>QEMU microvm, mit KVM, wo es geht, sonst Software-Emulation</translation>
    </message>
    <message>
        <source>Disk: overlay on %1, under 1 MB at first</source>
        <translation>Platte: Auflage auf %1, anfangs unter 1 MB</translation>
    </message>
    <message>
        <source>6080 at 127.0.0.1, a free port</source>
        <translation>6080 auf 127.0.0.1, ein freier Port</translation>
    </message>
    <message>
        <source>Console: serial-console.log</source>
        <translation>Konsole: serial-console.log</translation>
    </message>
    <message>
        <source>Expected to answer after about %1</source>
        <translation>Antwortet voraussichtlich nach etwa %1</translation>
    </message>
    <message>
        <source>Those of the image.</source>
        <translation>Die des Images.</translation>
    </message>
    <message>
        <source>and those for more messages</source>
        <translation>und die für mehr Meldungen</translation>
    </message>
</context>
<context>
    <name>portlight::PageTabs</name>
    <message numerus="yes">
        <source>%Ln failure line(s) in the log</source>
        <translation>
            <numerusform>%Ln Fehlerzeile im Protokoll</numerusform>
            <numerusform>%Ln Fehlerzeilen im Protokoll</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::QuestionCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>portlight::RecordingControl</name>
    <message>
        <source>The recording is %1.</source>
        <translation>Die Aufzeichnung ist %1.</translation>
    </message>
</context>
<context>
    <name>portlight::RecordingPlayer</name>
    <message>
        <source>%1 is no recording of a desktop.</source>
        <translation>%1 ist keine Aufzeichnung eines Desktops.</translation>
    </message>
    <message>
        <source>%1 was recorded by a newer version of Portlight.</source>
        <translation>%1 wurde mit einer neueren Version von Portlight aufgezeichnet.</translation>
    </message>
    <message>
        <source>The recording %1 ends before its first picture.</source>
        <translation>Die Aufzeichnung %1 endet vor ihrem ersten Bild.</translation>
    </message>
    <message>
        <source>The recording was cut off; it plays until %1.</source>
        <translation>Die Aufzeichnung wurde abgeschnitten; sie läuft bis %1.</translation>
    </message>
    <message>
        <source>The recording is damaged; it plays until %1.</source>
        <translation>Die Aufzeichnung ist beschädigt; sie läuft bis %1.</translation>
    </message>
    <message>
        <source>The recording %1 cannot be read: %2.</source>
        <translation>Die Aufzeichnung %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The recording is damaged at %1; something is missing there.</source>
        <translation>Die Aufzeichnung ist bei %1 beschädigt; dort fehlt etwas.</translation>
    </message>
</context>
<context>
    <name>portlight::ReplayBar</name>
    <message>
        <source>Save a screenshot</source>
        <translation>Bildschirmfoto sichern</translation>
    </message>
    <message>
        <source>Save this picture. (Ctrl+Shift+S)</source>
        <translation>Dieses Bild sichern (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Vollbild (F11)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast it is played.</source>
        <translation>Wie schnell abgespielt wird.</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 (Space)</source>
        <translation>%1 (Leertaste)</translation>
    </message>
</context>
<context>
    <name>portlight::ReplayPage</name>
    <message>
        <source>Recorded desktop</source>
        <translation>Aufgezeichneter Desktop</translation>
    </message>
    <message>
        <source>This recording cannot be shown.</source>
        <translation>Diese Aufzeichnung kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Opening the recording…</source>
        <translation>Die Aufzeichnung wird geöffnet…</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Save the screenshot</source>
        <translation>Bildschirmfoto sichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The screenshot is %1.</source>
        <translation>Das Bildschirmfoto ist %1.</translation>
    </message>
</context>
<context>
    <name>portlight::RulesDialog</name>
    <message>
        <source>no severity</source>
        <translation>ohne Gewicht</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>verhängnisvoll</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Highlighting rules</source>
        <translation>Regeln für Farben</translation>
    </message>
    <message>
        <source>These rules decide which lines of a log are failures, warnings or good news. Rules of your own are files *.json in a folder of yours; they apply as soon as they are saved.</source>
        <translation>Diese Regeln entscheiden, welche Zeilen eines Protokolls Fehler, Warnungen oder gute Nachrichten sind. Eigene Regeln sind Dateien *.json in einem Ordner von Ihnen; sie gelten, sobald sie gespeichert sind.</translation>
    </message>
    <message>
        <source>%1 (yours)</source>
        <translation>%1 (eigene)</translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%n weiteres Problem</numerusform>
            <numerusform>%n weitere Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines that match /%1/ are of the class “%2”, severity: %3.</source>
        <translation>Zeilen, auf die /%1/ passt, gehören zur Klasse „%2“, Gewicht: %3.</translation>
    </message>
    <message>
        <source>Lines it means:</source>
        <translation>Zeilen, die sie meint:</translation>
    </message>
    <message>
        <source>Lines it does not mean:</source>
        <translation>Zeilen, die sie nicht meint:</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>Der Ordner %1 lässt sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>portlight::SearchField</name>
    <message>
        <source>Search: text, /regex/, and or not</source>
        <translation>Suche: Text, /Regex/, and or not</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Words and “quoted text”, /regular expressions/, and, or, not, parentheses, class:failure.
A capital letter asks for the case as written.
Enter goes to the next match, Shift+Enter to the previous one, Down shows earlier searches.</source>
        <translation>Wörter und „Text in Anführungszeichen“, /reguläre Ausdrücke/, and, or, not, Klammern, class:failure.
Ein Großbuchstabe verlangt die Schreibung wie eingegeben.
Enter führt zum nächsten Treffer, Umschalt+Enter zum vorigen, Pfeil nach unten zeigt frühere Suchen.</translation>
    </message>
</context>
<context>
    <name>portlight::Sidebar</name>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>Neue VM</translation>
    </message>
    <message>
        <source>Find a VM</source>
        <translation>VM suchen</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VMs</translation>
    </message>
    <message>
        <source>Make a new VM (Ctrl+N).</source>
        <translation>Eine neue VM anlegen (Strg+N).</translation>
    </message>
    <message>
        <source>no VMs</source>
        <translation>keine VMs</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No VM has “%1” in its name.</source>
        <translation>Keine VM hat „%1“ im Namen.</translation>
    </message>
</context>
<context>
    <name>portlight::StatusLine</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>This machine: QEMU found, %1 free</source>
        <translation>Dieser Rechner: QEMU gefunden, %1 frei</translation>
    </message>
    <message>
        <source>This machine: QEMU is missing, %1 free</source>
        <translation>Dieser Rechner: QEMU fehlt, %1 frei</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation>
            <numerusform>%n VM</numerusform>
            <numerusform>%n VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n bestätigt</numerusform>
            <numerusform>%n bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs running</source>
        <translation>Keine laufenden Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n laufender Auftrag</numerusform>
            <numerusform>%n laufende Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
</context>
<context>
    <name>portlight::TerminalPane</name>
    <message>
        <source>The VM does not run, so nobody reads what you type.</source>
        <translation>Die VM läuft nicht, also liest niemand, was Sie tippen.</translation>
    </message>
    <message>
        <source>To type, take the keyboard first: the button is at the lower right.</source>
        <translation>Zum Tippen übernehmen Sie erst die Tastatur: Der Knopf ist unten rechts.</translation>
    </message>
    <message>
        <source>The VM closed its console.</source>
        <translation>Die VM hat ihre Konsole geschlossen.</translation>
    </message>
    <message>
        <source>The guest does not read what is typed; the last keys were left out.</source>
        <translation>Der Gast liest nicht, was getippt wird; die letzten Tasten wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Give the keyboard back</source>
        <translation>Tastatur zurückgeben</translation>
    </message>
    <message>
        <source>Take the keyboard</source>
        <translation>Tastatur übernehmen</translation>
    </message>
    <message>
        <source>Ctrl+Alt+G does the same.</source>
        <translation>Strg+Alt+G bewirkt dasselbe.</translation>
    </message>
    <message>
        <source>The VM does not run.</source>
        <translation>Die VM läuft nicht.</translation>
    </message>
    <message>
        <source>Type into the guest&apos;s serial console.</source>
        <translation>In die serielle Konsole des Gasts tippen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Type “stty rows %1 cols %2”</source>
        <translation>„stty rows %1 cols %2“ tippen</translation>
    </message>
    <message>
        <source>Tells programs in the guest how large this terminal is.</source>
        <translation>Sagt Programmen im Gast, wie groß dieses Terminal ist.</translation>
    </message>
</context>
<context>
    <name>portlight::TerminalSign</name>
    <message>
        <source>More for this terminal</source>
        <translation>Mehr zu diesem Terminal</translation>
    </message>
    <message>
        <source>The VM does not run. This is what it said last.</source>
        <translation>Die VM läuft nicht. Das hat sie zuletzt gesagt.</translation>
    </message>
    <message>
        <source>You are watching. Nothing you type reaches the guest until you take the keyboard.</source>
        <translation>Sie sehen zu. Nichts, was Sie tippen, erreicht den Gast, bis Sie die Tastatur übernehmen.</translation>
    </message>
    <message>
        <source>Taking the keyboard.</source>
        <translation>Die Tastatur wird übernommen.</translation>
    </message>
    <message>
        <source>You have the keyboard: keys go to the guest. Ctrl+Alt+G gives it back.</source>
        <translation>Sie haben die Tastatur: Tasten gehen an den Gast. Strg+Alt+G gibt sie zurück.</translation>
    </message>
    <message>
        <source>You have the keyboard, and it waits: click into the terminal to type.</source>
        <translation>Sie haben die Tastatur, und sie wartet: Klicken Sie ins Terminal, um zu tippen.</translation>
    </message>
</context>
<context>
    <name>portlight::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
</context>
<context>
    <name>portlight::TrashDialog</name>
    <message>
        <source>Looking into the trash.</source>
        <translation>In den Papierkorb sehen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Destroyed VMs</source>
        <translation>Vernichtete VMs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 · destroyed %2 · kept for %3 h more</source>
        <translation>%1 · vernichtet %2 · noch %3 h aufbewahrt</translation>
    </message>
    <message>
        <source>Destroyed on %1, kept until %2.</source>
        <translation>Vernichtet am %1, aufbewahrt bis %2.</translation>
    </message>
    <message>
        <source>The trash is empty. Destroyed VMs are kept here for 72 hours.</source>
        <translation>Der Papierkorb ist leer. Vernichtete VMs bleiben hier 72 Stunden.</translation>
    </message>
    <message>
        <source>These VMs were destroyed and can be brought back, stopped, with their disks.</source>
        <translation>Diese VMs wurden vernichtet und lassen sich gestoppt mit ihren Platten zurückholen.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>It was never started, so there is no log.</source>
        <translation>Sie wurde nie gestartet, also gibt es kein Protokoll.</translation>
    </message>
</context>
<context>
    <name>portlight::ViewerActions</name>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;View only</source>
        <translation>Nur &amp;ansehen</translation>
    </message>
    <message>
        <source>Look on: no key, no click and no text goes to the guest.</source>
        <translation>Zusehen: Keine Taste, kein Klick und kein Text geht an den Gast.</translation>
    </message>
    <message>
        <source>&amp;Save a screenshot…</source>
        <translation>Bildschirmfoto &amp;sichern…</translation>
    </message>
    <message>
        <source>Save the guest&apos;s picture.</source>
        <translation>Das Bild des Gastes sichern.</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Put the guest&apos;s picture on the clipboard.</source>
        <translation>Das Bild des Gastes in die Zwischenablage legen.</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Aufzei&amp;chnen</translation>
    </message>
    <message>
        <source>Record what the desktop shows, without loss.</source>
        <translation>Aufzeichnen, was der Desktop zeigt, ohne Verlust.</translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>How the connection does, in a corner of the picture.</source>
        <translation>Wie es der Verbindung geht, in einer Ecke des Bildes.</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Copy the &amp;noVNC link</source>
        <translation>&amp;noVNC-Link kopieren</translation>
    </message>
    <message>
        <source>The address that shows this desktop in a browser, without any password.</source>
        <translation>Die Adresse, die diesen Desktop im Browser zeigt, ohne jedes Passwort.</translation>
    </message>
    <message>
        <source>&amp;Forget the password</source>
        <translation>&amp;Passwort vergessen</translation>
    </message>
    <message>
        <source>Take this desktop&apos;s password out of the keyring.</source>
        <translation>Das Passwort dieses Desktops aus dem Schlüsselbund nehmen.</translation>
    </message>
    <message>
        <source>C&amp;onnect anew</source>
        <translation>Neu ver&amp;binden</translation>
    </message>
    <message>
        <source>Begin a new connection now.</source>
        <translation>Jetzt eine neue Verbindung beginnen.</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>T&amp;rennen</translation>
    </message>
    <message>
        <source>End the connection; the guest goes on.</source>
        <translation>Die Verbindung beenden; der Gast läuft weiter.</translation>
    </message>
    <message>
        <source>C&amp;lipboard</source>
        <translation>Z&amp;wischenablage</translation>
    </message>
    <message>
        <source>Take what is copied in the &amp;guest</source>
        <translation>Übernehmen, was im &amp;Gast kopiert wird</translation>
    </message>
    <message>
        <source>Text that is copied in the guest comes to this clipboard while this window is active.</source>
        <translation>Text, der im Gast kopiert wird, kommt in diese Zwischenablage, solange dieses Fenster aktiv ist.</translation>
    </message>
    <message>
        <source>Give the guest what is copied &amp;here</source>
        <translation>Dem Gast geben, was &amp;hier kopiert wird</translation>
    </message>
    <message>
        <source>Text on this clipboard goes to the guest while its desktop has the keyboard.</source>
        <translation>Text aus dieser Zwischenablage geht an den Gast, solange sein Desktop die Tastatur hat.</translation>
    </message>
    <message>
        <source>&amp;Type the clipboard&apos;s text</source>
        <translation>Text der Zwischenablage &amp;tippen</translation>
    </message>
    <message>
        <source>Presses the keys of the text, for guests without a clipboard.</source>
        <translation>Drückt die Tasten des Textes, für Gäste ohne Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;Picture size</source>
        <translation>B&amp;ildgröße</translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation>Ins &amp;Fenster einpassen</translation>
    </message>
    <message>
        <source>&amp;Original size (1:1)</source>
        <translation>&amp;Originalgröße (1:1)</translation>
    </message>
    <message>
        <source>&amp;Whole multiples</source>
        <translation>&amp;Ganze Vielfache</translation>
    </message>
    <message>
        <source>&amp;Resize the guest to the window</source>
        <translation>G&amp;ast an das Fenster anpassen</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Automatic, by the connection&apos;s speed</source>
        <translation>&amp;Automatisch, nach dem Tempo der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Lossless</source>
        <translation>&amp;Verlustfrei</translation>
    </message>
    <message>
        <source>&amp;Fixed</source>
        <translation>&amp;Fest</translation>
    </message>
    <message>
        <source>Fixed &amp;picture quality</source>
        <translation>Feste &amp;Bildqualität</translation>
    </message>
    <message>
        <source>Fixed &amp;compression</source>
        <translation>Feste &amp;Kompression</translation>
    </message>
    <message>
        <source>&amp;0 (smallest)</source>
        <translation>&amp;0 (am kleinsten)</translation>
    </message>
    <message>
        <source>&amp;0 (none)</source>
        <translation>&amp;0 (keine)</translation>
    </message>
    <message>
        <source>&amp;9 (best)</source>
        <translation>&amp;9 (am besten)</translation>
    </message>
    <message>
        <source>&amp;9 (most)</source>
        <translation>&amp;9 (am stärksten)</translation>
    </message>
    <message>
        <source>Po&amp;wer</source>
        <translation>Stro&amp;m</translation>
    </message>
    <message>
        <source>&amp;Shut down…</source>
        <translation>&amp;Herunterfahren…</translation>
    </message>
    <message>
        <source>&amp;Reboot…</source>
        <translation>&amp;Neu starten…</translation>
    </message>
    <message>
        <source>R&amp;eset…</source>
        <translation>&amp;Zurücksetzen…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>Aufzei&amp;chnung beenden</translation>
    </message>
</context>
<context>
    <name>portlight::ViewerMarks</name>
    <message>
        <source>View only</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufzeichnung %1</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 gehalten</translation>
    </message>
    <message>
        <source>All keys to the guest. Ctrl+Alt+Home ends it.</source>
        <translation>Alle Tasten gehen an den Gast. Strg+Alt+Pos1 beendet das.</translation>
    </message>
</context>
<context>
    <name>portlight::ViewerToast</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>portlight::ViewerWindow</name>
    <message>
        <source>&amp;Desktop</source>
        <translation>&amp;Desktop</translation>
    </message>
    <message>
        <source>%1 – Portlight</source>
        <translation>%1 – Portlight</translation>
    </message>
    <message>
        <source>%1 (%2) – Portlight</source>
        <translation>%1 (%2) – Portlight</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Aufzeichnung</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abs&amp;pielen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Save a screenshot…</source>
        <translation>Bildschirmfoto &amp;sichern…</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>portlight::VmHeader</name>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Pages of the VM</source>
        <translation>Seiten der VM</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Check now whether the desktop is there (F5).</source>
        <translation>Jetzt prüfen, ob der Desktop da ist (F5).</translation>
    </message>
    <message>
        <source>Ask the guest to shut down; end it if it does not within 20 s.</source>
        <translation>Den Gast bitten herunterzufahren; ihn beenden, wenn er es nicht in 20 s tut.</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>portlight::VmListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, created %2</source>
        <translation>%1, angelegt %2</translation>
    </message>
</context>
<context>
    <name>portlight::WindowMenus</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Portlight</source>
        <translation>&amp;Über Portlight</translation>
    </message>
    <message>
        <source>&amp;Portlight</source>
        <translation>&amp;Portlight</translation>
    </message>
    <message>
        <source>&amp;New VM…</source>
        <translation>&amp;Neue VM …</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation>&amp;Vernichten …</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Desktop</source>
        <translation>&amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Console</source>
        <translation>&amp;Konsole</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Find a VM</source>
        <translation>VM &amp;suchen</translation>
    </message>
    <message>
        <source>T&amp;rash…</source>
        <translation>&amp;Papierkorb …</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Open a desktop by &amp;address…</source>
        <translation>Desktop über seine &amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;recording…</source>
        <translation>Auf&amp;zeichnung öffnen…</translation>
    </message>
    <message>
        <source>Open a l&amp;og…</source>
        <translation>Pr&amp;otokoll öffnen …</translation>
    </message>
    <message>
        <source>R&amp;ecent logs</source>
        <translation>&amp;Zuletzt geöffnete Protokolle</translation>
    </message>
    <message>
        <source>No log was opened yet</source>
        <translation>Noch wurde kein Protokoll geöffnet</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Highlighting rules…</source>
        <translation>&amp;Regeln für Farben …</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Banner</name>
    <message>
        <source>An SSH server answers here, not a VNC server.</source>
        <translation>Hier antwortet ein SSH-Server, kein VNC-Server.</translation>
    </message>
    <message>
        <source>A web server answers here, not a VNC server.</source>
        <translation>Hier antwortet ein Webserver, kein VNC-Server.</translation>
    </message>
    <message>
        <source>A mail or file server answers here, not a VNC server.</source>
        <translation>Hier antwortet ein Mail- oder Dateiserver, kein VNC-Server.</translation>
    </message>
    <message>
        <source>A mail server answers here, not a VNC server.</source>
        <translation>Hier antwortet ein Mailserver, kein VNC-Server.</translation>
    </message>
    <message>
        <source>A Redis or mail server answers here, not a VNC server.</source>
        <translation>Hier antwortet ein Redis- oder Mailserver, kein VNC-Server.</translation>
    </message>
    <message>
        <source>A TLS server answers here, not a plain VNC server.</source>
        <translation>Hier antwortet ein TLS-Server, kein einfacher VNC-Server.</translation>
    </message>
    <message>
        <source>The server&apos;s greeting begins like RFB, but names no version.</source>
        <translation>Der Gruß des Servers beginnt wie RFB, nennt aber keine Version.</translation>
    </message>
    <message>
        <source>Something answers here that is not a VNC server.</source>
        <translation>Hier antwortet etwas, das kein VNC-Server ist.</translation>
    </message>
    <message>
        <source>The server sent only “%1” and closed the connection; a VNC server greets with its version.</source>
        <translation>Der Server schickte nur „%1“ und schloss die Verbindung; ein VNC-Server grüßt mit seiner Version.</translation>
    </message>
    <message>
        <source>The server speaks RFB %1.%2, a version that is not supported here.</source>
        <translation>Der Server spricht RFB %1.%2, eine Version, die hier nicht unterstützt wird.</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::CertificateProblem</name>
    <message>
        <source>The certificate has expired on %1.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate is not valid before %1.</source>
        <translation>Das Zertifikat gilt erst ab %1.</translation>
    </message>
    <message>
        <source>The certificate is signed by itself: nobody vouches for it.</source>
        <translation>Das Zertifikat ist von sich selbst unterschrieben: Niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>The certificate comes from %1, which this machine does not trust.</source>
        <translation>Das Zertifikat kommt von %1, dem diese Maschine nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate is made out for %1, not for %2.</source>
        <translation>Das Zertifikat ist auf %1 ausgestellt, nicht auf %2.</translation>
    </message>
    <message>
        <source>The certificate has been revoked.</source>
        <translation>Das Zertifikat wurde widerrufen.</translation>
    </message>
    <message>
        <source>The certificate is not valid: %1.</source>
        <translation>Das Zertifikat ist nicht gültig: %1.</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Client</name>
    <message>
        <source>The server broke the RFB protocol (%1).</source>
        <translation>Der Server hat das RFB-Protokoll verletzt (%1).</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Handshake</name>
    <message>
        <source>The server asks for a kind of login that is not supported here: %1.</source>
        <translation>Der Server verlangt eine Art der Anmeldung, die es hier nicht gibt: %1.</translation>
    </message>
    <message>
        <source>The server refuses the connection and gives no reason.</source>
        <translation>Der Server lehnt die Verbindung ab und nennt keinen Grund.</translation>
    </message>
    <message>
        <source>The server refuses the connection: %1</source>
        <translation>Der Server lehnt die Verbindung ab: %1</translation>
    </message>
    <message>
        <source>The server closed the connection without a word.</source>
        <translation>Der Server schloss die Verbindung ohne ein Wort.</translation>
    </message>
    <message>
        <source>The server closed the connection before it described its desktop.</source>
        <translation>Der Server schloss die Verbindung, bevor er seinen Desktop beschrieb.</translation>
    </message>
    <message>
        <source>The server closed the connection during the login.</source>
        <translation>Der Server schloss die Verbindung während der Anmeldung.</translation>
    </message>
    <message>
        <source>A VNC repeater answers here. It needs the ID of a server, and none is known.</source>
        <translation>Hier antwortet ein VNC-Repeater. Er braucht die ID eines Servers, und keine ist bekannt.</translation>
    </message>
    <message>
        <source>The server does not accept the user name and password</source>
        <translation>Der Server nimmt Benutzername und Passwort nicht an</translation>
    </message>
    <message>
        <source>The server does not accept the password</source>
        <translation>Der Server nimmt das Passwort nicht an</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Ra2Login</name>
    <message>
        <source>The server&apos;s key is not known: nobody but you can tell whose it is.</source>
        <translation>Der Schlüssel des Servers ist nicht bekannt: Nur Sie können sagen, wem er gehört.</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::TightSecurity</name>
    <message>
        <source>The server wants a TightVNC tunnel, which is not supported here.</source>
        <translation>Der Server verlangt einen TightVNC-Tunnel, der hier nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>The server asks for a kind of TightVNC login that is not supported here.</source>
        <translation>Der Server verlangt eine TightVNC-Anmeldung, die hier nicht unterstützt wird.</translation>
    </message>
</context>
<context>
    <name>portlight::rfb::VeNCryptSecurity</name>
    <message>
        <source>The server speaks VeNCrypt %1.%2, which is not supported here.</source>
        <translation>Der Server spricht VeNCrypt %1.%2, das hier nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>The server asks for a kind of login that is not supported here: VeNCrypt with %1.</source>
        <translation>Der Server verlangt eine Anmeldung, die hier nicht unterstützt wird: VeNCrypt mit %1.</translation>
    </message>
    <message>
        <source>The server cannot begin the encryption that it offered.</source>
        <translation>Der Server kann die Verschlüsselung nicht beginnen, die er angeboten hat.</translation>
    </message>
    <message>
        <source>The encrypted connection (TLS) failed: %1.</source>
        <translation>Die verschlüsselte Verbindung (TLS) ist gescheitert: %1.</translation>
    </message>
</context>
</TS>

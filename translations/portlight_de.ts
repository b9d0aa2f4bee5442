<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CliContext</name>
    <message>
        <source>There is no host %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is called “local”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleTexts</name>
    <message>
        <source>This line is older than what is kept in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was cut here. What follows was written from its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new log begins here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost for %1. The log goes on without a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the log could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>new lines, failures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · ends %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel&apos;s own time: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 s after the kernel began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 s after the kernel began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest wrote over this line. It shows what a terminal would show at last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a line that is too long to be shown in one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>The VM %1 (%2) is started; its console is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it took %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its console says more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM stays. “portlight vm destroy %1” ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the VM; --keep would leave it running.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptorTransport</name>
    <message>
        <source>The server closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetachedProcess</name>
    <message>
        <source>%1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineRegistry</name>
    <message>
        <source>There is no engine %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>No login at the VNC server on %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the password; the guest keeps it in the file that Xvnc&apos;s -rfbauth option names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server on %1 asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the password; on the command line with --password-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the VNC server offer no login (None) or a VNC password (VncAuth).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 greeted as a VNC server but sent no complete picture in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server hangs or the connection is very slow. Look at the guest&apos;s load and at Xvnc&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before a complete picture came. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xvnc may have crashed. Look at the guest&apos;s console log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host %1 is out of reach: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host&apos;s name, the network and your access to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 speaks HTTP but serves no noVNC page (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start websockify with --web and noVNC&apos;s folder; the desktop itself may work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop at %1 does not answer after the pointer was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session in the guest may hang. Look at its load and at the console log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop at %1 is blank: the whole picture has one colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session draws on it, or the screen is locked or dark. Check desktop.service in the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop at %1 shows only the bare X root pattern: no session has started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a window manager or session in the guest. Check desktop.service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop at %1 is too small to be used: %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Xvnc a larger -geometry, at least 640x480.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server on %1 cannot be understood. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is faulty, or something on the way changes the bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server on %1 stopped answering in the middle of the greeting (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server hangs. Look at the guest&apos;s load and at Xvnc&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is connected but no VNC server answers. Nobody may be listening in the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in the guest that Xvnc runs and that websockify forwards to its port (5901).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was closed before a VNC server answered. Nobody may be listening in the guest. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no VNC server on %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service is behind this port. Check the address and websockify&apos;s target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server on %1 lets nobody in. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the server&apos;s reason; after several wrong passwords it refuses everybody for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in %1 cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or use the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in the guest that novnc.service runs and that it is bound to this port on all addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest is not up, or a firewall drops the connection. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the network and the bridge or TAP device of the VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No TLS connection to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this port speaks TLS; without it the address begins with ws:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server a certificate that this machine trusts, or add its authority to the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM %1 runs, but the address of its desktop is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has started, and look at its console log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM %1 is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with: portlight vm start %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took the connection and closed it before the WebSocket was open. Nobody may be listening in the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in the guest that novnc.service (websockify) runs and is bound to the port on all addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses the WebSocket with HTTP status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and token in the address, and that websockify serves this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opens no WebSocket: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that websockify serves this port, and the path and token in the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took the connection but did not answer the WebSocket request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest may still be starting or hang. Check novnc.service (websockify) in the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check failed (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderText</name>
    <message>
        <source>checked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest stands still until it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 image v%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostProxy</name>
    <message>
        <source>The way to the host %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostSocket</name>
    <message>
        <source>The other side closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HumanText</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Image</name>
    <message>
        <source>The description of the image in %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageBuilder</name>
    <message>
        <source>The recipe&apos;s files could not be packed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder could be made in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temporary folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temporary folder %1 could not be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs needed to build an image are missing on %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install them with: apt install %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a container, start it with the right to mount (CAP_SYS_ADMIN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the user sub-ids in /etc/subuid and /etc/subgid and set kernel.unprivileged_userns_clone=1, or build as root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel of %1 does not let this user make the namespaces that a build needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking tools and room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the package lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing the base system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the root disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a name for an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a-z, 0-9 and inner dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image %1 is being built already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until that build has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needed while building, %2 afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room to build the image %1: %2 are needed in %3 (%4 free) and %5 in %6 (%7 free).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packages for the image %1 could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the proxy and the mirrors in /etc/apt/sources.list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk became full while the image %1 was built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the image %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageCheck</name>
    <message>
        <source>The program debugfs is missing on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: apt install e2fsprogs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an ext4 file system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a root disk without a partition table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel writes to the serial console ttyS0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boot arguments name no serial console: the log will stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add console=ttyS0 to the boot arguments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageCommand</name>
    <message>
        <source>%1 is built: %2 on disk, in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images yet. Build one: portlight image build desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 for the guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this image stands in the way of a desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image would not bring up its desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageInspector</name>
    <message>
        <source>The file system is clean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file system is marked &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run e2fsck -f on the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no /sbin/init for the kernel to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package systemd-sysv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is missing: the boot stops there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the empty folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 is not in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install %1 in /etc/systemd/system, or build the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 is masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run systemctl unmask %1 in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 has no ExecStart= line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 is enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit %1 is not enabled: nothing starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run systemctl enable %1 in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starts %2, which is not in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package that holds %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not executable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run chmod 755 %1 in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there and executable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noVNC&apos;s pages are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noVNC&apos;s pages are not in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package novnc, or correct --web in novnc.service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a window manager: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window manager was found in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a window manager, e.g. the package openbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can log in on the serial console: its getty is masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run systemctl unmask serial-getty@ttyS0.service in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The serial console gets a login prompt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageStore</name>
    <message>
        <source>The image %1 is damaged: %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the image again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no images yet. Build one: portlight image build desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images there are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image %1 was not removed: VMs are based on it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy these VMs and empty the trash first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JUnitFile</name>
    <message>
        <source>The JUnit report cannot be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in a folder that you can write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KvmCheck</name>
    <message>
        <source>Software emulation: /dev/kvm is missing or may not be opened by this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software emulation: /dev/kvm opens, but no guest boots with it on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No process runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMM paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest&apos;s processors stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware virtualisation (KVM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software emulation. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest booted in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program in the guest has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest is booting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the guest has answered yet. Its console tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalHost</name>
    <message>
        <source>The program %1 is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not finish within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no machine named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and the name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Portlight is at work on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is process %1, since %2. Wait for it or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MakeRun</name>
    <message>
        <source>Starting the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1: %2 s</source>
        <extracomment>%1 is a step such as &quot;[2/6] Installing packages&quot;, %2 a time in seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QemuEngine</name>
    <message>
        <source>The program %1 is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the VM could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the image is there and the disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM&apos;s process does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its state with “ps”; it may hang in the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU ended right after it was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own words follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU was started and does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path %1 is too long for a Unix socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter folder with PORTLIGHT_HOME or XDG_RUNTIME_DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the guest to shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending the process</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QmpClient</name>
    <message>
        <source>QEMU&apos;s control socket answers something else than QMP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU refuses “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU closed its control socket.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>The recipe&apos;s file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe&apos;s file %1 is larger than 64 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot hold &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;name&quot; may hold a-z, 0-9 and inner dashes only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;packages&quot; is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;disk_size_mb&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source &quot;%1&quot; is not a path inside the recipe&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target &quot;%1&quot; is not an absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mode of &quot;%1&quot; is not an octal text like &quot;0755&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recipe %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes there are: %1; or name a .json file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;extends&quot; names no built-in recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the recipe and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe %1 is not valid: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenshotFile</name>
    <message>
        <source>The screenshot cannot be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in a folder that you can write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFB version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFB security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFB start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemError</name>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the owner and the mode of the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall may drop the packets, or the address is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission to connect to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyReport</name>
    <message>
        <source>The desktop is there: %1×%2 pixels, %3 colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM is still starting. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerifyTargets</name>
    <message>
        <source>Give a VM, HOST:PORT or a URL; “portlight vm list” shows the VMs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerState</name>
    <message>
        <source>This VM is being created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This VM is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This VM is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This VM has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This VM was left half-made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1. Waiting for the VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VNC server answers. Waiting for the first picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmBadge</name>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmCommand</name>
    <message>
        <source>%1 is ready (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is started (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is started again (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes on (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is stopped: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the trash. “portlight vm undestroy %2” brings it back until %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left of %1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is back (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for instance 20s, 500ms or 2m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no console file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one as soon as it is started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no console file of boot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest boot is number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— a new boot —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“portlight vm logs” shows what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1. Ctrl+] ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM closed its console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VMs yet. “portlight demo” builds an image and boots one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6080 AT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users of this machine can open the desktop&apos;s port too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DESTROYED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEPT UNTIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guest shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guest did not shut down, its machine was switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its process was terminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its process was killed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmLifecycle</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no VM %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its creation was interrupted. Destroy it to clean up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is paused already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 63 letters, digits, dots, dashes and underscores, beginning with a letter or digit, and nothing that looks like an id of 12 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VM needs at least %1 MiB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VM has 1 to %1 processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a VM named %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console files could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in %1 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving it to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This VM is being created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it or interrupt it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a VM named %1 by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back under another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmProbeTarget</name>
    <message>
        <source>The VM is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM is being created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it with “portlight vm resume %1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with “portlight vm start %1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmSpec</name>
    <message>
        <source>The description of the VM in %1 is damaged: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the file, or destroy the VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory or processors are missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmStore</name>
    <message>
        <source>Its creation was interrupted. Destroy it to clean up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process ended with exit code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process is gone and left no exit code: it was killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest ended by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran when the host went down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no VM %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“portlight vm list” shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” fits more than one VM: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 describes another VM (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Portlight works on this VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs, but its description is gone. Destroy it to end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in the trash)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight</name>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the WebSocket in the normal way (code 1000).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is shutting down (WebSocket code 1001).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The WebSocket protocol was broken (code 1002).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not take binary WebSocket messages (code 1003).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the WebSocket without saying why (code 1005).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke off without a WebSocket close message (code 1006).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s rules do not allow this connection (WebSocket code 1008).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A WebSocket message was too large (code 1009).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens on the VNC port in the guest (WebSocket code 1011).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server met an error of its own (WebSocket code 1011).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is restarting or busy (WebSocket code %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake of the WebSocket failed (code 1015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the WebSocket with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It said: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleBar</name>
    <message>
        <source>The boots in this log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter finds the next match, Shift+Enter the previous one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the first failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous failure (Shift+F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next failure (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks lines that are longer than the window is wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays at the end of the log as it grows (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot %1, from line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot %1 at %2, from line %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::ConsolePage</name>
    <message>
        <source>“%1” is not in this log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search went on from the other end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No console output yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guest writes to its serial port appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log appears here as soon as the VM has been started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs (*.log *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleView</name>
    <message>
        <source>Serial console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No console output yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guest writes to its serial port appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of the log, and follow it (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::DesktopCanvas</name>
    <message>
        <source>Desktop of the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys go to the guest. Ctrl+Alt+Home brings the keyboard back to the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::DesktopPage</name>
    <message>
        <source>The desktop did not answer for %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the desktop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest stands still. Resume it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is lost. This picture is %1 s old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot was saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot could not be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::DesktopToolBar</name>
    <message>
        <source>Desktop tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Alt+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Alt+Del in the guest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the guest&apos;s picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the guest&apos;s picture is sized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen (F11).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original size (1:1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::DetailsPage</name>
    <message>
        <source>The VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU microvm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>software emulation (TCG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is known once the VM runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port 6080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every user of this machine, without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Based on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desktop can be checked while the VM runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::EmptyPage</name>
    <message>
        <source>Is the desktop really there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portlight boots browser VMs, reads their serial console and proves that port 6080 shows a living desktop. If it does not, it says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boots the desktop image on this machine and shows its desktop. Nothing else is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Builds a small image (%1, a few minutes) and boots it on this machine. Nothing else is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Builds a small image in a few minutes and boots it on this machine. Nothing else is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build and boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::FiguresLabel</name>
    <message>
        <source>Figures of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fps · %2 kB/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::FleetController</name>
    <message>
        <source>Looking at the VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resuming %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::HeatStrip</name>
    <message>
        <source>Overview of the whole log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::HttpAnswer</name>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no HTTP: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status 405, websockify runs without --web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::JobCard</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling and cleaning up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::LampRow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::MainWindow</name>
    <message>
        <source>Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy a VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM, its disk (%1) and its console logs go to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs and will be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can bring it back for 72 hours with View, Trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Portlight %1&lt;/b&gt;&lt;p&gt;Is the desktop of a browser VM really there, and if not, why?&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running. Closing cancels them and removes what is half-made. VMs keep running.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::NewVmDialog</name>
    <message>
        <source>built today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel and services talk more (debug)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 v%2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, built first (some minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 GiB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken by another VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters, digits, dots, dashes and underscores, beginning with a letter or digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new image from the recipe “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU microvm, with KVM where it works, else software emulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk: overlay on %1, under 1 MB at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6080 at 127.0.0.1, a free port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console: serial-console.log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected to answer after about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and those for more messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::PageTabs</name>
    <message numerus="yes">
        <source>%n failure line(s) in the log</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::ProbeAttempt</name>
    <message>
        <source>The port speaks RFB without HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No TLS connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port speaks RFB without a WebSocket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels, %2 colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input was switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture changes by itself: another viewer may be using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop answers after the pointer was moved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::Prober</name>
    <message>
        <source>Checking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::Sidebar</name>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new VM (Ctrl+N).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No VM has “%1” in its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::StatusLine</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine: QEMU found, %1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine: QEMU is missing, %1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::TargetParser</name>
    <message>
        <source>The target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be understood as a desktop: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a URL (ws://, wss://, http://, https://, vnc://), HOST:PORT, or a VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password in an address can be read by others (process list, shell history). It is used this once and not stored. Better use a password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no host in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is no port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its port is not a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a valid URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its scheme is none of ws, wss, http, https and vnc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no port in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an IPv6 address needs brackets, as in [::1]:6080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its host is neither a name nor an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::TrashDialog</name>
    <message>
        <source>Looking into the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroyed VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · destroyed %2 · kept for %3 h more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroyed on %1, kept until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty. Destroyed VMs are kept here for 72 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These VMs were destroyed and can be brought back, stopped, with their disks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::VerifyRun</name>
    <message>
        <source>Give either targets or --all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--screenshot goes with a single target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for instance 60s, 500ms or 2m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portlight: There is no VM on this host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::ViewerNotice</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::VmHeader</name>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now whether the desktop is there (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the guest to shut down; end it if it does not within 20 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::VmListModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, created %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::WindowMenus</name>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Portlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New VM…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;Ctrl+Alt+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a s&amp;creenshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;gures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;rash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Original size (1:1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Banner</name>
    <message>
        <source>An SSH server answers here, not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web server answers here, not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail or file server answers here, not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mail server answers here, not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Redis or mail server answers here, not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TLS server answers here, not a plain VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VNC repeater answers here; it needs the ID of a server, not a viewer&apos;s greeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server speaks RFB %1.%2, which is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s greeting begins like RFB, but names no version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers here that is not a VNC server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent only “%1” and closed the connection; a VNC server greets with its version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Client</name>
    <message>
        <source>The server broke the RFB protocol (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>portlight::rfb::Handshake</name>
    <message>
        <source>The server asks for a kind of login that is not supported here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept the password: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses the connection and gives no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses the connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection before it described its desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection during the login.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ConsoleTexts</name>
    <message numerus="yes">
        <source>%Ln failures</source>
        <translation>
            <numerusform>%Ln failure</numerusform>
            <numerusform>%Ln failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln new line</numerusform>
            <numerusform>%Ln new lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new failures</source>
        <translation>
            <numerusform>%Ln new failure</numerusform>
            <numerusform>%Ln new failures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::ConsoleBar</name>
    <message numerus="yes">
        <source>%Ln earlier boot(s)</source>
        <translation>
            <numerusform>%Ln earlier boot</numerusform>
            <numerusform>%Ln earlier boots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::DesktopPage</name>
    <message numerus="yes">
        <source>The next try is in %n second(s).</source>
        <translation>
            <numerusform>The next try is in %n second.</numerusform>
            <numerusform>The next try is in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection is lost. This picture is %n second(s) old.</source>
        <translation>
            <numerusform>The connection is lost. This picture is %n second old.</numerusform>
            <numerusform>The connection is lost. This picture is %n seconds old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) are still running. Closing cancels them and removes what is half-made. VMs keep running.</source>
        <translation>
            <numerusform>One job is still running. Closing cancels it and removes what is half-made. VMs keep running.</numerusform>
            <numerusform>%n jobs are still running. Closing cancels them and removes what is half-made. VMs keep running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::PageTabs</name>
    <message numerus="yes">
        <source>%Ln failure line(s) in the log</source>
        <translation>
            <numerusform>%Ln failure line in the log</numerusform>
            <numerusform>%Ln failure lines in the log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::RulesDialog</name>
    <message numerus="yes">
        <source>%n more problem(s)</source>
        <translation>
            <numerusform>%n more problem</numerusform>
            <numerusform>%n more problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::Sidebar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portlight::StatusLine</name>
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
            <numerusform>%n verified</numerusform>
            <numerusform>%n verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
</TS>

// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/ImageCheck.h"

#include "hosts/LocalHost.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

QString tool(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s}) : found;
}

} // namespace

/// Makes small real ext4 images from a folder and spoils them one by one.
class ImageCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!tool(u"mke2fs"_s).isEmpty() && !tool(u"debugfs"_s).isEmpty())
            return;
        QVERIFY2(!qEnvironmentVariableIsSet("CI"), "mke2fs and debugfs are needed");
        QSKIP("mke2fs and debugfs (package e2fsprogs) are not installed.");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const QString &folder : {u"dev"_s, u"proc"_s, u"sys"_s, u"run"_s, u"sbin"_s})
            QVERIFY(QDir().mkpath(root() + u'/' + folder));
        write(u"/lib/systemd/systemd"_s, "x", true);
        link(u"../lib/systemd/systemd"_s, u"/sbin/init"_s);
        write(u"/usr/bin/websockify"_s, "x", true);
        write(u"/etc/alternatives/Xvnc"_s, "x", true);
        link(u"/etc/alternatives/Xvnc"_s, u"/usr/bin/Xvnc"_s);
        write(u"/usr/local/bin/desktop-session"_s, "x", true);
        write(u"/usr/local/sbin/vm-health-report"_s, "x", true);
        write(u"/usr/bin/openbox"_s, "x", true);
        write(u"/usr/share/novnc/vnc.html"_s, "x", false);
        for (const QString &unit :
             {u"vncserver@.service"_s, u"novnc.service"_s, u"desktop.service"_s, u"vm-health-report.service"_s}) {
            QFile source(QStringLiteral(PORTLIGHT_SOURCE_DIR) + u"/resources/guest/units/"_s + unit);
            QVERIFY(source.open(QIODevice::ReadOnly));
            write(u"/etc/systemd/system/"_s + unit, source.readAll(), false);
        }
        for (const QString &unit :
             {u"vncserver@1.service"_s, u"novnc.service"_s, u"desktop.service"_s, u"vm-health-report.service"_s})
            link(u"/etc/systemd/system/x"_s, u"/etc/systemd/system/multi-user.target.wants/"_s + unit);
    }

    void goodImagePasses()
    {
        const auto check = inspect();
        QVERIFY2(check.has_value(), check ? "" : qPrintable(check.error().text()));
        for (const ImageCheck::Finding &finding : check->findings)
            QVERIFY2(finding.status == ImageCheck::Finding::Status::Passed, qPrintable(finding.text));
        QVERIFY(check->findings.size() > 12);
        QVERIFY(check->passed());
    }

    void spoiltImages_data()
    {
        QTest::addColumn<QString>("remove");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("passes");
        const QString wants = u"/etc/systemd/system/multi-user.target.wants/"_s;
        QTest::newRow("no novnc unit") << u"/etc/systemd/system/novnc.service"_s << u"unit.missing"_s << false;
        QTest::newRow("no vnc unit") << u"/etc/systemd/system/vncserver@.service"_s << u"unit.missing"_s << false;
        QTest::newRow("not enabled") << wants + u"novnc.service"_s << u"unit.not-enabled"_s << false;
        QTest::newRow("no websockify") << u"/usr/bin/websockify"_s << u"exec.missing"_s << false;
        QTest::newRow("dangling Xvnc") << u"/etc/alternatives/Xvnc"_s << u"exec.missing"_s << false;
        QTest::newRow("no pages") << u"/usr/share/novnc/vnc.html"_s << u"websockify.web-root-missing"_s << false;
        QTest::newRow("no report") << u"/etc/systemd/system/vm-health-report.service"_s << u"unit.missing"_s << true;
        QTest::newRow("no window manager") << u"/usr/bin/openbox"_s << u"desktop.session-missing"_s << true;
        QTest::newRow("no init") << u"/lib/systemd/systemd"_s << u"boot.init-missing"_s << false;
        QTest::newRow("no /dev") << u"/dev"_s << u"boot.mount-point-missing"_s << false;
    }
    void spoiltImages()
    {
        QFETCH(QString, remove);
        QFETCH(QString, id);
        QFETCH(bool, passes);
        QVERIFY(QFile::remove(root() + remove) || QDir().rmdir(root() + remove));
        const auto check = inspect();
        QVERIFY(check.has_value());
        QCOMPARE(bad(*check), QStringList({id}));
        QCOMPARE(check->passed(), passes);
    }

    void maskedUnit()
    {
        QVERIFY(QFile::remove(root() + u"/etc/systemd/system/novnc.service"_s));
        link(u"/dev/null"_s, u"/etc/systemd/system/novnc.service"_s);
        QCOMPARE(bad(inspect().value()), QStringList({u"unit.masked"_s}));
    }

    void notExecutable()
    {
        QFile::setPermissions(root() + u"/usr/bin/websockify"_s, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(bad(inspect().value()), QStringList({u"exec.not-permitted"_s}));
    }

    /// A unit of an untrusted image cannot reach debugfs' command language or read outside of the image.
    void hostileUnit()
    {
        write(u"/etc/systemd/system/novnc.service"_s,
              "[Service]\nExecStart=/usr/bin/a\"\\ndump\\ /etc/passwd;x --web ../../etc\n[Install]\nWantedBy=x\";y\n",
              false);
        const auto check = inspect();
        QVERIFY(check.has_value());
        QVERIFY(bad(*check).contains(u"exec.missing"_s));
    }

    void linksInACircle()
    {
        QVERIFY(QFile::remove(root() + u"/usr/bin/websockify"_s));
        link(u"websockify"_s, u"/usr/bin/websockify"_s);
        QCOMPARE(bad(inspect().value()), QStringList({u"exec.missing"_s}));
    }

    void whatIsNoImage()
    {
        LocalHost host;
        QCOMPARE(ImageCheck::inspect(host, m_folder->path() + u"/nothing.ext4"_s, {}).error().id, u"file.missing"_s);
        write(u"/text"_s, QByteArray(100'000, 'x'), false);
        const auto text = ImageCheck::inspect(host, root() + u"/text"_s, {});
        QCOMPARE(text.error().id, u"image.not-ext4"_s);
        QCOMPARE(text.error().kind, ErrorKind::Usage);
    }

    void kernelAndConsole()
    {
        Image image;
        image.rootDisk = makeDisk();
        image.kernel = m_folder->path() + u"/vmlinuz"_s;
        image.initrd = root() + u"/usr/bin/openbox"_s;
        image.bootArguments = u"root=/dev/vda"_s;
        LocalHost host;
        const auto check = ImageCheck::inspect(host, image, {});
        QVERIFY(check.has_value());
        QCOMPARE(bad(*check), QStringList({u"kernel.missing"_s, u"console.missing"_s}));
        QVERIFY(!check->passed());
        QCOMPARE(check->toJson().value(u"passed"_s).toBool(), false);
    }

private:
    QString root() const { return m_folder->path() + u"/root"_s; }

    void write(const QString &path, const QByteArray &bytes, bool executable)
    {
        QVERIFY(QDir().mkpath((root() + path).section(u'/', 0, -2)));
        QFile file(root() + path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        if (executable)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void link(const QString &target, const QString &path)
    {
        QVERIFY(QDir().mkpath((root() + path).section(u'/', 0, -2)));
        QVERIFY(QFile::link(target, root() + path));
    }

    QString makeDisk()
    {
        const QString disk = m_folder->path() + u"/rootfs.ext4"_s;
        QProcess::execute(tool(u"mke2fs"_s), {u"-q"_s, u"-F"_s, u"-t"_s, u"ext4"_s, u"-d"_s, root(), disk, u"8M"_s});
        return disk;
    }

    Result<ImageCheck> inspect()
    {
        LocalHost host;
        return ImageCheck::inspect(host, makeDisk(), {});
    }

    static QStringList bad(const ImageCheck &check)
    {
        QStringList ids;
        for (const ImageCheck::Finding &finding : check.findings) {
            if (finding.status != ImageCheck::Finding::Status::Passed)
                ids.append(finding.id);
        }
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ImageCheckTest)
#include "ImageCheckTest.moc"

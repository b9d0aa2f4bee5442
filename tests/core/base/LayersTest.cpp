// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Which folder of core may include which others (design.md, "Rooms"); each may include itself.
const QHash<QString, QSet<QString>> &allowed()
{
    static const QHash<QString, QSet<QString>> table{
        {u"base"_s, {}},
        {u"hosts"_s, {u"base"_s}},
        {u"rfb"_s, {u"base"_s}},
        {u"verdict"_s, {u"base"_s}},
        {u"serial"_s, {u"base"_s}},
        {u"desktop"_s, {u"base"_s, u"rfb"_s, u"hosts"_s, u"verdict"_s}},
        {u"console"_s, {u"base"_s, u"serial"_s, u"hosts"_s}},
        {u"images"_s, {u"base"_s, u"hosts"_s}},
        {u"engines"_s, {u"base"_s, u"hosts"_s}},
        {u"vms"_s, {u"base"_s, u"hosts"_s, u"verdict"_s, u"desktop"_s, u"images"_s, u"engines"_s}},
    };
    return table;
}

/// Modules that a folder must never see.
QString forbiddenModules(const QString &folder)
{
    const bool pure = folder == u"rfb" || folder == u"serial" || folder == u"verdict";
    return pure
               ? u"Q(Widget|Application|MainWindow|Dialog|Label|TcpSocket|WebSocket|LocalSocket|NetworkProxy|Host\\w*)"_s
               : u"Q(Widget|Application|MainWindow|Dialog|Label|AbstractScrollArea|PushButton)"_s;
}

} // namespace

class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coreIncludesOnlyDownward()
    {
        const QString core = QStringLiteral(PORTLIGHT_SOURCE_DIR "/core");
        static const QRegularExpression ours(u"^#include \"([a-z]+)/"_s, QRegularExpression::MultilineOption);
        QDirIterator files(core, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList offenders;
        int seen = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            const QString folder = path.mid(core.size() + 1).section(u'/', 0, 0);
            QVERIFY2(allowed().contains(folder), qPrintable(u"core/%1 has no place in the layers"_s.arg(folder)));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            ++seen;
            for (auto it = ours.globalMatch(text); it.hasNext();) {
                const QString included = it.next().captured(1);
                if (included != folder && !allowed().value(folder).contains(included))
                    offenders << u"%1 includes %2"_s.arg(path, included);
            }
            const QRegularExpression forbidden(u"^#include <%1>"_s.arg(forbiddenModules(folder)),
                                               QRegularExpression::MultilineOption);
            const auto match = forbidden.match(text);
            if (match.hasMatch())
                offenders << u"%1: %2"_s.arg(path, match.captured(0));
        }
        QVERIFY(seen > 20);
        QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(u'\n')));
    }

    void sourcesAreShortAndLicensed()
    {
        QStringList offenders;
        for (const QString &top : {u"core"_s, u"app"_s, u"tests"_s}) {
            QDirIterator files(QStringLiteral(PORTLIGHT_SOURCE_DIR "/") + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                if (text.count('\n') > 600)
                    offenders << u"%1 has %2 lines"_s.arg(file.fileName()).arg(text.count('\n'));
                if (!text.startsWith("// SPDX-License-Identifier: "))
                    offenders << u"%1 has no licence line"_s.arg(file.fileName());
            }
        }
        QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "LayersTest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/JUnitFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace portlight::JUnitFile {

namespace {

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000, 'f', 3);
}

qsizetype count(const VerifyReport &report, StageStatus status)
{
    qsizetype found = 0;
    for (const Stage stage : allStages())
        found += report.stage(stage).status == status ? 1 : 0;
    return found;
}

void writeCase(QXmlStreamWriter &writer, const VerifyReport &report, const StageResult &stage)
{
    writer.writeStartElement(u"testcase"_s);
    writer.writeAttribute(u"classname"_s, report.target);
    writer.writeAttribute(u"name"_s, stageId(stage.id));
    writer.writeAttribute(u"time"_s, seconds(stage.elapsed));
    if (stage.status == StageStatus::Failed) {
        const bool isTheFailure = report.failure && report.failure->stage == stage.id;
        writer.writeStartElement(u"failure"_s);
        writer.writeAttribute(u"type"_s, isTheFailure ? report.failure->id : stageId(stage.id));
        writer.writeAttribute(u"message"_s, isTheFailure ? report.failure->summary : stage.detail);
        writer.writeCharacters(isTheFailure ? report.failure->fix : QString());
        writer.writeEndElement();
    } else if (stage.status == StageStatus::Skipped) {
        writer.writeStartElement(u"skipped"_s);
        if (!stage.detail.isEmpty())
            writer.writeAttribute(u"message"_s, stage.detail);
        writer.writeEndElement();
    } else if (!stage.detail.isEmpty()) {
        writer.writeTextElement(u"system-out"_s, stage.detail);
    }
    writer.writeEndElement();
}

void writeSuite(QXmlStreamWriter &writer, const VerifyReport &report)
{
    writer.writeStartElement(u"testsuite"_s);
    writer.writeAttribute(u"name"_s, report.target);
    writer.writeAttribute(u"tests"_s, QString::number(allStages().size()));
    writer.writeAttribute(u"failures"_s, QString::number(count(report, StageStatus::Failed)));
    writer.writeAttribute(u"errors"_s, u"0"_s);
    writer.writeAttribute(u"skipped"_s, QString::number(count(report, StageStatus::Skipped)));
    writer.writeAttribute(u"time"_s, seconds(report.elapsed));
    for (const Stage stage : allStages())
        writeCase(writer, report, report.stage(stage));
    writer.writeEndElement();
}

tl::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(
        ErrorKind::Usage, u"junit.unwritable"_s,
        QCoreApplication::translate("JUnitFile", "The JUnit report cannot be written to %1: %2.").arg(path, reason),
        QCoreApplication::translate("JUnitFile", "Name a file in a folder that you can write to."));
}

} // namespace

QByteArray xml(const QList<VerifyReport> &reports)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.setAutoFormatting(true);
    writer.writeStartDocument();
    writer.writeStartElement(u"testsuites"_s);
    for (const VerifyReport &report : reports)
        writeSuite(writer, report);
    writer.writeEndElement();
    writer.writeEndDocument();
    return bytes;
}

Result<void> check(const QString &path)
{
    // Replacing it would put a plain file in the place of a folder, a device or a pipe.
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return unwritable(path, QCoreApplication::translate("JUnitFile", "it is no plain file"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    file.cancelWriting();
    return {};
}

Result<void> write(const QString &path, const QList<VerifyReport> &reports)
{
    QSaveFile file(path);
    const QByteArray bytes = xml(reports);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace portlight::JUnitFile

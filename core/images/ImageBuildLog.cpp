// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ImageBuild that runs tools, follows what they print and keeps it.
#include "images/ImageBuild.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qsizetype largestLog = 8 * 1024 * 1024;
constexpr qsizetype longestLine = 64 * 1024;
constexpr qsizetype detailLines = 15;

/// The end of a log: where tools say what went wrong.
QString lastLines(const QByteArray &log)
{
    const QStringList lines = QString::fromUtf8(log.right(16 * 1024)).split(u'\n', Qt::SkipEmptyParts);
    return lines.mid(std::max<qsizetype>(lines.size() - detailLines, 0)).join(u'\n');
}

} // namespace

Result<void> ImageBuild::runLogged(const QStringList &words)
{
    Command command = BuildTools::command(words);
    command.timeout = m_options.timeout;
    command.outputLimit = 256 * 1024;
    command.onOutput = [this](Command::Channel channel, QByteArrayView bytes) {
        take(channel, bytes);
    };
    const auto result = m_host.run(command, m_progress.cancellation());
    for (QByteArray &rest : m_rest) {
        takeLine(rest);
        rest.clear();
    }
    if (!result)
        return failure(result.error());
    if (m_progress.isCancelled())
        return failure(cancelledError());
    if (!result->succeeded())
        return failure(toolError());
    return {};
}

void ImageBuild::take(Command::Channel channel, QByteArrayView bytes)
{
    if (m_log.size() < largestLog)
        m_log.append(bytes);
    QByteArray &rest = m_rest.at(channel == Command::Channel::Output ? 0 : 1);
    rest.append(bytes);
    qsizetype begin = 0;
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', begin)) {
        takeLine(QByteArrayView(rest).sliced(begin, end - begin));
        begin = end + 1;
    }
    rest.remove(0, begin);
    if (rest.size() > longestLine)
        rest.clear();
}

void ImageBuild::takeLine(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.startsWith("step: "))
        m_progress.setDetail(QString::fromUtf8(line.sliced(6)));
    else if (m_output.feed(line))
        showStage();
}

void ImageBuild::showStage()
{
    while (m_stagesShown < static_cast<int>(m_output.stage())) {
        m_progress.next();
        ++m_stagesShown;
    }
    m_progress.setDetail(m_output.detail());
    m_progress.setStepPercent(m_output.percent());
}

Error ImageBuild::toolError() const
{
    const QString detail = lastLines(m_log);
    switch (m_output.trouble()) {
    case BuildOutput::Trouble::Network:
        return {ErrorKind::Unreachable, u"network.unreachable"_s,
                QCoreApplication::translate("ImageBuilder", "The packages for the image %1 could not be downloaded.")
                    .arg(m_name),
                QCoreApplication::translate("ImageBuilder", "Check the network, the proxy and the mirrors in "
                                                            "/etc/apt/sources.list."),
                detail};
    case BuildOutput::Trouble::Room:
        return {ErrorKind::Unreachable, u"disk.full"_s,
                QCoreApplication::translate("ImageBuilder", "The disk became full while the image %1 was built.")
                    .arg(m_name),
                QCoreApplication::translate("ImageBuilder", "Make room and try again."), detail};
    case BuildOutput::Trouble::None:
        break;
    }
    return {ErrorKind::Failed,
            u"image.build-failed"_s,
            QCoreApplication::translate("ImageBuilder", "Building the image %1 failed.").arg(m_name),
            {},
            detail};
}

Error ImageBuild::withKeptLog(Error error)
{
    if (m_log.isEmpty() || error.kind == ErrorKind::Cancelled)
        return error;
    if (!m_host.writeFile(m_folders.failedLog(), m_log, 0644, Cancellation()))
        return error;
    const QString kept = QCoreApplication::translate("ImageBuilder", "The log is in %1.").arg(m_folders.failedLog());
    error.hint = error.hint.isEmpty() ? kept : error.hint + u' ' + kept;
    return error;
}

} // namespace portlight

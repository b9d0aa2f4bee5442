// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/BuildOutput.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// The word with this number, counted from 0; empty when there are fewer.
QByteArrayView word(QByteArrayView line, int number)
{
    for (int i = 0;; ++i) {
        while (!line.isEmpty() && line.front() == ' ')
            line = line.sliced(1);
        const auto end = line.indexOf(' ');
        const QByteArrayView found = end < 0 ? line : line.first(end);
        if (i == number || end < 0)
            return i == number ? found : QByteArrayView();
        line = line.sliced(end);
    }
}

double share(int done, int of)
{
    return of > 0 ? std::clamp(100.0 * done / of, 0.0, 100.0) : 0.0;
}

} // namespace

bool BuildOutput::enter(Stage stage)
{
    if (stage <= m_stage)
        return false;
    m_stage = stage;
    m_detail.clear();
    return true;
}

bool BuildOutput::feed(QByteArrayView line)
{
    noteTrouble(line);
    return feedPhase(line) || feedPackage(line);
}

bool BuildOutput::feedPhase(QByteArrayView line)
{
    if (line.startsWith("I: downloading packages with apt"))
        return enter(Stage::Base);
    if (line.startsWith("I: installing remaining packages")) {
        m_packages = m_downloaded = m_unpacked = m_configured = 0;
        return enter(Stage::Download);
    }
    if (line.startsWith("I: running --customize-hook") || line.startsWith("I: cleaning package lists") ||
        line.startsWith("I: creating tarball"))
        return enter(Stage::Pack);
    if (line.startsWith("Need to get ")) {
        m_downloadSize = QString::fromLatin1(word(line, 3)) + u' ' + QString::fromLatin1(word(line, 4));
        return false;
    }
    const auto installed = line.indexOf(" newly installed");
    if (installed > 0 && line.contains(" upgraded, ")) {
        m_packages = word(line, 2).toInt();
        return true;
    }
    return false;
}

bool BuildOutput::feedPackage(QByteArrayView line)
{
    // Get:3 http://deb.debian.org/debian bookworm/main amd64 libc6 amd64 2.36-9 [2759 kB]
    if (line.startsWith("Get:")) {
        const QByteArrayView name = word(line, 4);
        if (m_stage == Stage::Lists || name.isEmpty())
            return false;
        ++m_downloaded;
        m_detail = QString::fromLatin1(name);
        return true;
    }
    const bool unpacking = line.startsWith("Unpacking ");
    const bool configuring = line.startsWith("Setting up ");
    if (m_stage == Stage::Lists || (!unpacking && !configuring))
        return false;
    if (m_stage == Stage::Download)
        enter(Stage::Install);
    ++(unpacking ? m_unpacked : m_configured);
    const QByteArrayView name = word(line, unpacking ? 1 : 2);
    m_detail = QString::fromLatin1(name.first(std::max<qsizetype>(name.indexOf(':'), 0)));
    if (m_detail.isEmpty())
        m_detail = QString::fromLatin1(name);
    return true;
}

double BuildOutput::percent() const
{
    switch (m_stage) {
    case Stage::Base:
        return share(m_downloaded + m_unpacked + m_configured, 3 * m_packages);
    case Stage::Download:
        return share(m_downloaded, m_packages);
    case Stage::Install:
        return share(m_unpacked + m_configured, 2 * m_packages);
    case Stage::Lists:
    case Stage::Pack:
        break;
    }
    return 0;
}

void BuildOutput::noteTrouble(QByteArrayView line)
{
    static constexpr std::array network{"Temporary failure resolving",
                                        "Could not resolve",
                                        "Could not connect to",
                                        "Cannot initiate the connection",
                                        "Connection timed out",
                                        "Network is unreachable",
                                        "Failed to fetch"};
    if (line.contains("No space left on device"))
        m_trouble = Trouble::Room;
    const auto names = [line](const char *text) {
        return line.contains(QByteArrayView(text));
    };
    if (m_trouble == Trouble::None && std::ranges::any_of(network, names))
        m_trouble = Trouble::Network;
}

} // namespace portlight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Banner.h"

#include "rfb/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Translations
{
    Q_DECLARE_TR_FUNCTIONS(portlight::rfb::Banner)
};

struct Greeting
{
    QByteArrayView start;
    const char *sentence;
};

constexpr Greeting greetings[] = {
    {"SSH-", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "An SSH server answers here, not a VNC server.")},
    {"HTTP/", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A web server answers here, not a VNC server.")},
    {"<!", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A web server answers here, not a VNC server.")},
    {"<html", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A web server answers here, not a VNC server.")},
    {"220", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A mail or file server answers here, not a VNC server.")},
    {"* OK", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A mail server answers here, not a VNC server.")},
    {"+OK", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A mail server answers here, not a VNC server.")},
    {"-ERR", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A Redis or mail server answers here, not a VNC server.")},
    {"\x15\x03", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A TLS server answers here, not a plain VNC server.")},
    {"\x16\x03", QT_TRANSLATE_NOOP("portlight::rfb::Banner", "A TLS server answers here, not a plain VNC server.")},
};

/// Whether the two agree as far as both go.
bool agree(QByteArrayView left, QByteArrayView right)
{
    const qsizetype size = std::min(left.size(), right.size());
    return left.first(size) == right.first(size);
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Whether this can become "RFB ddd.ddd\n".
bool agreesWithBanner(QByteArrayView start)
{
    constexpr QByteArrayView pattern("RFB ddd.ddd\n");
    const qsizetype size = std::min(start.size(), pattern.size());
    for (qsizetype i = 0; i < size; ++i) {
        if (pattern[i] == 'd' ? !isDigit(start[i]) : pattern[i] != start[i])
            return false;
    }
    return true;
}

int number(QByteArrayView digits)
{
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

std::variant<BannerIncomplete, BannerVersion, NotRfb> version(QByteArrayView banner)
{
    const int major = number(banner.sliced(4, 3));
    const int minor = number(banner.sliced(8, 3));
    if (major == 0 && minor == 0)
        return NotRfb{
            Translations::tr("A VNC repeater answers here; it needs the ID of a server, not a viewer's greeting.")};
    if (major < 3)
        return NotRfb{Translations::tr("The server speaks RFB %1.%2, which is too old.").arg(major).arg(minor)};
    if (major > 3 || minor == 8 || minor == 889)
        return BannerVersion{8};
    return BannerVersion{minor == 7 ? 7 : 3};
}

} // namespace

std::variant<BannerIncomplete, BannerVersion, NotRfb> readBanner(QByteArrayView start)
{
    if (agreesWithBanner(start)) {
        if (start.size() < bannerSize)
            return BannerIncomplete{};
        return version(start);
    }
    bool mayBecomeGreeting = false;
    for (const Greeting &greeting : greetings) {
        if (!agree(start, greeting.start))
            continue;
        if (start.size() >= greeting.start.size())
            return NotRfb{Translations::tr(greeting.sentence)};
        mayBecomeGreeting = true;
    }
    if (mayBecomeGreeting)
        return BannerIncomplete{};
    if (start.size() >= 4 && start.first(4) == QByteArrayView("RFB "))
        return NotRfb{Translations::tr("The server's greeting begins like RFB, but names no version.")};
    return NotRfb{Translations::tr("Something answers here that is not a VNC server.")};
}

QString incompleteBannerSummary(QByteArrayView start)
{
    return Translations::tr(
               "The server sent only \u201c%1\u201d and closed the connection; a VNC server greets with its version.")
        .arg(safeText(start, 40));
}

} // namespace portlight::rfb

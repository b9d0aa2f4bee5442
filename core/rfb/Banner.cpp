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

using Answer = std::variant<BannerIncomplete, BannerVersion, BannerRepeater, NotRfb>;

Answer version(QByteArrayView banner)
{
    struct Known
    {
        QByteArrayView version;
        int spoken;
    };
    constexpr Known known[] = {{"003.003", 3}, {"003.006", 3}, {"003.007", 7}, {"003.008", 8},
                               {"003.889", 8}, {"004.000", 8}, {"004.001", 8}, {"005.000", 8}};
    const QByteArrayView told = banner.sliced(4, 7);
    for (const Known &each : known) {
        if (told == each.version)
            return BannerVersion{each.spoken};
    }
    if (told == "000.000")
        return BannerRepeater{};
    const int major = number(told.first(3));
    const int minor = number(told.sliced(4));
    return NotRfb{
        Translations::tr("The server speaks RFB %1.%2, a version that is not supported here.").arg(major).arg(minor)};
}

} // namespace

std::variant<BannerIncomplete, BannerVersion, BannerRepeater, NotRfb> readBanner(QByteArrayView start)
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

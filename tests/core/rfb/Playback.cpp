// SPDX-License-Identifier: GPL-3.0-or-later
#include "Playback.h"

#include "rfb/SecurityTypes.h"

#include <QTest>

#include <algorithm>

namespace portlight::rfb::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const QRect &rect)
{
    return u"%1x%2+%3+%4"_s.arg(rect.width()).arg(rect.height()).arg(rect.x()).arg(rect.y());
}

class Recorder final : public ClientObserver
{
public:
    void stateChanged(ClientState state) override { note(u"state %1"_s.arg(int(state))); }
    void loginRequired(const LoginRequest &) override
    {
        note(u"password"_s);
        client->provideLogin({{}, "secret"});
    }
    /// Refused: what comes after is encrypted for a key that the client makes anew each time, and that takes its time.
    void serverIdentityOffered(const ServerIdentity &) override
    {
        note(u"identity"_s);
        client->acceptServerIdentity(false);
    }
    void initialised(QSize size, const QString &name, const PixelFormat &format) override
    {
        note(u"initialised %1x%2 %3 %4"_s.arg(size.width()).arg(size.height()).arg(name).arg(format.bitsPerPixel));
    }
    void rectangleUpdated(const QRect &rect) override { told.append(rect); }
    void updateFinished() override { note(u"update"_s); }
    void resized(QSize size) override { note(u"resized %1x%2"_s.arg(size.width()).arg(size.height())); }
    void resizeAnswered(ResizeStatus status) override { note(u"resize %1"_s.arg(int(status))); }
    void bell() override { note(u"bell"_s); }
    void serverCutText(const QString &cut) override
    {
        note(cut.size() > 100 ? u"cut %1 characters"_s.arg(cut.size()) : u"cut "_s + cut);
    }
    void cutTextRefused(qint64 bytes) override { note(u"cut refused %1"_s.arg(bytes)); }
    void ledStateChanged(const LedState &state) override
    {
        note(u"leds %1%2%3"_s.arg(int(state.scrollLock)).arg(int(state.numLock)).arg(int(state.capsLock)));
    }
    void abilitiesChanged(const ServerAbilities &can) override { note(u"can%1"_s.arg(text(can))); }
    void powerRefused() override { note(u"power refused"_s); }
    void pong(quint64 token) override { note(u"pong %1"_s.arg(token)); }
    void nameChanged(const QString &name) override { note(u"name "_s + name); }
    void cursorChanged(const Cursor &cursor) override
    {
        QString line = u"cursor %1"_s.arg(text(QRect(cursor.hotspot, cursor.size)));
        for (const quint32 pixel : cursor.pixels.first(std::min<qsizetype>(cursor.pixels.size(), 16)))
            line += u" %1"_s.arg(pixel, 0, 16);
        note(line);
    }
    void failed(const Failure &failure) override
    {
        note(u"failed %1 at %2: %3"_s.arg(failure.id, stageId(failure.stage), failure.summary));
    }

    [[nodiscard]] static QString text(const QRect &rect) { return testing::text(rect); }
    [[nodiscard]] static QString text(const ServerAbilities &can)
    {
        QString words;
        const auto add = [&words](bool is, const char *word) {
            if (is)
                words += QLatin1Char(' ') + QLatin1StringView(word);
        };
        add(can.resize, "resize");
        add(can.power, "power");
        add(can.extendedKeys, "keys");
        add(can.extendedButtons, "buttons");
        add(can.extendedClipboard, "clipboard");
        add(can.fence, "fence");
        add(can.continuousUpdates, "continuous");
        return words;
    }

    Client *client = nullptr;
    QStringList events;
    QList<QRect> told;

private:
    void note(const QString &event) { events.append(event); }
};

bool everyChangeTold(const Framebuffer &framebuffer, const QList<QRect> &told)
{
    for (int y = 0; y < framebuffer.height(); ++y) {
        for (int x = 0; x < framebuffer.width(); ++x) {
            const bool known =
                std::any_of(told.begin(), told.end(), [&](const QRect &rect) { return rect.contains(x, y); });
            if (framebuffer.pixel(x, y) != 0 && !known)
                return false;
        }
    }
    return true;
}

/// Logins of these types have random numbers in them.
bool hasRandomOutput(int securityType)
{
    constexpr int types[] = {ra2Security,      ra2neSecurity,     ra256Security,   rane256Security,
                             ardSecurity,      msLogonIiSecurity, tlsNoneSecurity, tlsVncSecurity,
                             tlsPlainSecurity, x509NoneSecurity,  x509VncSecurity, x509PlainSecurity};
    return std::find(std::begin(types), std::end(types), securityType) != std::end(types);
}

Playback outcome(Client &client, const Recorder &recorder)
{
    Playback playback;
    playback.events = recorder.events;
    playback.state = client.state();
    if (client.failure()) {
        playback.failureId = client.failure()->id;
        playback.where = client.failure()->where;
    }
    playback.output = client.takeOutput();
    if (hasRandomOutput(client.securityType()))
        playback.output = QByteArray::number(playback.output.size());
    const Framebuffer &framebuffer = client.framebuffer();
    playback.size = framebuffer.size();
    for (int y = 0; y < framebuffer.height(); ++y)
        playback.pixels.append(QList<quint32>(framebuffer.row(y), framebuffer.row(y) + framebuffer.width()));
    playback.complete = client.isComplete();
    playback.told = everyChangeTold(framebuffer, recorder.told);
    return playback;
}

} // namespace

QString Playback::text() const
{
    return u"%1 | %2 | %3"_s.arg(failureId, where, events.join(u", "_s));
}

ClientSettings serverFormatSettings()
{
    ClientSettings settings;
    settings.pixelFormat.reset();
    return settings;
}

Playback play(const QByteArray &bytes, const ClientSettings &settings, const Pieces &pieces, bool end)
{
    Recorder recorder;
    Client client(recorder, settings);
    recorder.client = &client;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype count = std::clamp<qsizetype>(pieces(bytes.size() - at), 1, bytes.size() - at);
        // A copy of its own: whoever reads past the piece's end is caught by AddressSanitizer.
        const std::vector<char> piece(bytes.begin() + at, bytes.begin() + at + count);
        client.receive(QByteArrayView(piece.data(), count));
        at += count;
    }
    if (end)
        client.connectionClosed();
    return outcome(client, recorder);
}

Playback playBothWays(const QByteArray &bytes, const ClientSettings &settings, bool end)
{
    const Playback whole = play(
        bytes, settings, [](qsizetype left) { return left; }, end);
    const Playback bytewise = play(
        bytes, settings, [](qsizetype) { return 1; }, end);
    if (whole != bytewise)
        QTest::qFail(qPrintable(u"whole: %1\nbyte by byte: %2"_s.arg(whole.text(), bytewise.text())), __FILE__,
                     __LINE__);
    for (const qsizetype most : {bytes.size(), qsizetype(97)}) {
        ClientSettings withThreads = settings;
        withThreads.decodeThreads = 2;
        withThreads.threadsAreWorth = {};
        Playback parallel = play(
            bytes, withThreads, [most](qsizetype) { return most; }, end);
        const bool isWhole = whole.failureId.isEmpty() && whole.events.endsWith(u"update"_s);
        if (!isWhole) { // how far the others were, and rectangles that are cut off, show or not
            parallel.pixels = whole.pixels;
            parallel.complete = whole.complete;
            parallel.told = whole.told;
        }
        if (whole != parallel)
            QTest::qFail(qPrintable(u"one thread: %1\nthree: %2"_s.arg(whole.text(), parallel.text())), __FILE__,
                         __LINE__);
    }
    return whole;
}

Playback playBothWays(const QByteArray &bytes, bool end)
{
    return playBothWays(bytes, serverFormatSettings(), end);
}

} // namespace portlight::rfb::testing

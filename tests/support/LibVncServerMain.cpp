// SPDX-License-Identifier: GPL-3.0-or-later
// A small server built on libvncserver: libvncserver-test-server PORT WIDTH HEIGHT. It shows a picture that changes
// only when it is told to on stdin, and can give that picture away:
//
//     change N     the N-th change: rectangles, noise, a gradient, text lines, a scroll with CopyRect
//     picture      WIDTH * HEIGHT pixels on stdout, 4 bytes each: red, green, blue, 0
//
// Each command is answered with a line "done" (after the pixels). It ends with stdin.
#include <rfb/rfb.h>

#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr int bytesPerPixel = 4;

class Canvas
{
public:
    Canvas(rfbScreenInfoPtr screen)
        : m_screen(screen)
    {
        for (int i = 0; i < 5; ++i)
            change(i);
    }

    void change(int number)
    {
        m_random = 12345U + unsigned(number);
        switch (number % 5) {
        case 0:
            rectangles();
            break;
        case 1:
            noise(m_screen->width / 8, m_screen->height / 6, m_screen->width / 3, m_screen->height / 3);
            break;
        case 2:
            gradient(m_screen->width / 2, m_screen->height / 3, m_screen->width / 3, m_screen->height / 3);
            break;
        case 3:
            lines();
            break;
        default:
            rfbDoCopyRect(m_screen, 20, 10, m_screen->width - 30, m_screen->height - 40, 7, -16);
            break;
        }
    }

private:
    unsigned random() { return (m_random = m_random * 1664525U + 1013904223U) >> 8; }

    void set(int x, int y, unsigned red, unsigned green, unsigned blue)
    {
        char *const pixel = m_screen->frameBuffer + (y * m_screen->width + x) * bytesPerPixel;
        pixel[0] = char(red);
        pixel[1] = char(green);
        pixel[2] = char(blue);
    }

    void rectangles()
    {
        for (int i = 0; i < 12; ++i) {
            const int x = int(random()) % (m_screen->width - 60);
            const int y = int(random()) % (m_screen->height - 50);
            const unsigned colour = random();
            for (int row = y; row < y + 50; ++row)
                for (int column = x; column < x + 60; ++column)
                    set(column, row, colour, colour >> 8, colour >> 16);
            rfbMarkRectAsModified(m_screen, x, y, x + 60, y + 50);
        }
    }

    void noise(int x, int y, int width, int height)
    {
        for (int row = y; row < y + height; ++row)
            for (int column = x; column < x + width; ++column)
                set(column, row, random(), random(), random());
        rfbMarkRectAsModified(m_screen, x, y, x + width, y + height);
    }

    void gradient(int x, int y, int width, int height)
    {
        const unsigned shift = random() % 64;
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column)
                set(x + column, y + row, unsigned(column * 255 / width), unsigned(row * 255 / height), shift * 4);
        rfbMarkRectAsModified(m_screen, x, y, x + width, y + height);
    }

    /// Like text: two colours in fine patterns.
    void lines()
    {
        for (int row = m_screen->height / 2; row < m_screen->height / 2 + 40; ++row)
            for (int column = 5; column < m_screen->width - 5; ++column) {
                const unsigned value = random() % 3 == 0 ? 255 : 16;
                set(column, row, value, value, 32);
            }
        rfbMarkRectAsModified(m_screen, 5, m_screen->height / 2, m_screen->width - 5, m_screen->height / 2 + 40);
    }

    rfbScreenInfoPtr m_screen;
    unsigned m_random = 0;
};

void answer(const std::string &command, Canvas &canvas, const rfbScreenInfo &screen)
{
    if (command.rfind("change ", 0) == 0)
        canvas.change(std::atoi(command.c_str() + 7));
    else if (command == "picture")
        std::fwrite(screen.frameBuffer, bytesPerPixel, size_t(screen.width) * size_t(screen.height), stdout);
    std::fputs("done\n", stdout);
    std::fflush(stdout);
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 4)
        return 2;
    const int width = std::atoi(arguments[2]);
    const int height = std::atoi(arguments[3]);
    if (width < 100 || height < 100 || width > 4096 || height > 4096)
        return 2;
    rfbLogEnable(0);
    int none = 1;
    rfbScreenInfoPtr screen = rfbGetScreen(&none, arguments, width, height, 8, 3, bytesPerPixel);
    screen->frameBuffer = static_cast<char *>(std::calloc(size_t(width) * size_t(height), bytesPerPixel));
    screen->desktopName = "libvncserver";
    screen->alwaysShared = TRUE;
    screen->autoPort = FALSE;
    screen->port = std::atoi(arguments[1]);
    screen->ipv6port = -1;
    screen->listenInterface = htonl(INADDR_LOOPBACK);
    screen->cursor = nullptr;
    screen->deferUpdateTime = 5;
    rfbInitServer(screen);
    if (!rfbIsActive(screen))
        return 1;
    Canvas canvas(screen);
    std::string pending;
    for (;;) {
        rfbProcessEvents(screen, 2000);
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (poll(&input, 1, 0) <= 0)
            continue;
        char bytes[256];
        const ssize_t length = read(STDIN_FILENO, bytes, sizeof bytes);
        if (length <= 0)
            return 0;
        pending.append(bytes, size_t(length));
        for (size_t end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
            answer(pending.substr(0, end), canvas, *screen);
            pending.erase(0, end + 1);
        }
    }
}

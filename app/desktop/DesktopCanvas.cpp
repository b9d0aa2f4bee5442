// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopCanvas.h"

#include "desktop/GuestCursor.h"
#include "desktop/KeyboardGrab.h"
#include "desktop/KeyboardInput.h"
#include "desktop/PointerInput.h"
#include "settings/ThemeColors.h"

#include <QPaintEvent>
#include <QPainter>

using namespace std::chrono_literals;

namespace portlight {

namespace {

constexpr auto sizeRest = 500ms; // how long the viewer must keep a size before the guest is asked for it
constexpr auto edgeTick = 16ms;
constexpr QSize smallestGuest(64, 64);
constexpr float veilStrength = 0.65F;

} // namespace

DesktopCanvas::DesktopCanvas(QWidget *parent)
    : QWidget(parent)
    , m_keyboard(new KeyboardInput(this))
    , m_grab(new KeyboardGrab(this))
    , m_pointerInput(new PointerInput(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    // Dead keys and compose sequences are the guest's business: no input method in between.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Desktop of the VM"));
    setAccessibleDescription(tr("Keys go to the guest. Ctrl+Alt+Home brings the keyboard back to the window."));
    m_sizeTimer.setSingleShot(true);
    m_sizeTimer.setInterval(sizeRest);
    m_edgeTimer.setInterval(edgeTick);
    connect(&m_edgeTimer, &QTimer::timeout, this, &DesktopCanvas::scrollAtEdge);
    connect(&m_sizeTimer, &QTimer::timeout, this, [this] {
        m_askedSize = m_viewport.deviceSize();
        Q_EMIT guestSizeWanted(m_askedSize);
    });
    connect(m_keyboard, &KeyboardInput::keyChanged, this, &DesktopCanvas::keyChanged);
    connect(m_pointerInput, &PointerInput::pointerChanged, this, &DesktopCanvas::pointerChanged);
    connect(m_grab, &KeyboardGrab::changed, this, &DesktopCanvas::grabChanged);
    connect(m_grab, &KeyboardGrab::refused, this, &DesktopCanvas::grabRefused);
}

DesktopCanvas::~DesktopCanvas()
{
    m_grab->disconnect(this);
}

void DesktopCanvas::setFramebuffer(SharedFramebufferPointer framebuffer)
{
    if (!framebuffer)
        forgetConnection();
    m_framebuffer = std::move(framebuffer);
    m_snapshot = {};
    m_guest = {};
    refreshTransform();
}

/// Only at its end: what the next one says about itself may come before its first picture.
void DesktopCanvas::forgetConnection()
{
    if (!m_framebuffer)
        return;
    m_cursorKnown = false;
    m_resizePossible = false;
    m_keyboard->forgetGuestLocks();
}

void DesktopCanvas::setSnapshot(const QImage &picture)
{
    forgetConnection();
    m_framebuffer.reset();
    m_snapshot = picture;
    m_guest = picture.size();
    refreshTransform();
}

void DesktopCanvas::setGuestSize(QSize size)
{
    m_guest = size;
    refreshTransform();
}

void DesktopCanvas::setScaleMode(ScaleMode mode)
{
    m_mode = mode;
    m_scroll = {};
    m_askedSize = {};
    refreshTransform();
}

void DesktopCanvas::setResizePossible(bool possible)
{
    m_resizePossible = possible;
    refreshTransform();
}

void DesktopCanvas::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    refreshInput();
    askForSize();
    update();
}

void DesktopCanvas::setInputEnabled(bool on)
{
    m_inputEnabled = on;
    refreshInput();
    askForSize();
}

void DesktopCanvas::setGuestCursor(const QImage &image, QPoint hotspot)
{
    m_cursorImage = image;
    m_cursorHotspot = hotspot;
    m_cursorKnown = true;
    refreshCursor();
}

void DesktopCanvas::setDotShown(bool shown)
{
    m_dotShown = shown;
    refreshCursor();
}

void DesktopCanvas::setGuestLocks(const rfb::LedState &state)
{
    m_keyboard->setGuestLocks(state);
}

void DesktopCanvas::setGrabWanted(bool wanted)
{
    m_grabWanted = wanted;
    m_grabPaused = false;
    refreshInput();
}

bool DesktopCanvas::isGrabbed() const
{
    return m_grab->isActive();
}

void DesktopCanvas::markChanged(const QRect &area)
{
    update(m_transform.toWidget(area));
}

ViewTransform::Viewport DesktopCanvas::viewport() const
{
    return {size(), devicePixelRatioF(), mapTo(window(), QPoint())};
}

void DesktopCanvas::refreshTransform()
{
    m_viewport = viewport();
    const bool cannotResize = m_mode == ScaleMode::Remote && !m_resizePossible;
    m_transform = ViewTransform(m_guest, m_viewport, cannotResize ? ScaleMode::Fit : m_mode, m_scroll);
    m_scroll = m_transform.scroll();
    askForSize();
    refreshInput();
    update();
}

/// Once for each size of the viewer: a guest that took another one, or whom somebody else resized, is left alone.
void DesktopCanvas::askForSize()
{
    const QSize wanted = m_viewport.deviceSize();
    const bool canAsk = m_mode == ScaleMode::Remote && m_resizePossible && takesInput() && isVisible();
    const bool isSensible = wanted.expandedTo(smallestGuest) == wanted;
    if (canAsk && isSensible && wanted != m_askedSize && wanted != m_guest)
        m_sizeTimer.start();
    else
        m_sizeTimer.stop();
}

/// Whatever decides whether keys and mouse go to the guest has changed.
void DesktopCanvas::refreshInput()
{
    refreshCursor();
    const bool takes = takesInput();
    if (!takes) {
        m_pointerInput->releaseAll();
        m_edgeTimer.stop();
    }
    m_keyboard->setActive(takes && hasFocus() && isActiveWindow());
    if (m_grabWanted && !m_grabPaused && m_keyboard->isActive())
        m_grab->take();
    else
        m_grab->release();
}

void DesktopCanvas::refreshCursor()
{
    if (!takesInput() || !m_cursorKnown)
        setCursor(Qt::ArrowCursor);
    else if (!GuestCursor::isHidden(m_cursorImage))
        setCursor(GuestCursor::make(m_cursorImage, m_cursorHotspot, m_transform.scale(), devicePixelRatioF()));
    else if (m_dotShown)
        setCursor(GuestCursor::dot(devicePixelRatioF()));
    else
        setCursor(Qt::BlankCursor);
}

void DesktopCanvas::paintEvent(QPaintEvent *)
{
    if (viewport() != m_viewport) // something around us has moved us
        refreshTransform();
    const ThemeColors &colors = ThemeColors::of(palette());
    QPainter painter(this);
    // From here in real pixels. Only whole ones: at 125 % our corner may lie between two.
    const QTransform toDevice = painter.deviceTransform();
    const QPoint corner(qRound(toDevice.dx()), qRound(toDevice.dy()));
    painter.setWorldTransform(QTransform::fromTranslate(corner.x(), corner.y()) * toDevice.inverted());
    const QRect all = QRect(QPoint(), m_viewport.deviceSize()).adjusted(-1, -1, 1, 1);
    // A screen's unused edges are black; a notice needs the theme's ground behind it.
    const bool isScreen = window()->isFullScreen() && m_transform.isValid() && !m_frozen;
    for (const QRect &around : QRegion(all).subtracted(m_transform.target()))
        painter.fillRect(around, isScreen ? QColor(Qt::black) : colors.backdrop);
    if (!m_transform.isValid())
        return;
    if (m_framebuffer) {
        const SharedFramebuffer::Reader reader = m_framebuffer->read();
        paintPicture(painter, reader.image());
    } else {
        paintPicture(painter, m_snapshot);
    }
    if (m_frozen) {
        QColor veil = colors.backdrop;
        veil.setAlphaF(veilStrength);
        painter.fillRect(m_transform.target(), veil);
    }
}

void DesktopCanvas::paintPicture(QPainter &painter, const QImage &picture) const
{
    const QRect target = m_transform.target();
    if (picture.size() != m_guest) {
        // The guest has just changed its size, which we shall hear in a moment.
        painter.fillRect(target, ThemeColors::of(palette()).backdrop);
        painter.setClipRect(target);
    }
    if (m_transform.scale() == 1) {
        painter.drawImage(target.topLeft(), picture);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_transform.needsSmoothing());
    const QSizeF size =
        picture.size() == m_guest ? QSizeF(target.size()) : QSizeF(picture.size()) * m_transform.scale();
    painter.drawImage(QRectF(target.topLeft(), size), picture);
}

void DesktopCanvas::resizeEvent(QResizeEvent *)
{
    refreshTransform();
}

void DesktopCanvas::showEvent(QShowEvent *)
{
    refreshTransform();
}

} // namespace portlight

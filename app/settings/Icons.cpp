// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QLatin1StringView fileName(Icon icon)
{
    switch (icon) {
    case Icon::Check:
        return "check"_L1;
    case Icon::Cross:
        return "cross"_L1;
    case Icon::Clock:
        return "clock"_L1;
    case Icon::Triangle:
        return "triangle"_L1;
    case Icon::Question:
        return "question"_L1;
    case Icon::Square:
        return "square"_L1;
    case Icon::Play:
        return "play"_L1;
    case Icon::Pause:
        return "pause"_L1;
    case Icon::Stop:
        return "stop"_L1;
    case Icon::Plus:
        return "plus"_L1;
    case Icon::Search:
        return "search"_L1;
    case Icon::ChevronDown:
        return "chevron-down"_L1;
    case Icon::ChevronUp:
        return "chevron-up"_L1;
    case Icon::ChevronRight:
        return "chevron-right"_L1;
    case Icon::Dots:
        return "dots"_L1;
    case Icon::Server:
        return "server"_L1;
    case Icon::ShieldCheck:
        return "shield-check"_L1;
    case Icon::Keyboard:
        return "keyboard"_L1;
    case Icon::Camera:
        return "camera"_L1;
    case Icon::Fullscreen:
        return "fullscreen"_L1;
    case Icon::Bookmark:
        return "bookmark"_L1;
    case Icon::Wrap:
        return "wrap"_L1;
    case Icon::Follow:
        return "follow"_L1;
    case Icon::Trash:
        return "trash"_L1;
    case Icon::Copy:
        return "copy"_L1;
    case Icon::Save:
        return "save"_L1;
    case Icon::Restart:
        return "restart"_L1;
    case Icon::Eye:
        return "eye"_L1;
    case Icon::Record:
        return "record"_L1;
    case Icon::Lock:
        return "lock"_L1;
    case Icon::Link:
        return "link"_L1;
    case Icon::Filter:
        return "filter"_L1;
    case Icon::Logo:
        return "logo"_L1;
    }
    return {};
}

QByteArray drawing(Icon icon, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(fileName(icon)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap rendered(Icon icon, const QSize &devicePixels, const QColor &color)
{
    const QString key = u"portlight-icon/%1/%2/%3x%4"_s.arg(fileName(icon), color.name(QColor::HexArgb))
                            .arg(devicePixels.width())
                            .arg(devicePixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(icon, color));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(QPointF(), devicePixels));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one icon in the colour of its mode whenever and however large it is asked for.
class DrawnIconEngine final : public QIconEngine
{
public:
    DrawnIconEngine(Icon icon, QColor color, QColor disabled)
        : m_icon(icon)
        , m_color(std::move(color))
        , m_disabled(std::move(disabled))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        Icons::paint(*painter, rect, m_icon, colorOf(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_icon, size, colorOf(mode));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = rendered(m_icon, size, colorOf(mode));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new DrawnIconEngine(*this); }

private:
    [[nodiscard]] QColor colorOf(QIcon::Mode mode) const { return mode == QIcon::Disabled ? m_disabled : m_color; }

    Icon m_icon;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void Icons::paint(QPainter &painter, const QRectF &area, Icon icon, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize devicePixels = (area.size() * ratio).toSize();
    if (devicePixels.isEmpty())
        return;
    QPixmap pixmap = rendered(icon, devicePixels, color);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(area.topLeft(), pixmap);
}

QPixmap Icons::pixmap(Icon icon, int size, const QColor &color, qreal devicePixelRatio)
{
    const int devicePixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = rendered(icon, {devicePixels, devicePixels}, color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon Icons::icon(Icon icon, const QColor &color, const QColor &disabled)
{
    QColor faded = disabled;
    if (!faded.isValid()) {
        faded = color;
        faded.setAlphaF(0.5F);
    }
    return QIcon(new DrawnIconEngine(icon, color, faded));
}

QIcon Icons::application()
{
    return QIcon(u":/icons/portlight.svg"_s);
}

} // namespace portlight

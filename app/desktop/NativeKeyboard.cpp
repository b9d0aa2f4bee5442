// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/NativeKeyboard.h"

#include "desktop/ScanCodes.h"

#include <QGuiApplication>

#include <cstdlib>
#include <memory>

// xcb's header has a field with the name of a C++ keyword.
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wkeyword-macro"
#endif
#define explicit explicitActions
#include <xcb/xkb.h>
#undef explicit
#ifdef __clang__
#pragma clang diagnostic pop
#endif

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr quint32 firstKeycode = 8; // X keycodes of the evdev driver, and Wayland's, are Linux' plus 8
constexpr quint32 numLockKeysym = 0xff7f;
constexpr quint32 scrollLockKeysym = 0xff14;

struct Freed
{
    void operator()(void *reply) const { std::free(reply); }
};
template <typename Reply>
using ReplyPointer = std::unique_ptr<Reply, Freed>;

/// Null unless the platform is X11 and its server has XKB.
xcb_connection_t *xkbConnection()
{
    auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t *connection = x11 != nullptr ? x11->connection() : nullptr;
    if (connection == nullptr)
        return nullptr;
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(connection, &xcb_xkb_id);
    return extension != nullptr && extension->present != 0 ? connection : nullptr;
}

struct LockMasks
{
    quint8 numLock = 0;
    quint8 scrollLock = 0;
};

/// Num Lock and Scroll Lock may be any of X11's eight modifiers: the one whose key has their keysym.
LockMasks lockMasks(xcb_connection_t *connection)
{
    const xcb_setup_t *setup = xcb_get_setup(connection);
    const int first = setup->min_keycode;
    const auto modifierCookie = xcb_get_modifier_mapping(connection);
    const auto keyCookie =
        xcb_get_keyboard_mapping(connection, setup->min_keycode, quint8(setup->max_keycode - first + 1));
    const ReplyPointer<xcb_get_modifier_mapping_reply_t> modifiers(
        xcb_get_modifier_mapping_reply(connection, modifierCookie, nullptr));
    const ReplyPointer<xcb_get_keyboard_mapping_reply_t> keys(
        xcb_get_keyboard_mapping_reply(connection, keyCookie, nullptr));
    LockMasks masks;
    if (!modifiers || !keys)
        return masks;
    const xcb_keycode_t *keycodes = xcb_get_modifier_mapping_keycodes(modifiers.get());
    const xcb_keysym_t *keysyms = xcb_get_keyboard_mapping_keysyms(keys.get());
    const int keysymCount = xcb_get_keyboard_mapping_keysyms_length(keys.get());
    const int perKey = keys->keysyms_per_keycode;
    const int perModifier = modifiers->keycodes_per_modifier;
    for (int i = 0; i < 8 * perModifier; ++i) {
        for (int column = 0; column < perKey; ++column) {
            const int place = (keycodes[i] - first) * perKey + column;
            if (keycodes[i] < first || place >= keysymCount)
                continue;
            const auto mask = quint8(1 << (i / perModifier));
            if (keysyms[place] == numLockKeysym)
                masks.numLock |= mask;
            else if (keysyms[place] == scrollLockKeysym)
                masks.scrollLock |= mask;
        }
    }
    return masks;
}

} // namespace

quint32 NativeKeyboard::scanCode(const QKeyEvent &event)
{
    const quint32 native = event.nativeScanCode();
    if (native <= firstKeycode)
        return 0;
    if (!m_namesRead)
        readKeyNames();
    const auto known = m_scanCodes.constFind(native);
    return known != m_scanCodes.constEnd() ? *known : ScanCodes::ofEvdev(native - firstKeycode);
}

void NativeKeyboard::readKeyNames()
{
    m_namesRead = true;
    xcb_connection_t *connection = xkbConnection();
    if (connection == nullptr)
        return;
    const auto cookie = xcb_xkb_get_names(connection, XCB_XKB_ID_USE_CORE_KBD, XCB_XKB_NAME_DETAIL_KEY_NAMES);
    const ReplyPointer<xcb_xkb_get_names_reply_t> reply(xcb_xkb_get_names_reply(connection, cookie, nullptr));
    if (!reply)
        return;
    xcb_xkb_get_names_value_list_t list{};
    xcb_xkb_get_names_value_list_unpack(xcb_xkb_get_names_value_list(reply.get()), reply->nTypes, reply->indicators,
                                        reply->virtualMods, reply->groupNames, reply->nKeys, reply->nKeyAliases,
                                        reply->nRadioGroups, reply->which, &list);
    if (list.keyNames == nullptr)
        return;
    for (int i = 0; i < reply->nKeys; ++i) {
        const char *name = list.keyNames[i].name;
        const QByteArrayView whole(name, qsizetype(qstrnlen(name, sizeof list.keyNames[i].name)));
        if (const quint32 code = ScanCodes::ofXkbName(whole))
            m_scanCodes.insert(quint32(reply->firstKey) + quint32(i), code);
    }
}

std::optional<rfb::LedState> NativeKeyboard::lockState(const rfb::LedState &otherwise) const
{
    xcb_connection_t *connection = xkbConnection();
    if (connection == nullptr)
        return std::nullopt;
    const auto cookie = xcb_xkb_get_state(connection, XCB_XKB_ID_USE_CORE_KBD);
    const ReplyPointer<xcb_xkb_get_state_reply_t> state(xcb_xkb_get_state_reply(connection, cookie, nullptr));
    if (!state)
        return std::nullopt;
    const LockMasks masks = lockMasks(connection);
    rfb::LedState locks = otherwise;
    locks.capsLock = (state->lockedMods & XCB_MOD_MASK_LOCK) != 0;
    if (masks.numLock != 0)
        locks.numLock = (state->lockedMods & masks.numLock) != 0;
    if (masks.scrollLock != 0)
        locks.scrollLock = (state->lockedMods & masks.scrollLock) != 0;
    return locks;
}

void NativeKeyboard::setLockState(const rfb::LedState &wanted)
{
    xcb_connection_t *connection = xkbConnection();
    if (connection == nullptr)
        return;
    const LockMasks masks = lockMasks(connection);
    const auto affected = quint8(XCB_MOD_MASK_LOCK | masks.numLock | masks.scrollLock);
    const auto locked = quint8((wanted.capsLock ? XCB_MOD_MASK_LOCK : 0) | (wanted.numLock ? masks.numLock : 0) |
                               (wanted.scrollLock ? masks.scrollLock : 0));
    xcb_xkb_latch_lock_state(connection, XCB_XKB_ID_USE_CORE_KBD, affected, locked, 0, 0, 0, 0, 0);
    xcb_flush(connection);
}

} // namespace portlight

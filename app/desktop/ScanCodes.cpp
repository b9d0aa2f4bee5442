// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ScanCodes.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace portlight {

namespace {

struct Key
{
    quint8 evdev;
    quint8 xt;
    const char *xkbName; // null: X has only a number for it
};

/// The keys whose XT code is not Linux' number: Linux counts on after 83 in an order of its own.
constexpr Key otherKeys[] = {
    {85, 0x76, nullptr}, {89, 0x73, "AB11"},  {90, 0x78, "KATA"},  {91, 0x77, "HIRA"},  {92, 0x79, "HENK"},
    {93, 0x70, "HKTG"},  {94, 0x7b, "MUHE"},  {95, 0x5c, "JPCM"},  {96, 0x9c, "KPEN"},  {97, 0x9d, "RCTL"},
    {98, 0xb5, "KPDV"},  {99, 0x54, "PRSC"},  {100, 0xb8, "RALT"}, {101, 0x5b, "LNFD"}, {102, 0xc7, "HOME"},
    {103, 0xc8, "UP"},   {104, 0xc9, "PGUP"}, {105, 0xcb, "LEFT"}, {106, 0xcd, "RGHT"}, {107, 0xcf, "END"},
    {108, 0xd0, "DOWN"}, {109, 0xd1, "PGDN"}, {110, 0xd2, "INS"},  {111, 0xd3, "DELE"}, {113, 0xa0, "MUTE"},
    {114, 0xae, "VOL-"}, {115, 0xb0, "VOL+"}, {116, 0xde, "POWR"}, {117, 0x59, "KPEQ"}, {119, 0xc6, "PAUS"},
    {121, 0x7e, "I129"}, {122, 0x72, "HNGL"}, {123, 0x71, "HJCV"}, {124, 0x7d, "AE13"}, {125, 0xdb, "LWIN"},
    {126, 0xdc, "RWIN"}, {127, 0xdd, "COMP"}, {128, 0xe8, "STOP"}, {129, 0x85, "AGAI"}, {130, 0x86, "PROP"},
    {131, 0x87, "UNDO"}, {133, 0xf8, "COPY"}, {134, 0x64, "OPEN"}, {135, 0x65, "PAST"}, {136, 0xc1, "FIND"},
    {137, 0xbc, "CUT"},  {138, 0xf5, "HELP"}, {140, 0xa1, "I148"}, {142, 0xdf, "I150"}, {143, 0xe3, "I151"},
    {155, 0xec, "I163"}, {156, 0xe6, "I164"}, {157, 0xeb, "I165"}, {158, 0xea, "I166"}, {159, 0xe9, "I167"},
    {162, 0xfd, "I170"}, {163, 0x99, "I171"}, {164, 0xa2, "I172"}, {165, 0x90, "I173"}, {166, 0xa4, "I174"},
    {172, 0xb2, "I180"}, {173, 0xe7, "I181"}, {179, 0xf6, "I187"}, {180, 0xfb, "I188"}, {183, 0x5d, "FK13"},
    {184, 0x5e, "FK14"}, {185, 0x5f, "FK15"}, {186, 0x55, "FK16"}, {187, 0x83, "FK17"}, {188, 0xf7, "FK18"},
    {189, 0x84, "FK19"}, {190, 0x5a, "FK20"}, {191, 0x74, "FK21"}, {192, 0xf9, "FK22"}, {193, 0x6d, "FK23"},
    {194, 0x6f, "FK24"}, {205, 0xa5, "I213"}, {217, 0xe5, "I225"}, {226, 0xed, "I234"},
};

/// Linux took over the XT codes up to 83, and 86 to 88. From 1 on.
constexpr std::array firstNames{
    "ESC",  "AE01", "AE02", "AE03", "AE04", "AE05", "AE06", "AE07", "AE08", "AE09", "AE10", "AE11", "AE12", "BKSP",
    "TAB",  "AD01", "AD02", "AD03", "AD04", "AD05", "AD06", "AD07", "AD08", "AD09", "AD10", "AD11", "AD12", "RTRN",
    "LCTL", "AC01", "AC02", "AC03", "AC04", "AC05", "AC06", "AC07", "AC08", "AC09", "AC10", "AC11", "TLDE", "LFSH",
    "BKSL", "AB01", "AB02", "AB03", "AB04", "AB05", "AB06", "AB07", "AB08", "AB09", "AB10", "RTSH", "KPMU", "LALT",
    "SPCE", "CAPS", "FK01", "FK02", "FK03", "FK04", "FK05", "FK06", "FK07", "FK08", "FK09", "FK10", "NMLK", "SCLK",
    "KP7",  "KP8",  "KP9",  "KPSU", "KP4",  "KP5",  "KP6",  "KPAD", "KP1",  "KP2",  "KP3",  "KP0",  "KPDL",
};
static_assert(firstNames.size() == 83);

/// Other names that keymaps use for the same places.
constexpr std::pair<const char *, const char *> aliases[] = {
    {"ALGR", "RALT"}, {"MENU", "COMP"}, {"LMTA", "LWIN"}, {"RMTA", "RWIN"}, {"SYRQ", "PRSC"},
    {"BRK", "PAUS"},  {"AC12", "BKSL"}, {"NFER", "MUHE"}, {"XFER", "HENK"},
};

quint32 plainName(QByteArrayView name)
{
    const auto first = std::find(firstNames.begin(), firstNames.end(), name);
    if (first != firstNames.end())
        return quint32(first - firstNames.begin()) + 1;
    if (name == "LSGT")
        return 0x56;
    if (name == "FK11")
        return 0x57;
    if (name == "FK12")
        return 0x58;
    const auto *other = std::find_if(std::begin(otherKeys), std::end(otherKeys),
                                     [name](const Key &key) { return key.xkbName != nullptr && name == key.xkbName; });
    return other != std::end(otherKeys) ? other->xt : 0;
}

/// The characters of a US keyboard's keys, without and with Shift, in the order of their XT codes.
constexpr struct
{
    quint32 firstCode;
    const char *plain;
    const char *shifted;
} rows[] = {
    {0x02, "1234567890-=", "!@#$%^&*()_+"},
    {0x10, "qwertyuiop[]", "QWERTYUIOP{}"},
    {0x1e, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {0x2b, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
};

quint32 ofCharacter(char character)
{
    for (const auto &row : rows) {
        for (const QByteArrayView line : {QByteArrayView(row.plain), QByteArrayView(row.shifted)}) {
            const qsizetype place = line.indexOf(character);
            if (place >= 0)
                return row.firstCode + quint32(place);
        }
    }
    return 0;
}

/// X11/keysymdef.h.
const QHash<quint32, quint32> &functionKeysyms()
{
    static const QHash<quint32, quint32> codes{
        {0x0020, 0x39}, {0xff08, 0x0e}, {0xff09, 0x0f}, {0xff0d, 0x1c}, {0xff13, 0xc6}, {0xff14, 0x46}, {0xff15, 0x54},
        {0xff1b, 0x01}, {0xff50, 0xc7}, {0xff51, 0xcb}, {0xff52, 0xc8}, {0xff53, 0xcd}, {0xff54, 0xd0}, {0xff55, 0xc9},
        {0xff56, 0xd1}, {0xff57, 0xcf}, {0xff61, 0x54}, {0xff63, 0xd2}, {0xff67, 0xdd}, {0xff7f, 0x45}, {0xff8d, 0x9c},
        {0xffe1, 0x2a}, {0xffe2, 0x36}, {0xffe3, 0x1d}, {0xffe4, 0x9d}, {0xffe5, 0x3a}, {0xffe7, 0x38}, {0xffe9, 0x38},
        {0xffea, 0xb8}, {0xffeb, 0xdb}, {0xffec, 0xdc}, {0xffff, 0xd3}, {0xfe03, 0xb8}, {0xffc8, 0x57}, {0xffc9, 0x58},
    };
    return codes;
}

} // namespace

quint32 ScanCodes::ofEvdev(quint32 code)
{
    if ((code >= 1 && code <= 83) || (code >= 86 && code <= 88))
        return code;
    const auto *key = std::find_if(std::begin(otherKeys), std::end(otherKeys),
                                   [code](const Key &other) { return other.evdev == code; });
    return key != std::end(otherKeys) ? key->xt : 0;
}

quint32 ScanCodes::ofXkbName(QByteArrayView name)
{
    for (const auto &[alias, real] : aliases) {
        if (name == alias)
            return plainName(real);
    }
    return plainName(name);
}

quint32 ScanCodes::ofKeysym(quint32 keysym)
{
    constexpr quint32 f1 = 0xffbe;
    if (keysym >= f1 && keysym < f1 + 10)
        return 0x3b + (keysym - f1);
    const auto known = functionKeysyms().constFind(keysym);
    if (known != functionKeysyms().constEnd())
        return *known;
    return keysym > 0x20 && keysym < 0x7f ? ofCharacter(char(keysym)) : 0;
}

} // namespace portlight

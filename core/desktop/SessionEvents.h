// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace portlight {

/// What an RFB client tells while the framebuffer is locked, kept until it is not. Of what is worth telling once only
/// the last counts, so that a server cannot drown whoever listens.
class SessionEvents
{
public:
    enum class Kind { Each, Bell, Text, Name, Cursor, Leds, Abilities, Power, Answer, Resized, Updated };

    void add(Kind kind, std::function<void()> tell)
    {
        if (kind != Kind::Each)
            std::erase_if(m_events, [kind](const Event &known) { return known.kind == kind; });
        m_events.push_back({kind, std::move(tell)});
    }
    [[nodiscard]] std::vector<std::function<void()>> take()
    {
        std::vector<std::function<void()>> all;
        for (Event &event : m_events)
            all.push_back(std::move(event.tell));
        m_events.clear();
        return all;
    }
    void clear() { m_events.clear(); }

private:
    struct Event
    {
        Kind kind = Kind::Each;
        std::function<void()> tell;
    };
    std::vector<Event> m_events;
};

} // namespace portlight

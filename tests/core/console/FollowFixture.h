// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/SerialFollower.h"

#include "core/console/ScriptedHost.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace portlight {

/// A log in a folder of its own and what follows it.
struct FollowFixture
{
    static constexpr int Patience = 20'000;

    QTemporaryDir folder;
    std::shared_ptr<ScriptedHost> host = std::make_shared<ScriptedHost>();
    std::shared_ptr<LineStore> store = std::make_shared<LineStore>();
    std::unique_ptr<SerialFollower> follower;

    [[nodiscard]] QString path(const QString &name = QStringLiteral("serial-console.log")) const
    {
        return folder.filePath(name);
    }

    void write(const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::Append) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | mode));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// As Firecracker does: what is longer stays behind the new text.
    void writeOver(const QByteArray &bytes, qint64 offset = 0) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        QVERIFY(file.seek(offset));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void follow()
    {
        follower = std::make_unique<SerialFollower>(host, path(), store);
        follower->start();
    }

    [[nodiscard]] bool isAtEnd() const { return follower->isAtEnd() && follower->offset() == QFile(path()).size(); }

    /// The lines, "<3>" for a mark of kind 3.
    [[nodiscard]] QStringList texts() const
    {
        QStringList result;
        for (const SerialLine &line : store->lines(0, store->lineCount())) {
            const int mark = int(line.mark.kind);
            result.append(mark == 0 ? line.text : QStringLiteral("<%1>").arg(mark));
        }
        return result;
    }
};

} // namespace portlight

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the pictures of the serial console that README and help show, light and dark, into resources/screenshots:
#   packaging/screenshots.sh BUILD_FOLDER
# The log at whose end one of them stands is 1 GiB; it is made in a temporary folder and removed.
set -eu
build=${1:?usage: packaging/screenshots.sh BUILD_FOLDER}
source=$(cd "$(dirname "$0")/.." && pwd)
drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
PORTLIGHT_LOG_BYTES=${PORTLIGHT_LOG_BYTES:-1073741824} PORTLIGHT_SCREENSHOTS="$drawn" \
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$build/tests/ConsoleScreenshots" healthyBoot failingBoot largeLog
for name in healthy failing search large; do
    for theme in light dark; do
        cp "$drawn/console-$name-$theme.png" "$source/resources/screenshots/"
    done
done
ls -l "$source/resources/screenshots"

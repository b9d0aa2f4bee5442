#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets everything up on a fresh Debian 12 machine and passes the tests, with AddressSanitizer and UBSan. Quick the second time.
#
#   packaging/test.sh             unit and integration tests, a short run of the fuzzers
#   packaging/test.sh --full      also 20 boots on a busy machine, the browser image, long fuzzing, benchmarks
#   packaging/test.sh -R NAME     only tests whose name matches (further words go to ctest)
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# What the tests talk to: real servers, a second compiler for the fuzzers, checkers.
test_packages=(
  clang clang-format clang-tidy libclang-rt-14-dev shellcheck python3 openssl
  tigervnc-standalone-server tigervnc-tools websockify novnc x11vnc xvfb xauth x11-utils x11-xserver-utils x11-apps
  xdotool x11-xkb-utils xterm xfonts-base openbox imagemagick stress-ng iproute2 git
  libvncserver-dev nettle-dev gvncviewer gnome-keyring libsecret-tools dbus xclip chromium nodejs
  ripgrep lnav
)

full=no
ctest_arguments=()
case ${1:-} in
  --help | -h) sed -n '3,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --full) full=yes; shift ;;
esac
ctest_arguments=("$@")

need_debian_12
need_space /usr "$(missing_megabytes 3500 "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}")" "what is to be installed"
need_space "$project/build" 6000 "building and testing"

step "Packages"
install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"

cd "$project"
step "noVNC's current release (build/novnc)"
# Debian's is older. Nothing of it is in the program: the tests hold their pictures against its.
novnc_version=1.7.0
novnc_archive=build/novnc-novnc-$novnc_version.tgz
if [ "$(cat build/novnc/.version 2>/dev/null)" = $novnc_version ]; then
  say "noVNC $novnc_version is there."
else
  # Debian's nodejs comes without it, others bring their own.
  command -v npm >/dev/null || install_packages npm
  mkdir -p build
  (cd build && npm pack --silent "@novnc/novnc@$novnc_version" >/dev/null) || die "noVNC $novnc_version could not be fetched." \
    "Check the network, then run this again."
  rm -rf build/novnc
  mkdir build/novnc
  tar -xzf "$novnc_archive" -C build/novnc --strip-components=1
  rm "$novnc_archive"
  echo $novnc_version >build/novnc/.version
fi
export PORTLIGHT_NOVNC_FOLDER=$project/build/novnc

step "Program and tests with sanitizers (build/asan)"
build asan

step "Fuzzers (build/fuzz)"
build fuzz fuzzers

if [ $full = yes ]; then
  step "Release build for the benchmarks (build/bench)"
  cmake --preset release -B build/bench -DPORTLIGHT_BUILD_TESTS=ON --log-level=WARNING
  cmake --build build/bench
  ctest --test-dir build/bench -R Bench --verbose
fi

step "Tests"
# The image is built once and kept here; a changed recipe builds it anew.
export PORTLIGHT_TEST_HOME=$project/build/test-home
export PORTLIGHT_FUZZ_FOLDER=$project/build/fuzz/fuzz
mkdir -p "$PORTLIGHT_TEST_HOME"
labels=(--label-exclude full)
if [ $full = yes ]; then
  labels=()
  export PORTLIGHT_FUZZ_SECONDS=900
fi
status=0
: >build/ctest.log
# A group of its own: Ctrl-C must reach the tests and what they started.
set -m
ctest --preset asan --no-tests=error -j "$(nproc)" "${labels[@]}" "${ctest_arguments[@]}" >build/ctest.log 2>&1 &
tests=$!
set +m
trap 'kill -TERM -- -$tests 2>/dev/null' INT TERM
tail -n +1 -f --pid=$tests build/ctest.log &
shown=$!
wait $tests || status=$?
wait $shown || true
tell_times
# ctest's own summary once more, as the last words.
sed -n '/tests passed/,$p' build/ctest.log
exit $status

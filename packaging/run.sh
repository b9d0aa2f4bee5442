#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets everything up on a fresh Debian 12 machine and does the main job: build Portlight, build a golden image, boot it as
# a VM on this machine, prove its desktop, show it. Quick the second time.
#
#   packaging/run.sh [--keep] [--no-window]     as `portlight demo`
#   packaging/run.sh --build-only               only the program
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

arguments=()
build_only=no
for argument in "$@"; do
  case $argument in
    --help | -h) sed -n '3,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
    --build-only) build_only=yes ;;
    --keep | --no-window) arguments+=("$argument") ;;
    *) printf '%s: unknown option %s; try --help\n' "$(basename "$0")" "$argument" >&2; exit 2 ;;
  esac
done

need_debian_12
need_space /usr "$(missing_megabytes 1500 "${build_packages[@]}" "${run_packages[@]}")" "what is to be installed"
need_space "$project/build" 600 "the build"
[ $build_only = yes ] || need_space "${PORTLIGHT_HOME:-$(data_folder)}" 3000 "building the image and booting it"

step "Packages"
install_packages "${build_packages[@]}" "${run_packages[@]}"

step "Program (build/release/portlight)"
cd "$project"
build release portlight

if [ $build_only = yes ]; then
  tell_times
  exit 0
fi

step "Demo: image, VM, desktop"
mkdir -p build
status=0
build/release/portlight demo --screenshot "$project/build/demo.png" "${arguments[@]}" || status=$?
tell_times
[ ! -s build/demo.png ] || say "The picture of the desktop: $project/build/demo.png"
[ $status -eq 0 ] || say "portlight demo ended with exit code $status."
exit $status

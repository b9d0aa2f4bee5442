# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What run.sh and test.sh share: messages, checks of the machine, packages. Sourced, not run.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started=$SECONDS
step_name=
step_started=$SECONDS
step_times=()

build_packages=(
  build-essential cmake ninja-build ccache lld pkg-config
  qt6-base-dev qt6-websockets-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  libgl1-mesa-dev libvulkan-dev
  zlib1g-dev libjpeg62-turbo-dev libcli11-dev libexpected-dev
  libssl-dev libpng-dev libisal-dev qtkeychain-qt6-dev libxcb-xkb-dev
  libhyperscan-dev libvterm-dev
)
# What the program itself calls or shows: QEMU, the image builder, icons, a font.
run_packages=(
  qemu-system-x86 qemu-utils mmdebstrap e2fsprogs uidmap debian-archive-keyring ca-certificates
  util-linux procps libqt6svg6 qt6-qpa-plugins fonts-inter fonts-dejavu-core
)

say() { printf '%s\n' "$*"; }

die() {
  printf '\n%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 3
}

# step "Building": ends the step before it, telling its time.
step() {
  end_step
  step_name=$1
  step_started=$SECONDS
  printf '\n== %s\n' "$1"
}

end_step() {
  [ -n "$step_name" ] || return 0
  step_times+=("$(printf '%5d s  %s' $((SECONDS - step_started)) "$step_name")")
  step_name=
}

tell_times() {
  end_step
  printf '\nHow long it took:\n'
  printf '  %s\n' "${step_times[@]}"
  printf '  %5d s  all of it\n' $((SECONDS - started))
}

need_debian_12() {
  local id='' version=''
  local release=${OS_RELEASE:-/etc/os-release}
  if [ -r "$release" ]; then
    # shellcheck source=/dev/null
    id=$(. "$release" && printf '%s' "${ID:-}")
    # shellcheck source=/dev/null
    version=$(. "$release" && printf '%s' "${VERSION_ID:-}")
  fi
  if [ "$id" != debian ] || [ "$version" != 12 ]; then
    die "this script sets up Debian 12; this is ${id:-an unknown system} ${version}." \
      "Elsewhere install the packages listed in packaging/setup.sh under your system's names, then:" \
      "cmake --preset release && cmake --build --preset release && build/release/portlight demo"
  fi
  [ "$(uname -m)" = x86_64 ] || die "Portlight's images and engine are for x86_64; this machine is $(uname -m)."
}

# need_space FOLDER MEGABYTES WHAT
need_space() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df --output=avail -BM "$folder" | tail -n 1 | tr -dc 0-9)
  say "Disk: $3 needs about $2 MB in $folder; $free MB are free."
  [ "$free" -ge "$2" ] || die "there is not enough room in $folder: $2 MB are needed, $free MB are free." \
    "Free some space and run this again; nothing was changed."
}

# missing_megabytes MEGABYTES NAME...: that much when a package is missing, else 0.
missing_megabytes() {
  local megabytes=$1
  shift
  if [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$@" 2>/dev/null | grep -cx installed)" -eq $# ]; then
    echo 0
  else
    echo "$megabytes"
  fi
}

# Where Portlight keeps its images for this user.
data_folder() {
  if [ "$(id -u)" -eq 0 ]; then echo /var/lib/portlight; else echo "${XDG_DATA_HOME:-$HOME/.local/share}/portlight"; fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "packages must be installed, and this is neither root nor is sudo there." "Run as root: apt-get install $missing"
  fi
}

# install_packages NAME...: installs those that are missing; needs no network and no root when none is.
install_packages() {
  local name
  missing=
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=" $name"
  done
  if [ -z "$missing" ]; then
    say "All $# packages are there."
    return
  fi
  say "Installing:$missing"
  as_root apt-get update -q -o APT::Update::Error-Mode=any || die "the package lists could not be fetched." \
    "Check the network and /etc/apt/sources.list, then run this again."
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing \
    || die "the packages could not be installed." "The lines above say why. Run this again when it is mended."
}

# build PRESET [TARGET...]
build() {
  # Precompiled headers would keep ccache from finding anything.
  export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
  local preset=$1
  shift
  cmake --preset "$preset" --log-level=WARNING || die "cmake could not set up build/$preset; its words are above."
  cmake --build --preset "$preset" ${1:+--target "$@"} || die "the build failed; the compiler's words are above."
}

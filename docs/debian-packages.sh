#!/bin/sh
# Sees to Debian's packages: a virtual environment, the libraries of Qt, a font. As root it installs
# what is missing; else it prints the command. On another system it does nothing.
# Usage: debian-packages.sh [PYTHON]
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0
base="libgl1 libegl1 libxkbcommon0 libglib2.0-0 libdbus-1-3 libfontconfig1 fonts-dejavu-core fonts-noto-color-emoji binutils"
window="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
"${1:-python3}" -c 'import ensurepip' 2>/dev/null || base="python3-venv $base"
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && base="$base $window"
missing=""
for package in $base; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    echo "Installing from Debian:$missing"
    # Where lists are stale or one archive is down, what is there may still do.
    apt-get update -qq || echo "apt-get update failed; trying with the lists that are here" >&2
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null </dev/null
else
    echo "These Debian packages are missing. Please run:"
    echo "    sudo apt-get install --no-install-recommends$missing"
    exit 1
fi

#!/usr/bin/env bash
# Drives the real program in a real window, with real pointer and key events, on a screen without
# a monitor. Things are found by the names that a screen reader would read. Screenshots are kept
# under target/desktop/. Run it as `bash tests/desktop.sh`, or with the name of one scenario.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(xvfb xdotool imagemagick mesa-vulkan-drivers libgl1-mesa-dri libegl1 libxkbcommon-x11-0
  libxcursor1 libxi6 libxrandr2 fonts-noto-cjk at-spi2-core dbus python3-pyatspi python3-dbus
  xclip openbox wmctrl strace)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if ((${#missing[@]})); then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
fi

cargo build --quiet
program="$(cargo metadata --format-version 1 --no-deps |
  /usr/bin/python3 -c 'import json,sys; print(json.load(sys.stdin)["target_directory"])')/debug/touchline"
shots="$PWD/target/desktop"
mkdir -p "$shots"

display_file="$(mktemp)"
exec 9>"$display_file"
Xvfb -displayfd 9 -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; rm -f "$display_file"' EXIT
for _ in $(seq 100); do [ -s "$display_file" ] && break; sleep 0.1; done
export DISPLAY=":$(tr -d '[:space:]' <"$display_file")"
unset WAYLAND_DISPLAY
# Things are found by their English names.
export LC_ALL=C.UTF-8 LANGUAGE=en

dbus-run-session -- /usr/bin/python3 tests/desktop/main.py "$program" "$shots" "$@"

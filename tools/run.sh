#!/bin/sh
# Opens the desk; where there is no screen, lives a practice day offscreen into the folder given.
set -eu

out=${1:-out}
cd "$(dirname -- "$0")/.."

has_screen() {
    if [ "${QT_QPA_PLATFORM:-}" = offscreen ]; then
        return 1
    fi
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]
}

# -I: neither PYTHONPATH nor a module lying in the working folder comes into the desk.
if has_screen; then
    exec .venv/bin/python -I -m ui
fi
echo "No screen here: living a practice day offscreen."
# The day itself says at its end what lies where.
QT_QPA_PLATFORM=offscreen exec .venv/bin/python -I -m ui.practice_day --out "$out" </dev/null

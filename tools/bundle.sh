#!/bin/sh
# Builds the one-folder program and opens the practice clinic with it, offscreen, once.
set -eu

cd "$(dirname -- "$0")/.."
# PyInstaller would keep its cache in the home folder; here it goes away with `make clean`.
export PYINSTALLER_CONFIG_DIR="$PWD/build/pyinstaller"

.venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
    --distpath dist --workpath build/bundle installer.spec </dev/null

# Nothing of the environment may lend the bundle what it should carry itself.
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV || true
day=build/practice-day
rm -rf "$day"
QT_QPA_PLATFORM=offscreen dist/immtrac-desk/immtrac-desk --practice-day "$day" </dev/null
[ -s "$day/day.json" ] || {
    echo "bundle: the practice day left no $day/day.json" >&2
    exit 1
}
answer=$(dist/immtrac-desk/immtrac which-form --birth 2008-11-22 --on 2026-11-22 </dev/null)
printf '%s\n' "$answer" | grep -q '"form"' || {
    echo "bundle: the back door did not answer: $answer" >&2
    exit 1
}
echo "bundle: $(du -sh dist/immtrac-desk | cut -f1) in dist/immtrac-desk; the practice clinic opened;" \
    "the back door answers"

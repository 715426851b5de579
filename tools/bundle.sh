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
# What is imported only when it is needed must be there too: models found by name, spreadsheets.
door=build/back-door
rm -rf "$door"
mkdir -p "$door"
ask() {
    printf "%s\n" "practice heron wading by the reeds" |
        IMMTRAC_DESK_HOME="$door/home" dist/immtrac-desk/immtrac "$@"
}
ask practice --vault "$door/vault" --clients 16 >/dev/null
today=$(date +%F)
paper=$(ask lists --vault "$door/vault" --on "$today" | sed -n 's/.*"document": "\(.*\)".*/\1/p' | head -n 1)
ask export fhir --vault "$door/vault" "$paper" --out "$door/paper.json" >/dev/null
for kind in pdf xlsx; do
    ask report coverage --vault "$door/vault" --from "$(date +%Y)-01-01" --to "$today" \
        --out "$door/coverage.$kind" >/dev/null
done
echo "bundle: $(du -sh dist/immtrac-desk | cut -f1) in dist/immtrac-desk; the practice clinic opened;" \
    "the back door answers and writes a bundle, a report and its tables"

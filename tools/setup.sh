#!/bin/sh
# The set-up: from a bare machine to a working .venv. Called by `make setup`, safe to call again.
#
#   tools/setup.sh            what running and testing need
#   tools/setup.sh bundle     that, and what building the bundle needs
#
# It changes two things only: the system's packages (with apt-get, where it may) and .venv.
# Where it may not install system packages it prints the one line to type and stops with 1.
# PYTHON=/path/to/python3 chooses an interpreter; SETUP_SYSTEM=no skips the system packages.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
purpose=${1:-desk}
stamp=.venv/set-up.stamp

say() { printf '%s\n' "setup: $*" >&2; }
stop() {
    say "$*"
    exit 1
}

# --- the interpreter -------------------------------------------------------------------------

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" || stop "PYTHON=$PYTHON is not Python 3.11 or newer."
        printf '%s' "$PYTHON"
        return
    fi
    # The distribution's own comes first: its venv module is the package installed below.
    for candidate in /usr/bin/python3 python3 /usr/bin/python3.14 /usr/bin/python3.13 \
        /usr/bin/python3.12 /usr/bin/python3.11 python3.14 python3.13 python3.12 python3.11; do
        if path=$(command -v "$candidate") && is_new_enough "$path"; then
            printf '%s' "$path"
            return
        fi
    done
}

# --- the system's packages -------------------------------------------------------------------

# A name with | has several spellings, any of which will do. The first is asked for, or the last
# where the release has the names of 64-bit time (Ubuntu 24.04, Debian 13).
qt_packages="libglib2.0-0|libglib2.0-0t64 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0
    libxcb-randr0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0 libcups2|libcups2t64"

wanted_packages() {
    printf '%s ' "$qt_packages"
    case $python in
    "") printf 'python3 python3-venv ' ;;
    /usr/bin/*)
        # A versioned interpreter beside the default one has a versioned venv package.
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        "$python" -c 'import ensurepip, venv' 2>/dev/null || printf 'python%s-venv ' "$version"
        if [ "$purpose" = bundle ]; then
            # Some of those releases renamed libpython and some did not; apt knows the plain name.
            plain=libpython$version
            printf 'binutils %s|%st64|%s ' "$plain" "$plain" "$plain"
        fi
        ;;
    *) if [ "$purpose" = bundle ]; then printf 'binutils '; fi ;;
    esac
}

uses_time64_names() {
    dpkg-query -W '*t64' >/dev/null 2>&1
}

missing_packages() {
    names=$(wanted_packages)
    # shellcheck disable=SC2046,SC2086  # the list is meant to be split
    installed=$(dpkg-query -W -f '${db:Status-Status}/${Package}\n' \
        $(printf '%s' "$names" | tr '|' ' ') 2>/dev/null | sed -n 's|^installed/||p' || true)
    for name in $names; do
        older=${name%%|*}
        newer=${name##*|}
        if printf '%s\n' "$installed" | grep -qxE "$name"; then
            continue
        fi
        if [ "$older" != "$newer" ] && uses_time64_names; then
            printf '%s ' "$newer"
        else
            printf '%s ' "$older"
        fi
    done
}

install_packages() {
    flags="install -y --no-install-recommends"
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo env"
    else
        say "these system packages are missing, and installing them takes an administrator. Type:"
        printf '\n    sudo sh -c "apt-get update && apt-get %s %s"\n\n' "$flags" "$*" >&2
        say "(as root, leave out sudo) and then the same make command again."
        exit 1
    fi
    say "installing system packages: $*"
    quietly="-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120"
    # shellcheck disable=SC2086  # words, meant to be split
    {
        $as_root DEBIAN_FRONTEND=noninteractive apt-get $quietly update </dev/null >&2 ||
            say "the package lists could not be renewed; trying with those at hand."
        $as_root DEBIAN_FRONTEND=noninteractive apt-get $quietly $flags "$@" </dev/null >/dev/null ||
            stop "apt-get could not install: $* (SETUP_SYSTEM=no goes on without)"
    }
}

see_to_packages() {
    if [ "${SETUP_SYSTEM:-yes}" = no ]; then
        return
    fi
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
        # Another system: Windows, macOS or another Linux brings or names its own libraries.
        return
    fi
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086  # the list is meant to be split
        install_packages $missing
    fi
}

# --- the environment -------------------------------------------------------------------------

fingerprint() {
    # The place belongs to it: scripts of an environment that was moved no longer find it.
    "$python" -c 'import sys; print(sys.version)'
    printf '%s\n' "$root"
    cksum <requirements-dev.txt
    cksum <pyproject.toml
}

is_set_up() {
    [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(fingerprint)" = "$(cat "$stamp")" ]
}

same_interpreter() {
    .venv/bin/python -c 'import pip' 2>/dev/null &&
        [ "$(.venv/bin/python -c 'import sys; print(sys.version)')" = \
            "$("$python" -c 'import sys; print(sys.version)')" ]
}

pip_install() {
    # No cache outside .venv, unless the machine names one; index and certificates are the machine's.
    cache=--no-cache-dir
    if [ -n "${PIP_CACHE_DIR:-}" ]; then
        cache=
    fi
    # shellcheck disable=SC2086  # an absent option is no argument
    PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PYTHONNOUSERSITE=1 \
        .venv/bin/python -m pip install -q --no-input $cache "$@" </dev/null >&2
}

make_environment() {
    say "making the environment in .venv with $("$python" -V)"
    rm -f "$stamp"
    if [ ! -x .venv/bin/python ] || ! same_interpreter; then
        rm -rf .venv
        "$python" -m venv .venv || stop "$python could not make .venv; is python3-venv installed?"
    fi
    pip_install --require-hashes --only-binary :all: -r requirements-dev.txt ||
        stop "the pinned packages could not be installed; see pip's words above."
    # The build back-end is pinned with the rest, so this step fetches nothing.
    pip_install --no-index --no-build-isolation --no-deps -e . ||
        stop "the desk itself could not be installed; see pip's words above."
    fingerprint >"$stamp.new"
    mv "$stamp.new" "$stamp"
    say "done"
}

unset PYTHONHOME PYTHONPATH || true
python=$(find_python)
see_to_packages
if [ -z "$python" ]; then
    python=$(find_python)
    [ -n "$python" ] || stop "Python 3.11 or newer is needed, and none was found."
fi
is_set_up || make_environment

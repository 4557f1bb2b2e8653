# What bin/demo and bin/test share: a Python that is new enough and our own virtual environment.
# Read it with ". bin/_environment.sh" from the repository's folder; it sets PYTHON to the environment's.

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# The system's own Python first: Debian and Ubuntu compile it for speed, and one compiled by hand, as pyenv does
# it, takes half as much time again for everything. But one that can make an environment comes before one that cannot.
find_python() {
    for parts in "sys, ensurepip, venv" sys; do
        for name in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
            if "$name" -c "import $parts; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" 2>/dev/null; then
                command -v "$name"
                return
            fi
        done
    done
    stop "Python 3.11 or newer is missing. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
}

# wanted PROGRAM...: programs of the system, by the names of their packages; installed when we may, else named.
wanted() {
    missing=
    for name in "$@"; do command -v "$name" > /dev/null 2>&1 || missing="$missing $name"; done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        say "Installing$missing ..."
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086  # one word for each package
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } > /dev/null < /dev/null &&
            return 0
    fi
    say "Missing:$missing. On Debian or Ubuntu: sudo apt-get install$missing"
    return 1
}

fingerprint_of() { "$1" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$2"; }

# environment_from LOCK: makes .venv when it is not there and installs exactly what the lock says, once.
environment_from() {
    lock=$1
    system_python=$(find_python) || exit 1
    if [ ! -x .venv/bin/python ]; then
        "$system_python" -c 'import ensurepip, venv' 2>/dev/null ||
            stop "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"
        say "Making .venv ..."
        "$system_python" -m venv .venv || stop "The virtual environment .venv could not be made."
    fi
    PYTHON=.venv/bin/python
    stamp=".venv/installed-$(basename "$lock")"
    fingerprint=$(fingerprint_of "$PYTHON" "$lock")
    if [ "$(cat "$stamp" 2>/dev/null)" != "$fingerprint" ]; then
        say "Installing what $lock lists ..."
        "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r "$lock" ||
            stop "Installing failed. Is this computer connected to the internet?"
        printf '%s\n' "$fingerprint" > "$stamp"
    fi
}

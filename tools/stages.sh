# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./test and .ci/run: runs named stages one after the other, remembers how each ended and says so at the end.

stage_logs=$PWD/build/logs
stage_failures=()
runner=() # what ctest is started through, if anything
closing=() # what the summary prints: one stage's name and its runner's own closing lines after the other
mkdir -p "$stage_logs"

# stage NAME COMMAND...: the outcome is remembered, the script goes on.
stage() {
    local name=$1 log code=0 began=$SECONDS
    shift
    log=$stage_logs/${name//[^a-z0-9]/-}.log
    echo
    echo "== ${name^}"
    "$@" 2>&1 | tee "$log" || code=${PIPESTATUS[0]}
    [ "$code" = 0 ] || stage_failures+=("$name (exit code $code, $log)")
    closing+=("-- ${name^}: $((SECONDS - began)) s" "$(closing_lines "$log")")
    return "$code"
}

# From where the runner (ctest, tools/lint, or a script that ends with such a summary itself) began its closing words;
# of a runner without such words, the last line.
closing_lines() {
    awk '/^[0-9]+% tests passed|^Analysed: |^== Summary/ { said = ""; closing = 1 }
         !closing { said = "" }
         { said = said "   " $0 "\n" }
         END { printf "%s", said }' "$1"
}

# tests PRESET ARGUMENTS...: ctest over a built preset; then what was skipped and why. A test that failed is run once more (ctest says
# so): real servers on two busy cores miss a deadline now and then.
tests() {
    local dir=$PWD/build/$1 code=0
    shift
    rm -f "$dir/tests.xml"
    "${runner[@]}" ctest --test-dir "$dir" --parallel 2 --output-on-failure --repeat until-pass:2 --no-label-summary --no-tests=error --output-junit "$dir/tests.xml" \
        --test-output-size-passed 1000000 "$@" || code=$?
    [ ! -e "$dir/tests.xml" ] || python3 -B tools/skips "$dir/tests.xml"
    return "$code"
}

# The whole outcome; its exit code is the script's.
summary() {
    echo
    echo "== Summary, after $((SECONDS / 60)) min $((SECONDS % 60)) s"
    printf '%s\n' "${closing[@]}"
    if [ ${#stage_failures[@]} -gt 0 ]; then
        printf 'FAILED: %s\n' "${stage_failures[@]}"
        return 1
    fi
}

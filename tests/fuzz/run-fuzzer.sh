#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One fuzzer as a test: run-fuzzer.sh NAME CORPUS [DICTIONARY]. Runs $PORTLIGHT_FUZZ_SECONDS (20) on a copy of the corpus; fails on
# any finding, whose input is kept. The program comes from $PORTLIGHT_FUZZ_FOLDER; without it the test is skipped (77), but not in CI.
set -eu
name=$1
corpus=$2
dictionary=${3:-}
program=${PORTLIGHT_FUZZ_FOLDER:-build/fuzz/fuzz}/$name
if [ ! -x "$program" ]; then
  echo "$program is not built: cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers"
  [ -z "${CI:-}" ] && exit 77
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
findings=${PORTLIGHT_FUZZ_FINDINGS:-build/fuzz/findings}
mkdir -p "$findings"
# 77, libFuzzer's own code for a finding, would be a skipped test.
set -- -error_exitcode=1 -max_total_time="${PORTLIGHT_FUZZ_SECONDS:-20}" -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 \
  -artifact_prefix="$findings/$name-" "$work"
[ -z "$corpus" ] || set -- "$@" "$corpus"
[ -z "$dictionary" ] || set -- -dict="$dictionary" "$@"
# Leaks are looked for by the tests; here they would need ptrace, which containers forbid.
ASAN_OPTIONS=detect_leaks=0 "$program" "$@"

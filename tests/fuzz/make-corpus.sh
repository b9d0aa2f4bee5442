#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Inputs for RfbDecoderFuzzer and RfbClientFuzzer out of sessions with real servers: Xvnc, and x11vnc for what Xvnc does not send.
#   tests/fuzz/make-corpus.sh    in the checkout, after: cmake --preset fuzz && ninja -C build/fuzz RfbDecoderFuzzer RfbClientFuzzer CorpusRecorder
# Adds what reaches code that the corpus does not reach yet, as files named recorded-... Needs Xvnc, x11vnc, xterm, xlogo, xsetroot, xdotool.
set -euo pipefail
programs=${PORTLIGHT_FUZZ_FOLDER:-build/fuzz/fuzz}
display=:${PORTLIGHT_CORPUS_DISPLAY:-64}
xvnc_port=$((5900 + ${display#:}))
x11vnc_port=$((xvnc_port + 100))
work=$(mktemp -d)
jobs=()
cleanup() {
  [ ${#jobs[@]} -eq 0 ] || kill "${jobs[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
mkdir -p "$work"/{decoder,client}
export DISPLAY=$display ASAN_OPTIONS=detect_leaks=0

waitForPort() {
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.1
  done
  echo "Nothing listens on port $1." >&2
  exit 1
}

# Something of everything: one colour, patterns, text that scrolls, what moves as a whole, other pointers.
changeForever() {
  local i=0
  local pointers=(watch left_ptr)
  while :; do
    case $((i % 6)) in
      0) xsetroot -mod $((i % 7 + 2)) $((i % 5 + 2)) -fg "#$((i % 10))a4$((i % 8))0f" -bg '#204060' ;;
      1) xsetroot -solid "#$((i % 10))0$((i % 9))0$((i % 8))0" ;;
      2) xdotool search --name xlogo windowmove $((i * 7 % 60)) $((i * 5 % 30)) ;;
      3) xdotool mousemove $((i * 13 % 96)) $((i * 11 % 64)) ;;
      4) xsetroot -cursor_name "${pointers[i / 6 % 2]}" ;;
      5) xdotool search --name xterm windowmove $((i * 3 % 40)) $((20 + i * 3 % 30)) ;;
    esac || true
    i=$((i + 1))
    sleep 0.03
  done
}

# record PORT NAME ENCODING FORMAT: with format 0 it makes an input for the other fuzzer as well.
record() {
  local inputs=("$work/decoder/recorded-$2-$4")
  [ "$4" -ne 0 ] || inputs+=("$work/client/recorded-$2")
  "$programs/CorpusRecorder" "$1" "$3" "$4" 500 "${inputs[@]}" || echo "Not recorded: $2, format $4"
}

Xvnc "$display" -geometry 72x56 -depth 24 -rfbport "$xvnc_port" -localhost -SecurityTypes None 2>"$work/xvnc" &
jobs+=($!)
waitForPort "$xvnc_port"
xlogo -geometry 24x24+40+10 2>/dev/null &
jobs+=($!)
cat >"$work/lines" <<'END'
i=0
while :; do
  i=$((i + 1))
  printf '\033[3%dmline %d\n' $((i % 8)) $i
  sleep 0.05
done
END
xterm -title xterm -fn 5x7 -geometry 14x4+4+30 -e sh "$work/lines" 2>/dev/null &
jobs+=($!)
x11vnc -display "$display" -rfbport "$x11vnc_port" -localhost -forever -shared -nopw -quiet -noxdamage >"$work/x11vnc" 2>&1 &
jobs+=($!)
waitForPort "$x11vnc_port"
changeForever 2>/dev/null &
jobs+=($!)

# 0 to 5: see FuzzedFormats.h; 128 more is big endian. Xvnc refuses the others.
for format in 0 1 2 4 5 128; do
  for encoding in raw=0 rre=2 hextile=5 tight=7 tight-jpeg=7:5 zrle=16; do
    record "$xvnc_port" "xvnc-${encoding%=*}" "${encoding#*=}" "$format"
  done
done
for format in 0 1 2 3 5 128 129; do
  for encoding in corre=4 zlib=6 hextile=5 tight-jpeg=7:5 zrle=16; do
    record "$x11vnc_port" "x11vnc-${encoding%=*}" "${encoding#*=}" "$format"
  done
done

# merge FUZZER CORPUS NEW: what reaches code that the corpus does not reach is copied into it under its own name.
merge() {
  local merged=$work/merged-$2 file
  mkdir "$merged"
  cp "tests/fuzz/corpus/$2"/* "$merged/"
  "$programs/$1" -merge=1 -use_counters=0 -merge_control_file="$work/control" "$merged" "$3" >"$work/merge" 2>&1 || cat "$work/merge" >&2
  rm -f "$work/control"
  for file in "$3"/*; do
    ! [ -e "$merged/$(sha1sum "$file" | cut -d' ' -f1)" ] || cp "$file" "tests/fuzz/corpus/$2/"
  done
}
merge RfbDecoderFuzzer rfb-decoder "$work/decoder"
merge RfbClientFuzzer rfb "$work/client"
du -bs tests/fuzz/corpus/rfb tests/fuzz/corpus/rfb-decoder

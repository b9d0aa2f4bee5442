// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/LogGuard.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Each round costs two short processes (ls and sleep); the rest is built into the shell. A full disk must not stop
/// it: what it does is what makes room. Nothing here is a special built-in with a redirection, for a failure of those
/// ends a POSIX shell.
constexpr auto loop = R"(process=$1; cd -- "$2" || exit 0; shift 2
exec </dev/null >/dev/null 2>&1
trap '' HUP
set -f
export LC_ALL=C
block=4096
longest=4398046511104

started_of() { shift 19; since=$1; }

# Sets `since`: when the process was started, which tells it from another one that got its id later.
look_at_process() {
  since=
  [ -n "$process" ] && kill -0 "$process" || return 1
  [ -r "/proc/$process/stat" ] || return 0
  IFS= read -r line <"/proc/$process/stat" || return 1
  started_of ${line##*) }
}

size_of() {
  size=0
  while read -r mode links user group bytes month day time entry; do
    [ "$entry" != "$1" ] || size=$bytes
  done <<END
$listing
END
}

note_cut() {
  echo "$from $to" >"$name.cuts.new" && mv -f "$name.cuts.new" "$name.cuts"
}

keep_within() {
  name=$1; from=$((($2 + block - 1) / block * block)); tail=$3
  size_of "$name"
  [ "$size" -gt $((from + tail + tail / 16)) ] || return 0
  to=$(((size - tail) / block * block))
  gone=
  [ ! -r "$name.cuts" ] || read -r beginning gone <"$name.cuts"
  case $gone in '' | *[!0-9]*) gone=$from ;; esac
  [ "$gone" -ge "$from" ] && [ "$gone" -le "$size" ] || gone=$from
  [ $((to - gone)) -gt $((tail / 16)) ] || return 0
  noted=yes
  note_cut || noted=
  if [ "$size" -lt "$longest" ] && fallocate --punch-hole --offset "$gone" --length $((to - gone)) "$name"; then
    [ -n "$noted" ] || note_cut
  else
    rm -f "$name.cuts" "$name.cuts.new"
    true >"$name"
  fi
  pause=0.2
}

look_at_process
first=$since
while :; do
  ended=
  look_at_process && [ "$since" = "$first" ] || ended=yes
  pause=2
  listing=$(ls -ln)
  count=$#
  while [ "$count" -gt 0 ]; do
    keep_within "$1" "$2" "$3"
    set -- "$@" "$1" "$2" "$3"
    shift 3
    count=$((count - 3))
  done
  [ -z "$ended" ] || exit 0
  sleep "$pause" || sleep 1
done
)";

} // namespace

QString LogGuard::script()
{
    return QString::fromLatin1(loop);
}

QStringList LogGuard::words(const QString &process, const QString &folder, const QList<GuardedLog> &logs)
{
    QStringList words{process, folder};
    for (const GuardedLog &log : logs)
        words << log.name << QString::number(log.limits.head) << QString::number(log.limits.tail);
    return words;
}

} // namespace portlight

#!/usr/bin/env bash
# Whole programs that turn the same workbooks into CSV, as users run them: one after the other in
# each round, so that all see the same machine. Told are wall time and processor time (user and
# system, of all processes) per workbook, and the medians over the rounds of the ratios to
# sunledger's raw sheets: of the wall time with its default threads, of the processor time with one
# thread. What is not installed is left out; SheetJS is fetched by npm if need be.
#
# usage: src/bench/compare.sh [-n WORKBOOKS] [-r ROUNDS] [-d FOLDER] [-o WORDS]
#   -d  where inputs and results are put: /dev/shm or another folder in memory measures the
#       programs, a folder on a disk the disk as well
#   -o  only programs whose name matches, beside sunledger's own
# first: mvn -q -Pbench -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/../.."
count=2000 rounds=5 base=${TMPDIR:-/tmp} only=.
while getopts n:r:d:o: option; do
  case $option in
    n) count=$OPTARG ;;
    r) rounds=$OPTARG ;;
    d) base=$OPTARG ;;
    o) only=$OPTARG ;;
    *) sed -n '8,12p' "$0" >&2; exit 2 ;;
  esac
done
few=10
work=$(mktemp -d "$base/sunledger-compare.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
classpath=${BENCH_CLASSPATH:-target/test-classes:target/classes:$(cat target/bench.classpath)}
jar=${SUNLEDGER_JAR:-target/sunledger.jar}
java -cp "$classpath" cn.sunledger.bulk.GeneratedWorkbooks nine "$work/all" "$count" > /dev/null
java -cp "$classpath" cn.sunledger.bulk.GeneratedWorkbooks nine "$work/few" "$few" > /dev/null
if command -v npm > /dev/null && ! node -e 'require("xlsx")' 2> /dev/null; then
  npm install --silent --no-fund --no-audit --prefix "$work/node" xlsx > /dev/null 2>&1 || true
  export NODE_PATH="$work/node/node_modules"
fi

# what a shell has to say for the programs that take one file, or one folder without those below
each_xlsx2csv() { find "$1" -name '*.xlsx' | while read -r f; do xlsx2csv -a "$f" "$2/$(basename "$f")"; done; }
folder_xlsx2csv() { for d in "$1"/*/; do mkdir "$2/$(basename "$d")"; xlsx2csv -a "$d" "$2/$(basename "$d")"; done; }
# which writes beside its input
each_in2csv() { cp "$1"/*/*.xlsx "$2"; for f in "$2"/*.xlsx; do in2csv --write-sheets - "$f" > /dev/null; done; }
libreoffice() {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$2" "$1"/*/*.xlsx
}

names=() counts=() commands=()
add() {
  if [[ $1 == sunledger* || $1 =~ $only ]]; then
    names+=("$1"); counts+=("$2"); commands+=("$3")
  fi
}
add 'sunledger, raw sheets' "$count" "java -jar $jar csv IN --out OUT --only sheets"
add 'sunledger, raw sheets, 1 thread' "$count" "java -jar $jar csv IN --out OUT --only sheets --threads 1"
add 'sunledger, sheets and facts' "$count" "java -jar $jar csv IN --out OUT"
add 'sunledger, sheets and facts, 1 thread' "$count" "java -jar $jar csv IN --out OUT --threads 1"
add 'fastexcel-reader' "$count" "java -cp $classpath cn.sunledger.bench.FastexcelCsv IN OUT"
add 'EasyExcel' "$count" "java -cp $classpath cn.sunledger.bench.EasyExcelCsv IN OUT"
if command -v node > /dev/null && node -e 'require("xlsx")' 2> /dev/null; then
  add 'SheetJS' "$count" 'node src/bench/sheetjs.js IN OUT'
fi
if command -v xlsx2csv > /dev/null; then
  add 'xlsx2csv, on the folder' "$count" 'folder_xlsx2csv IN OUT'
  add 'xlsx2csv, once a file' "$few" 'each_xlsx2csv IN OUT'
fi
if command -v in2csv > /dev/null; then
  add 'in2csv, once a file' "$few" 'each_in2csv IN OUT'
fi
if command -v soffice > /dev/null; then
  add 'LibreOffice' "$few" 'libreoffice IN OUT'
fi

TIMEFORMAT='%R %U %S'
for round in $(seq "$rounds"); do
  for i in "${!names[@]}"; do
    out="$work/out-$round-$i"
    mkdir "$out"
    in="$work/all"; [ "${counts[$i]}" = "$few" ] && in="$work/few"
    command=${commands[$i]//IN/$in}
    seconds=$({ time eval "${command//OUT/$out}" > "$work/said" 2>&1 || true; } 2>&1 | tail -1)
    if [ -z "$(find "$out" -name '*.csv' -print -quit)" ]; then
      echo "${names[$i]}: no CSV file; it said:" >&2; tail -3 "$work/said" >&2; exit 1
    fi
    # ext4 is slow to hand out what was deleted a moment ago; memory is short
    if [ "$(stat -f -c %T "$work")" = tmpfs ]; then rm -rf "$out"; fi
    awk -v s="$seconds" -v n="${names[$i]}" -v c="${counts[$i]}" -v r="$round" \
      'BEGIN { split(s, t, " "); printf "%s\t%d\t%.3f\t%.3f\n", n, r, 1000 * t[1] / c, 1000 * (t[2] + t[3]) / c }'
  done
done | tee "$work/all.tsv"

echo
echo "| $count workbooks, $rounds rounds, $(nproc) processors | wall, ms each | processor, ms each | wall, ratio | processor, ratio |"
echo '|---|---|---|---|---|'
awk -F'\t' '
  function median(values, name, m,   v, a, b, t) {
    for (a = 1; a <= m; a++) v[a] = values[name, a]
    for (a = 1; a <= m; a++) for (b = a + 1; b <= m; b++) if (v[b] < v[a]) { t = v[a]; v[a] = v[b]; v[b] = t }
    return m % 2 ? v[(m + 1) / 2] : (v[m / 2] + v[m / 2 + 1]) / 2
  }
  $1 == "sunledger, raw sheets" { wall[$2] = $3 }
  $1 == "sunledger, raw sheets, 1 thread" { cpu[$2] = $4 }
  { line[++lines] = $0 }
  END {
    for (i = 1; i <= lines; i++) {
      split(line[i], f, "\t")
      if (!(f[1] in many)) order[++n] = f[1]
      k = ++many[f[1]]
      w[f[1], k] = f[3]; c[f[1], k] = f[4]
      rw[f[1], k] = f[3] / wall[f[2]]; rc[f[1], k] = f[4] / cpu[f[2]]
    }
    for (i = 1; i <= n; i++)
      printf "| %s | %.2f | %.2f | %.2f | %.2f |\n", order[i], median(w, order[i], many[order[i]]),
        median(c, order[i], many[order[i]]), median(rw, order[i], many[order[i]]), median(rc, order[i], many[order[i]])
  }' "$work/all.tsv"

#!/usr/bin/env bash
# Whole programs that turn the same workbooks into CSV: one after the other in each round, processor
# seconds per workbook, medians, ratios to sunledger's raw sheets. What is not installed is left out.
# usage: src/bench/compare.sh [ROUNDS [WORKBOOKS]]   first: mvn -q -Pbench -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
count=${2:-200}
few=10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
classpath=${BENCH_CLASSPATH:-target/test-classes:target/classes:$(cat target/bench.classpath)}
jar=${SUNLEDGER:-java -cp $classpath cn.sunledger.cli.Main}
bench=(java -cp "$classpath")
generate() { "${bench[@]}" cn.sunledger.bulk.GeneratedWorkbooks nine "$work/$1" "$2" > /dev/null; }
generate all "$count"
generate few "$few"

# name, number of workbooks, command; IN and OUT stand for the folders
declare -a names counts commands
add() { names+=("$1"); counts+=("$2"); commands+=("$3"); }
add "sunledger, raw sheets, 1 thread" "$count" "$jar csv IN --out OUT --only sheets --threads 1"
add "sunledger, sheets and facts, 1 thread" "$count" "$jar csv IN --out OUT --threads 1"
add "fastexcel-reader" "$count" "java -cp $classpath cn.sunledger.bench.FastexcelCsv IN OUT"
add "EasyExcel" "$count" "java -cp $classpath cn.sunledger.bench.EasyExcelCsv IN OUT"
if command -v node > /dev/null && NODE_PATH=${NODE_PATH:-} node -e 'require("xlsx")' 2> /dev/null; then
  add "SheetJS" "$count" "node src/bench/sheetjs.js IN OUT"
fi
if command -v xlsx2csv > /dev/null; then
  add "xlsx2csv, once a file" "$few" "find IN -name *.xlsx -exec sh -c 'mkdir -p \"\$1/\$(basename \"\$2\")\" && xlsx2csv -a \"\$2\" \"\$1/\$(basename \"\$2\")\"' sh OUT {} \\;"
  add "xlsx2csv, on the folder" "$count" "xlsx2csv -a IN/000 OUT"
fi
if command -v in2csv > /dev/null; then
  add "in2csv" "$few" "find IN -name *.xlsx -exec sh -c 'in2csv --write-sheets - \"\$2\" > /dev/null 2>&1' sh OUT {} \\;"
fi
if command -v soffice > /dev/null; then
  add "LibreOffice" "$few" "soffice -env:UserInstallation=file://$work/profile --headless --convert-to csv:\"Text - txt - csv (StarCalc)\":44,34,76,1,,0,false,true,false,false,false,-1 --outdir OUT $(printf '%s ' "$work"/few/*/*.xlsx)"
fi

TIMEFORMAT='%U %S'
for round in $(seq "$rounds"); do
  for i in "${!names[@]}"; do
    # a folder of its own each time: ext4 is slow to hand out what was deleted a moment ago
    out="$work/out-$round-$i"; mkdir "$out"
    in="$work/all"; [ "${counts[$i]}" = "$few" ] && in="$work/few"
    command=${commands[$i]//IN/$in}; command=${command//OUT/$out}
    set -f
    seconds=$({ time eval "$command" > /dev/null 2>&1; } 2>&1 | tail -1)
    set +f
    echo "$seconds" | awk -v n="${names[$i]}" -v c="${counts[$i]}" -v r="$round" '{printf "%s\t%d\t%.6f\n", n, r, ($1 + $2) / c}'
  done
done | tee "$work/all.tsv"

awk -F'\t' '
  $1 ~ /^sunledger, raw/ { own[$2] = $3 }
  { if (!($1 in seen)) { seen[$1] = ++n; order[n] = $1 } ratio[$1, ++k[$1]] = $3 / own[$2] }
  END {
    for (i = 1; i <= n; i++) {
      name = order[i]; m = k[name]
      for (a = 1; a <= m; a++) v[a] = ratio[name, a]
      for (a = 1; a <= m; a++) for (b = a + 1; b <= m; b++) if (v[b] < v[a]) { t = v[a]; v[a] = v[b]; v[b] = t }
      printf "| %s | %.1f |\n", name, v[int((m + 1) / 2)]
    }
  }' "$work/all.tsv"

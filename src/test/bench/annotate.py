#!/usr/bin/env python3
"""Whole-process time and peak memory from the command to the annotated nine-table workbook, against
a Python openpyxl script (load, 20 comments, one sheet, save) and LibreOffice headless (load, save).

usage: annotate.py target/sunledger.jar [ROUNDS] [JAVA_HOME ...]

Every round runs every contestant once, so that a busy moment meets them all; medians are printed.
CPU is user plus system time of the process and its children, which a busy machine distorts least.
Needs /usr/bin/python3 with openpyxl and soffice; a contestant that is missing is left out and named.
"""
import os, shutil, statistics, subprocess, sys, tempfile, time

JAR = os.path.abspath(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
HOMES = sys.argv[3:] or [os.environ.get("JAVA_HOME", "")]
SAMPLE = os.path.abspath("sample-workbooks/changsha-2023-final-accounts.xlsx")
OPENPYXL = """
import sys, openpyxl
from openpyxl.comments import Comment
book = openpyxl.load_workbook(sys.argv[1])
left = 20
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            if left and type(cell.value) in (int, float):
                cell.comment = Comment('expected another number', 'openpyxl')
                left -= 1
book.create_sheet('result')['A1'] = 'done'
book.save(sys.argv[2])
"""


def measure(command, environment):
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=dict(os.environ, LC_ALL="C.UTF-8", **environment))
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit("failed: " + " ".join(command))
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def contestants(folder):
    out = ["annotate", SAMPLE, "--out", os.path.join(folder, "out")]
    for home in HOMES:
        java = os.path.join(home, "bin", "java") if home else "java"
        label = os.path.basename(home.rstrip("/")) or "java"
        yield "sunledger, " + label, [java, "-jar", JAR] + out, {}
        yield "  without the quick start", [java, "-jar", JAR] + out, {"SUNLEDGER_RELAUNCHED": "1"}
    script = os.path.join(folder, "openpyxl_script.py")
    with open(script, "w") as file:
        file.write(OPENPYXL)
    python = ["/usr/bin/python3", "-W", "ignore"]
    if subprocess.run(python + ["-c", "import openpyxl"], capture_output=True).returncode == 0:
        yield "openpyxl script", python + [script, SAMPLE, os.path.join(folder, "py.xlsx")], {}
    else:
        print("left out: openpyxl")
    if shutil.which("soffice"):
        yield "LibreOffice headless", [
            "soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless",
            "--convert-to", "xlsx", "--outdir", os.path.join(folder, "lo"), SAMPLE], {}
    else:
        print("left out: LibreOffice")


with tempfile.TemporaryDirectory() as folder:
    everyone = list(contestants(folder))
    results = [[] for _ in everyone]
    for round_number in range(ROUNDS + 1):
        for place, (_, command, environment) in enumerate(everyone):
            result = measure(command, environment)
            if round_number > 0:  # the first round warms the file cache and makes profiles
                results[place].append(result)
    print(f"{'':32}{'wall s':>8}{'CPU s':>8}{'MB':>6}")
    for (label, _, _), runs in zip(everyone, results):
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
        print(f"{label:32}{wall:8.2f}{cpu:8.2f}{memory:6.0f}")

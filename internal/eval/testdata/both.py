"""Runs score.py over many cases in one process.

Standard input holds one case a line: a JSON list of arguments. For each, a line of
JSON comes out: the exit status, what was printed, and what was told on standard error.
"""
import contextlib
import io
import json
import sys

sys.path.insert(0, sys.argv[1])
import score

for line in sys.stdin:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = score.main(json.loads(line))
    print(json.dumps({"Status": status, "Out": out.getvalue(), "Err": err.getvalue()}), flush=True)

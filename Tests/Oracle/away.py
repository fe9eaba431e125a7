"""A copy of a force's exports without sources that it may do without: all of them, or those named.

    away.py --out DIR [--without suspects,forecast]

Both oracles take the folder as --inputs: the run must publish, and say `not supplied` of the figures that need them.
"""
import argparse
import shutil
import sys
from pathlib import Path

import plain_yaml

ROOT = Path(__file__).resolve().parents[2]
FORCE, DEFINITIONS = ROOT / "Pipelines/loamshire", ROOT / "Pipelines/peel"


def optional_sources():
    """(source, folder, beginning of its files' names) of every source of a table that a force may do without."""
    for path in sorted((FORCE / "sources").glob("*.yaml")):
        for mapping in plain_yaml.load_all(path):
            if plain_yaml.load(DEFINITIONS / f"schema/{mapping['table']}.yaml").get("optional") == "true":
                yield mapping["source"], mapping.get("folder", ""), mapping["files"].split("{")[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=Path, default=ROOT / "SampleData/loamshire")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write; it is emptied first")
    parser.add_argument("--without", default="", help="sources, comma between; every optional one without it")
    options = parser.parse_args()
    found = {source: place for source, *place in optional_sources()}
    named = options.without.split(",") if options.without else sorted(found)
    if strangers := sorted(set(named) - set(found)):
        sys.exit(f"no optional source: {', '.join(strangers)}; there are {', '.join(sorted(found))}")
    shutil.rmtree(options.out, ignore_errors=True)
    shutil.copytree(options.inputs, options.out)
    for name in named:
        folder, beginning = found[name]
        for path in (options.out / folder).glob(f"{beginning}[0-9]*"):
            path.unlink()
    print(f"{options.out}: the exports without {', '.join(named)}")


if __name__ == "__main__":
    main()

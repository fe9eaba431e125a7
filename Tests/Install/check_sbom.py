"""Whether a list of components is valid CycloneDX, and names every library that the program asks for and every Swift
package of the project: check_sbom.py SBOM PROGRAM"""
import json
import re
import subprocess
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
assert fault is None, fault
components = json.loads(text)["components"]
names = {component["name"] for component in components}
assert len({component["bom-ref"] for component in components}) == len(components), "a reference is there twice"

headers = subprocess.run(["objdump", "-p", sys.argv[2]], check=True, capture_output=True, text=True).stdout
for library in re.findall(r"NEEDED +(\S+)", headers):
    found = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True).stdout
    owners = {line.split(":")[0] for line in found.splitlines()}
    assert owners & names or library.startswith("ld-linux"), f"{library} of {sorted(owners)} is not named"
with open("Package.resolved", encoding="utf-8") as file:
    for pin in json.load(file)["pins"]:
        assert pin["identity"] in names, f"{pin['identity']} is not named"
print(len(components), "components")

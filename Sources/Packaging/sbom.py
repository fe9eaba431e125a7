#!/usr/bin/env python3
"""Writes a CycloneDX list of what the program is made of and needs: the Swift packages that are linked into it, the
Swift runtime, and Debian packages: those installed here (--installed NAME …) and archives (--archives FILE …), which come first."""
import argparse
import datetime
import hashlib
import json
import os
import re
import subprocess
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
LICENCES = [("Apache License", "Apache-2.0"), ("MIT License", "MIT"), ("Permission is hereby granted, free of charge", "MIT")]


def licence(identity, scratch):
    """What a package's own licence file says it is, where it is one of the usual two."""
    folder = os.path.join(scratch, "checkouts")
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        if name.lower() != identity:
            continue
        for file in sorted(os.listdir(os.path.join(folder, name))):
            if file.upper().startswith("LICENSE"):
                with open(os.path.join(folder, name, file), encoding="utf-8") as text:
                    start = text.read(4000)
                return next((id for words, id in LICENCES if words in start), None)
    return None


def swift_packages(scratch):
    with open(os.path.join(PROJECT, "Package.resolved"), encoding="utf-8") as file:
        pins = json.load(file)["pins"]
    with open(os.path.join(PROJECT, "Package.swift"), encoding="utf-8") as file:
        urls = {url.rstrip("/").split("/")[-1].removesuffix(".git").lower(): url
                for url in re.findall(r'package\(url: "([^"]+)"', file.read())}
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        identity, version = pin["identity"], pin["state"]["version"]
        url = urls.get(identity, pin["location"])
        path = re.sub(r"^https://|\.git$", "", url) if url.startswith("https://") else identity
        component = {"type": "library", "bom-ref": f"pkg:swift/{path}@{version}", "name": identity, "version": version,
                     "purl": f"pkg:swift/{path}@{version}"}
        if (known := licence(identity, scratch)) is not None:
            component["licenses"] = [{"license": {"id": known}}]
        yield component


def debian(name, version, architecture, digest=None):
    purl = f"pkg:deb/debian/{name}@{version.replace(':', '%3A').replace('+', '%2B')}?arch={architecture}&distro=debian-12"
    component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    if digest:
        component["hashes"] = [{"alg": "SHA-256", "content": digest}]
    return component


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def debian_packages(arguments):
    supplied = {os.path.basename(path).split("_")[0] for path in arguments.archives}
    for name in sorted(set(arguments.installed) - supplied):
        yield debian(name, *output("dpkg-query", "-W", "-f=${Version} ${Architecture}\n", name).splitlines()[0].split())
    for path in sorted(arguments.archives):
        name, version, architecture = output("dpkg-deb", "-W", "--showformat=${Package} ${Version} ${Architecture}", path).split()
        with open(path, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        if name != "pipeline":
            yield debian(name, version, architecture, digest)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True)
    parser.add_argument("--scratch", default=os.path.join(PROJECT, ".build"), help="where the packages were built")
    parser.add_argument("--installed", nargs="*", default=[])
    parser.add_argument("--archives", nargs="*", default=[])
    arguments = parser.parse_args()

    runtime = re.search(r"Swift version ([0-9.]+)", output("swift", "--version")).group(1)
    components = [
        *swift_packages(arguments.scratch),
        {"type": "library", "bom-ref": f"pkg:generic/swift-runtime@{runtime}", "name": "swift-runtime", "version": runtime,
         "purl": f"pkg:generic/swift-runtime@{runtime}", "licenses": [{"license": {"id": "Apache-2.0"}}],
         "description": "Standard library, Foundation and Dispatch, linked statically"},
        *debian_packages(arguments),
    ]
    this = f"pkg:generic/pipeline@{arguments.version}"
    when = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([this, components]))),
        "metadata": {
            "timestamp": f"{when:%Y-%m-%dT%H:%M:%SZ}",
            "component": {"type": "application", "bom-ref": this, "name": "pipeline", "version": arguments.version, "purl": this},
        },
        "components": components,
        "dependencies": [{"ref": this, "dependsOn": [component["bom-ref"] for component in components]}]
        + [{"ref": component["bom-ref"]} for component in components],
    }
    print(json.dumps(document, indent=2))


main()

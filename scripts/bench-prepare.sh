#!/bin/bash
# The other implementations and the documents that all are measured on.
#
# Usage: scripts/bench-prepare.sh FOLDER SIZES      SIZES such as 1,10,100,1000
#
# The peers and the workload's maker come from a folder beside the project (CLR_PEERS, or
# ../shared/peers), the official contexts and samples from CLR_STANDARDS, or ../shared/standards.
# Beside the documents of the workload stand part-N, a credential from inside of clr-N: its floor,
# N times over, is what the credentials inside cost at the least.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1 sizes=$2

peers=${CLR_PEERS:-../shared/peers}
standards=${CLR_STANDARDS:-../shared/standards}
for path in "$peers/peers.py" "$standards/catalog.json"; do
    [ -r "$path" ] || {
        echo "There is no $path: without it there is nothing to compare with." >&2
        exit 1
    }
done

scripts/install-packages.sh python3 python3-venv
[ -d .build/peers/node_modules/rdf-canonize ] || apt-get update -qq >&2 || true
sh "$peers/setup.sh" .build/peers >&2
python=.build/peers/venv/bin/python

[ ! -e "$folder/manifest.json" ] || exit 0
samples=$folder-samples
mkdir -p "$samples"
cp "$standards/samples/clr20/validator/simple.json" "$samples/clr20-simple.json"
cp "$standards/samples/ob30/validator/complete.json" "$samples/ob30-complete.json"
"$python" "$peers/make_workload.py" --out "$folder" \
    --catalog "$standards/catalog.json" --samples "$samples"/*.json \
    --rdfc "$standards/suites/rdf-canon/tests/rdfc10" --sizes "$sizes" >&2

"$python" - "$folder" "$sizes" <<'PYTHON'
import json, pathlib, sys
from pyld import jsonld

folder = pathlib.Path(sys.argv[1])
contexts = json.loads((folder / "contexts.json").read_text())
jsonld.set_document_loader(lambda url, _=None: {
    "contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
    "document": contexts[url]})
for size in sys.argv[2].split(","):
    record = json.loads((folder / f"signed/clr-{size}.json").read_text())
    part = record["credentialSubject"]["verifiableCredential"][0]
    (folder / f"signed/part-{size}.json").write_text(json.dumps(part, ensure_ascii=False))
    part.pop("proof")
    (folder / f"docs/part-{size}.json").write_text(json.dumps(part, ensure_ascii=False))
    (folder / f"canon/part-{size}.nq").write_text(jsonld.normalize(
        part, {"algorithm": "URDNA2015", "format": "application/n-quads"}))
PYTHON

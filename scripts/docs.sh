#!/bin/bash
# Builds the documentation of the libraries into .build/docs, out of what `swift build` has built:
# the symbol graphs are read from the modules, so that the package needs no plug-in for it.
#
# Usage: scripts/docs.sh [--symbols-only]
set -euo pipefail
cd "$(dirname "$0")/.."

# Modules in the order in which they may refer to each other; those whose catalog has articles
# alone have no symbols of their own.
modules=(JSONText Multiformat RDF RDFCanonicalization JSONLD JSONSchema Vocabularies KeyMaterial
    DIDs DataIntegrity Credentials Verification Issuance LearnerRecord)

out=.build/docs
symbols=.build/symbols
built=$(swift build --show-bin-path)
rm -rf "$symbols"
mkdir -p "$symbols"

# The C modules that the Swift ones are made of.
maps=()
for map in .build/checkouts/*/Sources/*/include/module.modulemap "$built"/*.build/module.modulemap \
    Sources/*/*/module.modulemap; do
    [ ! -e "$map" ] || maps+=(-Xcc "-fmodule-map-file=$map")
done
target=$(swift -print-target-info | sed -n 's/.*"triple" *: *"\([^"]*\)".*/\1/p' | head -n 1)

for module in "${modules[@]}"; do
    mkdir -p "$symbols/$module"
    swift-symbolgraph-extract -module-name "$module" -I "$built/Modules" -target "$target" \
        -minimum-access-level public -skip-synthesized-members -output-dir "$symbols/$module" \
        "${maps[@]}"
    # Only what the module says of itself: not what it adds to the types of others.
    find "$symbols/$module" -name '*@*.symbols.json' -delete
done
[ "${1:-}" != --symbols-only ] || exit 0

rm -rf "$out"
mkdir -p "$out"

archives=()
for module in "${modules[@]}"; do
    catalog=$(find Sources -type d -name "$module.docc")
    dependencies=()
    for archive in "${archives[@]}"; do dependencies+=(--dependency "$archive"); done
    # An empty graph would become a second root beside the articles.
    graph=(--additional-symbol-graph-dir "$symbols/$module")
    grep -q '"symbols":\[{' "$symbols/$module/$module.symbols.json" || graph=()
    docc convert ${catalog:+"$catalog"} "${graph[@]}" "${dependencies[@]}" \
        --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
        --enable-experimental-external-link-support --warnings-as-errors \
        --disable-parameters-and-returns-validation \
        --transform-for-static-hosting --output-path "$out/$module.doccarchive"
    archives+=("$out/$module.doccarchive")
done
docc merge "${archives[@]}" --synthesized-landing-page-name 'learner-record' \
    --output-path "$out/site"
echo "The documentation is in $out/site: serve that folder, and open /documentation."

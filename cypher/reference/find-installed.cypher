// Finds all environments that install packages, in any version.
// read
// $names  [string]  normalized package names
// $asOf   epoch ms, null for now: only what was recorded by then
// -> owner (name of the package), version (null: not pinned), specifier (as recorded; '' for any version), key (of the environment)
UNWIND $names AS owner
MATCH (p:PackageRelease {name: owner})<-[installs:INSTALLS]-(e:Environment)
WHERE /*: recorded-by(installs, $asOf) */ AND /*: recorded-by(e, $asOf) */
RETURN DISTINCT owner, p.version AS version, e.packageSpecifiers[installs.position] AS specifier, e.key AS key
ORDER BY owner, key

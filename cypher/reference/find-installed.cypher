// Finds every environment that installs some packages, in whatever version.
// read
// $names  [string]  normalised names of packages
// $asOf   epoch ms, null for now: what was recorded until then
// -> owner (name of the package), version (null: not pinned to one), key (of the environment)
UNWIND $names AS owner
MATCH (p:PackageRelease {name: owner})<-[installs:INSTALLS]-(e:Environment)
WHERE /*: recorded-by(installs, $asOf) */
RETURN DISTINCT owner, p.version AS version, e.key AS key
ORDER BY owner, key

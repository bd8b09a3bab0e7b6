// Finds every environment that installs some packages, in whatever version.
// read
// $names  [string]  normalised names of packages
// -> owner (name of the package), version (null: not pinned to one), key (of the environment)
UNWIND $names AS owner
MATCH (p:PackageRelease {name: owner})<-[:INSTALLS]-(e:Environment)
RETURN DISTINCT owner, p.version AS version, e.key AS key
ORDER BY owner, key

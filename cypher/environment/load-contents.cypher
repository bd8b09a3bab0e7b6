// Loads the contents of environments: packages as parallel lists ('' for a missing value) and the registered texts.
// Separate from the other properties, because requests rarely select the hundreds of packages of an environment.
// read
// $keys  [string]
// -> owner (key), names, versions, specifiers, markers, urls, requirements, condaYaml
UNWIND $keys AS owner
MATCH (e:Environment&Lineage {key: owner})
RETURN owner, coalesce(e.packageNames, []) AS names, coalesce(e.packageVersions, []) AS versions, coalesce(e.packageSpecifiers, []) AS specifiers,
       coalesce(e.packageMarkers, []) AS markers, coalesce(e.packageUrls, []) AS urls, e.requirements AS requirements, e.condaYaml AS condaYaml

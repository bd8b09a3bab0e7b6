// Loads what environments contain: packages as parallel lists ('' for what one does not have) and the texts they came from.
// Apart from their other properties, since a hundred packages an environment are rarely asked for.
// read
// $keys  [string]
// -> owner (key), names, versions, specifiers, markers, urls, requirements, condaYaml
UNWIND $keys AS owner
MATCH (e:Environment&Lineage {key: owner})
RETURN owner, coalesce(e.packageNames, []) AS names, coalesce(e.packageVersions, []) AS versions, coalesce(e.packageSpecifiers, []) AS specifiers,
       coalesce(e.packageMarkers, []) AS markers, coalesce(e.packageUrls, []) AS urls, e.requirements AS requirements, e.condaYaml AS condaYaml

// Loads the contents of environments: packages as parallel lists ('' for a missing value) and the registered texts.
// Separate from the other properties, because requests rarely select the hundreds of packages of an environment.
// read
// $keys  [string]
// $asOf  epoch ms, null for now
// -> owner (key), names, versions, specifiers, markers, urls, requirements, condaYaml
UNWIND $keys AS owner
MATCH (e:Environment&Lineage {key: owner})
WITH owner, /*: state-at(e) */ AS state
RETURN owner, coalesce(state.packageNames, []) AS names, coalesce(state.packageVersions, []) AS versions, coalesce(state.packageSpecifiers, []) AS specifiers,
       coalesce(state.packageMarkers, []) AS markers, coalesce(state.packageUrls, []) AS urls, state.requirements AS requirements, state.condaYaml AS condaYaml

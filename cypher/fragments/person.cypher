// The identity of a person, for comparisons: the same rule as personOf in src/core/shared/person.ts.
// (name)
normalize(toUpper(trim(normalize(name))))

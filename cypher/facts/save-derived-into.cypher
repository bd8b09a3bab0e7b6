// Creates DERIVED_INTO relationships that the writer found missing under the ledger's lock.
// write
// the parameters of save-edges
/*: save-edges(DERIVED_INTO) */

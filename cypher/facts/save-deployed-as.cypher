// Creates DEPLOYED_AS relationships that the writer found missing under the ledger's lock.
// write
// the parameters of save-edges
/*: save-edges(DEPLOYED_AS) */

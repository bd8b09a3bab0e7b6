// Finds requests that have an entry in the ledger.
// read
// $requestKeys [string]  idempotency keys
// -> requestKey
MATCH (e:LedgerEntry) WHERE e.requestKey IN $requestKeys
RETURN e.requestKey AS requestKey

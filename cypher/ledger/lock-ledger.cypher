// Takes the ledger's lock, which orders all writes of all processes. Then reads the state that only its holder can rely on:
// the head of the chain, and the outcomes of earlier requests.
// write
// $requestKeys [string]  idempotency keys of the requests in this transaction
// -> sequence, at (epoch ms of the last entry), hash, now (epoch ms, the database's clock);
//    requestKey, bodyDigest, result, entrySequence: an earlier entry of one of the requests, or null
MATCH (l:Ledger {id: 'main'})
SET l.lockedAt = timestamp()
WITH l
OPTIONAL MATCH (e:LedgerEntry) WHERE e.requestKey IN $requestKeys
RETURN l.sequence AS sequence, l.at AS at, l.hash AS hash, timestamp() AS now,
       e.requestKey AS requestKey, e.bodyDigest AS bodyDigest, e.result AS result, e.sequence AS entrySequence

// Appends entries to the hash chain and moves its head.
// write
// $entries [map]  sequence, at, by, action, targets, detail (JSON text), previousHash, hash, requestKey, bodyDigest, result (JSON text)
// $sequence, $at, $hash  the new head
MATCH (l:Ledger {id: 'main'})
SET l.sequence = $sequence, l.at = $at, l.hash = $hash
WITH l
UNWIND $entries AS entry
CREATE (e:LedgerEntry)
SET e = entry

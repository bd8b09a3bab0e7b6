// True if r, a Release, is part of answers at a moment: proposed by then, and its version was not retracted.
// $asOf  epoch ms, null for now
($asOf IS NULL OR r.recordedAt <= $asOf) AND EXISTS { MATCH (r)-[:PROPOSES]->(proposed) WHERE /*: recorded-by(proposed, $asOf) */ }

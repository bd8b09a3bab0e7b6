// Reads the time of the last entry of the ledger. What a later transaction records has a later time.
// read
// -> at (epoch ms; 0 before the first entry)
MATCH (l:Ledger {id: 'main'})
RETURN l.at AS at

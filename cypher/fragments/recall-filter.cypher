// True if r, a Recall, was in one of the states of a list. The first line is for the index.
// $states  [string]
// $asOf    epoch ms, null for now
r.state IN CASE WHEN $asOf IS NULL THEN $states ELSE ['OPEN', 'CLOSED'] END
  AND ($asOf IS NULL OR r.openedAt <= $asOf) AND /*: recall-state */ IN $states

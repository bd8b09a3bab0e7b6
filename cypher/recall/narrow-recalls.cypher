// Ends the recall of snapshots that open recalls contain because of a declaration that two names are one dataset, after the
// declaration was retracted: a recall keeps the snapshots of the datasets that it watches, and those that it names.
// write
// $one, $other  keys of the datasets
// $recordedAt   epoch ms
UNWIND [$one, $other] AS side
MATCH (named:Dataset {key: side})
/*: declared-datasets(named, null) */
WITH side, collect(d) AS datasets
UNWIND datasets AS dataset
MATCH (dataset)<-[:VERSION_OF]-(s)<-[recalls:RECALLS]-(recall:Recall)
WHERE recall.state = 'OPEN' AND recalls.watched AND recalls.retractedAt IS NULL
  AND none(d IN datasets WHERE d.key IN recall.datasetKeys)
SET recalls.retractedAt = $recordedAt

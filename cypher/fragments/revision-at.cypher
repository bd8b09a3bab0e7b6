// Finds v, the revision that holds the state of a deployment at a moment; null if the deployment itself holds it.
// (deployment, asOf)  asOf: epoch ms, null for now
// now: WITH *, null AS v
OPTIONAL MATCH (deployment)-[:REVISED_FROM]->(v:DeploymentRevision)
WHERE asOf IS NOT NULL AND v.recordedAt <= asOf AND v.supersededAt > asOf

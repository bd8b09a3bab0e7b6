// True if the first relationship of a path leads from a folder to a member that is recorded, and no other one does.
// (path, folder)
// $asOf  epoch ms, null for now
all(r IN relationships(path) WHERE CASE type(r)
  WHEN 'CONTAINS' THEN startNode(r) = folder AND (r.retractedAt IS NULL OR coalesce($asOf < r.retractedAt, false))
  ELSE startNode(r) <> folder END)

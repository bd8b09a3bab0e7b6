// The columns of r, a Run. Its parameters and metrics are read by run/load-measures.
// -> key, title (the run's name), recordedAt, isStub, experiment, status (SCHEDULED for a stub), startedAt, endedAt (epoch ms),
//    by, command, deletedAtSource, parentKey, codeCommitKey, environmentKey
r.key AS key, r.title AS title, r.recordedAt AS recordedAt, coalesce(r.stub, false) AS isStub, r.experiment AS experiment, coalesce(r.status, 'SCHEDULED') AS status,
r.startedAt AS startedAt, r.endedAt AS endedAt, r.by AS by, r.command AS command, coalesce(r.deletedAtSource, false) AS deletedAtSource,
r.parentKey AS parentKey, r.codeCommitKey AS codeCommitKey, r.environmentKey AS environmentKey

// The columns of r, a Run, and state, its state. Its parameters and metrics are read by run/load-measures.
// -> key, title (the run's name), recordedAt, isStub, experiment, status (SCHEDULED for a stub), startedAt, endedAt (epoch ms),
//    by, command, deletedAtSource, parentKey, codeCommitKey, environmentKey
r.key AS key, state.title AS title, r.recordedAt AS recordedAt, coalesce(state.stub, false) AS isStub, state.experiment AS experiment, coalesce(state.status, 'SCHEDULED') AS status,
state.startedAt AS startedAt, state.endedAt AS endedAt, state.by AS by, state.command AS command,
coalesce(state.deletedAtSource, false) AS deletedAtSource,
state.parentKey AS parentKey, state.codeCommitKey AS codeCommitKey, state.environmentKey AS environmentKey

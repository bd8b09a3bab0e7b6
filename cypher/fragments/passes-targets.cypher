// True if a path does not pass from the content of targets to the same content under another name: bytes at another place
// remain. Two names of one dataset are one place.
// (path, contentKeys)  contentKeys: list of the targets' content keys
all(r IN relationships(path) WHERE NOT (type(r) = 'SAME_CONTENT' AND coalesce(r.role, '') <> 'alias' AND startNode(r).contentKey IN contentKeys))

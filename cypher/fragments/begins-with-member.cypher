// True if the first relationship of a path leads from a folder to a member, and no other one does.
// (path, folder)
all(r IN relationships(path) WHERE (type(r) = 'CONTAINS') = (startNode(r) = folder))

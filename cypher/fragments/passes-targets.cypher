// True if a path does not pass from the content of targets to the same content under another name: bytes at another place
// remain.
// (path, contentKeys)  contentKeys: list of the targets' content keys
all(r IN relationships(path) WHERE NOT (/*: is-other-name(r) */ AND startNode(r).contentKey IN contentKeys))

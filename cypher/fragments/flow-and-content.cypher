// The types of all relationships that questions about impact traverse: the flow, copies, and from a folder to its files.
/*: flow-and-copies */|CONTAINS

// Finds every relationship of the flow, of copies and of folders on a path that ends at one of the nodes, at unlimited
// distance. The caller selects a shortest path among those that its question traverses.
// read
// the parameters of edges-into
// -> the columns of edges-into
/*: edges-into(flow-and-content, walked-with-copies) */

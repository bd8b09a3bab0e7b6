// Finds every flow relationship on a path that ends at one of the nodes, at unlimited distance. The caller selects a
// shortest path among them.
// read
// the parameters of edges-into
// -> the columns of edges-into
/*: edges-into(flow, walked-by) */

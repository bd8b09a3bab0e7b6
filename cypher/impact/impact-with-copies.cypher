// Computes the impact of a change to nodes, including everything that depends on copies in other namespaces.
// read
// the parameters of impact-answer
// -> the columns of impact-answer
/*: downstream-of-roots(flow-and-copies, walked-with-copies) */
/*: impact-answer */

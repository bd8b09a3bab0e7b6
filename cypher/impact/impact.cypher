// Computes the impact of a change to nodes: counts by severity and kind, the deployments that serve production, and one
// page of the affected nodes, worst first.
// read
// the parameters of impact-answer
// -> the columns of impact-answer
/*: downstream-of-roots(flow, walked-by) */
/*: impact-answer */

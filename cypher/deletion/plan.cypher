// Computes the impact of deleting nodes: like impact/impact, except that the same content at another place remains.
// read
// the parameters of impact-answer
// -> the columns of impact-answer
/*: downstream-of-targets */
/*: impact-answer */

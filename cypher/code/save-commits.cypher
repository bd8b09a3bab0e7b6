// Creates or completes code commits.
// write
// the parameters of save-nodes
/*: save-nodes(c, CodeCommit) */

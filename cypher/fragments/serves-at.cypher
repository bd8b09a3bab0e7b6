// True if a deployment serves at a moment, with or without traffic.
// (deployment, state, moment)  state: the deployment, or the revision that holds its state; moment: epoch ms
(deployment.validFrom <= moment AND coalesce(moment < state.validTo, true))

import { draftCommit } from "../code/code.facts.js";
import { draftSnapshot } from "../dataset/dataset.facts.js";
import { draftDeployment, draftEndpoint, referredDeployment } from "../deployment/deployment.facts.js";
import { draftEnvironment } from "../environment/environment.facts.js";
import type { Draft, ResolvePointer } from "../facts/draft.js";
import { draftAlias, draftModelVersion } from "../model/model.facts.js";
import { draftRun, referredRun } from "../run/run.facts.js";
import type { Fact } from "./fact.js";

/** What a fact asserts of the graph: one place that knows which feature drafts which operation. */
export function draftFact(fact: Fact, resolve: ResolvePointer): Draft {
  switch (fact.operation) {
    case "registerDatasetSnapshot": return draftSnapshot(fact.input, referredDeployment);
    case "registerCodeCommit": return draftCommit(fact.input);
    case "registerEnvironment": return draftEnvironment(fact.input);
    case "recordRun": return draftRun(fact.input, resolve);
    case "registerModelVersion": return draftModelVersion(fact.input, resolve, referredRun);
    case "setModelAlias": return draftAlias(fact.input, resolve);
    case "defineEndpoint": return draftEndpoint(fact.input);
    case "recordDeployment": return draftDeployment(fact.input, resolve);
  }
}

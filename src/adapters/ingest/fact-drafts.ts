import { draftCommit } from "../../catalog/code/code.facts.js";
import { draftSnapshot } from "../../catalog/dataset/dataset.facts.js";
import { draftDeployment, draftEndpoint, referredDeployment } from "../../catalog/deployment/deployment.facts.js";
import { draftEnvironment } from "../../catalog/environment/environment.facts.js";
import type { Draft, ResolvePointer } from "../../core/facts/draft.js";
import { draftAlias, draftModelVersion } from "../../catalog/model/model.facts.js";
import { draftRun, referredRun } from "../../catalog/run/run.facts.js";
import type { Fact } from "./fact.js";

/** What a fact asserts of the graph: one place that knows which feature drafts which operation. */
export function draftFact(fact: Fact, resolve: ResolvePointer): Draft {
  switch (fact.operation) {
    case "registerDatasetSnapshot":
      return draftSnapshot(fact.input, referredDeployment);
    case "registerCodeCommit":
      return draftCommit(fact.input);
    case "registerEnvironment":
      return draftEnvironment(fact.input);
    case "recordRun":
      return draftRun(fact.input, resolve);
    case "registerModelVersion":
      return draftModelVersion(fact.input, resolve, referredRun);
    case "setModelAlias":
      return draftAlias(fact.input, resolve);
    case "defineEndpoint":
      return draftEndpoint(fact.input);
    case "recordDeployment":
      return draftDeployment(fact.input, resolve);
  }
}

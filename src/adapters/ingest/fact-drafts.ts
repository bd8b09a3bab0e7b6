import { draftCommit } from "../../catalog/code/code.draft.js";
import { draftSnapshot } from "../../catalog/dataset/dataset.draft.js";
import { draftDeployment, draftEndpoint, referredDeployment } from "../../catalog/deployment/deployment.draft.js";
import { draftEnvironment } from "../../catalog/environment/environment.draft.js";
import type { Draft, ResolvePointer } from "../../core/facts/draft.js";
import { draftAlias, draftModelVersion } from "../../catalog/model/model.draft.js";
import { draftRun, referredRun } from "../../catalog/run/run.draft.js";
import type { Fact } from "./fact.js";

/** Drafts a fact. This is the only place that maps operations to the features that draft them. */
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

import { join } from "node:path";
import { toDraftedFact } from "../../../src/core/facts/drafted-fact.js";
import { type FactOutcome, type KnownState, planFacts } from "../../../src/core/facts/fact-plan.js";
import { fact, type FactInput } from "../../../src/adapters/ingest/fact.js";
import { draftFact } from "../../../src/adapters/ingest/fact-drafts.js";
import { fixtures, readStore } from "./read-store.js";

const deployedAliases = [
  { alias: "champion", stage: "PRODUCTION" },
  { alias: "challenger", stage: "STAGING" },
] as const;

/** Writes facts to a graph in memory, by the rules of the service. */
function say(state: KnownState, inputs: readonly FactInput[]): FactOutcome[] {
  const facts = inputs.map((input) => fact.parse(input));
  const drafts = facts.map((one) => toDraftedFact((resolve) => draftFact(one, resolve)));
  return planFacts(state, drafts, 0).outcomes;
}

const emptyGraph = (): KnownState => ({ nodes: new Map(), edges: new Set(), pointers: new Map() });
const statuses = (outcomes: readonly FactOutcome[]): Set<string> => new Set(outcomes.map(({ status }) => status));

describe.each(["mlflow.db", "mlruns"])("the facts of %s", (store) => {
  test("are all accepted, and a repetition changes nothing", async () => {
    const { facts } = await readStore(join(fixtures, store), { deployedAliases });
    const state = emptyGraph();
    expect(say(state, facts).filter(({ status }) => status === "REJECTED")).toEqual([]);
    expect(statuses(say(state, facts))).toEqual(new Set(["UNCHANGED"]));
  });

  test("result in the same graph if an import is interrupted anywhere and repeated", async () => {
    const { facts } = await readStore(join(fixtures, store), { deployedAliases });
    const whole = emptyGraph();
    say(whole, facts);
    for (const part of [0.1, 0.4, 0.6, 0.9]) {
      const state = emptyGraph();
      say(state, facts.slice(0, Math.floor(facts.length * part)));
      expect(statuses(say(state, facts))).not.toContain("REJECTED");
      expect(new Map([...state.nodes].sort())).toEqual(new Map([...whole.nodes].sort()));
      expect(new Set([...state.edges].sort())).toEqual(new Set([...whole.edges].sort()));
      expect(state.pointers).toEqual(whole.pointers);
    }
  });
});

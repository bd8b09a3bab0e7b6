import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { deploymentKey, modelVersionKey } from "../../src/core/shared/key.js";
import { SchemaClient } from "../support/schema-client.js";

/*
 * A feed that reports the moves of an alias and the deployment that follows it: v1, v2, v1 again, and possibly removed. The
 * state does not depend on the order and the number of its reports, nor on when somebody ends the deployment.
 */
const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

const { namespace } = client;
const at = (day: number): string => `2026-03-0${day}T00:00:00.000Z`;
const moves = [
  { version: "1", day: 1 },
  { version: "2", day: 2 },
  { version: "1", day: 3 },
];
const removedOn = 4;

/** The reports of one model, each with the moment at which the feed saw the state. */
function reportsOf(model: string, isRemoved: boolean): FactInput[] {
  const alias = { namespace, model, alias: "champion", allowUnregistered: true };
  const deployed = ({ version, day }: (typeof moves)[number], end: object, observed: number): FactInput => ({
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: model,
      stage: "PRODUCTION",
      modelVersion: { namespace, model, version },
      validFrom: at(day),
      observedAt: at(observed),
      ...end,
    },
  });
  return [
    ...["1", "2"].map((version): FactInput => ({
      operation: "registerModelVersion",
      input: { namespace, model, version },
    })),
    ...moves.flatMap((move): FactInput[] => [
      { operation: "setModelAlias", input: { ...alias, version: move.version, observedAt: at(move.day) } },
      deployed(move, {}, move.day),
    ]),
    ...(isRemoved
      ? [
          { operation: "setModelAlias", input: { ...alias, observedAt: at(removedOn) } } as const,
          ...moves.slice(-1).map((move) => deployed(move, { validTo: at(removedOn) }, removedOn)),
        ]
      : []),
  ];
}

/** An order of reports in which each occurs, and some again, in requests of some reports each. */
const orderOf = (count: number) =>
  fc.record({
    order: fc
      .tuple(
        fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: count },
        ),
        fc.array(fc.nat(count - 1), { maxLength: 6 }),
      )
      .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
    perRequest: fc.integer({ min: 1, max: 5 }),
  });

async function send(reports: readonly FactInput[], perRequest: number): Promise<void> {
  for (let start = 0; start < reports.length; start += perRequest)
    await client.record(...reports.slice(start, start + perRequest));
}

interface State {
  readonly modelVersion: { readonly version: string } | null;
  readonly endpoint: { readonly history: { readonly edges: readonly { readonly node: object }[] } };
}
const stateOf = async (model: string) => {
  const { modelVersion, endpoint } = await client.answer<State>(
    `query($n: String!, $m: String!) {
      modelVersion(namespace: $n, model: $m, alias: "champion") { version }
      endpoint(namespace: $n, name: $m) { history { edges { node { modelVersion { version } state validFrom validTo } } } } }`,
    { n: namespace, m: model },
  );
  return { alias: modelVersion?.version ?? null, history: endpoint.history.edges.map(({ node }) => node) };
};
const deployment = (version: string, from: number, to: number | null, state: string) => ({
  modelVersion: { version },
  state,
  validFrom: at(from),
  validTo: to === null ? null : at(to),
});
const earlier = [deployment("2", 2, 3, "SUPERSEDED"), deployment("1", 1, 2, "SUPERSEDED")];

test.each([
  {
    name: "the alias stands where it was seen last, and so does the deployment",
    isRemoved: false,
    alias: "1",
    last: deployment("1", 3, null, "ACTIVE"),
  },
  {
    name: "a removed alias leaves no deployment that serves",
    isRemoved: true,
    alias: null,
    last: deployment("1", 3, removedOn, "RETIRED"),
  },
])("$name", async ({ isRemoved, alias, last }) => {
  const count = reportsOf("", isRemoved).length;
  await fc.assert(
    fc.asyncProperty(orderOf(count), async ({ order, perRequest }) => {
      const model = randomUUID();
      const reports = reportsOf(model, isRemoved);
      await send(
        order.flatMap((index) => reports[index] ?? []),
        perRequest,
      );
      expect(await stateOf(model)).toEqual({ alias, history: [last, ...earlier] });
    }),
    { numRuns: 8 },
  );
});

test("an end by decision remains, whatever the feed reports again or late", async () => {
  const count = reportsOf("", false).length;
  const place = fc.nat(count);
  await fc.assert(
    fc.asyncProperty(orderOf(count), place, async ({ order, perRequest }, endedAfter) => {
      const model = randomUUID();
      const reports = reportsOf(model, false);
      const last = reports.length - 1;
      const sent = order.flatMap((index) => reports[index] ?? []);
      // A deployment can be ended once it is recorded.
      const ended = Math.max(endedAfter, order.indexOf(last) + 1);
      await send(sent.slice(0, ended), perRequest);
      const key = deploymentKey(namespace, model, modelVersionKey(namespace, model, "1"), Date.parse(at(3)));
      await client.answer("mutation($input: EndDeploymentInput!) { endDeployment(input: $input) { state } }", {
        input: { deployment: { key }, at: at(5), reason: "the service is discontinued" },
      });
      await send(sent.slice(ended), perRequest);
      expect(await stateOf(model)).toEqual({
        alias: "1",
        history: [deployment("1", 3, 5, "RETIRED"), ...earlier],
      });
    }),
    { numRuns: 8 },
  );
});

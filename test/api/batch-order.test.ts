import { caseFacts } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

test("a batch that begins with a known endpoint connects its deployments to a new one as well", async () => {
  const n = caseFacts();
  await client.record(n.deploy("known", "m@1"));
  await client.record(n.deploy("known", "m@2"), n.deploy("new", "m@3"));
  const { endpoint } = await client.answer<{ endpoint: object }>(
    'query($namespace: String!) { endpoint(namespace: $namespace, name: "new") { serving { modelVersion { label } } } }',
    { namespace: n.namespace },
  );
  expect(endpoint).toEqual({ serving: [{ modelVersion: { label: "m@3" } }] });
});

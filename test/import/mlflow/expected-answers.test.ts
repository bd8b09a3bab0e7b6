import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edge, FactGraph } from "./fact-graph.js";
import { fixtures, readStore } from "./read-store.js";

/** The parts of expected.json that the test compares. */
interface Answers {
  counts: Record<string, number> & {
    runsByStatus: Record<string, number>;
    snapshotsUsedByNoRun: string[];
    edges: Record<string, number>;
  };
  experiments: { id: string; name: string }[];
  runs: {
    id: string;
    name: string;
    experiment: string;
    status: string;
    lifecycle: string;
    start: number;
    end: number | null;
    params: Record<string, string>;
    metrics: Record<string, number | string>;
    parent: string | null;
    commit: string | null;
  }[];
  edges: (Edge & { repo?: string; note?: string })[];
  contractedEdges: Edge[];
  snapshots: { id: string; dependents: ThreeWays; champions: ThreeWays }[];
  modelVersions: {
    id: string;
    aliases: string[];
    params: Record<string, string>;
    finalMetrics: Record<string, number | string>;
    run: string | null;
    dependentVersions: string[];
    upstream: Record<string, string[]>;
  }[];
  loggedModels: { id: string; name: string; experiment: string }[];
  deletedModelVersions: string[];
  datasetMetrics: { run: string; metric: string; value: number; dataset: string; model: string }[];
}
type ThreeWays = Record<"anyRole" | "trainingOnly" | "anyRoleInheritingParentInputs", string[]>;

const isTraining = ({ kind, role }: Edge): boolean => kind !== "snapshot->run" || role === "training";
const sorted = (values: Iterable<string>): string[] => [...values].sort();
const ofKind = (ids: Iterable<string>, kind: string): string[] => sorted(ids).filter((id) => id.startsWith(`${kind}:`));
const text = (edge: Edge): string => `${edge.kind} ${edge.source} ${edge.target} ${edge.role ?? ""}`;
/** The role of an input for which MLflow records no context. */
const roles = (edge: Edge): Edge => (edge.kind === "snapshot->run" ? { ...edge, role: edge.role || "input" } : edge);

const stores = [
  { store: "mlflow.db", answers: "expected.json" },
  { store: "mlruns", answers: "mlruns.expected.json" },
];

describe.each(stores)("$store gives the answers of $answers", ({ store, answers }) => {
  const expected: Answers = JSON.parse(readFileSync(join(fixtures, answers), "utf8"));
  let graph: FactGraph;
  let skipped: Record<string, number>;
  /** A run that used a logged model used the versions registered from it: expected.json contains the versions, not the logged models. */
  const versionUses = (): Edge[] => {
    const made = graph.edgesOf("logged_model->version");
    return graph
      .edgesOf("logged_model->run")
      .flatMap(({ source, target }) =>
        made.flatMap((edge) => (edge.source === source ? [{ kind: "version->run", source: edge.target, target }] : [])),
      );
  };
  const inherited = (): Edge[] => {
    const parents = [...graph.runs].flatMap(([id, facts]) =>
      facts.flatMap(({ parent }) => (parent ? [{ id, parent: `run:${parent.externalId}` }] : [])),
    );
    return parents.flatMap(({ id, parent }) =>
      graph
        .edgesOf("snapshot->run")
        .filter(({ target }) => target === parent)
        .map((edge) => ({ ...edge, target: id })),
    );
  };

  beforeAll(async () => {
    ({ graph, skipped } = await readStore(join(fixtures, store), {
      deployedAliases: [{ alias: "champion", stage: "PRODUCTION" }],
    }));
  });

  test("counts", () => {
    const { counts } = expected;
    expect(graph.ids("run")).toEqual(sorted(expected.runs.map(({ id }) => `run:${id}`)));
    expect(graph.ids("dataset")).toEqual(sorted(expected.snapshots.map(({ id }) => id)));
    expect(graph.ids("version")).toEqual(sorted(expected.modelVersions.map(({ id }) => id)));
    expect(graph.ids("logged_model")).toEqual(sorted(expected.loggedModels.map(({ id }) => `logged_model:${id}`)));
    expect(graph.ids("commit")).toHaveLength(counts.commits ?? -1);
    expect(graph.ids("environment")).toHaveLength(counts.environments ?? -1);
    expect(new Set(graph.aliases.map(({ model, alias }) => `${model}@${alias}`)).size).toBe(counts.aliases);
    expect(skipped.deletedModelVersions).toBe(expected.deletedModelVersions.length);
    expect(counts.snapshotsUsedByNoRun).toEqual(
      graph.ids("dataset").filter((id) => graph.closure(id, "downstream").size === 0),
    );
  });

  test("every edge, with roles", () => {
    // expected.json lists a run and its version only if no logged model is between them; an import always does.
    const made = new Set(
      graph.edges
        .filter(({ kind }) => kind === "logged_model->version" || kind === "version->version")
        .map(({ target }) => target),
    );
    const direct = graph.edges.filter(({ kind, target }) => kind !== "run->version" || !made.has(target));
    expect(sorted(direct.map(text))).toEqual(sorted(expected.edges.map(roles).map(text)));
  });

  test("edges without the logged models", () => {
    expect(sorted([...graph.edgesOf("run->version"), ...versionUses()].map(text))).toEqual(
      sorted(expected.contractedEdges.map(text)),
    );
  });

  test("which versions depend on each snapshot", () => {
    const champions = new Set(
      graph.aliases
        .filter(({ alias }) => alias === "champion")
        .map(({ model, version }) => `version:${model}/${version}`),
    );
    for (const { id, ...snapshot } of expected.snapshots) {
      const dependents = {
        anyRole: ofKind(graph.closure(id, "downstream"), "version"),
        trainingOnly: ofKind(graph.closure(id, "downstream", isTraining), "version"),
        anyRoleInheritingParentInputs: ofKind(graph.closure(id, "downstream", undefined, inherited()), "version"),
      };
      expect({
        id,
        dependents,
        champions: mapValues(dependents, (ids) => ids.filter((version) => champions.has(version))),
      }).toEqual({
        id,
        dependents: mapValues(snapshot.dependents, sorted),
        champions: mapValues(snapshot.champions, sorted),
      });
    }
  });

  test("what each version depends on", () => {
    for (const version of expected.modelVersions) {
      const upstream = graph.closure(version.id, "upstream");
      expect({
        id: version.id,
        aliases: sorted(
          graph.aliases
            .filter(({ model, version: of }) => `version:${model}/${of}` === version.id)
            .map(({ alias }) => alias),
        ),
        runs: ofKind(upstream, "run"),
        versions: ofKind(graph.closure(version.id, "upstream", undefined, versionUses()), "version"),
        loggedModels: ofKind(upstream, "logged_model"),
        snapshots: ofKind(upstream, "dataset"),
        snapshotsTrainingOnly: ofKind(graph.closure(version.id, "upstream", isTraining), "dataset"),
        snapshotsInheritingParentInputs: ofKind(
          graph.closure(version.id, "upstream", undefined, inherited()),
          "dataset",
        ),
        commits: ofKind(upstream, "commit"),
        environments: ofKind(upstream, "environment"),
        dependentVersions: ofKind(graph.closure(version.id, "downstream", undefined, versionUses()), "version"),
      }).toEqual({
        id: version.id,
        aliases: sorted(version.aliases),
        ...mapValues(version.upstream, sorted),
        commits: sorted((version.upstream.commits ?? []).map((sha) => `commit:${sha}`)),
        dependentVersions: sorted(version.dependentVersions),
      });
    }
  });

  test("each run, with parameters and last metrics", () => {
    const statuses: Record<string, string> = {
      FINISHED: "COMPLETED",
      KILLED: "ABORTED",
      FAILED: "FAILED",
      RUNNING: "RUNNING",
    };
    const experiments = new Map(expected.experiments.map(({ id, name }) => [id, name]));
    for (const run of expected.runs) {
      const [recorded, ...others] = graph.runs.get(`run:${run.id}`) ?? [];
      expect(others).toEqual([]);
      expect(recorded).toMatchObject({
        namespace: "mlflow",
        name: run.name,
        experiment: experiments.get(run.experiment),
        status: statuses[run.status],
      });
      expect(recorded?.deletedAtSource ?? false).toBe(run.lifecycle === "deleted");
      expect(recorded?.parent?.externalId ?? null).toBe(run.parent);
      expect(recorded?.codeCommit?.sha ?? null).toBe(run.commit);
      expect([recorded?.startedAt, recorded?.endedAt].map((at) => (at ? new Date(at).getTime() : null))).toEqual([
        run.start,
        run.end,
      ]);
      expect(Object.fromEntries((recorded?.parameters ?? []).map(({ name, value }) => [name, value]))).toEqual(
        run.params,
      );
      const last = (recorded?.metrics ?? []).filter(({ dataset }) => !dataset);
      expect(Object.fromEntries(last.map(({ name, value, text: word }) => [name, value ?? word]))).toEqual(run.metrics);
    }
  });

  test("parameters and metrics of each version are those of the run that produced it", () => {
    for (const version of expected.modelVersions) {
      const producedBy = graph.versions.get(version.id)?.producedBy?.externalId ?? null;
      expect(producedBy).toBe(version.run);
      const [run] = graph.runs.get(`run:${producedBy}`) ?? [];
      expect(Object.fromEntries((run?.parameters ?? []).map(({ name, value }) => [name, value]))).toEqual(
        version.params,
      );
      const last = (run?.metrics ?? []).filter(({ dataset }) => !dataset);
      expect(Object.fromEntries(last.map(({ name, value, text: word }) => [name, value ?? word]))).toEqual(
        version.finalMetrics,
      );
    }
  });

  test("commits belong to the repository that the runs name", () => {
    const repositories = new Map(
      [...graph.runs.values()]
        .flat()
        .map(({ externalId, codeCommit }) => [`run:${externalId}`, codeCommit?.repository]),
    );
    for (const { kind, target, repo } of expected.edges)
      if (kind === "commit->run") expect(repositories.get(target)).toBe(repo);
  });

  test("champions are deployments", () => {
    expect(
      sorted(
        graph.deployments.map(
          ({ endpoint, modelVersion }) => `${endpoint} ${modelVersion.model}/${modelVersion.version}`,
        ),
      ),
    ).toEqual(
      sorted(
        graph.aliases
          .filter(({ alias }) => alias === "champion")
          .map(({ model, version }) => `${model} ${model}/${version}`),
      ),
    );
  });
});

test("metrics of logged models on datasets are metrics of the run that measured them", async () => {
  const expected: Answers = JSON.parse(readFileSync(join(fixtures, "expected.json"), "utf8"));
  const { graph } = await readStore(join(fixtures, "mlflow.db"));
  const measured = [...graph.runs.values()]
    .flat()
    .flatMap(({ externalId, metrics }) =>
      (metrics ?? []).flatMap(({ name, value, dataset }) =>
        dataset ? [`${externalId} ${name} ${value} ${dataset.dataset}@${dataset.version}`] : [],
      ),
    );
  // One run measured two models under one name on one dataset: the metric's name is then preceded by the model's.
  const models = new Map(expected.loggedModels.map(({ id, name }) => [id, name]));
  const isTwofold = ({ run, metric, dataset, model }: Answers["datasetMetrics"][number]): boolean =>
    expected.datasetMetrics.some(
      (other) => other.run === run && other.metric === metric && other.dataset === dataset && other.model !== model,
    );
  const wanted = expected.datasetMetrics.map(
    (one) => `${one.run} ${isTwofold(one) ? `${models.get(one.model)}/` : ""}${one.metric} ${one.value} ${one.dataset}`,
  );
  expect(sorted(measured)).toEqual(sorted(wanted));
  expect(wanted).toHaveLength(54);
});

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

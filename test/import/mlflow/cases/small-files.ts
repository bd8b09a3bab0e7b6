import { join } from "node:path";
import { temporaryFolder, writeFiles } from "../temporary-store.js";
import { start } from "./small-database.js";

type Texts = Readonly<Record<string, string>>;

/** A small file store. */
export class SmallFiles {
  readonly path = join(temporaryFolder(), "mlruns");

  put(name: string, text: string): void {
    writeFiles(this.path, { [name]: text });
  }

  experiment(id: string, name: string, { folder = id, stage = "active" } = {}): void {
    this.put(
      `${folder}/meta.yaml`,
      `artifact_location: ${this.path}/${id}\nexperiment_id: '${id}'\nlifecycle_stage: ${stage}\nname: ${name}\n`,
    );
  }

  /** Writes a run and returns its folder. */
  run(
    experiment: string,
    id: string,
    {
      folder = experiment,
      uri = "",
      tags = {},
      params = {},
      metrics = {},
    }: { folder?: string; uri?: string; tags?: Texts; params?: Texts; metrics?: Texts } = {},
  ): string {
    const path = `${folder}/${id}`;
    this.put(
      `${path}/meta.yaml`,
      `artifact_uri: ${uri || `${this.path}/${path}/artifacts`}\nend_time: ${start + 1_000}\nexperiment_id: '${experiment}'\nlifecycle_stage: active\n` +
        `run_id: ${id}\nrun_name: r\nrun_uuid: ${id}\nsource_name: ''\nsource_type: 4\nstart_time: ${start}\nstatus: 3\nuser_id: ana\n`,
    );
    for (const [kind, texts] of Object.entries({ tags, params, metrics }))
      for (const [name, text] of Object.entries(texts)) this.put(`${path}/${kind}/${name}`, text);
    return path;
  }

  dataset(experiment: string, id: string, uri: string): void {
    this.put(
      `${experiment}/datasets/${id}/meta.yaml`,
      `dataset_id: ${id}\ndigest: d1\nname: train\nsource: '{"uri": "${uri}"}'\nsource_type: local\n`,
    );
  }

  use(experiment: string, run: string, dataset: string): void {
    this.put(
      `${experiment}/${run}/inputs/1/meta.yaml`,
      `destination_id: ${run}\ndestination_type: RUN\nsource_id: ${dataset}\nsource_type: DATASET\ntags:\n  mlflow.data.context: training\n`,
    );
  }
}

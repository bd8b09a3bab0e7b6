import { homedir } from "node:os";
import { join } from "node:path";
import { namespaceOfRemote, withoutCredentials } from "../../../src/adapters/cli/capture/git/remote-address.js";
import { localPath, type Project, recordedPath } from "../../../src/adapters/cli/capture/project.js";
import { interpreterOfScript } from "../../../src/adapters/cli/capture/python/interpreter.js";
import { nameOfCommand, readInput, sortOutputs } from "../../../src/adapters/cli/capture/record-request.js";
import { redactionOf } from "../../../src/adapters/cli/capture/redact.js";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
const project: Project = {
  root: "/work/churn",
  folder: "/work/churn/src",
  isRepository: true,
  remote: null,
  namespace: "churn",
  warning: null,
};

test.each([
  ["https://git.example.com/acme/churn.git", "git.example.com/acme/churn", "https://git.example.com/acme/churn.git"],
  [
    "https://ann:ghp_x@Git.example.com:8443/acme/churn",
    "git.example.com/acme/churn",
    "https://Git.example.com:8443/acme/churn",
  ],
  [
    "https://ghp_secret@git.example.com/acme/churn/",
    "git.example.com/acme/churn",
    "https://git.example.com/acme/churn/",
  ],
  ["git@git.example.com:acme/churn.git", "git.example.com/acme/churn", "git@git.example.com:acme/churn.git"],
  [
    "ssh://git@git.example.com:22/acme/churn.git",
    "git.example.com/acme/churn",
    "ssh://git@git.example.com:22/acme/churn.git",
  ],
  ["ssh://git:secret@git.example.com/acme/churn", "git.example.com/acme/churn", "ssh://git@git.example.com/acme/churn"],
  ["file:///srv/git/churn.git", null, "file:///srv/git/churn.git"],
  ["/srv/git/churn.git", null, "/srv/git/churn.git"],
  ["../churn", null, "../churn"],
])("remote %j: names belong to %j, the address is %j", (address, namespace, shown) => {
  expect([namespaceOfRemote(withoutCredentials(address)), withoutCredentials(address)]).toEqual([namespace, shown]);
});

test.each([
  ["../data/train.csv", "data/train.csv"],
  ["train.py", "src/train.py"],
  ["..", "."],
  ["../..data/x", "..data/x"],
  ["../../other/x", "/work/other/x"],
  [join(homedir(), "data/x"), "~/data/x"],
])("the path %j is recorded as %j, and found again", (path, recorded) => {
  expect(recordedPath(project, path)).toBe(recorded);
  expect(recordedPath(project, localPath(project, recorded) ?? "")).toBe(recorded);
});

test("addresses of other kinds have no local path", () => {
  expect(
    ["s3://bucket/x", "postgres://h/x", "file:///data/a%20b"].map((address) => localPath(project, address)),
  ).toEqual([null, null, "/data/a b"]);
});

test("a role follows the last colon, unless the whole text is a path", () => {
  writeFiles(folder, { "a:test": "" });
  expect(
    ["data/x.csv", "data/x.csv:evaluation", "a:test", "b:c d", "C:/x:training"].map((text) => readInput(text, folder)),
  ).toEqual([
    { path: "data/x.csv", role: "training" },
    { path: "data/x.csv", role: "evaluation" },
    { path: "a:test", role: "training" },
    { path: "b:c d", role: "training" },
    { path: "C:/x", role: "training" },
  ]);
});

test("a single output is the model; of several, one must be named, and the others are data", () => {
  const model = { name: "churn", path: null, version: null };
  expect(sortOutputs({ outputs: ["m.pkl"], model }, folder)).toEqual({ data: [], model: "m.pkl" });
  expect(sortOutputs({ outputs: ["m.pkl", "scores.csv"], model: { ...model, path: "./m.pkl" } }, folder)).toEqual({
    data: ["scores.csv"],
    model: "./m.pkl",
  });
  expect(sortOutputs({ outputs: ["scores.csv"], model: null }, folder)).toEqual({ data: ["scores.csv"], model: null });
  expect(() => sortOutputs({ outputs: ["a", "b"], model }, folder)).toThrow(
    "there are 2 outputs. Write --model churn=<path>",
  );
  expect(() => sortOutputs({ outputs: [], model }, folder)).toThrow("no --output is given");
});

test.each([
  ["python src/train.py --fast", "train.py"],
  ["/venv/bin/python3.11 -u train.py", "train.py"],
  ["python -m acme.train --fast", "acme.train"],
  ["python", "python"],
  ["./run.sh x.py", "run.sh"],
])("%j is called %j", (line, name) => {
  const [program = "", ...words] = line.split(" ");
  expect(nameOfCommand({ program, words })).toBe(name);
});

test.each([
  ["#!/venv/bin/python3.11", "/venv/bin/python3.11"],
  ["#!/usr/bin/env python3", "python3"],
  ["#!/usr/bin/env -S python3 -u", "python3"],
  ["#!/bin/sh", null],
  ["import os", null],
])("the first line %j runs %j", (line, interpreter) => expect(interpreterOfScript(line)).toBe(interpreter));

describe("redaction", () => {
  const { parameter, words } = redactionOf(["api-key", "DB_*"]);

  test("options and parameters by name, in every spelling", () => {
    expect(
      words(["train", "--api-key", "x", "--api_key=y", "API_KEY=z", "--db-password", "p", "--keys", "k", "-x"]),
    ).toEqual([
      "train",
      "--api-key",
      "****",
      "--api_key=****",
      "API_KEY=****",
      "--db-password",
      "****",
      "--keys",
      "k",
      "-x",
    ]);
    expect(
      [
        { name: "service.api_key", value: "x" },
        { name: "db_url", value: "y" },
        { name: "max_tokens", value: "5" },
      ]
        .map(parameter)
        .map(({ value }) => value),
    ).toEqual(["****", "****", "5"]);
  });

  test("passwords in addresses, regardless of the names", () => {
    expect(redactionOf([]).words(["--url", "https://ann:secret@h/x"])).toEqual(["--url", "https://ann:****@h/x"]);
    expect(redactionOf([]).parameter({ name: "url", value: "postgres://u:pw@h/db" }).value).toBe(
      "postgres://u:****@h/db",
    );
  });
});

import { nameFormOf } from "../../../src/catalog/dataset/name-form.js";

test.each([
  [
    ["s3://lake", "orders"],
    ["s3a://Lake", "orders/"],
    ["s3n://lake/", "/Orders"],
    ["s3://", "lake/orders"],
  ],
  [
    ["gs://lake/raw", "orders"],
    ["gcs://lake", "raw/orders"],
  ],
  [
    ["abfss://data@acme.dfs.core.windows.net", "orders"],
    ["wasbs://data@acme.blob.core.windows.net", "orders"],
  ],
  [
    ["file", "/data/orders"],
    ["file:/", "data/orders"],
    ["file:///data", "orders"],
    ["file://localhost/data", "orders"],
    ["/data", "orders"],
  ],
  [
    ["postgres://db:5432", "sales.public.orders"],
    ["postgresql://DB", "sales.public.orders"],
  ],
  [
    ["hdfs://nn:8020", "/orders"],
    ["viewfs://nn", "orders"],
  ],
  [
    ["acme", "stra\u00dfe"],
    ["ACME", "STRASSE"],
  ],
  [
    ["acme", "m\u00fcnchen"],
    ["acme", "mu\u0308nchen"],
    ["acme", "m\u00fcnchen/"],
  ],
])("%j and its other forms have one form", (...names) => {
  expect(new Set(names.map(([namespace = "", name = ""]) => nameFormOf(namespace, name))).size).toBe(1);
});

test.each([
  [
    ["s3://lake", "orders"],
    ["gs://lake", "orders"],
  ],
  [
    ["postgres://db:5432", "orders"],
    ["postgres://db:5433", "orders"],
  ],
  [
    ["acme", "orders"],
    ["acme", "orders_2"],
  ],
  [
    ["bigquery", "project:orders"],
    ["bigquery", "project/orders"],
  ],
  [
    ["a".repeat(1_000), "x".repeat(1_000)],
    ["a".repeat(1_000), "y".repeat(1_000)],
  ],
])("%j and another dataset have different forms", ([namespace = "", name = ""], [other = "", otherName = ""]) => {
  expect(nameFormOf(namespace, name)).not.toBe(nameFormOf(other, otherName));
  expect(nameFormOf(namespace, name).length).toBeLessThanOrEqual(1_000);
});

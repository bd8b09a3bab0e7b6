import { placeOf } from "../../../src/catalog/content/place.js";

test.each([
  ["s3://bucket/data/a.csv", "s3a://Bucket/data//a.csv", "s3n://bucket/data/a.csv/"],
  [
    "s3://bucket/a b.csv",
    "https://bucket.s3.eu-central-1.amazonaws.com/a%20b.csv?X-Amz-Expires=60",
    "https://s3.eu-central-1.amazonaws.com/bucket/a%20b.csv",
    "arn:aws:s3:::bucket/a b.csv",
  ],
  ["gs://bucket/a", "https://storage.googleapis.com/bucket/a", "https://bucket.storage.googleapis.com/a"],
  [
    "abfss://data@acme.dfs.core.windows.net/a",
    "wasbs://data@acme.blob.core.windows.net/a",
    "https://acme.blob.core.windows.net/data/a",
  ],
  ["dbfs:/a", "/dbfs/a", "file:/dbfs/a", "file:///dbfs/a"],
  ["/p/a", "file:/p/a", "file:///p/a", "file://localhost/p/a", "/p/x/../a", "file:///P/./A"],
  ["/p/\u00e9", "file:///p/e%CC%81"],
  ["http://user@host:80/a", "https://host/a#part"],
  ["data/a", "./data//a", "data/x/../a/"],
])("%s and its other forms are one place", (...forms) => {
  expect(new Set(forms.map(placeOf)).size).toBe(1);
  expect(placeOf(forms[0])).not.toBeNull();
});

test.each([["runs:/0a/m.pkl"], ["models:/m/1"], ["mlflow-artifacts:/0/a"], ["hdfs:///a"], [""], [" "], [null]])(
  "the place of %j is unknown",
  (uri) => expect(placeOf(uri)).toBeNull(),
);

test("different addresses are different places", () => {
  const uris = ["s3://b/a", "s3://b/c", "gs://b/a", "file:///a", "a", "https://b/a", "hdfs://b/a", "%E0%A4%A"];
  expect(new Set(uris.map(placeOf)).size).toBe(uris.length);
});

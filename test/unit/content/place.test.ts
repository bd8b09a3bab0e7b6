import { placeOf } from "../../../src/catalog/content/place.js";

test.each([
  [
    "s3://bucket/data/a.csv",
    "s3a://Bucket/data//a.csv",
    "s3n://bucket/data/a.csv/",
    "s3n://key:secret@bucket/data/a.csv",
    "oss://bucket/data/a.csv",
    "oss://bucket.oss-cn-hangzhou.aliyuncs.com/data/a.csv",
    "obs://bucket/data/a.csv",
    "cosn://bucket/data/a.csv",
    "cos://bucket.service/data/a.csv",
    "oci://bucket@tenancy/data/a.csv",
    "minio://bucket/data/a.csv",
  ],
  [
    "s3://bucket/a b.csv",
    "https://bucket.s3.eu-central-1.amazonaws.com/a%20b.csv?X-Amz-Expires=60",
    "https://bucket.s3-accelerate.dualstack.amazonaws.com/a+b.csv",
    "https://s3.eu-central-1.amazonaws.com/bucket/a%20b.csv",
    "https://s3-us-gov-west-1.amazonaws.com/bucket/a%20b.csv",
    "https://bucket.s3.cn-north-1.amazonaws.com.cn/a%20b.csv",
    "arn:aws:s3:::bucket/a b.csv",
  ],
  [
    "gs://bucket/x/a",
    "gcs://bucket/x/a",
    "gs://connection@bucket/x/a",
    "https://storage.googleapis.com/bucket/x/a",
    "https://storage.cloud.google.com/bucket/x/a",
    "https://bucket.storage.googleapis.com/x/a",
    "https://storage.googleapis.com/storage/v1/b/bucket/o/x%2Fa?alt=media",
    "https://storage.googleapis.com/download/storage/v1/b/bucket/o/x%2Fa",
    "/gcs/bucket/x/a",
  ],
  [
    "abfss://data@acme.dfs.core.windows.net/a",
    "abfs://data@acme.dfs.core.windows.net/a",
    "wasbs://data@acme.blob.core.windows.net/a",
    "wasb://data@acme.blob.core.windows.net/a",
    "https://acme.blob.core.windows.net/data/a",
    "https://acme.dfs.core.windows.net/data/a",
    "abfs://data/a",
    "az://data/a",
    "azure://data/a",
    "adl://data/a",
    "az://acme.blob.core.windows.net/data/a",
  ],
  ["adl://acme.azuredatalakestore.net/a", "adl://acme/a"],
  ["hdfs://nn:8020/a", "hdfs://service/a", "webhdfs://nn:9870/a", "swebhdfs://nn.example:9871/a"],
  ["dbfs:/a", "dbfs:///a", "dbfs://profile@databricks/a", "/dbfs/a", "file:/dbfs/a", "file:///dbfs/a"],
  ["/p/a", "file:/p/a", "file:///p/a", "file://localhost/p/a", "local:/p/a", "/p/x/../a", "//p/a", "file:///P/./A"],
  ["C:\\data\\a", "c:/data/a", "file:///C:/data/a", "file:///c%7C/data/a", "file://c:/data/a", "/mnt/c/data/a"],
  ["\\\\nas\\share\\a", "smb://nas/share/a", "cifs://user@nas/share/a", "file://nas/share/a"],
  ["/private/tmp/a", "/tmp/a"],
  ["/p/\u00e9", "file:///p/e%CC%81"],
  ["s3://bucket/100%25/a b", "s3://bucket/100%/a%20b"],
  ["http://user@host:80/a", "https://host/a#part", "https://host./a"],
  ["sftp://me@host/a", "scp://host/a"],
  ["data/a", "./data//a", "data/x/../a/", "file:data/a", "file://./data/a", "data\\a"],
  ["s3://bucket/x", "s3://bucket/x/*.parquet", "s3://bucket/x/part-{0..9}/a"],
])("%s and its other forms are one place", (...forms) => {
  expect(new Set(forms.map(placeOf)).size).toBe(1);
  expect(placeOf(forms[0])).not.toBeNull();
});

test.each([
  ["runs:/0a/m.pkl"],
  ["models:/m/1"],
  ["mlflow-artifacts:/0/a"],
  ["hdfs:///a"],
  ["viewfs://cluster/a"],
  ["dbfs:/mnt/lake/a"],
  ["/dbfs/mnt/lake/a"],
  ["s3:///a"],
  ["s3://minio:9000/bucket/a"],
  ["s3://data-abc-s3alias/a"],
  ["arn:aws:s3:eu-central-1:1:accesspoint/data/object/a"],
  ["abfss://data@onelake.dfs.fabric.microsoft.com/a"],
  ["azureml://datastores/lake/paths/a"],
  ["lakefs://repository/main/a"],
  ["hf://datasets/a"],
  ["simplecache::s3://bucket/a"],
  ["zip://a.csv::s3://bucket/a.zip"],
  ["s3://bucket/a,s3://bucket/b"],
  ["jdbc:postgresql://host/db"],
  ["host:/p/a"],
  [""],
  [" "],
  [null],
])("the place of %j is unknown", (uri) => expect(placeOf(uri)).toBeNull());

test("different addresses are different places", () => {
  const uris = ["s3://b/a", "s3://b/c", "gs://b/a", "file:///a", "a", "https://b/a", "hdfs://b/a", "%E0%A4%A"];
  const others = ["az://b/a", "hdfs://b/c", "https://b/c", "https://c/a", "dbfs:/a", "/mnt/lake/a", "sftp://b/a"];
  const places = [...uris, ...others].map(placeOf);
  expect(new Set(places).size).toBe(places.length);
  expect(places).not.toContain(null);
});

test("a bucket, a file system and an archive contain the places in them", () => {
  const contained = [
    ["s3://bucket", "s3://bucket/a"],
    ["/", "/a"],
    ["hdfs://nn/", "hdfs://nn/a"],
    ["https://host", "https://host/a"],
    ["/p/a.zip", "file:///p/a.zip#b"],
    ["/p/a.jar", "/p/a.jar!/b"],
  ];
  for (const [container, member] of contained) expect(placeOf(member)).toContain(`${placeOf(container) ?? "none"}/`);
});

test("only buckets, clusters and local paths are comparable with other stores", () => {
  const realms = ["https://b/a", "dbfs:/a", "/mnt/lake/a", "sftp://b/a", "ftp://b/a", "\\\\b\\a", "a"];
  for (const uri of realms) expect(placeOf(uri)).toContain("|/");
  const addresses = [
    "https://bucket.vpce-1a.s3.us-east-1.vpce.amazonaws.com/a",
    "https://data-s3alias.s3.amazonaws.com/a",
  ];
  for (const uri of addresses) expect(placeOf(uri)).toMatch(/^https:.*\|\/a$/);
  for (const uri of ["s3://b/a", "gs://b/a", "az://b/a", "hdfs://b/a", "/a"]) expect(placeOf(uri)).not.toContain("|");
});

/** Schemes of addresses that name the same store, by the scheme in which they are compared. */
export const sameStorageSchemes: Readonly<Record<string, string>> = {
  s3a: "s3",
  s3n: "s3",
  wasb: "azure",
  wasbs: "azure",
  abfs: "azure",
  abfss: "azure",
  http: "https",
};

import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const sequenced = z.object({ key: z.string(), sequence: z.number() });
const identified = sequenced.extend({ contentKey: z.string(), contentDigest: z.string() });
/** A node with content. */
export type IdentifiedRow = z.infer<typeof identified>;
const recordedAt = z.number();

/** A file and a folder that contains it. */
const part = z.object({ file: z.string(), folder: z.string(), sequence: z.number() });
export type Part = z.infer<typeof part>;

const joinParams = z.object({ rows: z.array(identified), recordedAt });

export const joinIdentical = defineStatement("content/join-identical", {
  mode: "write",
  params: joinParams,
  row: z.object({}),
});

export const joinCopies = defineStatement("content/join-copies", {
  mode: "write",
  params: joinParams,
  row: z.object({}),
});

export const joinAliases = defineStatement("content/join-aliases", {
  mode: "write",
  params: z.object({ rows: z.array(sequenced), recordedAt }),
  row: z.object({}),
});

const otherName = sequenced.extend({ dataset: z.string() });

export const listOtherNames = defineStatement("content/list-other-names", {
  mode: "read",
  params: z.object({ rows: z.array(sequenced) }),
  row: otherName,
});

export const listNamesOfDatasets = defineStatement("content/list-names-of-datasets", {
  mode: "read",
  params: z.object({ datasets: z.array(z.string()) }),
  row: otherName.extend({ recordedAt }),
});

export const saveOtherNames = defineStatement("content/save-other-names", {
  mode: "write",
  params: z.object({ rows: z.array(otherName.extend({ name: z.string(), searchWords: z.string(), recordedAt })) }),
  row: z.object({}),
});

const member = z.object({
  path: z.string(),
  digest: z.string(),
  sizeBytes: z.number().nullable(),
  contentKey: z.string().nullable(),
});

export const saveMembers = defineStatement("content/save-members", {
  mode: "write",
  params: z.object({ rows: z.array(member.extend({ folder: z.string() })) }),
  row: z.object({}),
});

const fromFolders = {
  mode: "write",
  params: z.object({ folders: z.array(sequenced), recordedAt }),
  row: part,
} as const;
const fromFiles = { mode: "write", params: z.object({ files: z.array(identified), recordedAt }), row: part } as const;

export const joinFilesToFolders = defineStatement("content/join-files-to-folders", fromFolders);

export const joinFoldersToFolders = defineStatement("content/join-folders-to-folders", {
  mode: "write",
  params: z.object({ folders: z.array(sequenced.extend({ subfolders: z.array(z.string()) })), recordedAt }),
  row: part,
});

export const joinFoldersToFiles = defineStatement("content/join-folders-to-files", fromFiles);

export const joinFilesOfOtherNames = defineStatement("content/join-files-of-other-names", fromFolders);

export const joinFoldersOfOtherNames = defineStatement("content/join-folders-of-other-names", fromFiles);

export const joinFoldersWithinNames = defineStatement("content/join-folders-within-names", fromFolders);

export const joinPartsOfNames = defineStatement("content/join-parts-of-names", fromFolders);

export const listParts = defineStatement("content/list-parts", {
  mode: "read",
  params: z.object({ folders: z.array(sequenced) }),
  row: part,
});

export const listFolders = defineStatement("content/list-folders", {
  mode: "read",
  params: z.object({ files: z.array(sequenced) }),
  row: part,
});

export const joinMakers = defineStatement("content/join-makers", {
  mode: "write",
  params: z.object({ parts: z.array(part), recordedAt }),
  row: sequenced,
});

const namesake = z.object({
  owner: z.string(),
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  isStub: z.boolean(),
});
/** A node with the content of another one. */
export type NamesakeRow = Readonly<z.infer<typeof namesake>>;

export const listIdentical = defineStatement("content/list-identical", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()) }),
  row: namesake.extend({ isElsewhere: z.boolean() }),
});

export const listCopies = defineStatement("content/list-copies", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()), limit: z.number().int() }),
  row: namesake,
});

export const pageMembers = defineStatement("content/page-members", {
  mode: "read",
  params: z.object({ folder: z.string(), afterKey: z.string().nullable(), isBackward: z.boolean(), limit: z.number() }),
  row: member,
});

export const findByContent = defineStatement("content/find-by-content", {
  mode: "read",
  params: z.object({ contentKeys: z.array(z.string()) }),
  row: z.object({ contentKey: z.string(), key: z.string() }),
});

export const loadAddressesAfter = defineStatement("content/load-addresses-after", {
  mode: "read",
  params: z.object({ after: z.string(), limit: z.number().int() }),
  row: z.object({ key: z.string(), address: z.string() }),
});

export const savePlaces = defineStatement("content/save-places", {
  mode: "write",
  params: z.object({ rows: z.array(z.object({ key: z.string(), place: z.string().nullable() })) }),
  row: z.object({}),
});

/*
 * An oracle for content, written from the rules of the design alone: it works on what was reported, pair by pair, and
 * knows nothing of stars, derived relationships or indexes. It imports nothing from the sources.
 */

/** A file or folder. Nodes of one digest have the same content. */
export interface ReportedSnapshot {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly digest: string | null;
  /** A canonical address; null if it is unknown. */
  readonly place: string | null;
  /** The files of a folder; null for a folder without recorded files, undefined for a file. */
  readonly members: readonly { readonly path: string; readonly digest: string }[] | null | undefined;
}

export interface ReportedVersion {
  readonly key: string;
  readonly namespace: string;
  readonly digest: string | null;
  readonly place: string | null;
  readonly isInProduction: boolean;
}

/** A relationship that a source reported, from the upstream end to the downstream end. */
export interface ReportedEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "USED_BY" | "PRODUCED" | "DERIVED_INTO";
}

export interface ContentWorld {
  readonly snapshots: readonly ReportedSnapshot[];
  readonly versions: readonly ReportedVersion[];
  readonly edges: readonly ReportedEdge[];
  /** Keys of deleted nodes. */
  readonly tombstoned: ReadonlySet<string>;
}

/** A step of a walk. A name leads to the same content under another name. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly isName: boolean;
}

type Content = ReportedSnapshot | ReportedVersion;

function contentsOf({ snapshots, versions }: ContentWorld): readonly Content[] {
  return [...snapshots, ...versions];
}

function isIdentical(one: Content, other: Content): boolean {
  return one.key !== other.key && one.digest !== null && one.digest === other.digest;
}

/** The recorded files of a folder, and the folders in it. */
export function filesOf(world: ContentWorld, key: string): string[] {
  const folder = world.snapshots.find((snapshot) => snapshot.key === key);
  if (!folder?.members) return [];
  const digests = folder.members.map(({ digest }) => digest);
  const files = contentsOf(world)
    .filter((file) => file.namespace === folder.namespace && file.key !== key)
    .filter(({ digest }) => digest !== null && digests.includes(digest));
  const inner = world.snapshots.filter((other) => isWithin(other, folder));
  return [...new Set([...files, ...inner].map((file) => file.key))];
}

/** Whether a folder encloses another one by name, with the same files. */
function isWithin(inner: ReportedSnapshot, outer: ReportedSnapshot): boolean {
  if (inner.namespace !== outer.namespace || !inner.name.startsWith(`${outer.name}/`)) return false;
  const path = inner.name.slice(outer.name.length + 1);
  return (
    (inner.members ?? []).length > 0 &&
    (inner.members ?? []).every((member) =>
      outer.members?.some((same) => same.path === `${path}/${member.path}` && same.digest === member.digest),
    )
  );
}

/** The recorded files that a folder's deletion deletes: those inside it by place or, if one is unknown, by name. */
export function filesInside(world: ContentWorld, key: string): string[] {
  const folder = world.snapshots.find((snapshot) => snapshot.key === key);
  const files = filesOf(world, key);
  return world.snapshots
    .filter((file) => folder && files.includes(file.key) && isInside(file, folder))
    .map((file) => file.key);
}

function isInside(file: ReportedSnapshot, folder: ReportedSnapshot): boolean {
  return file.place !== null && folder.place !== null
    ? file.place.startsWith(`${folder.place}/`)
    : file.name.startsWith(`${folder.name}/`);
}

/** What made a folder made its files, and theirs. */
function madeFiles(world: ContentWorld): { from: string; to: string }[] {
  const made = world.edges.filter(({ kind }) => kind !== "USED_BY").map(({ from, to }) => ({ from, to }));
  for (const { from, to } of made)
    for (const file of filesOf(world, to))
      if (file !== from && !made.some((known) => known.from === from && known.to === file))
        made.push({ from, to: file });
  return made;
}

function stepsOf(world: ContentWorld, includesCopies: boolean): Step[] {
  const contents = contentsOf(world);
  const parts = world.snapshots.flatMap(({ key: folder }) => filesOf(world, folder).map((file) => ({ file, folder })));
  return [
    ...world.edges.map(({ from, to }) => ({ from, to, isName: false })),
    ...parts.map(({ file, folder }) => ({ from: file, to: folder, isName: false })),
    ...madeFiles(world).map(({ from, to }) => ({ from, to, isName: false })),
    ...contents.flatMap((one) =>
      contents
        .filter((other) => isIdentical(one, other) && (includesCopies || one.namespace === other.namespace))
        .map((other) => ({ from: one.key, to: other.key, isName: true })),
    ),
  ];
}

function walk(roots: readonly string[], steps: readonly Step[]): Set<string> {
  const reached = new Set(roots);
  for (const key of reached) for (const { from, to } of steps) if (from === key) reached.add(to);
  return reached;
}

/** Keys of everything downstream of a node and, of a folder, its files, without these. */
export function impactOf(world: ContentWorld, key: string, includesCopies = false): string[] {
  const roots = [key, ...filesOf(world, key)];
  return [...walk(roots, stepsOf(world, includesCopies))].filter((reached) => !roots.includes(reached)).sort();
}

/** Whether `one` remains when `other`, the same content, is deleted. */
function remains(world: ContentWorld, one: Content, other: Content): boolean {
  if (world.tombstoned.has(one.key) || one.place === null || other.place === null) return false;
  return !`${one.place}/`.startsWith(`${other.place}/`) && !`${other.place}/`.startsWith(`${one.place}/`);
}

function identicalTo(world: ContentWorld, key: string): Content[] {
  const contents = contentsOf(world);
  const node = contents.find((content) => content.key === key);
  return node ? contents.filter((other) => isIdentical(node, other) && other.namespace === node.namespace) : [];
}

/** Keys of the same content at other places of the namespace. */
export function duplicatesOf(world: ContentWorld, key: string): string[] {
  const target = contentsOf(world).find((content) => content.key === key);
  return target
    ? identicalTo(world, key)
        .filter((other) => remains(world, other, target))
        .map((other) => other.key)
        .sort()
    : [];
}

/** Keys of the same content in other namespaces, of a folder also of its files. */
export function copiesOf(world: ContentWorld, key: string): string[] {
  const contents = contentsOf(world);
  const parts = targetsOf(world, key);
  return contents
    .filter((other) => parts.some((part) => isIdentical(part, other) && part.namespace !== other.namespace))
    .map((other) => other.key)
    .sort();
}

/** A node and, of a folder, its files. */
function targetsOf(world: ContentWorld, key: string): Content[] {
  const files = filesOf(world, key);
  return contentsOf(world).filter((content) => content.key === key || files.includes(content.key));
}

/** Keys of the names of the bytes that the deletion of a node deletes. */
function bytesOf(world: ContentWorld, key: string): string[] {
  const sameBytes = targetsOf(world, key).flatMap((target) => [
    target,
    ...identicalTo(world, target.key).filter((other) => !remains(world, other, target)),
  ]);
  return [key, ...sameBytes.map((content) => content.key)];
}

/** Whether a deletion is allowed, blocked by production, or not known to be either. */
export function verdictOf(world: ContentWorld, key: string): "ALLOWED" | "BLOCKED" | "UNKNOWN" {
  const targets = targetsOf(world, key);
  const isTargetContent = (from: string): boolean =>
    targets.some((target) => target.key === from || identicalTo(world, target.key).some((other) => other.key === from));
  const steps = stepsOf(world, false).filter(({ from, isName }) => !isName || !isTargetContent(from));
  const reached = walk(bytesOf(world, key), steps);
  if (isUndecided(world, key)) return "UNKNOWN";
  return world.versions.some((version) => version.isInProduction && reached.has(version.key)) ? "BLOCKED" : "ALLOWED";
}

/** Whether a node is a folder without recorded files, or has a name inside one. */
function isUndecided({ snapshots }: ContentWorld, key: string): boolean {
  const asked = snapshots.find((snapshot) => snapshot.key === key);
  return snapshots.some(
    (folder) =>
      folder.members === null &&
      (folder.key === key || (folder.namespace === asked?.namespace && asked.name.startsWith(`${folder.name}/`))),
  );
}

/**
 * Keys of the snapshots of a namespace that are listed as candidates: nothing that was made with their bytes leads to
 * production, whatever name the way there takes. That is stricter than a verdict, which ends at other names of the targets.
 */
export function candidatesOf(world: ContentWorld, namespace: string): string[] {
  return world.snapshots
    .filter((snapshot) => snapshot.namespace === namespace && !world.tombstoned.has(snapshot.key))
    .map(({ key }) => key)
    .filter((key) => !isUndecided(world, key) && !isNeeded(world, key))
    .sort();
}

function isNeeded(world: ContentWorld, key: string): boolean {
  const bytes = bytesOf(world, key);
  const steps = stepsOf(world, false);
  const made = steps.filter(({ from, isName }) => !isName && bytes.includes(from)).map(({ to }) => to);
  const reached = walk(made, steps);
  return world.versions.some(
    (version) => version.isInProduction && (reached.has(version.key) || bytes.includes(version.key)),
  );
}

/** The world without a node and its edges. */
export function withoutNode(world: ContentWorld, key: string): ContentWorld {
  return {
    ...world,
    snapshots: world.snapshots.filter((snapshot) => snapshot.key !== key),
    edges: world.edges.filter(({ from, to }) => from !== key && to !== key),
  };
}

/** The world without a reported relationship. */
export function withoutEdge(world: ContentWorld, retracted: ReportedEdge): ContentWorld {
  return {
    ...world,
    edges: world.edges.filter(
      ({ from, to, kind }) => from !== retracted.from || to !== retracted.to || kind !== retracted.kind,
    ),
  };
}

import { canonicalJson, digestOf } from "../../core/shared/hash-chain.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import type { EnvironmentFact } from "./environment.shape.js";
import type { EnvironmentPackage } from "./environment-package.js";
import { listCondaPackages, listRequirements, type PackageList } from "./package-list.js";
import { redactCredentials } from "./redact-credentials.js";
import { readLockFile } from "../../core/python/lock-file.js";
import { normalizeVersion } from "../../core/python/specifier.js";

/** The content of an environment, independent of the format in which it was reported. */
export interface EnvironmentContent {
  /** `sha256:…` of the canonical content, or the digest of the image if only an image is reported. */
  readonly digest: string;
  /** Distinct packages, ordered by name. A name may occur several times with different markers. */
  readonly packages: readonly EnvironmentPackage[];
  /** Whether every package is pinned and no other file is included, or the image is identified by digest. */
  readonly pinned: boolean;
  readonly pythonVersion: string | null;
  readonly imageUri: string | null;
  readonly imageDigest: string | null;
  /** The reported text, for rebuilding the environment. Only credentials are masked. */
  readonly requirements: string | null;
  readonly condaYaml: string | null;
}

interface Image {
  readonly uri: string;
  readonly digest: string | null;
}

const noPackages: PackageList = { packages: [], options: [], channels: [], isComplete: true, pythonVersion: null };

/**
 * Reads the content of a registered environment.
 * @throws InvalidInputError when a text cannot be read, with every invalid line, or when image address and digest differ.
 * @throws LimitExceededError when it is too large.
 */
export function describeEnvironment(fact: EnvironmentFact): EnvironmentContent {
  const requirements = readRequirements(fact.requirements);
  const condaYaml = readText("condaYaml", fact.condaYaml);
  const image = readImage(fact);
  const list =
    requirements !== null ? listRequirements(requirements) : condaYaml !== null ? listCondaPackages(condaYaml) : null;
  const packages = arrange(list?.packages ?? []);
  const pythonVersion = normalizeVersion(fact.pythonVersion?.trim() ?? "") || (list?.pythonVersion ?? null);
  const canonical = canonicalContent({ ...(list ?? noPackages), packages, pythonVersion }, image);
  return {
    digest: list === null && image?.digest ? image.digest : `sha256:${digestOf(canonical)}`,
    packages,
    pinned: Boolean(image?.digest) || (list !== null && list.isComplete && packages.every(({ pinned }) => pinned)),
    pythonVersion,
    imageUri: image?.uri ?? null,
    imageDigest: image?.digest ?? null,
    requirements,
    condaYaml,
  };
}

/**
 * The content that identifies an environment. Its digest is that of its canonical JSON (RFC 8785). `image` is the digest
 * of the image, or its address if the digest is unknown. Packages (by name, then by canonical JSON) and options are sorted
 * sets, because their order in a file has no meaning; the order of channels is their precedence and is kept. Empty and
 * unknown parts are omitted. Hashes are included, because files that allow different artifacts are different environments.
 * Credentials, comments and the spelling of names, versions, specifiers and markers are not.
 */
function canonicalContent(
  { packages, options, channels, pythonVersion }: PackageList,
  image: Image | null,
): Record<string, unknown> {
  return withoutEmpty({
    format: "lineage-environment/1",
    image: image?.digest ?? image?.uri,
    python: pythonVersion,
    channels,
    options: [...new Set(options)].sort(),
    packages: packages.map(canonicalPackage),
  });
}

/** Derived fields, such as the version in a specifier, are omitted. */
function canonicalPackage({
  manager,
  name,
  specifier,
  marker,
  url,
  extras,
  editable,
  channel,
  hashes,
  buildOptions,
}: EnvironmentPackage): Record<string, unknown> {
  return withoutEmpty({ manager, name, specifier, marker, url, extras, editable, channel, hashes, buildOptions });
}

function withoutEmpty(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part && !(Array.isArray(part) && part.length === 0)),
  );
}

function arrange(packages: readonly EnvironmentPackage[]): EnvironmentPackage[] {
  const byContent = new Map(
    packages.map((entry) => [`${entry.name}\n${canonicalJson(canonicalPackage(entry))}`, entry]),
  );
  return [...byContent].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}

function readImage({ imageUri, imageDigest }: EnvironmentFact): Image | null {
  if (imageUri === null || imageUri === undefined) return null;
  const uri = redactCredentials(imageUri.trim());
  if (uri === "")
    throw new InvalidInputError(
      "imageUri is empty; omit it or set the address of an image, such as registry.example.com/app@sha256:…",
    );
  const inside = /@([a-z0-9+._-]+:[0-9a-f]+)$/i.exec(uri)?.[1]?.toLowerCase();
  const given = imageDigest?.toLowerCase();
  if (inside && given && inside !== given)
    throw new InvalidInputError(`imageUri has the digest ${inside}, but imageDigest is ${given}; they must be equal`);
  return { uri, digest: inside ?? given ?? null };
}

/** The requirements, of a lock file too. */
function readRequirements(given: string | null | undefined): string | null {
  const text = readText("requirements", given);
  return text === null ? null : readLockFile(text);
}

/** Masks credentials before reading, so that neither the database nor a message contains them. */
function readText(field: string, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  if (text.includes("\u0000"))
    throw new InvalidInputError(`${field} contains NUL characters; the file is probably UTF-16 and was read as UTF-8`);
  if (!text.isWellFormed())
    throw new InvalidInputError(`${field} contains an unpaired surrogate, which cannot be stored`);
  return redactCredentials(text);
}

import { canonicalJson, digestOf } from "../../core/shared/hash-chain.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import type { EnvironmentFact } from "./environment.shape.js";
import type { EnvironmentPackage } from "./environment-package.js";
import { listCondaPackages, listRequirements, type PackageList } from "./package-list.js";
import { redactCredentials } from "./redact-credentials.js";
import { normalizeVersion } from "../../core/python/specifier.js";

/** What an environment is, whatever text it was given as. */
export interface EnvironmentContent {
  /** `sha256:…` over the canonical content, or the image's digest where nothing but an image is given. */
  readonly digest: string;
  /** By name; each once, though one name may come several times with different markers. */
  readonly packages: readonly EnvironmentPackage[];
  /** True when every package is pinned and no other file is included, or the image is given by digest. */
  readonly pinned: boolean;
  readonly pythonVersion: string | null;
  readonly imageUri: string | null;
  readonly imageDigest: string | null;
  /** The text as it was given, for rebuilding the environment; only credentials are masked. */
  readonly requirements: string | null;
  readonly condaYaml: string | null;
}

interface Image {
  readonly uri: string;
  readonly digest: string | null;
}

const noPackages: PackageList = { packages: [], options: [], channels: [], isComplete: true, pythonVersion: null };

/**
 * Reads an environment from what was registered.
 * @throws InvalidInputError when a text cannot be read, naming every bad line, or when image address and digest disagree.
 * @throws LimitExceededError when it is too large.
 */
export function describeEnvironment(fact: EnvironmentFact): EnvironmentContent {
  const requirements = readText("requirements", fact.requirements);
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
 * The content that identifies an environment, digested as canonical JSON (RFC 8785). `image` is its digest, or its
 * address where no digest is known. Packages (by name, then by their canonical JSON) and options are sorted sets, since
 * their order in a file means nothing; channels keep theirs, which is their precedence. Empty and unknown parts are
 * left out.
 * Hashes belong to it: two files that admit different artefacts are two environments. Credentials, comments and the
 * spelling of names, versions, specifiers and markers do not.
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

/** What follows from the rest, such as the version from the specifier, is left out. */
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
      "imageUri is empty; leave it out or name an image, such as registry.example.com/app@sha256:…",
    );
  const inside = /@([a-z0-9+._-]+:[0-9a-f]+)$/i.exec(uri)?.[1]?.toLowerCase();
  const given = imageDigest?.toLowerCase();
  if (inside && given && inside !== given)
    throw new InvalidInputError(`imageUri names the digest ${inside}, imageDigest ${given}; they must be one`);
  return { uri, digest: inside ?? given ?? null };
}

/** Credentials are masked before anything is read, so that they reach neither the store nor a message. */
function readText(field: string, text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  if (text.includes("\u0000"))
    throw new InvalidInputError(`${field} holds NUL characters; it was probably read as UTF-8 but is UTF-16`);
  if (!text.isWellFormed())
    throw new InvalidInputError(`${field} holds half of a surrogate pair, which cannot be stored`);
  return redactCredentials(text);
}

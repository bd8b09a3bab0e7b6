import { Field, Float, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ServingCandidate } from "../serving/serving.type.js";
import type { ChangeKind as Kind } from "./change.js";
import type { ComparedSide, Differences } from "./compare.js";
import type { InputChange } from "./compare-inputs.js";

export const ChangeKind = { ADDED: "ADDED", REMOVED: "REMOVED", CHANGED: "CHANGED" } as const satisfies {
  readonly [Name in Kind]: Name;
};
export type ChangeKind = Kind;

registerEnumType(ChangeKind, {
  name: "ChangeKind",
  description: "How two sides differ in one thing.",
  valuesConfig: {
    ADDED: { description: "Only the right side has it." },
    REMOVED: { description: "Only the left side has it." },
    CHANGED: { description: "Both have it, and not the same." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A difference in the snapshots that were used of one dataset in one role.",
})
export class DataChange {
  readonly record!: InputChange;

  @Field(() => ChangeKind, { description: "CHANGED where one snapshot was replaced by one other." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "What it was used for, such as `training`." })
  readonly role!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A difference in the versions that were used of one model in one role, such as the one that was tuned further.",
})
export class UsedModelChange {
  readonly record!: InputChange;

  @Field(() => ChangeKind, { description: "CHANGED where one version was replaced by one other." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "What it was used for, such as `base`." })
  readonly role!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A difference in a parameter or in a package. For packages: the pinned version, else the specifier, else where it is installed from.",
})
export class ValueChange {
  @Field(() => ChangeKind, { description: "How the sides differ." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "The name; of a package, normalised." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The value on the left side; null where there is none, or where any version of a package may be installed.",
  })
  readonly left!: string | null;

  @Field(() => String, { nullable: true, description: "The value on the right side; null as on the left." })
  readonly right!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A difference in a metric." })
export class MetricChange {
  @Field(() => ChangeKind, { description: "How the sides differ." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => Float, {
    nullable: true,
    description: "The value on the left side; null where there is none, or no finite number.",
  })
  readonly left!: number | null;

  @Field(() => Float, { nullable: true, description: "The value on the right side; null as on the left." })
  readonly right!: number | null;

  @Field(() => Float, { nullable: true, description: "Right minus left, where both are known." })
  readonly difference!: number | null;
}

/** The two sides of what is compared, for the fields that need nodes. */
export interface Sides {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
}

@ObjectType({ simpleResolvers: true, description: "The code on both sides." })
export class CodeChange {
  readonly sides!: Sides;

  @Field(() => Boolean, {
    description: "True where both ran the same commit and no changes that nobody kept. False where that is not known.",
  })
  readonly same!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "What the code ran in on both sides." })
export class EnvironmentChange {
  readonly sides!: Sides;

  @Field(() => Boolean, { description: "True where both ran in the same environment. False where that is not known." })
  readonly same!: boolean;
}

@InterfaceType("LineageComparison", {
  description:
    "How two things were made differently. Only what differs is listed: what changed first, then what was added and removed, by name.",
  resolveType: ({ __typename }: LineageComparison) => __typename,
})
export abstract class LineageComparison {
  readonly __typename!: "ModelComparison" | "RunComparison";
  readonly leftKey!: string;
  readonly rightKey!: string;
  readonly sides!: Sides;
  readonly differences!: Differences;

  @Field(() => [ValueChange], { description: "Packages, one by one; Python is one of them." })
  readonly packages!: readonly ValueChange[];

  @Field(() => [ValueChange], { description: "Parameters." })
  readonly parameters!: readonly ValueChange[];

  @Field(() => [MetricChange], {
    description: "Metrics: of each name the one of the run as a whole, else the newest of any dataset.",
  })
  readonly metrics!: readonly MetricChange[];

  @Field(() => [String], {
    description:
      "What could not be compared since one side does not tell, one sentence each. Where it is empty, what is not listed as different is the same.",
  })
  readonly notCompared!: readonly string[];
}

@ObjectType({
  implements: LineageComparison,
  simpleResolvers: true,
  description: "How two model versions were made differently.",
})
export class ModelComparison extends LineageComparison {
  declare readonly __typename: "ModelComparison";
}

@ObjectType({ implements: LineageComparison, simpleResolvers: true, description: "How two runs differ." })
export class RunComparison extends LineageComparison {
  declare readonly __typename: "RunComparison";
}

@ObjectType({
  simpleResolvers: true,
  description: "What served at an endpoint at two moments, and how it was made differently.",
})
export class ServingComparison {
  readonly endpointKey!: string;
  readonly comparedKeys!: readonly [string, string] | null;

  @Field(() => DateTime, { description: "The moment on the left side." })
  readonly leftAt!: number;

  @Field(() => DateTime, { description: "The moment on the right side." })
  readonly rightAt!: number;

  @Field(() => [ServingCandidate], {
    description: "What served at the left moment, oldest first; empty where nothing did.",
  })
  readonly left!: readonly ServingCandidate[];

  @Field(() => [ServingCandidate], {
    description: "What served at the right moment, oldest first; empty where nothing did.",
  })
  readonly right!: readonly ServingCandidate[];
}

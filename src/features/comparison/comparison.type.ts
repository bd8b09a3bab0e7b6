import { Field, Float, InterfaceType, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { changeKinds } from "./change.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ServingCandidate } from "../serving/serving.type.js";
import type { ComparedSide, Differences } from "./compare.js";
import type { InputChange } from "./compare-inputs.js";

export const ChangeKind = graphqlEnum(changeKinds, {
  name: "ChangeKind",
  description: "Kind of a difference between two sides.",
  values: {
    ADDED: "Only the right side has a value.",
    REMOVED: "Only the left side has a value.",
    CHANGED: "Both sides have a value, and the values differ.",
  },
});
export type ChangeKind = keyof typeof ChangeKind;

@ObjectType({
  simpleResolvers: true,
  description: "A difference in the snapshots of one dataset that were used in one role.",
})
export class DataChange {
  readonly record!: InputChange;

  @Field(() => ChangeKind, { description: "CHANGED if exactly one snapshot was replaced by exactly one other." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "Role of the snapshots, such as `training`." })
  readonly role!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A difference in the versions of one model that were used in one role, such as a base model for fine-tuning.",
})
export class UsedModelChange {
  readonly record!: InputChange;

  @Field(() => ChangeKind, { description: "CHANGED if exactly one version was replaced by exactly one other." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "Role of the versions, such as `base`." })
  readonly role!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A difference in a parameter or a package. The value of a package is its pinned version, else its specifier, else the URL it is installed from.",
})
export class ValueChange {
  @Field(() => ChangeKind, { description: "Kind of the difference." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "Name of the parameter, or normalised name of the package." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Value on the left side; null if there is none, or if any version of a package may be installed.",
  })
  readonly left!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Value on the right side; null if there is none, or if any version of a package may be installed.",
  })
  readonly right!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A difference in the value of a metric." })
export class MetricChange {
  @Field(() => ChangeKind, { description: "Kind of the difference." })
  readonly change!: ChangeKind;

  @Field(() => String, { description: "Name of the metric." })
  readonly name!: string;

  @Field(() => Float, {
    nullable: true,
    description: "Value on the left side; null if there is none, or if it is not finite.",
  })
  readonly left!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Value on the right side; null if there is none, or if it is not finite.",
  })
  readonly right!: number | null;

  @Field(() => Float, { nullable: true, description: "Right value minus left value; null if either is null." })
  readonly difference!: number | null;
}

/** Both sides of a comparison, for the fields that load nodes. */
export interface Sides {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
}

@ObjectType({ simpleResolvers: true, description: "The commits on both sides." })
export class CodeChange {
  readonly sides!: Sides;

  @Field(() => Boolean, {
    description:
      "True if both sides ran the same commit and any uncommitted changes are recorded. False if they differ or if this is unknown.",
  })
  readonly same!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The environments on both sides." })
export class EnvironmentChange {
  readonly sides!: Sides;

  @Field(() => Boolean, {
    description: "True if both sides ran in the same environment. False if they differ or if this is unknown.",
  })
  readonly same!: boolean;
}

@InterfaceType("LineageComparison", {
  description:
    "Differences in how two nodes were produced. Only differences are listed: CHANGED first, then ADDED, then REMOVED; then by name.",
  resolveType: ({ __typename }: LineageComparison) => __typename,
})
export abstract class LineageComparison {
  readonly __typename!: "ModelComparison" | "RunComparison";
  readonly leftKey!: string;
  readonly rightKey!: string;
  readonly sides!: Sides;
  readonly differences!: Differences;

  @Field(() => [ValueChange], {
    description: "Differences in packages, one entry for each package. Python counts as a package.",
  })
  readonly packages!: readonly ValueChange[];

  @Field(() => [ValueChange], { description: "Differences in parameters, one entry for each parameter." })
  readonly parameters!: readonly ValueChange[];

  @Field(() => [MetricChange], {
    description:
      "Differences in metrics. If a name was reported several times: the value for the whole run, else the newest for any dataset.",
  })
  readonly metrics!: readonly MetricChange[];

  @Field(() => [String], {
    description:
      "What could not be compared because a side does not report it, one sentence each. If empty, everything that is not listed as different is equal.",
  })
  readonly notCompared!: readonly string[];
}

@ObjectType({
  implements: LineageComparison,
  simpleResolvers: true,
  description: "Differences in how two model versions were produced.",
})
export class ModelComparison extends LineageComparison {
  declare readonly __typename: "ModelComparison";
}

@ObjectType({ implements: LineageComparison, simpleResolvers: true, description: "Differences between two runs." })
export class RunComparison extends LineageComparison {
  declare readonly __typename: "RunComparison";
}

@ObjectType({
  simpleResolvers: true,
  description: "The deployments that served an endpoint at two times, and how their model versions differ.",
})
export class ServingComparison {
  readonly endpointKey!: string;
  readonly comparedKeys!: readonly [string, string] | null;

  @Field(() => DateTime, { description: "Time on the left side." })
  readonly leftAt!: number;

  @Field(() => DateTime, { description: "Time on the right side." })
  readonly rightAt!: number;

  @Field(() => [ServingCandidate], {
    description: "Deployments that served at the left time, oldest first; empty if nothing served.",
  })
  readonly left!: readonly ServingCandidate[];

  @Field(() => [ServingCandidate], {
    description: "Deployments that served at the right time, oldest first; empty if nothing served.",
  })
  readonly right!: readonly ServingCandidate[];
}

import { MetricInput } from "../measure/metric.input.js";
import { Field, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { observedAtField } from "../../core/api/observed-at.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { RunRefInput } from "../ref/run-ref.input.js";
import { ModelOrigin } from "./model.enum.js";
import { ModelVersionRefInput } from "../ref/model-version-ref.input.js";

@InputType({ description: "One model version as reported by a source. Omitted fields are unknown." })
export class RegisterModelVersionInput {
  @Field(() => String, { description: "Namespace of the model. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the model. 1 to 1,000 characters, no surrounding white space." })
  model!: string;

  @Field(() => String, { description: "Version identifier. 1 to 1,000 characters, no surrounding white space." })
  version!: string;

  @Field(() => RunRefInput, {
    nullable: true,
    description:
      "Run that produced the version. Another run than the recorded one is a CONFLICT, unless `artifactDigest` is the recorded one.",
  })
  producedBy?: RunRefInput | null;

  @Field(() => String, { nullable: true, description: "Location of the model's files. At most 4,000 characters." })
  artifactUri?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Digest of the files in the format `algorithm:value`, such as `sha256:9f86d0…`. At most 300 characters.",
  })
  artifactDigest?: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size of the files in bytes. Must not be negative." })
  artifactSizeBytes?: number | null;

  @Field(() => [ModelVersionRefInput], {
    nullable: true,
    description:
      "Upstream versions, if the run that derived this version is unknown, such as the base of a fine-tuned model. At most 1,000.",
  })
  derivedFrom?: ModelVersionRefInput[] | null;

  @Field(() => DateTime, { nullable: true, description: "Time at which the version was created." })
  createdAt?: Date | null;

  @Field(() => ModelOrigin, {
    nullable: true,
    defaultValue: "RECORDED",
    description:
      "EXTERNAL declares that the version came from outside and has no recorded inputs. A version that is declared EXTERNAL stays EXTERNAL. Defaults to RECORDED.",
  })
  origin?: ModelOrigin | null;

  @Field(() => [MetricInput], {
    nullable: true,
    description:
      "Metrics of the version itself, if a run made or measured several. The newest value of each is kept. `dataset` is not accepted: report it with the run. At most 5,000.",
  })
  metrics?: MetricInput[] | null;
}

@InputType({ description: "An alias of a model and the version that it points to." })
export class SetModelAliasInput {
  @Field(() => String, { description: "Namespace of the model. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the model. 1 to 1,000 characters, no surrounding white space." })
  model!: string;

  @Field(() => String, {
    description: "Name of the alias, such as `champion`. 1 to 1,000 characters, no surrounding white space.",
  })
  alias!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Version that the alias points to. If reports differ, the one observed last is kept. If null or omitted, the alias is removed. 1 to 1,000 characters, no surrounding white space.",
  })
  version?: string | null;

  @Field(() => DateTime, observedAtField)
  observedAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the version may be unregistered, for feeds that report aliases before versions. Otherwise an alias of an unregistered version is a CONFLICT. Defaults to false.",
  })
  allowUnregistered?: boolean | null;
}

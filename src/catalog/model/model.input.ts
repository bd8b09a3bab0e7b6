import { Field, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { RunRefInput } from "../run/run-ref.input.js";
import { ModelVersionRefInput } from "./model-version-ref.input.js";

@InputType({ description: "What a source says of one model version; what is left out is unknown to it." })
export class RegisterModelVersionInput {
  @Field(() => String, { description: "The model's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The model's name." })
  model!: string;

  @Field(() => String, { description: "The version." })
  version!: string;

  @Field(() => RunRefInput, { nullable: true, description: "The run that made it." })
  producedBy?: RunRefInput | null;

  @Field(() => String, { nullable: true, description: "Where its files lie." })
  artifactUri?: string | null;

  @Field(() => String, { nullable: true, description: "Digest of the files, 'algorithm:hex'." })
  artifactDigest?: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size of the files in bytes." })
  artifactSizeBytes?: number | null;

  @Field(() => [ModelVersionRefInput], {
    nullable: true,
    description: "Upstream versions where no run is known: fine-tuned, quantised, copied.",
  })
  derivedFrom?: ModelVersionRefInput[] | null;

  @Field(() => DateTime, { nullable: true, description: "When it was made." })
  createdAt?: Date | null;
}

@InputType({ description: "A movable name for a version." })
export class SetModelAliasInput {
  @Field(() => String, { description: "The model's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The model's name." })
  model!: string;

  @Field(() => String, { description: "The name, such as `champion`." })
  alias!: string;

  @Field(() => String, { nullable: true, description: "The version that it points to from now on; null removes it." })
  version?: string | null;
}

import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { modelOrigins } from "./model.shape.js";

export const ModelOrigin = graphqlEnum(modelOrigins, {
  name: "ModelOrigin",
  description: "Where the inputs of a model version are recorded.",
  values: {
    RECORDED: "The inputs of the version are recorded in the graph, or should be.",
    EXTERNAL:
      "The version came from outside, such as a downloaded foundation model. Its inputs are not expected in the graph.",
  },
});
export type ModelOrigin = keyof typeof ModelOrigin;

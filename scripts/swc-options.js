/** How the sources become JavaScript without a build: in jest, in `npm run dev` and in scripts that run them as they are. */
export const swcOptions = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
  module: { type: "es6" },
};

/** Transpiles the sources without a build: in jest, in `npm run dev` and in scripts that run them directly. */
export const swcOptions = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
  module: { type: "es6" },
};

import "../../scripts/typescript-hooks.js";

/** Values as they travel between a program, the engine and policy packs. */
export * from "./values";

import { join } from "node:path";
import { FolderMap } from "./folder-map";
import type { Invoke, Simulation, Simulator } from "./simulator";

/**
 * All that can be simulated. A type's simulator stands where its token says, and is loaded when first asked for:
 * `aws:cognito/userPool:UserPool` in `aws/cognito/user-pool.ts`, `aws:iam/getPolicyDocument:getPolicyDocument` in
 * `invokes/aws/iam/get-policy-document.ts`. A new one needs its file and nothing else.
 */
export const simulation: Simulation = {
  simulators: new FolderMap<Simulator>(__dirname, ["aws", "awsx"], ({ type }) => type),
  invokes: new FolderMap<Invoke>(join(__dirname, "invokes"), ["aws"], ({ token }) => token),
};

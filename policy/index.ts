import { PolicyPack } from "@pulumi/policy";
import { RunError } from "@pulumi/pulumi";
import { toPolicies } from "./adapter";
import { controls } from "./controls";
import { publicRoutes } from "./public-routes";
import { SettingsFault } from "./settings";

new PolicyPack("gatehouse", {
  description: "What Gatehouse's APIs must hold before anything of them is deployed",
  displayName: "Gatehouse",
  provider: "aws",
  policies: policies(),
});

/** Pulumi prints a RunError's message alone: a fault in public-routes.ts needs no stack. */
function policies() {
  try {
    return toPolicies(controls, { publicRoutes, now: () => new Date() });
  } catch (error) {
    if (error instanceof SettingsFault) throw new RunError(error.message);
    throw error;
  }
}

import { observe, type Runs } from "../../support/engine/runs";
import { functions } from "./facts/functions";
import { policies } from "./facts/policies";
import { registering } from "./facts/registering";
import { starting } from "./facts/starting";
import { state } from "./facts/state";
import { updating } from "./facts/updating";
import { violations } from "./facts/violations";

describe("the local engine, where the real one was seen to", function () {
  this.timeout(60_000);
  let runs: Runs;
  before(async () => {
    runs = await observe();
  });
  for (const [part, facts] of Object.entries({
    starting,
    registering,
    functions,
    policies,
    violations,
    state,
    updating,
  }))
    describe(part, () => {
      for (const { section, observed, holds } of facts) it(`${observed} (${section})`, () => holds(runs));
    });
});

import { answersAreDocumented } from "./answers";
import { generatedClientWorks } from "./client";
import { type Served, serve } from "./served";

describe("the platform on one machine", () => {
  let served: Served;
  before(async function () {
    this.timeout(60_000);
    served = await serve();
  });
  after(() => served?.close());

  answersAreDocumented(() => served);
  generatedClientWorks(() => served);
});

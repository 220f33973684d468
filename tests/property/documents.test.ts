import assert from "node:assert/strict";
import fc from "fast-check";
import { openApi } from "../../infra/documents/openapi";
import { faultsOf, operationsOf } from "../support/documents";
import { toyArgs } from "../support/toy-catalogue";
import { catalogues } from "./catalogues";

describe("the API documents of any catalogue", () => {
  it("are valid, say exactly what routes there are, and which of them are open", () =>
    fc.assert(
      fc.asyncProperty(catalogues, fc.constantFrom("rest" as const, "http" as const), async (catalogue, kind) => {
        const document = openApi(kind, toyArgs(catalogue.routes, catalogue.authorizers));
        assert.deepEqual(await faultsOf(document), []);
        const own = catalogue.routes.filter(({ apis }) => apis.includes(kind));
        assert.deepEqual(
          operationsOf(document)
            .map(({ verb, path, operation }) => [`${verb} ${path}`, operation.security.length === 0])
            .sort(),
          own
            .map(({ method, path, public: reason }) => [`${method.toLowerCase()} ${path}`, reason !== undefined])
            .sort(),
        );
      }),
      { numRuns: 60 },
    ));

  it("name each route the same, wherever it stands among the others", () =>
    fc.assert(
      fc.property(catalogues, fc.nat(), ({ routes, authorizers }, turn) => {
        const at = turn % routes.length;
        const turned = [...routes.slice(at), ...routes.slice(0, at)];
        const names = (list: typeof routes) =>
          new Map(
            operationsOf(openApi("rest", toyArgs(list, authorizers))).map((one) => [
              `${one.verb} ${one.path}`,
              one.operation,
            ]),
          );
        assert.deepEqual(names(turned), names(routes));
      }),
      { numRuns: 100 },
    ));
});

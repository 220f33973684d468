import assert from "node:assert/strict";
import fc from "fast-check";
import { openApi } from "../../infra/documents/openapi";
import { documentOf, faultsOf, operationsOf } from "../support/documents";
import { toyArgs } from "../support/toy-catalogue";
import { catalogues } from "./catalogues";

describe("the API document of a stack", () => {
  for (const stack of ["dev", "prod"])
    for (const kind of ["rest", "http"] as const)
      it(`is valid OpenAPI 3.1 for the ${kind} API of ${stack}`, async () => {
        const document = documentOf(kind, stack);
        assert.deepEqual(await faultsOf(document), []);
        assert.ok(operationsOf(document).length >= 7);
      });

  it("is refused by the validator when it lacks what OpenAPI wants", async () => {
    const { info, ...rest } = documentOf("http", "dev");
    assert.match((await faultsOf(rest as never)).join(), /info/);
    const { paths, components, ...others } = documentOf("http", "dev");
    const broken = { ...others, info, paths, components: { ...components, schemas: {} } };
    assert.match((await faultsOf(broken)).join(), /Orders/);
  });
});

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

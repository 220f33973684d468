import assert from "node:assert/strict";
import { planDashboard } from "../../../../infra/observability/plan-dashboard";
import { isPublished, watched } from "../../../support/observability/watched";

type Entry = readonly (string | { readonly stat?: string; readonly expression?: string; readonly label: string })[];

const { widgets } = planDashboard(watched, "eu-west-1");
const titles = widgets.map(({ properties }) => properties.title);
const entries = widgets.flatMap(({ properties }) => properties.metrics as Entry[]);
const labelsOf = (title: string) =>
  (widgets.find(({ properties }) => properties.title === title)?.properties.metrics as Entry[] | undefined)?.map(
    (entry) => (entry.at(-1) as { label: string }).label,
  );

describe("the plan of the dashboard", () => {
  it("draws only metrics that somebody publishes", () => {
    for (const entry of entries) {
      const [namespace, name, ...rest] = entry;
      if (typeof namespace !== "string") continue;
      const words = rest.slice(0, -1) as string[];
      const dimensions = Object.fromEntries(
        words.flatMap((key, index) => (index % 2 ? [] : [[key, words[index + 1]!]])),
      );
      assert.ok(isPublished({ namespace, name: name as string, dimensions }), JSON.stringify(entry));
    }
  });

  it("puts no graph over another, and none outside of the 24 columns", () => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, cell) => `${x + (cell % width)},${y + Math.floor(cell / width)}`),
    );
    assert.equal(new Set(cells).size, cells.length);
    assert.ok(widgets.every(({ x, width }) => x + width <= 24));
  });

  for (const { what, title, labels } of [
    {
      what: "each API's errors",
      title: "HTTP API: errors",
      labels: ["4xx", "5xx", "refused (401, 403)", "authorizer failed"],
    },
    { what: "each API's latency", title: "REST API: latency in ms", labels: ["p50", "p99"] },
    { what: "authorizers apart", title: "Authorizers: p99 in ms", labels: ["judge"] },
    { what: "every function", title: "Functions: errors", labels: ["judge", "orders"] },
    { what: "each queue", title: "Queue parcels", labels: ["sent", "waiting", "oldest, in seconds", "given up"] },
    { what: "each firewall", title: "Firewall before the REST API", labels: ["allowed", "blocked", "counted"] },
  ])
    it(`shows ${what}`, () => assert.deepEqual(labelsOf(title), labels));

  it("asks about the user pool by queries, one a graph, which is all that CloudWatch answers", () => {
    for (const { properties } of widgets) {
      const queries = (properties.metrics as Entry[]).filter(([first]) => typeof first === "object");
      assert.ok(queries.length <= 1, properties.title);
    }
    const expressions = entries.flatMap(([first]) => (typeof first === "object" ? [first.expression] : []));
    assert.equal(expressions.length, 8);
    for (const expression of expressions)
      assert.match(expression!, /^SELECT SUM\(\w+\) FROM .* = 'eu-west-1_AbC123xyz'$/);
  });

  it("has no graph of what there is not", () => {
    const without = planDashboard({ ...watched, firewalls: {}, queues: {} }, "eu-west-1").widgets;
    assert.equal(without.length, titles.length - 2);
  });
});

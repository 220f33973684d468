import type { StackResource } from "../resource";
import type { Api, Model, Route } from "./model";
import { textOf } from "./property";

/** Which REST methods of one verb have a back end, by the Integration resources that stand at their path. */
export class BackEnds {
  /** By API and place: whether one of the integrations there is other than MOCK. */
  readonly #placed = new Map<Api | undefined, Map<string, boolean>>();
  /** Whether an integration is other than MOCK whose place nothing shows. */
  readonly #unplaced = new Map<Api | undefined, boolean>();
  /** Whether any integration is other than MOCK. */
  readonly #any = new Map<Api | undefined, boolean>();

  constructor(
    private readonly model: Model,
    verb: string,
  ) {
    for (const integration of model.relations.all("restIntegration")) {
      const own = textOf(integration, "httpMethod");
      if (own === undefined || own === verb) this.#add(integration);
    }
  }

  /** Where nothing shows which integration is the method's, one that may be counts. */
  serves({ api, place }: Route): boolean {
    const candidates = api === undefined ? [...this.#any.keys()] : [api, undefined];
    if (place === undefined) return candidates.some((candidate) => this.#any.get(candidate));
    const own = this.#placed.get(api)?.get(place);
    if (own !== undefined) return own;
    return candidates.some((candidate) => this.#placed.get(candidate)?.get(place) || this.#unplaced.get(candidate));
  }

  #add(integration: StackResource): void {
    const api = this.model.apiOf(integration);
    const place = this.model.places.placeOf(integration);
    const isBackEnd = textOf(integration, "type") !== "MOCK";
    this.#any.set(api, isBackEnd || this.#any.get(api) === true);
    if (place === undefined) {
      this.#unplaced.set(api, isBackEnd || this.#unplaced.get(api) === true);
      return;
    }
    const there = this.#placed.get(api) ?? new Map<string, boolean>();
    there.set(place, isBackEnd || there.get(place) === true);
    this.#placed.set(api, there);
  }
}

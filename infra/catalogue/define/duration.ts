declare const unit: unique symbol;

/** Whole seconds. Made by `seconds`, `minutes`, `hours` or `days`, so that no call site guesses the unit. */
export type Seconds = number & { readonly [unit]: "seconds" };

export const seconds = (count: number): Seconds => count as Seconds;
export const minutes = (count: number): Seconds => seconds(count * 60);
export const hours = (count: number): Seconds => minutes(count * 60);
export const days = (count: number): Seconds => hours(count * 24);

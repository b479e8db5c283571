/** What a document holds that the form of the API, as this version has it, does not: it may be newer. */
export interface Unknown {
  /** Such as `ProductionVariants[0].RoutingConfig.RoutingStrategy`. */
  readonly place: string;
  /** Undefined: the member itself is not known; else what is written, and the values that are known. */
  readonly value?: { readonly written: string; readonly known: readonly string[] } | undefined;
}

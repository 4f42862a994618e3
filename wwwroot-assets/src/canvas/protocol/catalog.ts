import type { Localized, ParameterValue, Port } from './values';

/** The block catalog, fetched once from `/api/catalog`. */
export interface Catalog {
  readonly families: readonly CatalogFamily[];
  readonly kinds: readonly CatalogKind[];
  readonly presets: readonly CatalogPreset[];
}

/** A family of the palette, in the palette's order. */
export interface CatalogFamily {
  readonly id: string;
  readonly title: Localized;
}

/** One kind of block. */
export interface CatalogKind {
  readonly id: string;
  readonly family: string;
  readonly role: string;
  readonly title: Localized;
  readonly help: Localized;
  readonly formula?: string;
  readonly source?: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly parameters: readonly CatalogParameter[];
}

/** A parameter of a kind. */
export interface CatalogParameter {
  readonly name: string;
  readonly type: string;
  readonly default?: ParameterValue | null;
  readonly title: Localized;
  readonly help?: Localized;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly choices?: readonly { readonly value: string; readonly title: Localized }[] | null;
}

/** A ready-made group of blocks. */
export interface CatalogPreset {
  readonly id: string;
  readonly family: string;
  readonly title: Localized;
  readonly help: Localized;
}

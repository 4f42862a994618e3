import type { Catalog, CatalogKind, CatalogPreset } from '../protocol/catalog';
import { type Block, inLanguage, type Language, type Port } from '../protocol/values';
import type { DocumentState } from '../store/state';

/** The catalog by id, and the ports and names of blocks. */
export class CatalogIndex {
  private readonly kinds: ReadonlyMap<string, CatalogKind>;

  constructor(readonly catalog: Catalog) {
    this.kinds = new Map(catalog.kinds.map((k) => [k.id, k]));
  }

  /** The kind of this id; unknown ones (of a newer server) are undefined. */
  kind(id: string): CatalogKind | undefined {
    return this.kinds.get(id);
  }

  /** The preset of this id. */
  preset(id: string): CatalogPreset | undefined {
    return this.catalog.presets.find((p) => p.id === id);
  }

  family(block: Pick<Block, 'kind'>): string {
    return this.kind(block.kind)?.family ?? 'Math';
  }

  inputs(block: Block): readonly Port[] {
    return block.inputs ?? this.kind(block.kind)?.inputs ?? [];
  }

  outputs(block: Block): readonly Port[] {
    return block.outputs ?? this.kind(block.kind)?.outputs ?? [];
  }

  /** Whether data could pass a block unchanged: what has no way through cannot be muted. */
  canMute(block: Block): boolean {
    const role = this.kind(block.kind)?.role;
    return (role === 'Layer' || role === 'Group') && this.inputs(block).length > 0 && this.outputs(block).length > 0;
  }

  /** What a block is called: its label, its group's name, or its kind's title. */
  title(block: Block, groups: DocumentState['groups'], language: Language): string {
    const group = groupOf(block);
    const kind = this.kind(block.kind);
    return block.label || (group && groups.get(group)?.name) || (kind ? inLanguage(kind.title, language) : block.kind);
  }
}

/** The group that a block stands for, or null. */
export const groupOf = (block: Block): string | null =>
  block.kind === 'Group' && typeof block.parameters.group === 'string' ? block.parameters.group : null;

/** How often a use of a group is run through. */
export const repeatOf = (block: Block): number =>
  block.kind === 'Group' && typeof block.parameters.repeat === 'number' ? block.parameters.repeat : 1;

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CatalogIndex } from '../model/catalogIndex';
import { offers } from '../model/search';
import { reduce } from '../store/reduce';
import { emptyState } from '../store/state';
import type { Catalog } from './catalog';
import type { Incoming } from './incoming';
import type { Gesture, Outgoing } from './outgoing';

const files = import.meta.glob<unknown>('../../../../tests/golden/canvas/*.json', { eager: true, import: 'default' });
const golden = <T>(name: string): T => {
  const file = Object.entries(files).find(([path]) => path.endsWith(`/${name}.json`));
  if (!file) {
    throw new Error(`There is no sample ${name}.json.`);
  }

  return file[1] as T;
};

/** Each kind of message and gesture once: a new one does not compile until it is named here, and fails until it has a sample. */
const incoming: Record<Incoming['type'], true> = {
  snapshot: true, patch: true, diagnostics: true, acknowledge: true, reject: true, settings: true, runStatus: true, presence: true, select: true, command: true,
};
const outgoing: Record<Outgoing['type'], true> = { apply: true, undo: true, redo: true, select: true, openGroup: true, resync: true, train: true };
const gestures: Record<Gesture['kind'], true> = {
  addBlock: true, insertOnLink: true, moveOntoLink: true, addAndConnect: true, connect: true, disconnect: true, reconnect: true, move: true, delete: true,
  duplicate: true, paste: true, group: true, ungroup: true, repeat: true, label: true, mute: true, note: true, setParameter: true, applyFix: true, align: true, layout: true,
};

describe('the golden messages', () => {
  it.each(Object.keys(incoming))('hold a sample of %s that the island takes in', (type) => {
    const message = golden<Incoming>(type);
    expect(message.type).toBe(type);
    expect(() => reduce(emptyState('en', false), message)).not.toThrow();
  });

  it('hold a sample of every message and gesture that the island sends', () => {
    const sent = golden<Outgoing[]>('outgoing');
    expect(new Set(sent.map((m) => m.type))).toEqual(new Set(Object.keys(outgoing)));
    expect(new Set(sent.flatMap((m) => (m.type === 'apply' ? [m.gesture.kind] : [])))).toEqual(new Set(Object.keys(gestures)));
  });

  it('tell one story: the patch follows the snapshot, and its diagnostics follow the patch', () => {
    let state = reduce(emptyState('en', false), golden<Incoming>('snapshot')).state;
    const patched = reduce(state, golden<Incoming>('patch'));
    expect(patched.resync).toBeUndefined();
    expect(patched.added).toEqual(['flatten']);
    state = reduce(patched.state, golden<Incoming>('diagnostics')).state;
    expect(state.revision).toBe(8);
    expect(state.notes.size).toBe(0);
    expect(state.links.get('digit.input#0')!.from.block).toBe('flatten');
    expect(state.diagnostics.get('digit')!.problems).toEqual([]);
    expect(state.canTrain).toBe(true);
  });

  it('give groups ports of their own', () => {
    const state = reduce(emptyState('en', false), golden<Incoming>('snapshot')).state;
    const catalog = new CatalogIndex(golden<Catalog>('catalog'));
    const use = state.blocks.get('features')!;
    expect(catalog.inputs(use).map((p) => p.name)).toEqual(['features_input']);
    expect(catalog.title(use, state.groups, 'en')).toBe('Features');
  });

  it('hold a catalog that the palette can show', () => {
    expect(offers(golden<Catalog>('catalog'), false).map((o) => (o.kind ?? o.preset).id)).toEqual(['Linear', 'TransformerEncoderLayer']);
  });
});

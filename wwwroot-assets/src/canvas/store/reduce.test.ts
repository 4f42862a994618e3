// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Patch } from '../protocol/incoming';
import { block, chain, link } from '../testing/samples';
import { reduce } from './reduce';
import { emptyState } from './state';

const start = () => reduce(emptyState('en', false), chain()).state;
const patch = (revision: number, more: Partial<Patch> = {}): Patch => ({
  type: 'patch',
  revision,
  set: {},
  removed: {},
  canUndo: true,
  canRedo: false,
  ...more,
});

describe('messages of the server', () => {
  it('a snapshot brings the whole document', () => {
    const state = start();
    expect([...state.blocks.keys()]).toEqual(['picture', 'flatten', 'linear']);
    expect([...state.links.keys()]).toEqual(['flatten.input#0', 'linear.input#0']);
    expect(state.revision).toBe(0);
  });

  it('a patch changes only what it names', () => {
    const before = start();
    const { state, added } = reduce(
      before,
      patch(1, {
        set: { blocks: [block('relu', 'ReLU', 300)], links: [link('relu.output>linear.input')] },
        removed: { blocks: ['flatten'], links: ['flatten.input#0'] },
      }),
    );
    expect([...state.blocks.keys()]).toEqual(['picture', 'linear', 'relu']);
    expect(state.blocks.get('linear')).toBe(before.blocks.get('linear'));
    expect([...state.links.values()].map((l) => l.from.block)).toEqual(['relu']);
    expect(added).toEqual(['relu']);
  });

  it('a patch that is older than what is known changes nothing', () => {
    const newer = reduce(start(), patch(3, { base: 0, set: { blocks: [block('relu', 'ReLU')] } })).state;
    const result = reduce(newer, patch(2, { removed: { blocks: ['relu'] } }));
    expect(result.state).toBe(newer);
    expect(result.resync).toBeUndefined();
  });

  it('a patch from a revision to the same one brings its remarks in other words', () => {
    const note = (text: string) => ({ id: 'why', text, x: 0, y: 0, group: null });
    const { state } = reduce(start(), patch(1, { set: { notes: [note('Task')] } }));
    expect(reduce(state, patch(1, { base: 1, set: { notes: [note('任务')] } })).state.notes.get('why')?.text).toBe('任务');
    expect(reduce(state, patch(1, { set: { notes: [note('任务')] } })).state).toBe(state);
  });

  it('a gap between revisions asks for the whole document', () => {
    const before = start();
    const result = reduce(before, patch(2));
    expect(result.resync).toBe(true);
    expect(result.state).toBe(before);
  });

  it('a patch over several revisions leaves no gap', () => {
    const result = reduce(start(), patch(5, { base: 0 }));
    expect(result.resync).toBeUndefined();
    expect(result.state.revision).toBe(5);
  });

  it('the patch of a command confirms the move, but only the acknowledgement settles the command', () => {
    const moved = { ...start(), moved: new Map([['linear', { x: 8, y: 8, commandId: 'c' }]]) };
    const result = reduce(moved, patch(1, { commandId: 'c', set: { blocks: [block('linear', 'Linear', 8)] } }));
    expect(result.settled).toBeUndefined();
    expect(result.state.moved.size).toBe(0);
    expect(reduce(result.state, { type: 'acknowledge', commandId: 'c', revision: 1 }).settled).toBe('c');
  });

  it('a refused move goes back to where the server has it, and says why', () => {
    const moved = { ...start(), moved: new Map([['linear', { x: 8, y: 8, commandId: 'c' }]]) };
    const { state } = reduce(moved, { type: 'reject', commandId: 'c', message: 'No.' });
    expect(state.moved.size).toBe(0);
    expect(state.toast).toEqual({ text: 'No.', tone: 'error' });
  });

  it('diagnostics change only the blocks that they name', () => {
    const known = (shape: string) => ({ outputs: [{ port: 'output', shape, element: 'Float32' }], parameters: 1, problems: [] });
    const body = { document: [], totalParameters: 2, canTrain: true };
    const first = reduce(start(), { type: 'diagnostics', revision: 0, blocks: { flatten: known('[N, 784]'), linear: known('[N, 64]') }, ...body }).state;
    const second = reduce(first, { type: 'diagnostics', revision: 0, blocks: { flatten: null, linear: known('[N, 10]') }, ...body }).state;
    expect([...second.diagnostics.keys()]).toEqual(['linear']);
    expect(second.diagnostics.get('linear')!.outputs[0]!.shape).toBe('[N, 10]');
    expect(second.canTrain).toBe(true);
  });

  it('diagnostics of a revision before the one shown are ignored', () => {
    const later = reduce(start(), patch(4, { base: 0 })).state;
    const result = reduce(later, { type: 'diagnostics', revision: 3, blocks: {}, document: [], totalParameters: 9, canTrain: true });
    expect(result.state).toBe(later);
  });

  it('selection and open groups forget what is gone', () => {
    const inside = { ...start(), selection: new Set(['linear', 'flatten']), path: ['gone'], selectedLinks: new Set(['linear.input#0']) };
    const { state } = reduce(inside, patch(1, { removed: { blocks: ['linear'], links: ['linear.input#0'] } }));
    expect([...state.selection]).toEqual(['flatten']);
    expect(state.path).toEqual([]);
    expect(state.selectedLinks.size).toBe(0);
  });

  it('a second snapshot keeps the blocks that did not change', () => {
    const before = start();
    const after = reduce(before, chain()).state;
    expect(after.blocks.get('linear')).toBe(before.blocks.get('linear'));
  });
});

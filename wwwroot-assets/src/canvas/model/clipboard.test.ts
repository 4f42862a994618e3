// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { emptyState } from '../store/state';
import { reduce } from '../store/reduce';
import { block, link, snapshot } from '../testing/samples';
import { holdsBlocks, toClipboard } from './clipboard';

const state = reduce(
  emptyState('en', false),
  snapshot(
    [
      block('a', 'Linear', 10, { label: 'First <b>', parameters: { out_features: 3 } }),
      block('b', 'Linear', 250, { weightsFrom: 'a' }),
      block('use', 'Group', 500, { parameters: { group: 'g', repeat: 2 } }),
      block('in', 'GroupInput', 0, { group: 'g' }),
      block('out', 'GroupOutput', 200, { group: 'g' }),
      block('far', 'ReLU', 900),
    ],
    [link('a.output>b.input'), link('b.output>use.in'), link('in.output>out.input'), link('use.out>far.input')],
    { groups: [{ id: 'g', name: 'Group' }, { id: 'unused', name: 'Unused' }], notes: [{ id: 'n', text: 'hi', x: 1, y: 2, group: null }, { id: 'in-g', text: 'inside', x: 3, y: 4, group: 'g' }] },
  ),
).state;
const copy = (ids: string[], notes: string[] = []) => JSON.parse(toClipboard(state, ids, notes)) as { group: string | null; project: Record<string, never[]> };

describe('blocks as text', () => {
  it('are a project file with the links among them only', () => {
    const { project, group } = copy(['a', 'b']);
    expect(group).toBeNull();
    expect(project).toEqual({
      format: 1,
      name: 'Test',
      blocks: [
        { id: 'a', kind: 'Linear', label: 'First <b>', position: [10, 0], parameters: { out_features: 3 } },
        { id: 'b', kind: 'Linear', weightsFrom: 'a', position: [250, 0] },
      ],
      links: [{ from: 'a.output', to: 'b.input' }],
    });
  });
  it('leave out whose weights they share when that stays behind', () => expect(copy(['b']).project['blocks']).toEqual([{ id: 'b', kind: 'Linear', position: [250, 0] }]));
  it('bring the groups that they use, with what is inside', () => {
    const { project } = copy(['use']);
    expect(project['blocks']!.map((b: { id: string }) => b.id)).toEqual(['use', 'in', 'out']);
    expect(project['groups']).toEqual([{ id: 'g', name: 'Group' }]);
    expect(project['links']).toEqual([{ from: 'in.output', to: 'out.input' }]);
  });
  it('of an open group say which one', () => expect(copy(['in', 'out']).group).toBe('g'));
  it('come with notes', () => expect(copy(['a'], ['n']).project['notes']).toEqual([{ id: 'n', text: 'hi', position: [1, 2] }]));
  it('may be notes alone, of the canvas on which they are', () => {
    expect(copy([], ['n'])).toMatchObject({ group: null, project: { blocks: [], notes: [{ id: 'n' }] } });
    expect(copy([], ['in-g'])).toMatchObject({ group: 'g', project: { groups: [{ id: 'g', name: 'Group' }], notes: [{ id: 'in-g', group: 'g' }] } });
  });
  it('bring the notes inside the groups that they use', () => expect(copy(['use']).project['notes']).toMatchObject([{ id: 'in-g', group: 'g' }]));
  it('are recognised, and other text is not', () => {
    expect(holdsBlocks(toClipboard(state, ['a']))).toBe(true);
    expect(holdsBlocks('{"format":1,"name":"x","blocks":[]}')).toBe(true);
    for (const text of ['hello', '{}', 'null', '[1]', '{"project":7}', '{"format":1,"blocks":"no"}']) {
      expect(holdsBlocks(text)).toBe(false);
    }
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { emptyState } from '../store/state';
import { reduce } from '../store/reduce';
import { block, catalog, chain, link, snapshot } from '../testing/samples';
import { candidates, obstacle } from './wiring';

const state = reduce(emptyState('en', false), chain()).state;
const end = (text: string) => ({ block: text.split('.')[0]!, port: text.split('.')[1]! });

describe('which ports may be linked', () => {
  it('an output with an input of the same content', () => expect(obstacle(state, catalog, end('picture.output'), end('linear.input'))).toBeNull());
  it('never in a circle', () => expect(obstacle(state, catalog, end('linear.output'), end('flatten.input'))).toBe('circle'));
  it('never a block with itself', () => expect(obstacle(state, catalog, end('linear.output'), end('linear.input'))).toBe('same'));
  it('never a schedule with a tensor', () => {
    const mixed = reduce(emptyState('en', false), snapshot([block('step', 'StepLR'), block('adam', 'Adam')])).state;
    expect(obstacle(mixed, catalog, end('step.schedule'), end('adam.loss'))).toBe('content');
    expect(obstacle(mixed, catalog, end('step.schedule'), end('adam.schedule'))).toBeNull();
  });
  it('never across canvases', () => {
    const apart = reduce(emptyState('en', false), snapshot([block('a', 'ReLU'), block('b', 'ReLU', 0, { group: 'g' })], [], { groups: [{ id: 'g', name: 'G' }] })).state;
    expect(obstacle(apart, catalog, end('a.output'), end('b.input'))).toBe('canvas');
  });

  it('a block is offered free inputs first, then those whose link would give way, never the link it has', () => {
    const more = reduce(
      emptyState('en', false),
      snapshot(
        [block('a', 'Linear'), block('b', 'ReLU', 240), block('c', 'ReLU', 480), block('d', 'Concatenate', 720)],
        [link('a.output>b.input'), link('b.output>c.input'), link('c.output>d.inputs')],
      ),
    ).state;
    const found = candidates(more, catalog, 'a').map((c) => `${c.other} ${c.replaces}`);
    expect(found).toEqual(['d null', 'c b']);
  });

  it('no loss is offered to a layer', () => {
    const drawn = reduce(emptyState('en', false), snapshot([block('loss', 'CrossEntropyLoss'), block('layer', 'Linear', 240), block('sum', 'Concatenate', 480), block('adam', 'Adam', 720)])).state;
    expect(candidates(drawn, catalog, 'loss').filter((c) => c.direction === 'out').map((c) => c.other)).toEqual(['sum', 'adam']);
  });
});

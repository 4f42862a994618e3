// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { Apply, Outgoing } from '../protocol/outgoing';
import { block, catalog, chain, link, snapshot } from '../testing/samples';
import { Controller } from './controller';
import { openGroup } from './state';

let sent: Outgoing[];
let number: number;

function controller(message = chain()): Controller {
  const made = new Controller({
    language: 'en',
    readOnly: false,
    storage: null,
    key: 'k',
    newId: () => `c${++number}`,
    send: (json) => {
      sent.push(JSON.parse(json) as Outgoing);
      return Promise.resolve();
    },
  });
  made.catalog.set(catalog);
  made.receive(message);
  return made;
}

const nested = () =>
  snapshot(
    [block('use', 'Group', 0, { parameters: { group: 'g' } }), block('inside', 'Group', 0, { group: 'g', parameters: { group: 'h' } }), block('deep', 'ReLU', 0, { group: 'h' })],
    [],
    { groups: [{ id: 'g', name: 'Outer' }, { id: 'h', name: 'Inner' }] },
  );

describe('the canvas and its server', () => {
  beforeEach(() => {
    sent = [];
    number = 0;
  });

  it('asks for the document when it starts', () => {
    controller().start();
    expect(sent[0]).toMatchObject({ type: 'resync' });
  });

  it('sends one message for a drop, and shows it there before the answer', () => {
    const canvas = controller();
    canvas.move(new Map([['linear', { x: 500, y: 16 }], ['flatten', { x: 250, y: 16 }]]));
    expect(sent).toHaveLength(1);
    expect((sent[0] as Apply).gesture).toEqual({ kind: 'move', positions: { linear: [500, 16], flatten: [250, 16] } });
    expect(canvas.state.value.moved.get('linear')).toMatchObject({ x: 500, y: 16 });
    canvas.receive({ type: 'acknowledge', commandId: 'c1', revision: 1 });
    expect(canvas.state.value.moved.size).toBe(0);
  });

  it('sends notes of a drop apart from blocks', () => {
    const canvas = controller(snapshot([block('linear', 'Linear')], [], { notes: [{ id: 'n', text: 'hi', x: 0, y: 0, group: null }] }));
    canvas.move(new Map([['linear', { x: 1, y: 2 }], ['note:n', { x: 3, y: 4 }]]));
    expect((sent[0] as Apply).gesture).toEqual({ kind: 'move', positions: { linear: [1, 2] }, notes: { n: [3, 4] } });
  });

  it('selects what its own command brings, and only that', () => {
    const canvas = controller();
    const commandId = canvas.perform({ kind: 'duplicate', blocks: ['linear'] }, true);
    canvas.receive({ type: 'patch', revision: 1, commandId, set: { blocks: [block('linear2', 'Linear')] }, removed: {}, canUndo: true, canRedo: false });
    expect([...canvas.state.value.selection]).toEqual(['linear2']);
    canvas.receive({ type: 'patch', revision: 2, commandId: 'somebody', set: { blocks: [block('other', 'ReLU')] }, removed: {}, canUndo: true, canRedo: false });
    expect([...canvas.state.value.selection]).toEqual(['linear2']);
  });

  it('tells the server of a selection once', () => {
    const canvas = controller();
    canvas.select(['linear']);
    canvas.select(['linear']);
    expect(sent).toEqual([{ type: 'select', blocks: ['linear'], group: null }]);
  });

  it('says nothing to the server while a box is drawn', () => {
    const canvas = controller();
    canvas.selectQuietly(['linear']);
    canvas.selectQuietly(['linear', 'flatten']);
    expect(sent).toEqual([]);
    canvas.tellSelection();
    expect(sent).toHaveLength(1);
  });

  it('opens a group and tells the server, and goes back out', () => {
    const canvas = controller(nested());
    canvas.open('use');
    canvas.open('inside');
    expect(canvas.state.value.path).toEqual(['g', 'h']);
    canvas.leaveTo(0);
    expect(openGroup(canvas.state.value)).toBeNull();
    expect(sent.filter((m) => m.type === 'openGroup')).toEqual([
      { type: 'openGroup', group: 'g' },
      { type: 'openGroup', group: 'h' },
      { type: 'openGroup', group: null },
    ]);
  });

  it('goes to a block that lies deep in groups when the page selects it', () => {
    const canvas = controller(nested());
    canvas.receive({ type: 'select', blocks: ['deep'] });
    expect(canvas.state.value.path).toEqual(['g', 'h']);
    expect([...canvas.state.value.selection]).toEqual(['deep']);
  });

  it('opens the group that the page names first', () => {
    const canvas = new Controller({ language: 'en', readOnly: false, storage: null, key: 'k', send: () => Promise.resolve() });
    canvas.openFirst('h');
    canvas.receive(nested());
    expect(canvas.state.value.path).toEqual(['g', 'h']);
  });

  it('asks for the whole document when a patch was missed', () => {
    const canvas = controller();
    canvas.receive({ type: 'patch', revision: 7, set: {}, removed: {}, canUndo: true, canRedo: false });
    expect(sent).toEqual([{ type: 'resync', revision: 0 }]);
  });

  it('keeps a command that it sees carried out until the server says that it is saved', () => {
    const canvas = controller();
    const commandId = canvas.perform({ kind: 'duplicate', blocks: ['linear'] });
    canvas.receive({ type: 'patch', revision: 1, commandId, set: { blocks: [block('linear2', 'Linear')] }, removed: {}, canUndo: true, canRedo: false });
    canvas.receive({ ...chain(), revision: 1 });
    expect(sent.map((m) => (m as Apply).commandId)).toEqual(['c1', 'c1']);
    canvas.receive({ type: 'acknowledge', commandId, revision: 1 });
    canvas.receive({ ...chain(), revision: 1 });
    expect(sent).toHaveLength(2);
  });

  it('sends again what is unconfirmed when the server tells the whole document anew', () => {
    const canvas = controller();
    canvas.perform({ kind: 'duplicate', blocks: ['linear'] });
    canvas.receive({ ...chain(), revision: 3 });
    expect(sent.map((m) => (m as Apply).commandId)).toEqual(['c1', 'c1']);
    canvas.receive({ type: 'acknowledge', commandId: 'c1', revision: 4 });
    canvas.receive({ ...chain(), revision: 4 });
    expect(sent).toHaveLength(2);
  });

  it('neither undoes nor redoes where there is nothing, or where one may only look', () => {
    const canvas = controller({ ...chain(), canUndo: false });
    canvas.undo();
    canvas.receive({ type: 'settings', readOnly: true });
    canvas.redo();
    expect(sent).toEqual([]);
  });

  it('says the same words twice so that they are read twice', () => {
    const canvas = controller();
    canvas.announce('saidMoved');
    const first = canvas.state.value.announcement;
    canvas.announce('saidMoved');
    expect(canvas.state.value.announcement).not.toBe(first);
    expect(canvas.state.value.announcement.trim()).toBe(first.trim());
  });

  it('keeps links of other places when a wire is replaced', () => {
    const canvas = controller();
    canvas.receive({ type: 'patch', revision: 1, set: { links: [link('picture.output>linear.input')] }, removed: {}, canUndo: true, canRedo: false });
    expect(canvas.state.value.links.get('linear.input#0')!.from.block).toBe('picture');
    expect(canvas.state.value.links.size).toBe(2);
  });
});

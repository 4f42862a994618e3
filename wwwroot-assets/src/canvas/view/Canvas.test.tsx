import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../protocol/incoming';
import type { Apply, Outgoing } from '../protocol/outgoing';
import { Controller } from '../store/controller';
import { pretendBrowser } from '../testing/browser';
import { block, catalog, chain, link, snapshot } from '../testing/samples';
import { Canvas } from './Canvas';

let root: Root;
let host: HTMLElement;
let sent: Outgoing[];
let controller: Controller;

/** Puts a canvas on the page. */
async function open(message: Snapshot, readOnly = false): Promise<void> {
  controller = new Controller({
    language: 'en',
    readOnly,
    storage: null,
    key: 'k',
    newId: () => `c${sent.length + 1}`,
    send: (json) => {
      sent.push(JSON.parse(json) as Outgoing);
      return Promise.resolve();
    },
  });
  controller.catalog.set(catalog);
  await act(async () => root.render(<Canvas controller={controller} catalogFailed={false} retry={() => undefined} />));
  await act(async () => controller.receive(message));
}

const gestures = () => sent.filter((m): m is Apply => m.type === 'apply').map((m) => m.gesture);
const find = (selector: string) => host.querySelector<HTMLElement>(selector);
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => {
    find('.cv-stage')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
const click = (element: HTMLElement | null) => act(async () => element!.click());
const type = (input: HTMLInputElement, value: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const withFocus = (element: Element, key: string) =>
  act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

describe('the canvas', () => {
  beforeEach(() => {
    pretendBrowser();
    sent = [];
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
  });

  it('waits for the document with words', async () => {
    controller = new Controller({ language: 'zh', readOnly: false, storage: null, key: 'k', send: () => Promise.resolve() });
    await act(async () => root.render(<Canvas controller={controller} catalogFailed={false} retry={() => undefined} />));
    expect(host.textContent).toContain('正在打开模型');
  });

  it('shows each block with its name, its settings, its shape and the number of its parameters', async () => {
    await open(snapshot([block('a', 'Linear', 0, { parameters: { out_features: 10 } })]));
    await act(async () =>
      controller.receive({
        type: 'diagnostics',
        revision: 0,
        blocks: { a: { outputs: [{ port: 'output', shape: '[N, 10]', element: 'Float32' }], parameters: 7850, problems: [] } },
        document: [],
        totalParameters: 7850,
        canTrain: true,
      }),
    );
    const shown = find('.react-flow__node')!.textContent;
    expect(shown).toContain('Linear');
    expect(shown).toContain('Outputs 10');
    expect(shown).toContain('[N, 10]');
    expect(shown).toContain('7.9k');
  });

  it('shows a problem as a badge with its words', async () => {
    await open(snapshot([block('a', 'Linear')]));
    const problem = { code: 'X', block: 'a', message: 'A list was expected.', severity: 'error' as const, fix: null, index: 0 };
    await act(async () =>
      controller.receive({ type: 'diagnostics', revision: 0, blocks: { a: { outputs: [], parameters: 0, problems: [problem] } }, document: [], totalParameters: 0, canTrain: false }),
    );
    expect(find('.cv-problem')!.getAttribute('aria-label')).toBe('A list was expected.');
    expect(find('.cv-block')!.dataset['severity']).toBe('error');
  });

  it('never takes a label or a note for markup', async () => {
    await open(snapshot([block('a', 'Linear', 0, { label: '<img src=x onerror=alert(1)>' })], [], { notes: [{ id: 'n', text: '<b>bold</b>', x: 0, y: 200, group: null }] }));
    expect(host.querySelector('.cv-block img, .cv-note b')).toBeNull();
    expect(find('.cv-block-title')!.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(find('.cv-note')!.textContent).toBe('<b>bold</b>');
  });

  it('changes language without losing the selection', async () => {
    await open(chain());
    await act(async () => controller.select(['linear']));
    await act(async () => controller.receive({ type: 'settings', language: 'zh' }));
    expect(host.textContent).toContain('全连接层');
    expect(find('.react-flow__node.selected')!.dataset['id']).toBe('linear');
  });

  it('invites where it is empty, and starts from data with one click', async () => {
    await open(snapshot([]));
    expect(host.textContent).toContain('Draw your model here');
    await click([...host.querySelectorAll<HTMLElement>('.cv-starts button')].find((b) => b.textContent === 'Pictures')!);
    expect(gestures()).toEqual([expect.objectContaining({ kind: 'addBlock', block: 'PictureInput', group: null })]);
  });

  it('adds a block from the palette after the selected one and links both', async () => {
    await open(snapshot([block('picture', 'PictureInput')]));
    await act(async () => controller.select(['picture']));
    await click(find('.cv-palette .cv-item[data-kind="Conv2d"]'));
    expect(gestures()).toEqual([
      expect.objectContaining({ kind: 'addAndConnect', block: 'Conv2d', x: 240, port: { block: 'picture', port: 'output' }, direction: 'from', newPort: 'input' }),
    ]);
  });

  it('finds a block with Space, words and Enter', async () => {
    await open(snapshot([]));
    await press(' ');
    const input = find('.cv-search-popup input') as HTMLInputElement;
    await type(input, 'dropout');
    await withFocus(input, 'Enter');
    expect(gestures()).toEqual([expect.objectContaining({ kind: 'addBlock', block: 'Dropout' })]);
    expect(find('.cv-search-popup')).toBeNull();
  });

  it('goes from block to block with the arrow keys and deletes with one that joins', async () => {
    await open(chain());
    await press('ArrowRight');
    await press('ArrowRight');
    expect([...controller.state.value.selection]).toEqual(['flatten']);
    await press('Delete');
    expect(gestures()).toEqual([{ kind: 'delete', blocks: ['flatten'], links: [], notes: [], join: true }]);
  });

  it('links by keys alone', async () => {
    await open(snapshot([block('a', 'Linear'), block('b', 'ReLU', 240)]));
    await act(async () => controller.select(['a']));
    await press('c');
    await withFocus(find('.cv-dialog input')!, 'Enter');
    expect(gestures()).toEqual([{ kind: 'connect', from: { block: 'a', port: 'output' }, to: { block: 'b', port: 'input' } }]);
    expect(find('[aria-live]')!.textContent).toBe('Linked Linear to ReLU.');
  });

  it('groups with a name, opens the group with Enter and leaves it with Escape', async () => {
    const use = block('use', 'Group', 0, { parameters: { group: 'g', repeat: 3 }, inputs: [], outputs: [] });
    await open(snapshot([use, block('deep', 'ReLU', 0, { group: 'g' })], [], { groups: [{ id: 'g', name: 'Inner' }] }));
    expect(find('.cv-repeat')!.textContent).toBe('×3');
    await act(async () => controller.select(['use']));
    await press('Enter');
    expect(find('.cv-breadcrumb')!.textContent).toContain('Inner');
    expect(find('.react-flow__node')!.dataset['id']).toBe('deep');
    await press('Escape');
    expect(find('.cv-breadcrumb')).toBeNull();
  });

  it('undoes and redoes on the server', async () => {
    await open(chain());
    await press('z', { ctrlKey: true });
    await press('y', { ctrlKey: true });
    await press('z', { ctrlKey: true, shiftKey: true });
    expect(sent.map((m) => m.type)).toEqual(['undo', 'redo', 'redo']);
  });

  it('asks to train with Ctrl+Enter', async () => {
    await open(chain());
    await press('Enter', { ctrlKey: true });
    expect(sent).toEqual([{ type: 'train' }]);
  });

  it('moves the selected blocks by keys, in one gesture when the keys rest', async () => {
    await open(chain());
    await act(async () => controller.select(['linear', 'flatten']));
    vi.useFakeTimers();
    await press('ArrowDown', { altKey: true });
    await press('ArrowDown', { altKey: true });
    await press('ArrowRight', { altKey: true, shiftKey: true });
    expect(gestures()).toEqual([]);
    expect(controller.state.value.moved.get('linear')).toMatchObject({ x: 544, y: 16 });
    await act(async () => vi.advanceTimersByTime(600));
    vi.useRealTimers();
    expect(gestures()).toEqual([{ kind: 'move', positions: { linear: [544, 16], flatten: [304, 16] } }]);
  });

  it('lines up and mutes what is selected', async () => {
    await open(snapshot([block('a', 'Linear'), block('b', 'ReLU', 240, { y: 40 })]));
    await press('a', { ctrlKey: true });
    await click([...host.querySelectorAll<HTMLElement>('.cv-menu-row')].find((b) => b.textContent === 'Align top edges')!);
    await press('m');
    expect(gestures()).toEqual([
      { kind: 'align', blocks: ['a', 'b'], how: 'top', positions: { b: [240, 0] } },
      { kind: 'mute', blocks: ['a', 'b'], muted: true },
    ]);
  });

  it('goes on from the selected block with Space', async () => {
    await open(snapshot([block('a', 'Linear')]));
    await act(async () => controller.select(['a']));
    await press(' ');
    const input = find('.cv-search-popup input') as HTMLInputElement;
    await type(input, 'relu');
    await withFocus(input, 'Enter');
    expect(gestures()).toEqual([expect.objectContaining({ kind: 'addAndConnect', block: 'ReLU', port: { block: 'a', port: 'output' } })]);
  });

  it('adds a block into the wire that leads on from the selected one, or into the selected wire', async () => {
    await open(chain());
    await act(async () => controller.select(['picture']));
    await click(find('.cv-palette .cv-item[data-kind="Conv2d"]'));
    expect(gestures().at(-1)).toMatchObject({ kind: 'insertOnLink', block: 'Conv2d', link: 'flatten.input#0' });
    await act(async () => controller.select([], ['linear.input#0']));
    await press(' ');
    await type(find('.cv-search-popup input') as HTMLInputElement, 'relu');
    await withFocus(find('.cv-search-popup input')!, 'Enter');
    expect(gestures().at(-1)).toMatchObject({ kind: 'insertOnLink', block: 'ReLU', link: 'linear.input#0' });
  });

  it('offers to mute only what data can pass', async () => {
    await open(chain());
    const offered = async (id: string) => {
      await act(async () => {
        controller.select([id]);
        controller.setPopup({ kind: 'menu', at: { x: 0, y: 0 }, flow: { x: 0, y: 0 } });
      });
      return find('.cv-popup.cv-menu')!.textContent.includes('Mute');
    };
    expect(await offered('flatten')).toBe(true);
    expect(await offered('picture')).toBe(false);
    await act(async () => controller.setPopup(null));
    await press('m');
    expect(gestures()).toEqual([]);
  });

  it('only shows where one may only look', async () => {
    await open(chain(), true);
    await act(async () => controller.select(['linear']));
    for (const key of ['Delete', ' ', 'm', 'n', 'c']) {
      await press(key);
    }

    expect(gestures()).toEqual([]);
    expect(find('.cv-popup, .cv-dialog')).toBeNull();
    expect(find('.cv-item')!.hasAttribute('disabled')).toBe(true);
  });

  it('opens a menu with Shift+F10 that keys can walk', async () => {
    await open(chain());
    await act(async () => controller.select(['linear']));
    await press('F10', { shiftKey: true });
    const menu = find('[role="menu"]')!;
    await withFocus(document.activeElement!, 'End');
    expect(document.activeElement!.textContent).toContain('Delete');
    await withFocus(menu, 'Escape');
    expect(find('[role="menu"]')).toBeNull();
  });

  it('tells all keys with a question mark', async () => {
    await open(chain());
    await press('?');
    expect(find('.cv-dialog')!.textContent).toContain('Go from block to block');
  });

  it('draws a wire for each link, with the shape along it', async () => {
    await open(snapshot([block('a', 'Linear'), block('b', 'ReLU', 240)], [link('a.output>b.input')]));
    await act(async () =>
      controller.receive({
        type: 'diagnostics',
        revision: 0,
        blocks: { a: { outputs: [{ port: 'output', shape: '[N, 64]', element: 'Float32' }], parameters: 0, problems: [] } },
        document: [],
        totalParameters: 0,
        canTrain: false,
      }),
    );
    expect(find('.cv-wire-label text')!.textContent).toBe('64');
  });
});

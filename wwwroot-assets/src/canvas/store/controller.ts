import { CatalogIndex, groupOf } from '../model/catalogIndex';
import type { Incoming } from '../protocol/incoming';
import type { Gesture, Outgoing } from '../protocol/outgoing';
import { say, type TextKey } from '../texts';
import { Observable } from './observable';
import { Outbox, type OutboxOptions } from './outbox';
import { pathTo, splitPlaces } from './places';
import { reduce } from './reduce';
import { asNote, type CanvasState, emptyState, openGroup, type Popup, selectedBlocks } from './state';

/** What the view does that the controller cannot: it knows the viewport. */
export interface View {
  /** Shows everything. */
  fit(): void;
  /** Brings things into view if they are not. */
  reveal(ids: readonly string[]): void;
  /** Puts the keyboard into the canvas, on a thing if one is named. */
  focus(id?: string): void;
  /** Opens a note for writing. */
  write(note: string): void;
  /** Commands of the page around the island that need the view. */
  run(message: Extract<Incoming, { type: 'command' }>): void;
}

/** How a canvas is set up. */
export interface ControllerOptions extends OutboxOptions {
  readonly language: 'en' | 'zh';
  readonly readOnly: boolean;
  /** Ids for commands. */
  readonly newId?: () => string;
}

/** The island's one actor: takes in messages, keeps the state, turns gestures into commands. */
export class Controller {
  readonly state: Observable<CanvasState>;
  /** Null until it has been fetched. */
  readonly catalog = new Observable<CatalogIndex | null>(null);
  view: View | null = null;
  private readonly outbox: Outbox;
  private readonly newId: () => string;
  /** Commands whose new blocks are to be selected when they come. */
  private readonly toSelect = new Set<string>();
  private lastSelection = '';
  private firstGroup: string | null = null;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  private resyncTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ControllerOptions) {
    this.state = new Observable(emptyState(options.language, options.readOnly));
    this.outbox = new Outbox(options);
    this.newId = options.newId ?? (() => crypto.randomUUID());
  }

  /** Asks for the document, then for all that a former page left unconfirmed. */
  start(): void {
    this.resync();
    this.outbox.resend();
  }

  dispose(): void {
    this.outbox.dispose();
    clearTimeout(this.toastTimer);
    clearTimeout(this.resyncTimer);
  }

  /** Takes in a message of the server. */
  receive(message: Incoming): void {
    const wasEmpty = this.state.value.revision < 0;
    const result = reduce(this.state.value, message);
    this.state.set(result.state);
    if (result.settled) {
      this.outbox.settle(result.settled);
    }

    if (result.resync) {
      this.resync();
    }

    if (message.type === 'snapshot' && !wasEmpty) {
      // The line was down: what was sent meanwhile may never have arrived, without anyone having said so.
      this.outbox.resend();
    }

    if (message.type === 'patch' && message.commandId && result.added && this.toSelect.delete(message.commandId)) {
      this.selectAdded(result.added);
    } else if (message.type === 'reject') {
      this.toSelect.delete(message.commandId);
      this.announceText(message.message);
      this.hideToastLater();
    } else if (message.type === 'snapshot' && wasEmpty) {
      this.begin();
    } else if (message.type === 'select') {
      this.show(message.blocks);
    } else if (message.type === 'command') {
      this.command(message);
    }
  }

  /** Sends one gesture. With `select`, what it adds becomes the selection. */
  perform(gesture: Gesture, select = false): string {
    const commandId = this.newId();
    if (select) {
      this.toSelect.add(commandId);
    }

    this.outbox.add({ type: 'apply', commandId, baseRevision: this.state.value.revision, gesture });
    return commandId;
  }

  /** Drops things at new places: shown there at once, confirmed by the server later. */
  move(places: ReadonlyMap<string, { x: number; y: number }>, kind: 'move' | 'layout' = 'move'): void {
    const [positions, notes] = splitPlaces(places);
    if (places.size === 0) {
      return;
    }

    const commandId = this.perform({ kind, positions, ...(Object.keys(notes).length > 0 ? { notes } : {}) });
    const moved = new Map(this.state.value.moved);
    for (const [id, { x, y }] of places) {
      moved.set(id, { x, y, commandId });
    }

    this.state.update({ moved });
  }

  undo(): void {
    if (this.state.value.canUndo && !this.state.value.readOnly) {
      this.outbox.add({ type: 'undo', commandId: this.newId() });
      this.announce('saidUndone');
    }
  }

  redo(): void {
    if (this.state.value.canRedo && !this.state.value.readOnly) {
      this.outbox.add({ type: 'redo', commandId: this.newId() });
      this.announce('saidRedone');
    }
  }

  /** Asks the page to train, which starts or says what is missing. */
  train(): void {
    this.tell({ type: 'train' });
  }

  /** Changes the selection; the server hears of it, so that the inspector follows. */
  select(ids: Iterable<string>, links: Iterable<string> = []): void {
    this.selectQuietly(ids, links);
    this.tellSelection();
  }

  /** Changes the selection while a pointer is still moving; `tellSelection` follows when it is released. */
  selectQuietly(ids: Iterable<string>, links: Iterable<string> = []): void {
    this.state.update({ selection: new Set(ids), selectedLinks: new Set(links) });
  }

  /** Tells the server what is selected, once for each change. */
  tellSelection(): void {
    const state = this.state.value;
    const blocks = selectedBlocks(state);
    const key = JSON.stringify([blocks, openGroup(state)]);
    if (key !== this.lastSelection) {
      this.lastSelection = key;
      this.tell({ type: 'select', blocks, group: openGroup(state) });
    }
  }

  /** Opens the group that a block stands for. */
  open(block: string): void {
    const found = this.state.value.blocks.get(block);
    const group = found && groupOf(found);
    if (group && this.state.value.groups.has(group)) {
      this.setPath([...this.state.value.path, group]);
    }
  }

  /** Opens a group as soon as the document has come. */
  openFirst(group: string): void {
    this.firstGroup = group;
  }

  /** Goes out to the canvas at this depth; 0 is the main one. */
  leaveTo(depth: number): void {
    this.setPath(this.state.value.path.slice(0, depth));
  }

  /** Shows the canvas of a group, wherever it is used. */
  showGroup(group: string | null): void {
    if (group !== openGroup(this.state.value)) {
      this.setPath(group === null ? [] : pathTo(this.state.value.blocks, group));
    }
  }

  setPopup(popup: Popup | null): void {
    this.state.update({ popup });
  }

  announce(key: TextKey, ...values: readonly (string | number)[]): void {
    this.announceText(say(key, this.state.value.language, ...values));
  }

  toast(key: TextKey, tone: 'info' | 'error' = 'info'): void {
    const text = say(key, this.state.value.language);
    this.state.update({ toast: { text, tone } });
    this.announceText(text);
    this.hideToastLater();
  }

  hideToast(): void {
    clearTimeout(this.toastTimer);
    this.state.update({ toast: null });
  }

  /** What a block is called. */
  titleOf(id: string): string {
    const state = this.state.value;
    const block = state.blocks.get(id);
    return block && this.catalog.value ? this.catalog.value.title(block, state.groups, state.language) : id;
  }

  private begin(): void {
    const group = this.firstGroup;
    if (group !== null && this.state.value.groups.has(group)) {
      this.state.update({ path: pathTo(this.state.value.blocks, group) });
    }
  }

  private announceText(text: string): void {
    // The same words twice would not be read a second time.
    const last = this.state.value.announcement;
    this.state.update({ announcement: last === text ? `${text}\u00a0` : text });
  }

  private hideToastLater(): void {
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => this.state.update({ toast: null }), 6000);
  }

  private setPath(path: readonly string[]): void {
    const before = this.state.value.path;
    this.state.update({ path, selection: new Set(), selectedLinks: new Set(), popup: null });
    const group = path.at(-1) ?? null;
    this.tell({ type: 'openGroup', group });
    this.tellSelection();
    const name = group === null ? say('mainCanvas', this.state.value.language) : (this.state.value.groups.get(group)?.name ?? '');
    this.announce(path.length > before.length ? 'saidOpened' : 'saidClosed', name);
  }

  private selectAdded(added: readonly string[]): void {
    const { blocks, notes } = this.state.value;
    const group = openGroup(this.state.value);
    const here = added.filter((id) => (blocks.get(id) ?? notes.get(asNote(id) ?? ''))?.group === group);
    if (here.length > 0) {
      this.select(here);
      this.announce('saidAdded', here.length === 1 && here[0] ? this.nameOf(here[0]) : say('things', this.state.value.language, here.length));
      this.view?.reveal(here);
      this.view?.focus(here[0]);
      if (here.length === 1 && asNote(here[0]!) !== null) {
        this.view?.write(here[0]!);
      }
    }
  }

  private nameOf(id: string): string {
    return asNote(id) === null ? this.titleOf(id) : say('noteLabel', this.state.value.language);
  }

  /** Selects blocks on request of the page: opens the canvas that they are on. */
  private show(ids: readonly string[]): void {
    const known = ids.filter((id) => this.state.value.blocks.has(id));
    const first = known[0];
    if (first) {
      this.showGroup(this.state.value.blocks.get(first)!.group);
    }

    this.select(known);
    this.view?.reveal(known);
  }

  private command(message: Extract<Incoming, { type: 'command' }>): void {
    if (message.name === 'undo') {
      this.undo();
    } else if (message.name === 'redo') {
      this.redo();
    } else if (message.name === 'openGroup') {
      this.showGroup(message.group ?? null);
    } else if (message.name === 'help') {
      this.setPopup({ kind: 'help' });
    } else {
      this.view?.run(message);
    }
  }

  /** Asks for what may have been missed while the line was down or the page slept. */
  resync(): void {
    this.tell({ type: 'resync', revision: this.state.value.revision });
  }

  /** What needs no confirmation. Where the line is down, a resync follows as soon as it is back. */
  private tell(message: Exclude<Outgoing, { commandId: string }>): void {
    this.options.send(JSON.stringify(message)).catch(() => {
      clearTimeout(this.resyncTimer);
      this.resyncTimer = setTimeout(() => this.resync(), 2000);
    });
  }
}

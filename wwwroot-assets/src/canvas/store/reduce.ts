import type { Diagnostics, DiagnosticsBody, Incoming, Patch, Snapshot } from '../protocol/incoming';
import { type Block, type BlockDiagnostics, linkKey } from '../protocol/values';
import { asNote, type CanvasState, type Moved, noteId } from './state';

/** What a message did, and what is to be done about it. */
export interface Reduced {
  readonly state: CanvasState;
  /** The island missed something: ask for the whole document. */
  readonly resync?: boolean;
  /** This command needs no more sending. A patch says less: where the disk is full, it shows what is not saved yet. */
  readonly settled?: string;
  /** Blocks that a patch brought and that were not there before. */
  readonly added?: readonly string[];
}

/** Takes in what the server says of the document. Messages that concern the view only change nothing here. */
export function reduce(state: CanvasState, message: Incoming): Reduced {
  switch (message.type) {
    case 'snapshot':
      return { state: prune(fromSnapshot(state, message)) };
    case 'patch':
      return patch(state, message);
    case 'diagnostics':
      return { state: message.revision < state.revision ? state : fromDiagnostics(state, message) };
    case 'acknowledge':
      return { state: { ...state, moved: forget(state.moved, message.commandId) }, settled: message.commandId };
    case 'reject':
      return {
        state: { ...state, moved: forget(state.moved, message.commandId), toast: { text: message.message, tone: 'error' } },
        settled: message.commandId,
      };
    case 'settings':
      return {
        state: { ...state, language: message.language ?? state.language, readOnly: message.readOnly ?? state.readOnly },
      };
    case 'runStatus':
      return { state: { ...state, run: message.state === null ? null : message } };
    case 'presence':
      return { state: { ...state, people: message.people } };
    default:
      return { state };
  }
}

function fromSnapshot(state: CanvasState, { document, diagnostics, ...rest }: Snapshot): CanvasState {
  return {
    ...state,
    revision: rest.revision,
    canUndo: rest.canUndo,
    canRedo: rest.canRedo,
    name: document.name,
    blocks: kept(state.blocks, document.blocks),
    links: new Map(document.links.map((l) => [linkKey(l), l])),
    groups: new Map(document.groups.map((g) => [g.id, g])),
    notes: new Map(document.notes.map((n) => [n.id, n])),
    ...summaries(new Map(), diagnostics),
  };
}

/** Blocks that did not change keep their reference, so that nothing of them is drawn again after a resync. */
function kept(before: ReadonlyMap<string, Block>, blocks: readonly Block[]): Map<string, Block> {
  return new Map(
    blocks.map((block) => {
      const old = before.get(block.id);
      return [block.id, old && JSON.stringify(old) === JSON.stringify(block) ? old : block];
    }),
  );
}

function patch(state: CanvasState, message: Patch): Reduced {
  const moved = message.commandId ? forget(state.moved, message.commandId) : state.moved;
  // The same revision in other words: remarks of a proposal follow the language.
  const isReworded = message.revision === state.revision && message.base === message.revision;
  if (message.revision <= state.revision && !isReworded) {
    return { state: moved === state.moved ? state : { ...state, moved } };
  }

  if (state.revision < 0 || (message.base ?? message.revision - 1) !== state.revision) {
    return { state, resync: true };
  }

  const { set, removed } = message;
  const next: CanvasState = {
    ...state,
    revision: message.revision,
    canUndo: message.canUndo,
    canRedo: message.canRedo,
    blocks: changed(state.blocks, set.blocks, (b) => b.id, removed.blocks),
    links: changed(state.links, set.links, linkKey, removed.links),
    groups: changed(state.groups, set.groups, (g) => g.id, removed.groups),
    notes: changed(state.notes, set.notes, (n) => n.id, removed.notes),
    moved,
  };
  const added = [
    ...(set.blocks ?? []).map((b) => b.id).filter((id) => !state.blocks.has(id)),
    ...(set.notes ?? []).filter((n) => !state.notes.has(n.id)).map((n) => noteId(n.id)),
  ];
  return { state: prune(next), added };
}

function changed<T>(
  before: ReadonlyMap<string, T>,
  set: readonly T[] | undefined,
  key: (item: T) => string,
  removed: readonly string[] | undefined,
): ReadonlyMap<string, T> {
  if (!set?.length && !removed?.length) {
    return before;
  }

  const after = new Map(before);
  removed?.forEach((id) => after.delete(id));
  set?.forEach((item) => after.set(key(item), item));
  return after;
}

const fromDiagnostics = (state: CanvasState, message: Diagnostics): CanvasState => ({ ...state, ...summaries(state.diagnostics, message) });

function summaries(before: ReadonlyMap<string, BlockDiagnostics>, body: DiagnosticsBody) {
  const diagnostics = new Map(before);
  for (const [id, summary] of Object.entries(body.blocks)) {
    if (summary) {
      diagnostics.set(id, summary);
    } else {
      diagnostics.delete(id);
    }
  }

  return { diagnostics, documentProblems: body.document, totalParameters: body.totalParameters, canTrain: body.canTrain };
}

function forget(moved: ReadonlyMap<string, Moved>, commandId: string): ReadonlyMap<string, Moved> {
  const rest = [...moved].filter(([, m]) => m.commandId !== commandId);
  return rest.length === moved.size ? moved : new Map(rest);
}

/** View state must not speak of what is gone. */
function prune(state: CanvasState): CanvasState {
  const exists = (id: string) => state.blocks.has(id) || state.notes.has(asNote(id) ?? '');
  const broken = state.path.findIndex((group) => !state.groups.has(group));
  return {
    ...state,
    path: broken < 0 ? state.path : state.path.slice(0, broken),
    selection: filtered(state.selection, exists),
    selectedLinks: filtered(state.selectedLinks, (key) => state.links.has(key)),
  };
}

const filtered = (set: ReadonlySet<string>, keep: (id: string) => boolean): ReadonlySet<string> =>
  [...set].every(keep) ? set : new Set([...set].filter(keep));

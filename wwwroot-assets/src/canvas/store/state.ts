import type { Person, RunStatus } from '../protocol/incoming';
import type { Block, BlockDiagnostics, Group, Language, Link, Note, Problem } from '../protocol/values';

/** The document as the server told it, with what the analysis says of it. */
export interface DocumentState {
  /** -1 until the first snapshot: a new project has revision 0. */
  readonly revision: number;
  readonly name: string;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly links: ReadonlyMap<string, Link>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly diagnostics: ReadonlyMap<string, BlockDiagnostics>;
  readonly documentProblems: readonly Problem[];
  readonly totalParameters: number;
  readonly canTrain: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the island itself owns. Ids of notes are written "note:ID" here, so that they cannot be taken for blocks. */
export interface ViewState {
  readonly language: Language;
  readonly readOnly: boolean;
  readonly run: RunStatus | null;
  readonly people: readonly Person[];
  /** The open groups, the outermost first; empty on the main canvas. */
  readonly path: readonly string[];
  readonly selection: ReadonlySet<string>;
  readonly selectedLinks: ReadonlySet<string>;
  /** Places of things that were dropped and not yet confirmed, with the command that moves them. */
  readonly moved: ReadonlyMap<string, Moved>;
  readonly announcement: string;
  readonly toast: Toast | null;
  readonly popup: Popup | null;
  readonly paletteOpen: boolean;
  readonly minimapOpen: boolean;
}

/** Where something was dropped. */
export interface Moved {
  readonly x: number;
  readonly y: number;
  readonly commandId: string;
}

/** A short message at the foot of the canvas. */
export interface Toast {
  readonly text: string;
  readonly tone: 'info' | 'error';
}

/** What lies open over the canvas. `at` is in pixels of the canvas element, `flow` in canvas units. */
export type Popup =
  | {
      readonly kind: 'search';
      readonly at: Point;
      readonly flow: Point;
      /** A wire that waits for a block to lead to, or to come from. */
      readonly wire?: { readonly block: string; readonly port: string; readonly direction: 'from' | 'to' };
      /** A wire that the new block is to be put into. */
      readonly link?: string;
      /** The new block goes on from the selected one. */
      readonly beside?: boolean;
    }
  | { readonly kind: 'menu'; readonly at: Point; readonly flow: Point; readonly link?: string }
  | { readonly kind: 'connect'; readonly block: string }
  | { readonly kind: 'group' }
  | { readonly kind: 'repeat'; readonly block: string }
  | { readonly kind: 'rename'; readonly block: string }
  | { readonly kind: 'help' };

/** A place. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** All that the views read. */
export interface CanvasState extends DocumentState, ViewState {}

/** The state before the server has spoken. */
export const emptyState = (language: Language, readOnly: boolean): CanvasState => ({
  revision: -1,
  name: '',
  blocks: new Map(),
  links: new Map(),
  groups: new Map(),
  notes: new Map(),
  diagnostics: new Map(),
  documentProblems: [],
  totalParameters: 0,
  canTrain: false,
  canUndo: false,
  canRedo: false,
  language,
  readOnly,
  run: null,
  people: [],
  path: [],
  selection: new Set(),
  selectedLinks: new Set(),
  moved: new Map(),
  announcement: '',
  toast: null,
  popup: null,
  paletteOpen: hasRoom(wide),
  minimapOpen: hasRoom(narrow),
});

/** Below this width the window shows the drawing first; the blocks and the map come when they are asked for. As in palette.css. */
const narrow = 760;

/** Below this width the blocks would leave too little of the window to the drawing. */
const wide = 1100;

function hasRoom(least: number): boolean {
  return typeof window === 'undefined' || window.innerWidth > least;
}

/** The group whose canvas is shown; null for the main one. */
export const openGroup = (state: Pick<ViewState, 'path'>): string | null => state.path.at(-1) ?? null;

/** Prefix of a note's id in the island. */
const notePrefix = 'note:';

/** A note's id in the island. */
export const noteId = (id: string): string => notePrefix + id;

/** The note's own id, or null for a block. */
export const asNote = (id: string): string | null => (id.startsWith(notePrefix) ? id.slice(notePrefix.length) : null);

/** The selected blocks. */
export const selectedBlocks = (state: CanvasState): string[] => [...state.selection].filter((id) => state.blocks.has(id));

/** The selected notes, by their own ids. */
export const selectedNotes = (state: CanvasState): string[] =>
  [...state.selection].map(asNote).filter((id): id is string => id !== null && state.notes.has(id));

import type { Block, BlockDiagnostics, Group, Language, Link, Note, Problem } from './values';

/** What the server tells the island. */
export type Incoming =
  | Snapshot
  | Patch
  | Diagnostics
  | { readonly type: 'acknowledge'; readonly commandId: string; readonly revision: number }
  | { readonly type: 'reject'; readonly commandId: string; readonly message: string }
  | Settings
  | RunStatus
  | { readonly type: 'presence'; readonly people: readonly Person[] }
  | { readonly type: 'select'; readonly blocks: readonly string[] }
  | Command;

/** The whole document: after mounting, and after a resync. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly revision: number;
  readonly document: {
    readonly name: string;
    readonly blocks: readonly Block[];
    readonly links: readonly Link[];
    readonly groups: readonly Group[];
    readonly notes: readonly Note[];
  };
  readonly diagnostics: DiagnosticsBody;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What changed from `base` (by default the revision before) to `revision`. */
export interface Patch {
  readonly type: 'patch';
  readonly revision: number;
  readonly base?: number;
  readonly commandId?: string | null;
  readonly set: {
    readonly blocks?: readonly Block[];
    readonly links?: readonly Link[];
    readonly groups?: readonly Group[];
    readonly notes?: readonly Note[];
  };
  readonly removed: {
    readonly blocks?: readonly string[];
    readonly links?: readonly string[];
    readonly groups?: readonly string[];
    readonly notes?: readonly string[];
  };
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the analysis says. Only blocks whose summary changed; null for those that are gone. */
export interface DiagnosticsBody {
  readonly blocks: Readonly<Record<string, BlockDiagnostics | null>>;
  readonly document: readonly Problem[];
  readonly totalParameters: number;
  readonly canTrain: boolean;
}

/** A change of the analysis. */
export interface Diagnostics extends DiagnosticsBody {
  readonly type: 'diagnostics';
  readonly revision: number;
}

/** How the island shows itself. */
export interface Settings {
  readonly type: 'settings';
  readonly language?: Language;
  readonly theme?: 'light' | 'dark' | 'system';
  readonly readOnly?: boolean;
}

/** State of the newest run of this project; null when there is none to speak of. */
export interface RunStatus {
  readonly type: 'runStatus';
  readonly state: string | null;
  readonly progress?: number | null;
  readonly message?: string | null;
}

/** Somebody else who has this project open. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly selection: readonly string[];
}

/** Something the page around the island asks it to do. */
export interface Command {
  readonly type: 'command';
  readonly name: CommandName;
  readonly group?: string | null;
  readonly kind?: string | null;
  readonly block?: string | null;
}

/** What can be asked. */
export type CommandName =
  | 'fit'
  | 'focus'
  | 'openGroup'
  | 'autoLayout'
  | 'undo'
  | 'redo'
  | 'search'
  | 'addBlock'
  | 'exportPng'
  | 'exportSvg'
  | 'help';

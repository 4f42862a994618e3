import type { ParameterValue, PortRef } from './values';

/** What the island tells the server. */
export type Outgoing = Apply | History | View;

/** A gesture that changes the document: one message, sent when it is complete. */
export interface Apply {
  readonly type: 'apply';
  readonly commandId: string;
  readonly baseRevision: number;
  readonly gesture: Gesture;
}

/** A step back or forth. */
export interface History {
  readonly type: 'undo' | 'redo';
  readonly commandId: string;
}

/** What needs no answer on disk. */
export type View =
  | { readonly type: 'select'; readonly blocks: readonly string[]; readonly group: string | null }
  | { readonly type: 'openGroup'; readonly group: string | null }
  | { readonly type: 'resync'; readonly revision: number }
  | { readonly type: 'train' };

/** Commands are kept until they are acknowledged. */
export type Pending = Apply | History;

/** Places of blocks by id. */
export type Positions = Readonly<Record<string, readonly [number, number]>>;

/** What a person did. */
export type Gesture =
  | { readonly kind: 'addBlock'; readonly block: string; readonly preset?: boolean; readonly x: number; readonly y: number; readonly group: string | null }
  | { readonly kind: 'insertOnLink'; readonly block: string; readonly preset?: boolean; readonly link: string; readonly x: number; readonly y: number }
  | { readonly kind: 'moveOntoLink'; readonly block: string; readonly link: string; readonly x: number; readonly y: number }
  | {
      readonly kind: 'addAndConnect';
      readonly block: string;
      readonly preset?: boolean;
      readonly x: number;
      readonly y: number;
      readonly group: string | null;
      /** Where the dropped wire comes from. */
      readonly port: PortRef;
      /** 'from': the wire leaves `port` (an output) and enters the new block. 'to': it enters `port` (an input). */
      readonly direction: 'from' | 'to';
      /** The new block's port that it takes. */
      readonly newPort: string;
    }
  | { readonly kind: 'connect'; readonly from: PortRef; readonly to: PortRef }
  | { readonly kind: 'disconnect'; readonly link: string }
  | { readonly kind: 'reconnect'; readonly link: string; readonly from: PortRef; readonly to: PortRef }
  | { readonly kind: 'move'; readonly positions: Positions; readonly notes?: Positions }
  | {
      readonly kind: 'delete';
      readonly blocks: readonly string[];
      readonly links: readonly string[];
      readonly notes: readonly string[];
      readonly join: boolean;
    }
  | { readonly kind: 'duplicate'; readonly blocks: readonly string[]; readonly notes?: readonly string[] }
  | { readonly kind: 'paste'; readonly clipboard: string; readonly x: number; readonly y: number; readonly group: string | null }
  | { readonly kind: 'group'; readonly blocks: readonly string[]; readonly name: string }
  | { readonly kind: 'ungroup'; readonly block: string }
  | { readonly kind: 'repeat'; readonly block: string; readonly count: number }
  | { readonly kind: 'label'; readonly block: string; readonly text: string }
  | { readonly kind: 'mute'; readonly blocks: readonly string[]; readonly muted: boolean }
  | { readonly kind: 'note'; readonly id?: string; readonly text: string; readonly x: number; readonly y: number; readonly group: string | null }
  | { readonly kind: 'setParameter'; readonly block: string; readonly name: string; readonly value: ParameterValue | null }
  | { readonly kind: 'applyFix'; readonly block: string | null; readonly code: string; readonly index: number }
  | { readonly kind: 'align'; readonly blocks: readonly string[]; readonly how: Alignment; readonly positions: Positions }
  | { readonly kind: 'layout'; readonly positions: Positions; readonly notes?: Positions };

/** How blocks are lined up. */
export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom' | 'horizontal' | 'vertical';

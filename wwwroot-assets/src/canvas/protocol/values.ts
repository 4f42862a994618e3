/** The pieces of a document as the server sends them. The server owns the document; the island only shows it. */

/** A value of a block's parameter. */
export type ParameterValue = number | boolean | string | readonly ParameterValue[];

/** A text in both languages, as the catalog carries it. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}

/** What people read for a language. */
export type Language = 'en' | 'zh';

/** One end of a link. */
export interface PortRef {
  readonly block: string;
  readonly port: string;
}

/** A port of a block. `title` is already in the reader's language where a person named it. */
export interface Port {
  readonly name: string;
  readonly title: Localized | string;
  readonly content: 'Tensor' | 'Schedule';
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

/** A block on the canvas. Ports are given only where they differ from the catalog: uses of groups. */
export interface Block {
  readonly id: string;
  readonly kind: string;
  readonly group: string | null;
  readonly label: string | null;
  readonly note: string | null;
  readonly muted: boolean;
  readonly x: number;
  readonly y: number;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly weightsFrom: string | null;
  readonly inputs?: readonly Port[];
  readonly outputs?: readonly Port[];
}

/** A wire; known by where it ends. */
export interface Link {
  readonly from: PortRef;
  readonly to: PortRef;
  readonly slot: number;
}

/** A named sub-graph. */
export interface Group {
  readonly id: string;
  readonly name: string;
}

/** A remark on the canvas: plain text. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly group: string | null;
}

/** Something that is wrong, in the reader's language. */
export interface Problem {
  readonly code: string;
  readonly block: string | null;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly fix: { readonly title: string } | null;
  readonly index: number;
}

/** What the analysis says of one block. */
export interface BlockDiagnostics {
  readonly outputs: readonly { readonly port: string; readonly shape: string; readonly element: string }[];
  readonly parameters: number;
  readonly problems: readonly Problem[];
}

/** Identity of a link: 'block.port#slot' of where it ends. */
export const linkKey = (link: Pick<Link, 'to' | 'slot'>): string => `${link.to.block}.${link.to.port}#${link.slot}`;

/** Chooses the text of a language. */
export const inLanguage = (text: Localized | string, language: Language): string => (typeof text === 'string' ? text : text[language]);

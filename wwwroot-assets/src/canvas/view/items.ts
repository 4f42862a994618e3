import { type HandleType, type NodeHandle, Position } from '@xyflow/react';
import type { CatalogIndex } from '../model/catalogIndex';
import { geometry, noteHeight, type PortPlace } from '../model/geometry';
import { noteWidth, portSize } from '../model/measures';
import { placeOf, visibleBlocks, visibleLinks, visibleNotes } from '../model/visible';
import { isSameWay, KnownWays } from '../model/ways';
import { type Language, linkKey } from '../protocol/values';
import { type CanvasState, noteId, type Point } from '../store/state';
import { say } from '../texts';
import type { BlockFlowNode } from './BlockNode';
import type { NoteFlowNode } from './NoteNode';
import type { WireFlowEdge } from './WireEdge';

/** Anything that React Flow shows as a node. */
export type FlowNode = BlockFlowNode | NoteFlowNode;

/** Places of things that are being dragged. */
export type Dragged = ReadonlyMap<string, Point>;

/**
 * Turns the state into React Flow's nodes and edges. What did not change keeps its object, the lists as well, so that a drag renders only
 * what moves and a change of words nothing at all.
 * Sizes and ports are given, so nothing has to be measured before wires can be drawn or hidden nodes left out.
 */
export class FlowItems {
  private nodes: ReadonlyMap<string, FlowNode> = new Map();
  private edges: ReadonlyMap<string, WireFlowEdge> = new Map();
  private order: readonly string[] = [];
  private language: Language | null = null;
  private nodeList: FlowNode[] = [];
  private edgeList: WireFlowEdge[] = [];
  private readonly ways = new KnownWays();

  makeNodes(state: CanvasState, catalog: CatalogIndex, dragged: Dragged): FlowNode[] {
    this.speak(state.language);
    const next = new Map<string, FlowNode>();
    for (const block of visibleBlocks(state)) {
      const old = this.nodes.get(block.id);
      const place = dragged.get(block.id) ?? placeOf(state, block.id, block);
      const view = look(place, state.selection.has(block.id), dragged.has(block.id));
      if (old?.type === 'block' && old.data.block === block) {
        next.set(block.id, kept(old, view));
      } else {
        next.set(block.id, { ...blockNode(block, catalog, state), ...view });
      }
    }

    for (const note of visibleNotes(state)) {
      const id = noteId(note.id);
      const old = this.nodes.get(id);
      const place = dragged.get(id) ?? placeOf(state, id, note);
      const view = look(place, state.selection.has(id), dragged.has(id));
      const height = noteHeight(note);
      const fresh: NoteFlowNode = {
        id,
        type: 'note',
        data: { note },
        width: noteWidth,
        height,
        measured: { width: noteWidth, height },
        handles: [],
        zIndex: -1,
        ...view,
      };
      next.set(id, old?.type === 'note' && old.data.note === note ? kept(old, view) : fresh);
    }

    this.nodes = next;
    return (this.nodeList = sameOr(this.nodeList, this.sorted(next)));
  }

  makeEdges(state: CanvasState, catalog: CatalogIndex): WireFlowEdge[] {
    this.speak(state.language);
    const next = new Map<string, WireFlowEdge>();
    const ways = this.ways.of(state, catalog);
    for (const link of visibleLinks(state)) {
      const id = linkKey(link);
      const way = ways.get(id);
      const selected = state.selectedLinks.has(id);
      const old = this.edges.get(id);
      const ariaLabel = say('linkOf', state.language, ...[link.from, link.to].map((end) => catalog.title(state.blocks.get(end.block)!, state.groups, state.language)));
      if (old && old.data!.link === link && old.ariaLabel === ariaLabel && isSameWay(old.data!.way, way)) {
        next.set(id, old.selected === selected ? old : { ...old, selected });
      } else {
        const source = state.blocks.get(link.from.block)!;
        const content = catalog.outputs(source).find((p) => p.name === link.from.port)?.content ?? 'Tensor';
        next.set(id, {
          id,
          type: 'wire',
          source: link.from.block,
          sourceHandle: link.from.port,
          target: link.to.block,
          targetHandle: link.to.port,
          selected,
          data: way ? { link, content, way } : { link, content },
          ariaLabel,
          domAttributes: { 'aria-roledescription': say('link', state.language) },
        });
      }
    }

    this.edges = next;
    return (this.edgeList = sameOr(this.edgeList, [...next.values()]));
  }

  /** What is read aloud is made anew in another language. */
  private speak(language: Language): void {
    if (this.language !== language) {
      [this.language, this.nodes, this.edges] = [language, new Map(), new Map()];
    }
  }

  /** Reading order, from left to right, for the Tab key. It is kept while the same things are shown: moving an element would take its focus. */
  private sorted(nodes: ReadonlyMap<string, FlowNode>): FlowNode[] {
    if (this.order.length !== nodes.size || !this.order.every((id) => nodes.has(id))) {
      this.order = [...nodes.values()]
        .sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y || a.id.localeCompare(b.id))
        .map((n) => n.id);
    }

    return this.order.map((id) => nodes.get(id)!);
  }
}

/** The list of before where it holds the very same things. */
const sameOr = <T>(before: T[], now: T[]): T[] => (before.length === now.length && before.every((item, i) => item === now[i]) ? before : now);

/**
 * On a telephone blocks fill the window, and two fingers nearly always come down on one: only a block that was chosen before moves with the finger,
 * all others let it move and enlarge the view.
 */
const isTelephone = (): boolean => navigator.maxTouchPoints > 0 && matchMedia('(max-width: 760px)').matches;

interface Look {
  readonly position: Point;
  readonly selected: boolean;
  readonly dragging: boolean;
  readonly draggable: boolean;
}

const look = (position: Point, selected: boolean, dragging: boolean): Look => ({ position, selected, dragging, draggable: selected || !isTelephone() });

function kept<T extends FlowNode>(old: T, view: Look): T {
  return old.position.x === view.position.x &&
    old.position.y === view.position.y &&
    old.selected === view.selected &&
    old.dragging === view.dragging &&
    old.draggable === view.draggable
    ? old
    : { ...old, ...view };
}

function blockNode(block: BlockFlowNode['data']['block'], catalog: CatalogIndex, state: CanvasState): BlockFlowNode {
  const size = geometry(block, catalog);
  return {
    id: block.id,
    type: 'block',
    data: { block },
    position: { x: block.x, y: block.y },
    width: size.width,
    height: size.height,
    measured: { width: size.width, height: size.height },
    handles: [...size.inputs.map((p) => handle(p, 'target', 0)), ...size.outputs.map((p) => handle(p, 'source', size.width))],
    ariaLabel: catalog.title(block, state.groups, state.language),
    domAttributes: { 'aria-roledescription': say('block', state.language) },
  };
}

const handle = ({ port, y }: PortPlace, type: HandleType, x: number): NodeHandle => ({
  id: port.name,
  type,
  position: type === 'target' ? Position.Left : Position.Right,
  x: x - portSize / 2,
  y: y - portSize / 2,
  width: portSize,
  height: portSize,
});

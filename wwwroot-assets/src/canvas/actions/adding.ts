import { freePlace } from '../model/arrange';
import { geometry, snapped } from '../model/geometry';
import { blockWidth, firstPortY } from '../model/measures';
import { type Fitting, fittingSources, fittingTargets, sourceOf } from '../model/fit';
import { type Offer, offers } from '../model/search';
import { blockBoxes, noteBoxes, placeOf } from '../model/visible';
import type { Controller } from '../store/controller';
import { linkKey, type Link } from '../protocol/values';
import { type CanvasState, openGroup, type Point, type Popup, selectedBlocks } from '../store/state';

/** Distance from a block to one that is added after it. */
const step = 240;

/** Everything that can be added to the open canvas. */
export const currentOffers = (controller: Controller): Offer[] =>
  controller.catalog.value ? offers(controller.catalog.value.catalog, openGroup(controller.state.value) !== null) : [];

const what = (offer: Offer) => (offer.kind ? { block: offer.kind.id } : { block: offer.preset.id, preset: true });

/** Adds a block where a person dropped it. */
export function addAt(controller: Controller, offer: Offer, flow: Point): void {
  controller.perform(
    { kind: 'addBlock', ...what(offer), x: snapped(flow.x), y: snapped(flow.y), group: openGroup(controller.state.value) },
    true,
  );
}

/** Puts a new block into a wire. */
export function insertInto(controller: Controller, offer: Offer, link: string, flow: Point): void {
  controller.perform({ kind: 'insertOnLink', ...what(offer), link, x: snapped(flow.x - blockWidth / 2), y: snapped(flow.y - firstPortY) }, true);
}

/**
 * Adds a block without saying where: into the selected wire, or the one that leads on from the selected block; after that block and linked
 * with it where nothing follows yet, so that clicking one block after the other builds a chain; otherwise in the middle of what is seen.
 */
export function addBeside(controller: Controller, offer: Offer, middle: Point): void {
  const state = controller.state.value;
  const catalog = controller.catalog.value;
  const [id, ...others] = selectedBlocks(state);
  const before = id === undefined || others.length > 0 ? undefined : state.blocks.get(id);
  const boxes = catalog ? [...blockBoxes(state, catalog), ...noteBoxes(state)] : [];
  const height = 84;
  const wire = goesThrough(offer) ? wireOf(state, before?.id) : undefined;
  if (wire) {
    const source = state.blocks.get(wire.from.block)!;
    const place = placeOf(state, source.id, source);
    insertInto(controller, offer, linkKey(wire), { x: place.x + step + blockWidth / 2, y: place.y + firstPortY });
    return;
  }

  if (before && catalog) {
    const place = placeOf(state, before.id, before);
    const fitting = onward(controller, before.id).find((f) => isSame(f.fitting.offer, offer));
    const free = freePlace(boxes, { x: place.x + step, y: place.y }, blockWidth, height);
    if (fitting) {
      connectNew(controller, fitting.fitting, { block: before.id, port: fitting.port, direction: 'from' }, free);
      return;
    }

    addAt(controller, offer, freePlace(boxes, { x: place.x, y: place.y + geometry(before, catalog).height + 40 }, blockWidth, height));
    return;
  }

  addAt(controller, offer, freePlace(boxes, { x: middle.x - blockWidth / 2, y: middle.y - height / 2 }, blockWidth, height));
}

/** Whether a wire can lead through what is added. */
export const goesThrough = (offer: Offer): boolean =>
  !offer.kind || (offer.kind.role === 'Layer' && offer.kind.inputs.length > 0 && offer.kind.outputs.length > 0);

/** The wire that a new block goes into: the one that is selected, or the one that leads on from a block all of whose outputs are read. */
function wireOf(state: CanvasState, before: string | undefined): Link | undefined {
  const [selected, ...others] = state.selectedLinks;
  if (selected !== undefined && others.length === 0) {
    return state.links.get(selected);
  }

  const onward = before === undefined ? [] : [...state.links.values()].filter((l) => l.from.block === before);
  return onward.length === 1 ? onward[0] : undefined;
}

/** What fits an output of a block that nothing reads yet. */
function onward(controller: Controller, id: string): { fitting: Fitting; port: string }[] {
  const state = controller.state.value;
  const catalog = controller.catalog.value!;
  const block = state.blocks.get(id)!;
  const read = new Set([...state.links.values()].filter((l) => l.from.block === id).map((l) => l.from.port));
  return catalog
    .outputs(block)
    .filter((port) => !read.has(port.name))
    .flatMap((port) =>
      fittingTargets(sourceOf(block, port.name, catalog, state.diagnostics.get(id)), currentOffers(controller)).map((fitting) => ({
        fitting,
        port: port.name,
      })),
    );
}

const isSame = (a: Offer, b: Offer): boolean => (a.kind ?? a.preset).id === (b.kind ?? b.preset).id;

/** A wire that waits for a block. */
type Waiting = NonNullable<Extract<Popup, { kind: 'search' }>['wire']>;

/** What fits a wire that was led to empty canvas, best first. */
export function fittings(controller: Controller, wire: Waiting): Fitting[] {
  const state = controller.state.value;
  const catalog = controller.catalog.value;
  const block = state.blocks.get(wire.block);
  if (!catalog || !block) {
    return [];
  }

  if (wire.direction === 'from') {
    return fittingTargets(sourceOf(block, wire.port, catalog, state.diagnostics.get(block.id)), currentOffers(controller));
  }

  const input = catalog.inputs(block).find((p) => p.name === wire.port);
  return fittingSources(input?.content ?? 'Tensor', wire.port, catalog.kind(block.kind)?.role ?? 'Layer', currentOffers(controller));
}

/** Adds a block at the end of a waiting wire. */
export function connectNew(controller: Controller, fitting: Fitting, wire: Waiting, at: Point): void {
  controller.perform(
    {
      kind: 'addAndConnect',
      ...what(fitting.offer),
      x: snapped(at.x),
      y: snapped(at.y),
      group: openGroup(controller.state.value),
      port: { block: wire.block, port: wire.port },
      direction: wire.direction,
      newPort: fitting.port,
    },
    true,
  );
}

/** Does what the search box was opened for. */
export function choose(controller: Controller, popup: Extract<Popup, { kind: 'search' }>, fitting: Fitting): void {
  const { flow, wire, link, beside } = popup;
  if (wire) {
    connectNew(controller, fitting, wire, { x: wire.direction === 'from' ? flow.x : flow.x - blockWidth, y: flow.y - firstPortY });
  } else if (link) {
    insertInto(controller, fitting.offer, link, flow);
  } else if (beside) {
    addBeside(controller, fitting.offer, flow);
  } else {
    addAt(controller, fitting.offer, { x: flow.x - blockWidth / 2, y: flow.y - firstPortY });
  }
}

import type { Block, Note } from '../protocol/values';
import type { DocumentState } from '../store/state';
import { groupOf } from './catalogIndex';

/**
 * Blocks and notes as text for the system clipboard: a project file, so that it can be pasted into any project, with the name of the group
 * from whose canvas they were taken. Groups that the blocks use come along, with the notes in them.
 */
export function toClipboard(state: DocumentState, ids: readonly string[], noteIds: readonly string[] = []): string {
  const chosen = ids.map((id) => state.blocks.get(id)).filter((b): b is Block => b !== undefined);
  const groups = usedGroups(state, chosen);
  const blocks = [...chosen, ...[...state.blocks.values()].filter((b) => b.group !== null && groups.has(b.group) && !chosen.includes(b))];
  const inside = new Set(blocks.map((b) => b.id));
  const chosenNotes = noteIds.map((id) => state.notes.get(id)).filter((n): n is Note => n !== undefined);
  const notes = [...chosenNotes, ...[...state.notes.values()].filter((n) => n.group !== null && groups.has(n.group) && !chosenNotes.includes(n))];
  const source = (chosen[0] ?? chosenNotes[0])?.group ?? null;
  const named = source === null ? groups : new Set([source, ...groups]);
  return JSON.stringify({
    builder: 1,
    group: source,
    project: {
      format: 1,
      name: state.name,
      blocks: blocks.map((b) => fileBlock(b, inside)),
      links: [...state.links.values()]
        .filter((l) => inside.has(l.from.block) && inside.has(l.to.block))
        .map((l) => ({
          from: `${l.from.block}.${l.from.port}`,
          to: `${l.to.block}.${l.to.port}`,
          ...(l.slot ? { slot: l.slot } : {}),
        })),
      ...(named.size > 0 ? { groups: [...named].map((id) => state.groups.get(id)).filter((g) => g !== undefined) } : {}),
      ...(notes.length > 0
        ? { notes: notes.map((n) => ({ id: n.id, text: n.text, position: [n.x, n.y], ...(n.group ? { group: n.group } : {}) })) }
        : {}),
    },
  });
}

/** Whether a text from the clipboard holds blocks: copied here, or a whole project file. */
export function holdsBlocks(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isProject(value) || (typeof value === 'object' && value !== null && 'project' in value && isProject(value.project));
  } catch {
    return false;
  }
}

const isProject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && 'blocks' in value && Array.isArray(value.blocks);

/** Groups that blocks use, and those that are used within them. */
function usedGroups(state: DocumentState, blocks: readonly Block[]): Set<string> {
  const found = new Set<string>();
  const queue = [...blocks];
  for (let block = queue.pop(); block; block = queue.pop()) {
    const group = groupOf(block);
    if (group && !found.has(group)) {
      found.add(group);
      queue.push(...[...state.blocks.values()].filter((b) => b.group === group));
    }
  }

  return found;
}

/** A block as project files write it: without what is not set. */
const fileBlock = (b: Block, inside: ReadonlySet<string>) => ({
  id: b.id,
  kind: b.kind,
  ...(b.label ? { label: b.label } : {}),
  ...(b.group ? { group: b.group } : {}),
  ...(b.note ? { note: b.note } : {}),
  ...(b.muted ? { muted: true } : {}),
  ...(b.weightsFrom && inside.has(b.weightsFrom) ? { weightsFrom: b.weightsFrom } : {}),
  position: [b.x, b.y],
  ...(Object.keys(b.parameters).length > 0 ? { parameters: b.parameters } : {}),
});

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { groupOf, repeatOf } from '../model/catalogIndex';
import { geometry, type PortPlace } from '../model/geometry';
import { keyParameters, short, whole } from '../model/words';
import { icons } from '../pictures/icons';
import { Picture } from '../pictures/Picture';
import { pictureOf } from '../pictures/pictures';
import { type Block, type BlockDiagnostics, inLanguage } from '../protocol/values';
import { useCanvas, useCanvasState, useSay } from './context';
import { Stages, useTurn } from './stages';

/** A block as React Flow knows it. */
export type BlockFlowNode = Node<{ readonly block: Block }, 'block'>;

/** About 20 ms of work on a small computer. */
const stages = new Stages(30);

/** One block: its outline first where many come into view at once. */
export const BlockNode = memo(function BlockNode({ data: { block } }: NodeProps<BlockFlowNode>) {
  const { catalog } = useCanvas();
  return useTurn(stages) ? <WholeBlock block={block} /> : <div className="cv-block" data-family={catalog.family(block).toLowerCase()} />;
});

/** What a block is, what it is set to, and what comes out of it. */
function WholeBlock({ block }: { readonly block: Block }) {
  const { catalog } = useCanvas();
  const language = useCanvas().language;
  const groups = useCanvasState((s) => s.groups);
  const diagnostics = useCanvasState((s) => s.diagnostics.get(block.id));
  const person = useCanvasState((s) => s.people.find((p) => p.selection.includes(block.id)));
  const say = useSay();
  const look = geometry(block, catalog);
  const family = catalog.family(block);
  const title = catalog.title(block, groups, language);
  const kind = catalog.kind(block.kind);
  const kindTitle = kind ? inLanguage(kind.title, language) : block.kind;
  return (
    <div
      className="cv-block"
      data-family={family.toLowerCase()}
      data-muted={block.muted || undefined}
      data-group={groupOf(block) ? true : undefined}
      data-severity={severity(diagnostics)}
      style={person ? { outlineColor: person.color } : undefined}
      data-person={person ? true : undefined}
      title={person?.name}
    >
      <div className="cv-block-head">
        <span className="cv-chip">
          <Picture strokes={pictureOf(block.kind, family)} size={16} />
        </span>
        <span className="cv-block-title" title={title === kindTitle ? undefined : `${title} (${kindTitle})`}>
          {title}
        </span>
        <Marks block={block} diagnostics={diagnostics} />
      </div>
      {look.named && <PortNames inputs={look.inputs} outputs={look.outputs} />}
      <div className="cv-block-parameters">{block.muted ? say('muted') : keyParameters(block, catalog, language)}</div>
      {look.hasFooter && <Footer diagnostics={diagnostics} />}
      {look.inputs.map((place) => (
        <PortHandle key={place.port.name} place={place} side="in" />
      ))}
      {look.outputs.map((place) => (
        <PortHandle key={place.port.name} place={place} side="out" />
      ))}
    </div>
  );
}

function severity(diagnostics: BlockDiagnostics | undefined): 'error' | 'warning' | undefined {
  const problems = diagnostics?.problems ?? [];
  return problems.some((p) => p.severity === 'error') ? 'error' : problems.length > 0 ? 'warning' : undefined;
}

function Marks({ block, diagnostics }: { readonly block: Block; readonly diagnostics: BlockDiagnostics | undefined }) {
  const { controller } = useCanvas();
  const say = useSay();
  const problems = diagnostics?.problems ?? [];
  const repeat = repeatOf(block);
  return (
    <>
      {block.weightsFrom && (
        <span className="cv-mark" title={say('shares', controller.titleOf(block.weightsFrom))}>
          <Picture strokes={icons.shared} size={13} />
        </span>
      )}
      {block.note && (
        <span className="cv-mark" title={block.note}>
          <Picture strokes={icons.remark} size={13} />
        </span>
      )}
      {repeat > 1 && (
        <span className="cv-repeat" title={say('repeated', repeat)}>
          ×{repeat}
        </span>
      )}
      {problems.length > 0 && (
        <span className="cv-problem" title={problems.map((p) => p.message).join('\n')} role="img" aria-label={problems.map((p) => p.message).join(' ')}>
          <Picture strokes={icons.warning} size={14} />
          {problems.length > 1 && problems.length}
        </span>
      )}
    </>
  );
}

function PortNames({ inputs, outputs }: { readonly inputs: readonly PortPlace[]; readonly outputs: readonly PortPlace[] }) {
  const language = useCanvas().language;
  const rows = Array.from({ length: Math.max(inputs.length, outputs.length) }, (_, i) => i);
  return (
    <div className="cv-ports">
      {rows.map((i) => (
        <div className="cv-port-row" key={i}>
          <span>{inputs[i] && inLanguage(inputs[i].port.title, language)}</span>
          <span>{outputs[i] && outputs.length > 1 && inLanguage(outputs[i].port.title, language)}</span>
        </div>
      ))}
    </div>
  );
}

function Footer({ diagnostics }: { readonly diagnostics: BlockDiagnostics | undefined }) {
  const language = useCanvas().language;
  const say = useSay();
  const count = diagnostics?.parameters ?? 0;
  return (
    <div className="cv-block-foot">
      <span className="cv-shape">{diagnostics?.outputs[0]?.shape ?? '–'}</span>
      {count > 0 && (
        <span className="cv-count" title={say('parametersCount', whole(count, language))}>
          {short(count)}
        </span>
      )}
    </div>
  );
}

function PortHandle({ place: { port, y }, side }: { readonly place: PortPlace; readonly side: 'in' | 'out' }) {
  const language = useCanvas().language;
  const readOnly = useCanvas().readOnly;
  const say = useSay();
  const words = [say(side === 'in' ? 'portIn' : 'portOut', inLanguage(port.title, language))];
  if (port.variadic) {
    words.push(say('portMany'));
  }

  if (port.optional) {
    words.push(say('portOptional'));
  }

  return (
    <Handle
      id={port.name}
      type={side === 'in' ? 'target' : 'source'}
      position={side === 'in' ? Position.Left : Position.Right}
      className="cv-handle"
      style={{ top: y }}
      isConnectable={!readOnly}
      title={words.join(' · ')}
      data-content={port.content}
      data-variadic={port.variadic || undefined}
      data-optional={port.optional || undefined}
    />
  );
}

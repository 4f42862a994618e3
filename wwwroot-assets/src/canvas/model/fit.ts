import type { CatalogKind } from '../protocol/catalog';
import type { Block, BlockDiagnostics, Port } from '../protocol/values';
import type { CatalogIndex } from './catalogIndex';
import { popularity } from './popularity';
import type { Offer } from './search';

/** What arrives over a wire that is led to empty canvas. */
export interface Source {
  readonly content: Port['content'];
  readonly role: string;
  readonly family: string;
  /** Number of dimensions with the batch; null where no shape is known. */
  readonly rank: number | null;
  /** Class or token numbers instead of values. */
  readonly isWhole: boolean;
}

/** An offer, and the port of it that takes the wire. */
export interface Fitting {
  readonly offer: Offer;
  readonly port: string;
}

/** What a block's output gives. */
export function sourceOf(block: Block, port: string, catalog: CatalogIndex, diagnostics: BlockDiagnostics | undefined): Source {
  const kind = catalog.kind(block.kind);
  const output = diagnostics?.outputs.find((o) => o.port === port);
  return {
    content: catalog.outputs(block).find((p) => p.name === port)?.content ?? 'Tensor',
    role: kind?.role ?? 'Layer',
    family: kind?.family ?? 'Math',
    rank: output ? output.shape.split(',').length - (output.shape === '[]' ? 1 : 0) : null,
    isWhole: output?.element === 'Int64',
  };
}

/** The offers whose inputs take what arrives, best first. */
export function fittingTargets(source: Source, offers: readonly Offer[]): Fitting[] {
  return ranked(offers, (offer) => {
    if (!offer.kind) {
      return source.content === 'Tensor' && source.role !== 'Loss' && source.role !== 'Target'
        ? { port: '', score: offer.preset.family === 'Attention' ? (source.rank === 3 ? 35 : 4) : source.rank === 4 ? 35 : 6 }
        : null;
    }

    const port = firstPort(offer.kind.inputs, source, offer.kind);
    return port ? { port: port.name, score: score(source, offer.kind) } : null;
  });
}

/** The offers whose outputs an open input can take, best first. */
export function fittingSources(content: Port['content'], inputName: string, role: string, offers: readonly Offer[]): Fitting[] {
  return ranked(offers, (offer) => {
    const port = offer.kind?.outputs.find((p) => p.content === content);
    if (!offer.kind || !port) {
      return null;
    }

    const wish = role === 'Optimizer' && content === 'Tensor' ? 'Loss' : inputName === 'target' || inputName === 'label' ? 'Target' : 'Layer';
    const isInput = offer.kind.role === 'Input';
    return { port: port.name, score: offer.kind.role === wish ? 50 + popularity(offer.kind.id) : isInput && wish === 'Layer' ? 45 : 1 };
  });
}

function ranked(offers: readonly Offer[], rate: (offer: Offer) => { port: string; score: number } | null): Fitting[] {
  return offers
    .map((offer, index) => ({ offer, index, rating: rate(offer) }))
    .filter((x): x is typeof x & { rating: { port: string; score: number } } => x.rating !== null && x.rating.score > 0)
    .sort((a, b) => b.rating.score - a.rating.score || a.index - b.index)
    .map((x) => ({ offer: x.offer, port: x.rating.port }));
}

function firstPort(inputs: readonly Port[], source: Source, kind: CatalogKind): Port | undefined {
  const fitting = inputs.filter((p) => p.content === source.content);
  if (source.role === 'Target' && (kind.role === 'Loss' || kind.role === 'Metric')) {
    return fitting.find((p) => p.name === 'target' || p.name === 'label') ?? fitting[0];
  }

  return fitting[0];
}

/** How well a kind goes on from what arrives; 0 where it makes no sense. */
function score(source: Source, kind: CatalogKind): number {
  if (source.content === 'Schedule') {
    return 50 + popularity(kind.id);
  }

  if (kind.role === 'Optimizer') {
    return source.role === 'Loss' ? 60 + popularity(kind.id) : source.family === 'Math' ? 3 : 0;
  }

  if (source.role === 'Loss') {
    return kind.family === 'Math' ? 20 + popularity(kind.id) : 0;
  }

  if (source.role === 'Target') {
    return kind.role === 'Loss' ? 60 + popularity(kind.id) : kind.role === 'Metric' ? 40 : 0;
  }

  return 10 + popularity(kind.id) + rankScore(source, kind) + elementScore(source, kind) + habit(source, kind);
}

/** Kinds for pictures are named "2d", those for series "1d"; the others take what they are known to take. */
function rankScore({ rank }: Source, kind: CatalogKind): number {
  if (rank === null) {
    return 0;
  }

  const wanted: readonly number[] | null = kind.id.endsWith('2d')
    ? [4]
    : kind.id === 'BatchNorm1d'
      ? [2, 3]
      : kind.id.endsWith('1d') || kind.family === 'Recurrent' || kind.family === 'Attention'
        ? [3]
        : kind.id === 'Linear'
          ? [2, 3]
          : kind.id === 'Flatten'
            ? [3, 4, 5]
            : null;
  // What takes any shape is as good as what takes this one.
  return wanted === null || wanted.includes(rank) ? 15 : -40;
}

function elementScore({ isWhole }: Source, kind: CatalogKind): number {
  const takesWhole = kind.id === 'Embedding' || kind.id === 'EmbeddingBag' || kind.id === 'PaddingMask';
  return takesWhole ? (isWhole ? 60 : -60) : isWhole ? -30 : 0;
}

/** What usually follows what. */
function habit(source: Source, kind: CatalogKind): number {
  const after: Readonly<Record<string, readonly string[]>> = {
    Inputs: ['Linear', 'Convolution', 'Recurrent', 'Normalization'],
    Convolution: ['Activation', 'Normalization'],
    Linear: ['Activation', 'Loss', 'Regularization', 'Normalization'],
    Normalization: ['Activation'],
    Activation: ['Pooling', 'Linear', 'Convolution', 'Regularization'],
    Pooling: ['Convolution', 'Shaping'],
    Shaping: ['Linear'],
    Regularization: ['Linear', 'Convolution'],
    Recurrent: ['Linear', 'Regularization'],
    Attention: ['Linear', 'Normalization'],
  };
  const place = after[source.family]?.indexOf(kind.family) ?? -1;
  return place < 0 ? 0 : 12 - 3 * place;
}
